package se.siru.core.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.PackedNumbers;

/** Numbers while rows are added. */
final class GrowingLongs extends GrowingNumbers<long[]> {

  @Override
  long[] room(int capacity) {
    return new long[capacity];
  }

  @Override
  void clearFirst(long[] array) {
    array[0] = Column.Longs.MISSING;
  }

  @Override
  void gather(List<long @Nullable []> from, int[] columns, int[] rows, long[] into) {
    long @Nullable [][] all = from.toArray(new long[0][]);
    for (int row = 0; row < rows.length; row++) {
      long @Nullable [] array = all[columns[row]];
      if (array != null) {
        into[row] = array[rows[row]];
      }
    }
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

  @Override
  Column.Longs freeze(List<? extends GrowingColumn> parts, int[] counts) {
    return new Column.Longs(joined(parts, counts), size(counts));
  }

  @Override
  long missingValue() {
    return Column.Longs.MISSING;
  }

  @Override
  PackedNumbers packed(long[] array, int size) {
    return PackedNumbers.of(array, size, Column.Longs.MISSING);
  }
}
