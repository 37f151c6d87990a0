package se.siru.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 strictly: skips a byte order mark, refuses malformed bytes with their offset, and refuses input
 * longer than a limit. What comes before a malformed byte is delivered first, so that the parser knows the line and
 * column. Does not close the stream. Not thread-safe.
 */
public final class Utf8Reader extends Reader {

  private static final int BUFFER = 16_384;

  private final InputStream in;
  private final long maxBytes;
  private final CharsetDecoder decoder = strictDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
  private long bufferOffset; // of the first byte of the buffer
  private long total;
  private boolean started;
  private boolean ended;
  private @Nullable Refused refused;

  Utf8Reader(InputStream in, long maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** Reads a stream of any length. */
  public static Utf8Reader of(InputStream in) {
    return new Utf8Reader(in, Long.MAX_VALUE);
  }

  static CharsetDecoder strictDecoder() {
    return StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The parser always asks for room for a surrogate pair. */
  @Override
  public int read(char[] target, int from, int length) throws IOException {
    if (refused != null) {
      throw refused;
    }
    CharBuffer chars = CharBuffer.wrap(target, from, length);
    if (!started) {
      start();
    }
    while (true) {
      CoderResult result = decoder.decode(bytes, chars, ended);
      if (result.isError()) {
        refused = notUtf8(bufferOffset + bytes.position(), bytes.get(bytes.position()), bytes.remaining() > 1
            ? bytes.get(bytes.position() + 1) : 0);
        if (chars.position() == from) {
          throw refused;
        }
      }
      if (chars.position() > from) {
        return chars.position() - from;
      }
      if (ended) {
        return -1;
      }
      fill();
    }
  }

  private void start() throws IOException {
    started = true;
    while (!ended && bytes.remaining() < 3) {
      fill();
    }
    if (startsWithMark(bytes.array(), bytes.position(), bytes.remaining())) {
      bytes.position(bytes.position() + 3);
    }
  }

  static boolean startsWithMark(byte[] array, int from, int length) {
    return length >= 3
        && array[from] == (byte) 0xEF && array[from + 1] == (byte) 0xBB && array[from + 2] == (byte) 0xBF;
  }

  private void fill() throws IOException {
    bufferOffset += bytes.position();
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      total += read;
      if (total > maxBytes) {
        throw new Refused(JsonException.Reason.TOO_LARGE, "more than " + maxBytes + " bytes", total, 0);
      }
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  @Override
  public void close() {
    // The caller owns the stream.
  }

  static Refused notUtf8(long offset, byte bad, byte next) {
    int first = bad & 0xFF;
    boolean utf16 = offset == 0 && (first == 0xFF && (next & 0xFF) == 0xFE || first == 0xFE && (next & 0xFF) == 0xFF);
    String hint = utf16 ? "it looks like UTF-16" : "it looks like ISO-8859-1 or Windows-1252";
    return new Refused(JsonException.Reason.NOT_UTF8, String.format(Locale.ROOT,
        "not UTF-8: byte 0x%02X at byte offset %d; %s, save it as UTF-8", first, offset, hint), offset, first);
  }

  /** The input is refused before it reaches the parser. */
  public static final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    final JsonException.Reason reason;
    private final long offset;
    private final int badByte;

    Refused(JsonException.Reason reason, String detail, long offset, int badByte) {
      super(detail);
      this.reason = reason;
      this.offset = offset;
      this.badByte = badByte;
    }

    /** Where the input was refused, in bytes from its start. */
    public long offset() {
      return offset;
    }

    /** The byte that is not UTF-8. */
    public int badByte() {
      return badByte;
    }

    String detail() {
      return String.valueOf(getMessage());
    }
  }
}
