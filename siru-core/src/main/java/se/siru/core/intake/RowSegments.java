package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import se.siru.core.primitive.ByteWords;

/**
 * Cuts a CSV file into segments of whole rows, reading it to its end. Where a row ends within quotes is decided by counting
 * quotes from the start of the segment, which is right as long as quotes stand as RFC 4180 wants them; the first place where they
 * do not lies in a segment that is still cut right, so that whoever parses it sees it. Where no field may hold a line break, nothing is
 * counted: a break within quotes leaves them open at the end of a segment that begins right, and whoever parses that sees it, too.
 *
 * <p>What has to be done in order is done here and costs little, so that the rest can be done by several threads. Not
 * thread-safe: the callers take turns.
 */
final class RowSegments {
  /** The most bytes of a row; what is said of a file with a longer one is up to the reference parser, which has the limits. */
  static final int LONGEST_ROW = 1 << 19;

  /** Quotes and the ends of rows lie below it, and little else. */
  private static final int AFTER_QUOTE = '"' + 1;

  private final InputStream in;
  private final int length;
  private byte[] rest = new byte[0];
  private boolean breaksEndRows;
  private long rowsCounted;
  private long bytesCounted;
  private boolean started;
  private boolean ended;
  private boolean endless;

  /** Segments of about so many bytes; the stream is left open. */
  RowSegments(InputStream in, int length) {
    this.in = in;
    this.length = length;
  }

  /** Whole rows. The bytes belong to whoever took the segment, until it takes the next one with it. */
  static final class Segment {
    byte[] bytes = new byte[0];

    /** The bytes as words, once {@link #makeWords} was called. */
    long[] words = new long[0];
    private boolean hasWords;
    int from;

    /** Behind the last byte; a row end stands here that is not of the file, so that whoever looks for one need not count. */
    int to;

    /** How many rows end in it, or about how many; the last row of a file may lack an end. */
    int rows;

    /** Makes the bytes words, which is for the thread that has the segment to do. */
    void makeWords() {
      if (!hasWords) {
        makeWords(bytes, to + 1);
      }
    }

    private void makeWords(byte[] all, int count) {
      int needed = (count >>> 3) + 1 + ByteWords.SLACK;
      words = words.length < needed ? new long[needed] : words;
      ByteWords.copy(all, count, words);
      hasWords = true;
    }

    /** True where no byte lies beyond ASCII; it may be false where one does behind the segment. */
    boolean isAscii() {
      long[] eights = words;
      int count = (to >>> 3) + 1;
      long joined = 0;
      int word = 0;
      for (; word < count - 3; word += 4) {
        joined |= eights[word] | eights[word + 1] | eights[word + 2] | eights[word + 3];
      }
      for (; word < count; word++) {
        joined |= eights[word];
      }
      return !ByteWords.isBeyondAscii(joined);
    }
  }

  /** From now on, no field may hold a line break. */
  void breaksEndRows() {
    breaksEndRows = true;
  }

  /** Fills a segment; false where the file has ended, or a row is too long. */
  boolean next(Segment segment) throws IOException {
    if (ended || endless) {
      return false;
    }
    int room = Math.max(length, rest.length * 2);
    byte[] bytes = segment.bytes.length <= room ? new byte[room + 1] : segment.bytes;
    System.arraycopy(rest, 0, bytes, 0, rest.length);
    int filled = rest.length;
    while (true) {
      filled = fill(bytes, filled);
      ended = filled < bytes.length - 1;
      int cut = breaksEndRows ? lastRowEnd(bytes, filled) : cut(segment, bytes, filled);
      if (ended || cut > 0) {
        segment.to = ended ? filled : cut;
        break;
      }
      if (filled > LONGEST_ROW) {
        endless = true;
        return false;
      }
      bytes = Arrays.copyOf(bytes, filled * 2 + 1);
    }
    segment.bytes = bytes;
    segment.from = started ? 0 : afterMark(bytes, filled);
    started = true;
    rest = Arrays.copyOfRange(bytes, segment.to, filled);
    bytes[segment.to] = '\n';
    if (breaksEndRows) {
      segment.hasWords = false;
      // A sixteenth more than the rows of before make likely: they differ, and room for too many costs less than to grow.
      segment.rows = (int) Math.min(segment.to, (rowsCounted + 1) * segment.to / bytesCounted * 17 / 16 + 1);
    } else {
      ByteWords.put(segment.words, segment.to, (byte) '\n');
      rowsCounted += segment.rows;
      bytesCounted += segment.to;
    }
    return true;
  }

  private int fill(byte[] bytes, int from) throws IOException {
    int at = from;
    while (at < bytes.length - 1) {
      int read = in.read(bytes, at, bytes.length - 1 - at);
      if (read < 0) {
        break;
      }
      at += read;
    }
    return at;
  }

  private static int afterMark(byte[] bytes, int to) {
    return to >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF ? 3 : 0;
  }

  /** Where the last row ends that is known to end, or 0. */
  private static int lastRowEnd(byte[] bytes, int to) {
    int i = to - 1;
    while (i >= 0 && bytes[i] != '\n' && !(bytes[i] == '\r' && i + 1 < to)) {
      i--;
    }
    return i + 1;
  }

  /** Makes the bytes words and counts the rows that are known to end before {@code to}; where the last of them ends. */
  private static int cut(Segment segment, byte[] bytes, int to) {
    segment.makeWords(bytes, to);
    long[] words = segment.words;
    int count = (to >>> 3) + 1;
    boolean quoted = false;
    int rows = 0;
    int cut = 0;
    for (int word = 0; word < count; word++) {
      long marks = ByteWords.below(words[word], AFTER_QUOTE);
      for (; marks != 0; marks &= marks - 1) {
        int i = (word << 3) + ByteWords.place(marks);
        if (i >= to) {
          break;
        }
        byte b = bytes[i];
        if (b == '"') {
          quoted = !quoted;
        } else if (!quoted && (b == '\n' || b == '\r' && i + 1 < to && bytes[i + 1] != '\n')) {
          rows++;
          cut = i + 1;
        }
      }
    }
    segment.rows = rows;
    return cut;
  }

  /** True where a row was too long to be cut out. */
  boolean isEndless() {
    return endless;
  }

  /** True where all bytes of the file were handed out. */
  boolean isEnded() {
    return ended;
  }
}
