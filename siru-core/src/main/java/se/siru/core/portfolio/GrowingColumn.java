package se.siru.core.portfolio;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;

/** A column while rows are added. */
abstract class GrowingColumn {

  /** An empty column for the values of a field. */
  static GrowingColumn of(Field<?> field) {
    switch (field.kind()) {
      case CODE:
      case REFERENCE:
        return new GrowingInts(field.many());
      case DATE:
        return new GrowingDays();
      case TEXT:
        return new GrowingTexts();
      default:
        return new GrowingLongs();
    }
  }

  /** Makes room; called for every column of a batch at once. */
  abstract void grow(int capacity);

  /** Forgets the values of the row under way. */
  abstract void clear(int row);

  /** Forgets all rows, but keeps the array for others; whoever read the column must be done with it. */
  abstract void reuse();

  /** Ends the row under way. */
  void commit(int row) {}

  /**
   * Takes all rows of a column of the same kind, from a row of this one on; the other must not be used afterwards.
   *
   * @param capacity how many rows this column will have
   */
  abstract void take(int at, GrowingColumn part, int count, int capacity, Renumbering numbers);

  /** Takes chosen rows of columns of the same kind: row {@code i} is row {@code rows[i]} of column {@code columns[i]}. */
  abstract void gather(List<? extends GrowingColumn> from, int[] columns, int[] rows);

  /** The finished column; the growing one must not be used afterwards. */
  abstract Column freeze(int size, Blanks blanks);

  /** Brings what is kept into as few bytes as it needs, once it does not change any more. */
  void pack(int size) {}

  /**
   * The finished column of this part and others behind it, all of them packed; they must not be used afterwards.
   *
   * @param parts this column and the others, in order
   * @param counts how many rows each has
   */
  abstract Column freeze(List<? extends GrowingColumn> parts, int[] counts);

  /** What columns without any value share in one batch. */
  static final class Blanks {
    private final int size;
    private int @Nullable [] ints;
    private int @Nullable [] days;
    private long @Nullable [] longs;

    Blanks(int size) {
      this.size = size;
    }

    int[] ints() {
      if (ints == null) {
        ints = new int[size];
        Arrays.fill(ints, Column.Ints.MISSING);
      }
      return ints;
    }

    int[] days() {
      if (days == null) {
        days = new int[size];
        Arrays.fill(days, Column.Days.MISSING);
      }
      return days;
    }

    long[] longs() {
      if (longs == null) {
        longs = new long[size];
        Arrays.fill(longs, Column.Longs.MISSING);
      }
      return longs;
    }
  }
}
