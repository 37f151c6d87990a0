package se.siru.core.json;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.siru.core.text.Excerpt;

/**
 * Writes canonical JSON: the same calls give the same bytes on every machine.
 *
 * <ul>
 *   <li>UTF-8 without byte order mark, line feeds only, one after the document. Members stay in the order
 *       they are given.
 *   <li>Compact has no white space; indented has two spaces a level, {@code ": "} after names, and {@code {}} and
 *       {@code []} for what is empty.
 *   <li>Numbers are plain: no exponent, as many decimals as the scale of the value says, {@code 2.50} for 2.50 and
 *       {@code 1000} for 1E+3; never a sign on zero. They keep the bounds of {@link JsonNumber}.
 *   <li>Only the quotation mark, the backslash and control characters are escaped: {@code \n \r \t \" \\}, others as
 *       {@code &#92;u001f} in lower case. {@link JsonReader} refuses the latter, and nothing else that is written here.
 * </ul>
 *
 * <p>A call that would not give JSON throws {@link IllegalStateException}: a value without a name in an object, a
 * duplicate name, a second document when indented. A compact writer writes any number of documents, a line
 * each (JSON Lines). Output is buffered until {@link #finish()}; the stream is never closed. Not thread-safe.
 */
public final class JsonWriter {

  private static final int MAX_DEPTH = 1_000;
  private static final int BUFFER = 8_192;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final boolean indented;
  private final byte[] buffer = new byte[BUFFER];
  private int length;
  private final List<Level> levels = new ArrayList<>();
  private int depth;
  private boolean named;
  private boolean documentWritten;

  private JsonWriter(OutputStream out, boolean indented) {
    this.out = requireNonNull(out);
    this.indented = indented;
  }

  /** Without white space; a document is a line. */
  public static JsonWriter compact(OutputStream out) {
    return new JsonWriter(out, false);
  }

  /** A member or element a line, indented by two spaces a level. */
  public static JsonWriter indented(OutputStream out) {
    return new JsonWriter(out, true);
  }

