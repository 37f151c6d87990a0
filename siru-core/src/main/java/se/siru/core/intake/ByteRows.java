package se.siru.core.intake;

import java.util.Arrays;
import se.siru.core.primitive.ByteWords;

/**
 * The rows of segments of a CSV file, a block of rows at a time, field by field where they lie in the bytes. Takes what RFC 4180
 * allows and nothing else; the rest is left to the reference parser.
 *
 * <p>Here is the innermost loop of reading a portfolio: it looks at eight bytes at once for what may end a field, and writes down
 * where each field lies, so that one column after the other can be read in a loop of its own. Not thread-safe.
 */
final class ByteRows {
  /** The segment has no more rows. */
  static final int END = -1;

  /** The row is one that the reference parser has to judge. */
  static final int IRREGULAR = -2;

  /** Few enough that what is known of a block stays in the cache. */
  private static final int MOST_ROWS = 1 << 10;

  private static final int MOST_CELLS = 1 << 15;

  private static final int MOST_FIELDS = 1 << 12;

  /** Commas, quotes and the ends of rows lie below it, and little else. */
  private static final int AFTER_COMMA = ',' + 1;

  private final int columns;
  private final int mostRows;
  private final int[] from;
  private final int[] to;
  private final int[] numbers;
  private final boolean[] left;
  private final boolean[] anyLeft;
  private byte[] bytes = new byte[0];
  private long[] words = new long[0];
  private boolean plain;
  private int end;
  private int at;
  private int number;
  private int count;

  /** Rows of so many fields. */
  ByteRows(int columns) {
    this.columns = columns;
    this.mostRows = Math.max(1, Math.min(MOST_ROWS, MOST_CELLS / columns));
    this.from = new int[mostRows * columns + MOST_FIELDS];
    this.to = new int[from.length];
    this.numbers = new int[mostRows];
    this.left = new boolean[mostRows * columns];
    this.anyLeft = new boolean[mostRows];
  }

  /** Goes to the start of a segment; doubled quotes will be removed from its bytes. */
  void open(RowSegments.Segment segment) {
    this.bytes = segment.bytes;
    this.words = segment.words;
    this.plain = columns > 1; // of one column, a blank row would look like others
    this.at = segment.from;
    this.end = segment.to;
    this.number = 0;
    this.count = 0;
  }

