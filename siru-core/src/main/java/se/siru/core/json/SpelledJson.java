package se.siru.core.json;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that was read whole, with its text: for whoever points at a character within a text of it. What a text says and how it is
 * spelled differ where it is written with escapes. Immutable and thread-safe.
 */
public final class SpelledJson {
  private static final int LONG_ESCAPE = "\\u0041".length();
  private static final int SHORT_ESCAPE = "\\n".length();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final JsonValue root;
  private final String text;
  private final int[] lines; // where each begins

  private SpelledJson(JsonValue root, String text) {
    this.root = root;
    this.text = text;
    this.lines = lines(text);
  }

  /**
   * Reads a document as {@link JsonReader#read} does and leaves the stream open.
   *
   * @param sourceName what messages call the document
   * @throws JsonException when the document is refused
   * @throws IOException when the stream cannot be read
   */
  public static SpelledJson read(InputStream in, String sourceName, JsonLimits limits) throws IOException, JsonException {
    byte[] utf8 = requireNonNull(in).readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limits.maxDocumentBytes() + 1));
    JsonValue root = JsonReader.read(new ByteArrayInputStream(utf8), sourceName, limits);
    String text = new String(utf8, StandardCharsets.UTF_8);
    return new SpelledJson(root, !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
  }

  /** The value of the document. */
  public JsonValue root() {
    return root;
  }

  /** The document as it is written, without a byte order mark. */
  public String text() {
    return text;
  }

  /**
   * The column at which a character of a text stands, from 1. A string of JSON stands on one line, so that the line is that of the text.
   *
   * @param value a value of this document; of one that is no text, or that no document holds, its own column
   * @param character which character, from 1; beyond the last one, where the text ends
   */
  public int column(@Nullable JsonValue value, int character) {
    if (!(value instanceof JsonText) || value.position().line() == 0) {
      return value == null ? 0 : value.position().column();
    }
    int quote = lines[value.position().line() - 1] + value.position().column() - 1;
    if (quote >= text.length() || text.charAt(quote) != '"') {
      return value.position().column();
    }
    int at = quote + 1;
    for (int i = 1; i < character && text.charAt(at) != '"'; i++) {
      at += text.charAt(at) != '\\' ? 1 : text.charAt(at + 1) == 'u' ? LONG_ESCAPE : SHORT_ESCAPE;
    }
    return value.position().column() + at - quote;
  }

  private static int[] lines(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
      if (ends) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
