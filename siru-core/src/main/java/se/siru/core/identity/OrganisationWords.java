package se.siru.core.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the words of an organisation's name mean: legal forms, public bodies and abbreviations. Immutable and thread-safe.
 */
public final class OrganisationWords {
  private static final Pattern DOT_OF_INITIAL = Pattern.compile("(?<=(?<![\\p{L}\\p{N}])[\\p{L}])\\.");
  private static final Pattern APOSTROPHE = Pattern.compile("['’´`]");
  private static final Pattern AND = Pattern.compile("[&+]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final int LONGEST_PHRASE = 2;

  private final Map<String, String> forms;
  private final Map<String, String> bodies;
  private final Map<String, String> shorts;

  private OrganisationWords(Map<String, String> forms, Map<String, String> bodies, Map<String, String> shorts) {
    this.forms = forms;
    this.bodies = bodies;
    this.shorts = shorts;
  }

  /** The words of the library, from {@code organisation-words.txt}. */
  public static OrganisationWords standard() {
    Map<String, Map<String, String>> kinds = new TreeMap<>();
    Resource.lines("organisation-words.txt").forEach(line -> {
      int kind = line.indexOf(' ');
      int equals = line.indexOf(" = ");
      kinds.computeIfAbsent(line.substring(0, kind), name -> new TreeMap<>())
          .put(line.substring(kind + 1, equals), line.substring(equals + " = ".length()));
    });
    return new OrganisationWords(kinds.getOrDefault("form", Map.of()), kinds.getOrDefault("body", Map.of()),
        kinds.getOrDefault("short", Map.of()));
  }

  /** The same with further abbreviations; one that is known already is replaced. */
  public OrganisationWords withAbbreviations(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(shorts);
    more.forEach((word, meaning) -> all.put(String.join(" ", plain(word)), String.join(" ", plain(meaning))));
    return new OrganisationWords(forms, bodies, all);
  }

  /** The words of a text: NFC, without letter case and punctuation, abbreviations written out. */
  List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : plain(text)) {
      Collections.addAll(words, shorts.getOrDefault(word, word).split(" "));
    }
    return words;
  }

  private static List<String> plain(String text) {
    String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
    // Upper case first: it brings ß and ss, and the two small sigmas, together.
    String small = nfc.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String joined = APOSTROPHE.matcher(DOT_OF_INITIAL.matcher(small).replaceAll("")).replaceAll("");
    String and = AND.matcher(joined).replaceAll(" och ");
    return List.of(BETWEEN.split(and)).stream().filter(word -> !word.isEmpty()).toList();
  }

  /** The normal form of a name: a legal form that begins or ends it stands apart, also where it is stated twice. */
  public NormalName name(String text) {
    List<String> words = words(text);
    String form = "";
    boolean body = false;
    for (Edge edge = edge(words); edge != null && !body && (form.isEmpty() || form.equals(edge.form)); edge = edge(words)) {
      words = edge.rest;
      form = edge.form;
      body = edge.body;
    }
    return body ? NormalName.ofBody(words, form) : NormalName.of(words, form);
  }

  /** A legal form at an edge of a name, and what is left of the name. */
  private record Edge(String form, boolean body, List<String> rest) {}

  /** The longest form at the end, or else at the beginning; null where there is none or nothing would be left. */
  private @Nullable Edge edge(List<String> words) {
    for (int length = Math.min(LONGEST_PHRASE, words.size() - 1); length > 0; length--) {
      int end = words.size() - length;
      Edge last = edge(words.subList(end, words.size()), words.subList(0, end));
      Edge first = edge(words.subList(0, length), words.subList(length, words.size()));
      if (last != null || first != null) {
        return last != null ? last : first;
      }
    }
    return null;
  }

  private @Nullable Edge edge(List<String> phrase, List<String> rest) {
    String text = String.join(" ", phrase);
    String form = forms.get(text);
    String body = bodies.get(text);
    return form != null ? new Edge(form, false, rest) : body != null ? new Edge(body, true, rest) : null;
  }
}
