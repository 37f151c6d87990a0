package se.siru.core.portfolio;

import java.util.Arrays;

/** Numbers while rows are added. */
final class GrowingLongs extends GrowingArray<long[]> {

  @Override
  long[] missing(int capacity) {
    long[] array = new long[capacity];
    Arrays.fill(array, Column.Longs.MISSING);
    return array;
  }

  @Override
  void copy(long[] from, int row, long[] to, int at) {
    to[at] = from[row];
  }

  @Override
  void clear(int row) {
    if (values != null) {
      values[row] = Column.Longs.MISSING;
    }
  }

  @Override
  Column.Longs freeze(int size, Blanks blanks) {
    return new Column.Longs(values == null ? blanks.longs() : values, size);
  }
}