  /** The compact text of a value, without the line feed at the end. */
  public static String text(JsonValue value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      compact(bytes).write(value).finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // an array in memory does not fail
    }
    String text = bytes.toString(StandardCharsets.UTF_8);
    return text.substring(0, text.length() - 1);
  }

  /** For messages and debuggers, where the whole value would be too much. */
  static String abbreviated(JsonValue value) {
    return Excerpt.of(text(value));
  }

  public JsonWriter beginObject() throws IOException {
    begin(true);
    return this;
  }

  public JsonWriter beginArray() throws IOException {
    begin(false);
    return this;
  }

  /** Ends the innermost object or array. */
  public JsonWriter end() throws IOException {
    if (depth == 0 || named) {
      throw new IllegalStateException(named ? "a name needs a value" : "nothing is open");
    }
    Level level = levels.get(--depth);
    if (indented && !level.empty) {
      lineBreak();
    }
    put(level.object ? '}' : ']');
    valueWritten();
    return this;
  }

  /**
   * Begins a member; a value follows.
   *
   * @throws IllegalArgumentException when the name has half a surrogate pair
   */
  public JsonWriter name(String name) throws IOException {
    if (depth == 0 || named || !levels.get(depth - 1).object) {
      throw new IllegalStateException("a name is not possible here");
    }
    Level level = levels.get(depth - 1);
    if (!level.names.add(requireNonNull(name))) {
      throw new IllegalStateException("the object already has a member " + Excerpt.of(name));
    }
    separate(level);
    string(name);
    put(':');
    if (indented) {
      put(' ');
    }
    named = true;
    return this;
  }

  /**
   * Writes a string.
   *
   * @throws IllegalArgumentException when it has half a surrogate pair
   */
  public JsonWriter value(String text) throws IOException {
    requireNonNull(text);
    beginValue();
    string(text);
    valueWritten();
    return this;
  }

  public JsonWriter value(long number) throws IOException {
    beginValue();
    ascii(Long.toString(number));
    valueWritten();
    return this;
  }

  /**
   * Writes a number with as many decimals as its scale says.
   *
   * @throws IllegalArgumentException when it is out of the bounds of {@link JsonNumber}
   */
  public JsonWriter value(BigDecimal number) throws IOException {
    return write(JsonNumber.of(number));
  }

  public JsonWriter value(boolean value) throws IOException {
    beginValue();
    ascii(Boolean.toString(value));
    valueWritten();
    return this;
  }

  public JsonWriter nullValue() throws IOException {
    beginValue();
    ascii("null");
    valueWritten();
    return this;
  }

  /** Writes a value and everything in it. */
  public JsonWriter write(JsonValue value) throws IOException {
    if (value instanceof JsonObject object) {
      beginObject();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        name(member.getKey()).write(member.getValue());
      }
      return end();
    }
    if (value instanceof JsonArray array) {
      beginArray();
      for (JsonValue element : array) {
        write(element);
      }
      return end();
    }
    if (value instanceof JsonText text) {
      return value(text.value());
    }
    if (value instanceof JsonBoolean bool) {
      return value(bool.value());
    }
    if (value instanceof JsonNumber number) {
      beginValue();
      ascii(number.value().toPlainString());
      valueWritten();
      return this;
    }
    return nullValue();
  }

  /**
   * Hands everything to the stream and flushes it.
   *
   * @throws IllegalStateException when an object or array is still open or nothing has been written
   */
  public void finish() throws IOException {
    if (depth > 0 || !documentWritten) {
      throw new IllegalStateException("the document is not complete");
    }
    drain();
    out.flush();
  }

  private void begin(boolean object) throws IOException {
    if (depth == MAX_DEPTH) {
      throw new IllegalStateException("nested more than " + MAX_DEPTH + " levels deep");
    }
    beginValue();
    if (depth == levels.size()) {
      levels.add(new Level());
    }
    Level level = levels.get(depth++);
    level.object = object;
    level.empty = true;
    level.names.clear();
    put(object ? '{' : '[');
  }

  private void beginValue() throws IOException {
    if (depth == 0) {
      if (documentWritten && indented) {
        throw new IllegalStateException("the document is already written");
      }
      return;
    }
    Level level = levels.get(depth - 1);
    if (level.object != named) {
      throw new IllegalStateException("a value in an object needs a name");
    }
    if (named) {
      named = false;
    } else {
      separate(level);
    }
  }

  private void valueWritten() throws IOException {
    if (depth == 0) {
      documentWritten = true;
      put('\n');
    }
  }

  private void separate(Level level) throws IOException {
    if (!level.empty) {
      put(',');
    }
    level.empty = false;
    if (indented) {
      lineBreak();
    }
  }

  private void lineBreak() throws IOException {
    put('\n');
    for (int i = 0; i < depth; i++) {
      put(' ');
      put(' ');
    }
  }

  private void string(String text) throws IOException {
    put('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        if (c == '"' || c == '\\') {
          put('\\');
        }
        put(c);
      } else if (c <= 0x9F) {
        escape(c);
      } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | c & 0x3F);
      } else if (!Character.isSurrogate(c)) {
        put(0xE0 | c >> 12);
        put(0x80 | c >> 6 & 0x3F);
        put(0x80 | c & 0x3F);
      } else {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          throw new IllegalArgumentException("half of a surrogate pair cannot be written");
        }
        int point = Character.toCodePoint(c, text.charAt(++i));
        put(0xF0 | point >> 18);
        put(0x80 | point >> 12 & 0x3F);
        put(0x80 | point >> 6 & 0x3F);
        put(0x80 | point & 0x3F);
      }
    }
    put('"');
  }

  private void escape(char c) throws IOException {
    put('\\');
    switch (c) {
      case '\n' -> put('n');
      case '\r' -> put('r');
      case '\t' -> put('t');
      default -> {
        ascii("u00");
        put(HEX[c >> 4]);
        put(HEX[c & 0xF]);
      }
    }
  }

  private void ascii(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  private void put(int b) throws IOException {
    if (length == BUFFER) {
      drain();
    }
    buffer[length++] = (byte) b;
  }

  private void drain() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  /** An open object or array; reused, since documents open and end thousands of them. */
  private static final class Level {
    private boolean object;
    private boolean empty;
    private final Set<String> names = new HashSet<>();
  }
}
