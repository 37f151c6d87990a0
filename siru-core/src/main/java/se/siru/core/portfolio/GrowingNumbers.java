package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.PackedNumbers;

/**
 * A column of numbers, in an array while rows are added and checked, packed once it does not change any more.
 *
 * @param <A> the array
 */
abstract class GrowingNumbers<A> extends GrowingArray<A> {
  private @Nullable PackedNumbers packed;

  /** The number that stands for a missing value. */
  abstract long missingValue();

  /** Packs the first numbers of an array. */
  abstract PackedNumbers packed(A array, int size);

  @Override
  final void pack(int size) {
    A array = values;
    if (array != null) {
      packed = packed(array, size);
      values = null;
    }
  }

  /** The packed numbers of a column, of which it lets go; null where all are missing. */
  static @Nullable PackedNumbers takePacked(GrowingColumn column) {
    GrowingNumbers<?> own = (GrowingNumbers<?>) column;
    PackedNumbers numbers = own.packed;
    own.packed = null;
    return numbers;
  }

  /** The packed numbers of all parts. */
  final PackedNumbers joined(List<? extends GrowingColumn> parts, int[] counts) {
    List<@Nullable PackedNumbers> all = new ArrayList<>();
    parts.forEach(part -> all.add(takePacked(part)));
    return PackedNumbers.joined(all, counts, missingValue());
  }

  /** How many rows all parts have. */
  static int size(int[] counts) {
    return Arrays.stream(counts).sum();
  }
}
