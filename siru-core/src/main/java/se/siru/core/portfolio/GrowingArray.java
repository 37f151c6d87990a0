package se.siru.core.portfolio;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** An array to be used again, whatever stands in it. */
  private @Nullable A spare;

  /** An array that holds anything. */
  abstract A room(int capacity);

  /** Has the first place of an array hold the missing value. */
  abstract void clearFirst(A array);

  private A missing(A array) {
    clearFirst(array);
    repeat(array, Array.getLength(array));
    return array;
  }

  /**
   * Takes chosen values in one loop: each row of {@code into} is that of {@code rows} in the array that {@code columns} names.
   *
   * @param from null for a column without any value
   */
  abstract void gather(List<@Nullable A> from, int[] columns, int[] rows, A into);

  /** The values, to be written to; {@code capacity} is how many rows the batch has room for. */
  final A values(int capacity) {
    A array = values;
    if (array == null) {
      A known = spare;
      array = missing(known != null && Array.getLength(known) >= capacity ? known : room(Math.max(capacity, 1)));
      values = array;
    }
    return array;
  }

  /** Fills an array whose first place is filled with what stands there: copies are faster than a loop. */
  private static void repeat(Object array, int length) {
    for (int filled = 1; filled < length; filled <<= 1) {
      System.arraycopy(array, 0, array, filled, Math.min(filled, length - filled));
    }
  }

  @Override
  final void grow(int capacity) {
    A array = values;
    if (array != null) {
      A larger = missing(room(Math.max(capacity, 1)));
      System.arraycopy(array, 0, larger, 0, Array.getLength(array));
      values = larger;
    }
  }

  @Override
  void reuse() {
    if (values != null) {
      spare = values;
      values = null;
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
    List<@Nullable A> arrays = new ArrayList<>();
    from.forEach(column -> arrays.add(valuesOf(column)));
    if (arrays.stream().anyMatch(Objects::nonNull)) {
      gather(arrays, columns, rows, values(rows.length));
    }
  }
}
