package se.siru.core.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonException.Reason;

/**
 * Reads JSON Lines: one object a line, as strictly as {@link JsonReader} reads a document. Blank lines are skipped;
 * a bad line is handed to a callback and reading goes on with the next. A file may be of any size, a line may not
 * ({@link JsonLimits#maxElementBytes()}). The line of each object is {@code object.position().line()}. Leaves the
 * input stream open. Not thread-safe.
 */
public final class JsonLines {

  private static final int END = -1;
  private static final int TOO_LONG = -2;

  private final InputStream in;
  private final String source;
  private final JsonLimits limits;
  private final Consumer<JsonException> badLines;
  private final CharsetDecoder decoder = Utf8Reader.strictDecoder();
  private byte[] bytes = new byte[65_536];
  private char[] chars = new char[4_096];
  private int start; // of the current line
  private int end; // of what has been read
  private int scannedUpTo; // where the bytes begin that the last fill added
  private long offset; // of the first byte of the buffer
  private int line;
  private boolean ended;

  private JsonLines(InputStream in, String source, JsonLimits limits, Consumer<JsonException> badLines) {
    this.in = in;
    this.source = source;
    this.limits = limits;
    this.badLines = badLines;
  }

  /**
   * Starts reading.
   *
   * @param sourceName what messages call the file
   * @param badLines called for each line that is refused, in order; what it throws ends the reading
   */
  public static JsonLines open(
      InputStream in, String sourceName, JsonLimits limits, Consumer<JsonException> badLines) {
    return new JsonLines(
        requireNonNull(in), requireNonNull(sourceName), requireNonNull(limits), requireNonNull(badLines));
  }

  /** The next good object, or null at the end of the file. */
  public @Nullable JsonObject next() throws IOException {
    while (true) {
      int length = nextLine();
      if (length == END) {
        return null;
      }
      try {
        if (length == TOO_LONG) {
          throw refused(Reason.TOO_LARGE, 1, "the line has more than " + limits.maxElementBytes() + " bytes");
        }
        int from = start;
        start += length + 1; // with its line feed; past the end after a last line without one
        if (line == 1 && Utf8Reader.startsWithMark(bytes, from, length)) {
          from += 3;
          length -= 3;
        }
        if (!blank(from, length)) {
          return object(from, length);
        }
      } catch (JsonException e) {
        badLines.accept(e);
      }
    }
  }

  /** Finds the line that begins at {@link #start}: its length without line feed, {@link #END} or {@link #TOO_LONG}. */
  private int nextLine() throws IOException {
    boolean tooLong = false;
    int scanned = start;
    while (true) {
      for (int i = scanned; i < end; i++) {
        if (bytes[i] == '\n') {
          line++;
          if (tooLong || i - start > limits.maxElementBytes()) {
            start = i + 1;
            return TOO_LONG;
          }
          return i - start;
        }
      }
      if (ended) {
        return lastLine(tooLong);
      }
      if (tooLong || end - start > limits.maxElementBytes()) {
        // Nothing of it will be used: make room instead of growing.
        tooLong = true;
        offset += end;
        start = 0;
        end = 0;
      }
      fill();
      scanned = scannedUpTo;
    }
  }

  private int lastLine(boolean tooLong) {
    if (!tooLong && start >= end) {
      return END;
    }
    line++;
    int length = end - start;
    if (tooLong || length > limits.maxElementBytes()) {
      start = end;
      return TOO_LONG;
    }
    return length;
  }

  private void fill() throws IOException {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      offset += start;
      end -= start;
      start = 0;
    }
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    scannedUpTo = end;
    int read = in.read(bytes, end, bytes.length - end);
    if (read < 0) {
      ended = true;
    } else {
      end += read;
    }
  }

  private boolean blank(int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private JsonObject object(int from, int length) throws IOException, JsonException {
    if (chars.length < length) {
      chars = new char[Math.max(length, chars.length * 2)];
    }
    ByteBuffer encoded = ByteBuffer.wrap(bytes, from, length);
    CharBuffer decoded = CharBuffer.wrap(chars);
    if (decoder.reset().decode(encoded, decoded, true).isError()) {
      int at = encoded.position();
      byte following = at + 1 < from + length ? bytes[at + 1] : 0;
      Utf8Reader.Refused refused = Utf8Reader.notUtf8(offset + at, bytes[at], following);
      throw refused(refused.reason, decoded.position() + 1, refused.detail());
    }
    try (JsonParser parser = limits.factory().createParser(chars, 0, decoded.position())) {
      JsonValue value = JsonReader.document(new Tokens(parser, limits, source, line));
      if (value instanceof JsonObject object) {
        return object;
      }
      throw refused(Reason.NOT_AN_OBJECT, value.position().column(), "a line must hold an object, not " + value.kind());
    }
  }

  private JsonException refused(Reason reason, int column, String detail) {
    return new JsonException(reason, JsonPosition.of(line, column, ""), source, detail);
  }
}
