package se.siru.core.intake;

import java.util.Arrays;

/**
 * The rows of one segment of a CSV file, field by field where they lie in its bytes. Takes what RFC 4180 allows and nothing else;
 * the rest is left to the reference parser.
 *
 * <p>This is the innermost loop of reading a portfolio. Not thread-safe.
 */
final class ByteRows {
  /** The segment has no more rows. */
  static final int END = -1;

  /** The row is one that the reference parser has to judge. */
  static final int IRREGULAR = -2;

  private static final int MOST_FIELDS = 1 << 12;

  private final byte[] bytes;
  private final int end;
  private int at;
  private long number;
  private int[] from = new int[32];
  private int[] to = new int[32];

  /** The rows of a segment; removes doubled quotes from its bytes. */
  ByteRows(RowSegments.Segment segment) {
    this.bytes = segment.bytes;
    this.at = segment.from;
    this.end = segment.to;
    this.number = segment.rowsBefore;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The one-based row as a spreadsheet counts it: blank rows count, line breaks within a field do not. */
  long number() {
    return number;
  }

  int from(int field) {
    return from[field];
  }

  int to(int field) {
    return to[field];
  }

  /** Goes to the next row that is not blank; how many fields it has, {@link #END} or {@link #IRREGULAR}. */
  int next() {
    byte[] all = bytes;
    int limit = end;
    int i = at;
    while (i < limit && (all[i] == '\n' || all[i] == '\r')) {
      i = afterRow(i);
      number++;
    }
    if (i >= limit) {
      return END;
    }
    number++;
    int start = i;
    int count = 0;
    while (true) {
      if (count == from.length && !grow()) {
        return IRREGULAR;
      }
      if (i < limit && all[i] == '"') {
        i = quoted(i + 1, count);
        if (i < 0) {
          return IRREGULAR;
        }
      } else {
        from[count] = i;
        while (i < limit && !isSpecial(all[i])) {
          i++;
        }
        to[count] = i;
      }
      count++;
      if (i >= limit) {
        break;
      }
      if (all[i] == ',') {
        i++;
      } else if (all[i] == '"') {
        return IRREGULAR;
      } else {
        i = afterRow(i);
        break;
      }
    }
    at = i;
    return i - start > RowSegments.LONGEST_ROW ? IRREGULAR : count;
  }

  private static boolean isSpecial(byte b) {
    return b <= ',' && (b == ',' || b == '\n' || b == '\r' || b == '"');
  }

  private int afterRow(int i) {
    return bytes[i] == '\r' && i + 1 < end && bytes[i + 1] == '\n' ? i + 2 : i + 1;
  }

  /** Reads a field behind its opening quote; what follows the closing one, or a negative number where that may not follow. */
  private int quoted(int start, int field) {
    int read = start;
    int written = start;
    boolean closed = false;
    while (read < end && !closed) {
      byte b = bytes[read++];
      if (b != '"') {
        bytes[written++] = b;
      } else if (read < end && bytes[read] == '"') {
        bytes[written++] = b;
        read++;
      } else {
        closed = true;
      }
    }
    from[field] = start;
    to[field] = written;
    boolean follows = read == end || bytes[read] == ',' || bytes[read] == '\n' || bytes[read] == '\r';
    return closed && follows ? read : IRREGULAR;
  }

  private boolean grow() {
    if (from.length >= MOST_FIELDS) {
      return false;
    }
    from = Arrays.copyOf(from, from.length * 2);
    to = Arrays.copyOf(to, to.length * 2);
    return true;
  }
}
