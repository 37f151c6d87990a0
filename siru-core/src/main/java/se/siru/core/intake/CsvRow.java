package se.siru.core.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields of one row, in one array of characters that the next row overwrites. Not thread-safe. */
final class CsvRow {
  private char[] chars = new char[1024];
  private int[] ends = new int[32];
  private int count;
  private long number;

  void begin() {
    count = 0;
  }

  void number(long row) {
    this.number = row;
  }

  /** Adds a field; false where the row becomes longer than {@code most}. */
  boolean add(char[] from, int offset, int length, int most) {
    int start = end();
    int end = start + length;
    if (end > most) {
      return false;
    }
    if (end > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(end, chars.length * 2));
    }
    System.arraycopy(from, offset, chars, start, length);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = end;
    return true;
  }

  private int end() {
    return count == 0 ? 0 : ends[count - 1];
  }

  /** The one-based row as a spreadsheet counts it: blank rows count, line breaks within a field do not. */
  long number() {
    return number;
  }

  /** How many fields there are. */
  int count() {
    return count;
  }

  /** The characters of all fields. */
  char[] chars() {
    return chars;
  }

  /** Where a field begins in {@link #chars}. */
  int from(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  /** Where a field ends in {@link #chars}. */
  int to(int field) {
    return ends[field];
  }

  /** A field as a text. */
  String text(int field) {
    return new String(chars, from(field), to(field) - from(field));
  }

  /** All fields as texts. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(i));
    }
    return texts;
  }
}
