package se.siru.core.portfolio;

import java.lang.reflect.Array;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column in an array. It is made when the first value comes, so a field that nobody fills costs nothing; places that no row has
 * reached hold the missing value.
 *
 * @param <A> the array
 */
abstract class GrowingArray<A> extends GrowingColumn {
  /** The values by row; null where no row has one. */
  @Nullable A values;

  /** An array of missing values. */
  abstract A missing(int capacity);

  /** Copies one value. */
  abstract void copy(A from, int row, A to, int at);

  /** The values, to be written to; {@code capacity} is how many rows the batch has room for. */
  final A values(int capacity) {
    A array = values;
    if (array == null) {
      array = missing(capacity);
      values = array;
    }
    return array;
  }

  /** Fills an array whose first place is filled with what stands there: copies are faster than a loop. */
  static void repeat(Object array, int length) {
    for (int filled = 1; filled < length; filled <<= 1) {
      System.arraycopy(array, 0, array, filled, Math.min(filled, length - filled));
    }
  }

  @Override
  final void grow(int capacity) {
    A array = values;
    if (array != null) {
      A larger = missing(capacity);
      System.arraycopy(array, 0, larger, 0, Array.getLength(array));
      values = larger;
    }
  }

  /** The array of a column of the same kind. */
  @SuppressWarnings("unchecked") // the columns of one field are of one kind
  final @Nullable A valuesOf(GrowingColumn column) {
    return ((GrowingArray<A>) column).values;
  }

  @Override
  void take(int at, GrowingColumn part, int count, int capacity, Renumbering numbers) {
    A source = valuesOf(part);
    if (source != null) {
      System.arraycopy(source, 0, values(capacity), at, count);
      ((GrowingArray<?>) part).values = null;
    }
  }

  @Override
  void gather(List<? extends GrowingColumn> from, int[] columns, int[] rows) {
    for (int row = 0; row < rows.length; row++) {
      A source = valuesOf(from.get(columns[row]));
      if (source != null) {
        copy(source, rows[row], values(rows.length), row);
      }
    }
  }
}
