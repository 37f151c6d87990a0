package se.siru.core.portfolio;

import java.util.List;
import se.siru.core.primitive.PackedNumbers;

/** Days while rows are added. */
final class GrowingDays extends GrowingNumbers<int[]> {

  @Override
  int[] room(int capacity) {
    return new int[capacity];
  }

  @Override
  void clearFirst(int[] array) {
    array[0] = Column.Days.MISSING;
  }

  @Override
  void copy(int[] from, int row, int[] to, int at) {
    to[at] = from[row];
  }

  @Override
  void clear(int row) {
    if (values != null) {
      values[row] = Column.Days.MISSING;
    }
  }

  /** Replaces the days of all rows. */
  void set(int[] days) {
    System.arraycopy(days, 0, values(days.length), 0, days.length);
  }

  @Override
  Column.Days freeze(int size, Blanks blanks) {
    return new Column.Days(values == null ? blanks.days() : values, size);
  }

  @Override
  Column.Days freeze(List<? extends GrowingColumn> parts, int[] counts) {
    return new Column.Days(joined(parts, counts), size(counts));
  }

  @Override
  long missingValue() {
    return Column.Days.MISSING;
  }

  @Override
  PackedNumbers packed(int[] array, int size) {
    return PackedNumbers.of(array, size, Column.Days.MISSING);
  }
}
