package se.siru.core.json;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import se.siru.core.text.LocalizedText;

/** What people call the kinds of values. */
final class KindWords {
  private static final Map<String, LocalizedText> WORDS =
      Map.of(
          "array", LocalizedText.of("en lista", "a list"),
          "boolean", LocalizedText.of("true eller false", "true or false"),
          "date", LocalizedText.of("ett datum", "a date"),
          "integer", LocalizedText.of("ett heltal", "an integer"),
          "null", LocalizedText.of("null", "null"),
          "number", LocalizedText.of("ett tal", "a number"),
          "object", LocalizedText.of("ett objekt", "an object"),
          "text", LocalizedText.of("en text", "a text"));

  private KindWords() {}

  /** One kind, or several with {@code or} between them; a kind without a word stands as it is. */
  static String of(String kinds, String language) {
    return Arrays.stream(kinds.split(" or "))
        .map(kind -> WORDS.containsKey(kind) ? WORDS.get(kind).in(language) : kind)
        .collect(Collectors.joining(language.equals("sv") ? " eller " : " or "));
  }
}
