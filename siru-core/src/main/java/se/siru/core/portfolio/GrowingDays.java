package se.siru.core.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
  void gather(List<int @Nullable []> from, int[] columns, int[] rows, int[] into) {
    int @Nullable [][] all = from.toArray(new int[0][]);
    for (int row = 0; row < rows.length; row++) {
      int @Nullable [] array = all[columns[row]];
      if (array != null) {
        into[row] = array[rows[row]];
      }
    }
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
