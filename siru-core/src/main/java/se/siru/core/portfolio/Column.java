package se.siru.core.portfolio;

import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.PackedNumbers;
import se.siru.core.stability.Provided;

/**
 * The values of one field over the rows of one batch. Arrays are handed out for speed and must not be written to. Facts are kept in as
 * few bytes as their range needs; their values are read one by one, and an array of them is a copy. A minor version
 * may add kinds and lay values out otherwise; the meaning of {@code MISSING}, {@link #size}, {@code value}, {@link Ints#count}, {@link
 * Ints#element} and {@link Texts#get} stays ({@code docs/decisions/0010-columns-are-part-of-the-api.md}).
 */
@Provided(since = "0.1.0")
public sealed interface Column {

  /** How many rows there are. */
  int size();

  private static int[] unpacked(PackedNumbers packed, int size) {
    int[] copy = new int[size];
    packed.copy(copy, size);
    return copy;
  }

  /**
   * Codes, as positions in their code list, or references, as row numbers in the table they point at.
   *
   * <p>An element is 0 or greater. {@link #MISSING} is no value. Where the field may hold many values, a row with exactly one
   * holds it directly and a row with several holds {@code -2 - s}, where {@code s} is a set in {@link #sets}.
   */
  @Provided(since = "0.1.0")
  final class Ints implements Column {
    /** No value. */
    public static final int MISSING = -1;

    private final int @Nullable [] values;
    private final @Nullable PackedNumbers packed;
    private final int size;
    private final IntSets sets;

    Ints(int[] values, int size, IntSets sets) {
      this.values = values;
      this.packed = null;
      this.size = size;
      this.sets = sets;
    }

    Ints(PackedNumbers packed, int size, IntSets sets) {
      this.values = null;
      this.packed = packed;
      this.size = size;
      this.sets = sets;
    }

    @Override
    public int size() {
      return size;
    }

    /** The value of a row. */
    public int value(int row) {
      return values != null ? values[row] : (int) Objects.requireNonNull(packed).at(row);
    }

    /** One value a row; may be longer than {@link #size}. Of facts it is a copy: {@link #value} reads one without. */
    public int[] values() {
      return values != null ? values : unpacked(Objects.requireNonNull(packed), size);
    }

    /** Copies the values of a run of rows to the beginning of an array: cheaper than one by one. */
    public void copy(int from, int[] into, int count) {
      if (values != null) {
        System.arraycopy(values, from, into, 0, count);
      } else {
        Objects.requireNonNull(packed).copy(from, into, count);
      }
    }

    /** True where it is known without a look at them that all rows hold a value. */
    public boolean isComplete() {
      return packed != null && packed.range().complete();
    }

    /** True where it is known without a look at them that all rows hold the same, be it no value. */
    public boolean isUniform() {
      return packed != null && packed.range().isConstant();
    }

    /** The sets that values below -1 point at; empty for fields of one value. */
    public IntSets sets() {
      return sets;
    }

    /** How many elements a row holds. */
    public int count(int row) {
      int value = value(row);
      return value >= 0 ? 1 : value == MISSING ? 0 : sets.size(-2 - value);
    }

    /** An element of a row, in ascending order; {@code index} is below {@link #count}. */
    public int element(int row, int index) {
      int value = value(row);
      return value >= 0 ? value : sets.element(-2 - value, index);
    }
  }

  /** Whole numbers, decimals scaled by the field's scale, or minor units of money. {@link #MISSING} is no value. */
  @Provided(since = "0.1.0")
  final class Longs implements Column {
    /** No value. */
    public static final long MISSING = Long.MIN_VALUE;

    private final long @Nullable [] values;
    private final @Nullable PackedNumbers packed;
    private final int size;

    Longs(long[] values, int size) {
      this.values = values;
      this.packed = null;
      this.size = size;
    }

    Longs(PackedNumbers packed, int size) {
      this.values = null;
      this.packed = packed;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    /** The value of a row. */
    public long value(int row) {
      return values != null ? values[row] : Objects.requireNonNull(packed).at(row);
    }

    /** One value a row; may be longer than {@link #size}. Of facts it is a copy: {@link #value} reads one without. */
    public long[] values() {
      if (values != null) {
        return values;
      }
      long[] copy = new long[size];
      Objects.requireNonNull(packed).copy(copy, size);
      return copy;
    }

    /** Copies the values of a run of rows to the beginning of an array: cheaper than one by one. */
    public void copy(int from, long[] into, int count) {
      if (values != null) {
        System.arraycopy(values, from, into, 0, count);
      } else {
        Objects.requireNonNull(packed).copy(from, into, count);
      }
    }

    /** True where it is known without a look at them that all rows hold a value. */
    public boolean isComplete() {
      return packed != null && packed.range().complete();
    }
  }

  /** Days since 1970-01-01. The column of an inclusive last day holds the day after. {@link #MISSING} is no value. */
  @Provided(since = "0.1.0")
  final class Days implements Column {
    /** No value. */
    public static final int MISSING = Integer.MIN_VALUE;

    private final int @Nullable [] values;
    private final @Nullable PackedNumbers packed;
    private final int size;

    Days(int[] values, int size) {
      this.values = values;
      this.packed = null;
      this.size = size;
    }

    Days(PackedNumbers packed, int size) {
      this.values = null;
      this.packed = packed;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    /** The value of a row. */
    public int value(int row) {
      return values != null ? values[row] : (int) Objects.requireNonNull(packed).at(row);
    }

    /** One value a row; may be longer than {@link #size}. Of facts it is a copy: {@link #value} reads one without. */
    public int[] values() {
      return values != null ? values : unpacked(Objects.requireNonNull(packed), size);
    }

    /** Copies the values of a run of rows to the beginning of an array: cheaper than one by one. */
    public void copy(int from, int[] into, int count) {
      if (values != null) {
        System.arraycopy(values, from, into, 0, count);
      } else {
        Objects.requireNonNull(packed).copy(from, into, count);
      }
    }
  }

  /** Texts and ids. Null is no value. */
  @Provided(since = "0.1.0")
  final class Texts implements Column {
    private final IntFunction<@Nullable String> texts;
    private final int size;

    Texts(IntFunction<@Nullable String> texts, int size) {
      this.texts = texts;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    /** The text of a row, or null. */
    public @Nullable String get(int row) {
      return texts.apply(row);
    }
  }
}