  /** Goes to where others stand in their segment. */
  void goOn(ByteRows others) {
    this.bytes = others.bytes;
    this.words = others.words;
    this.plain = columns > 1;
    this.at = others.at;
    this.end = others.end;
    this.number = others.number;
    this.count = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The same as words. */
  long[] words() {
    return words;
  }

  /** How many fields the rows of a block have: the distance of a field from that of the row before. */
  int columns() {
    return columns;
  }

  /** Where each field of the block begins, row by row. */
  int[] from() {
    return from;
  }

  /** Where each field ends. */
  int[] to() {
    return to;
  }

  /** How many rows the block has. */
  int count() {
    return count;
  }

  /** The one-based number of each row of the segment as a spreadsheet counts it: blank rows count, line breaks within a field do not. */
  int[] numbers() {
    return numbers;
  }

  /** The number of the row that was looked at last; how many there were, at the end of the segment. */
  int number() {
    return number;
  }

  /** Says that a cell of the block was not taken at first sight. */
  void leave(int row, int column) {
    left[row * columns + column] = true;
    anyLeft[row] = true;
  }

  /** Says so of all cells of a column. */
  void leaveAll(int column) {
    for (int row = 0; row < count; row++) {
      left[row * columns + column] = true;
    }
    Arrays.fill(anyLeft, 0, count, true);
  }

  /** True where any cell of a row was left. */
  boolean isAnyLeft(int row) {
    return anyLeft[row];
  }

  /** True where a cell was left. */
  boolean isLeft(int row, int column) {
    return left[row * columns + column];
  }

  /** Goes to the next row that is not blank, whatever its fields; how many it has, {@link #END} or {@link #IRREGULAR}. */
  int next() {
    count = 0;
    return row(0);
  }

  /**
   * Goes to the next block of rows that have the right number of fields. How many fields the row has that ends it, which is not
   * one of the block if they are of another number; or {@link #END} or {@link #IRREGULAR}.
   */
  int block() {
    Arrays.fill(left, 0, count * columns, false);
    Arrays.fill(anyLeft, 0, count, false);
    count = plain ? plainRows() : 0;
    if (count > 0) {
      return columns;
    }
    int rows = 0;
    int fields = columns;
    while (rows < mostRows && fields == columns) {
      fields = row(rows * columns);
      if (fields == columns) {
        numbers[rows++] = number;
      }
    }
    count = rows;
    return fields;
  }

  /**
   * Finds the fields of a block of rows in which nothing but commas and line ends lies below a comma; how many rows there are. From the
   * first that is another one on, be it blank, too long or of another number of fields, the segment is no longer taken for plain, so that
   * nothing is looked at many times.
   */
  private int plainRows() {
    byte[] all = bytes;
    int[] starts = from;
    int[] ends = to;
    int fields = columns;
    int found = Math.min(mostRows, FieldEnds.find(words, at, end >>> 3, ends, mostRows * fields) / fields);
    int field = 0;
    int start = at;
    int row = 0;
    int wrong = 0;
    while (row < found && wrong == 0) {
      int first = start;
      int last = field + fields - 1;
      for (; field < last; field++) {
        int i = ends[field];
        starts[field] = start;
        start = i + 1;
        wrong |= all[i] ^ ',';
      }
      int i = ends[field];
      starts[field++] = start;
      start = i + 1;
      wrong |= all[i] ^ '\n' | RowSegments.LONGEST_ROW - (i - first) >>> 31;
      if (wrong == 0) {
        numbers[row] = number + row + 1;
        row++;
      }
    }
    plain = wrong == 0 && row > 0;
    at = row == 0 ? at : ends[row * fields - 1] + 1;
    number += row;
    return row;
  }

  /** Finds the fields of the next row that is not blank and writes them down from a place on. */
  private int row(int place) {
    byte[] all = bytes;
    long[] eights = words;
    int[] starts = from;
    int[] ends = to;
    int start = at;
    while (start < end && (all[start] == '\n' || all[start] == '\r')) {
      start = afterRow(start);
      number++;
    }
    if (start >= end) {
      at = start;
      return END;
    }
    number++;
    int field = place;
    int most = place + MOST_FIELDS;
    starts[field] = start;
    int word = start >>> 3;
    long marks = ByteWords.below(eights[word], AFTER_COMMA) & -1L << (start << 3);
    while (true) {
      while (marks == 0) {
        marks = ByteWords.below(eights[++word], AFTER_COMMA);
      }
      int i = (word << 3) + ByteWords.place(marks);
      marks &= marks - 1;
      byte b = all[i];
      if (b == ',') {
        ends[field++] = i;
        if (field == most) {
          return IRREGULAR;
        }
        starts[field] = i + 1;
      } else if (b == '\n' || b == '\r') {
        ends[field++] = i;
        return rowEnded(start, i) ? field - place : IRREGULAR;
      } else if (b == '"') {
        i = i == starts[field] ? quoted(i + 1, field) : IRREGULAR;
        if (i < 0 || ++field == most) {
          return IRREGULAR;
        }
        if (all[i] != ',') {
          return rowEnded(start, i) ? field - place : IRREGULAR;
        }
        starts[field] = i + 1;
        word = i >>> 3;
        marks = ByteWords.below(eights[word], AFTER_COMMA) & -2L << (i << 3 | 7);
      }
    }
  }

  /** Goes behind the end of a row; false where the row was too long. */
  private boolean rowEnded(int start, int i) {
    at = Math.min(afterRow(i), end);
    return i - start <= RowSegments.LONGEST_ROW;
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
    for (int i = start; i < written && written < read - 1; i++) {
      ByteWords.put(words, i, bytes[i]);
    }
    from[field] = start;
    to[field] = written;
    boolean follows = bytes[read] == ',' || bytes[read] == '\n' || bytes[read] == '\r';
    return closed && follows ? read : IRREGULAR;
  }
}
