package se.siru.core.portfolio;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;

/**
 * A column while rows are added. Its array is made when the first value comes, so a field that nobody fills costs nothing; slots
 * that no row has reached hold the missing value.
 */
abstract class GrowingColumn {

  /** An empty column for the values of a field. */
  static GrowingColumn of(Field<?> field) {
    switch (field.kind()) {
      case CODE:
      case REFERENCE:
        return new Ints(field.many());
      case DATE:
        return new Days();
      case TEXT:
        return new Texts();
      default:
        return new Longs();
    }
  }

  /** Makes room; called for every column of a batch at once. */
  abstract void grow(int capacity);

  /** Forgets the values of the row under way. */
  abstract void clear(int row);

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
        ints = filled(size, Column.Ints.MISSING);
      }
      return ints;
    }

    int[] days() {
      if (days == null) {
        days = filled(size, Column.Days.MISSING);
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

  private static int[] filled(int length, int value) {
    int[] array = new int[length];
    Arrays.fill(array, value);
    return array;
  }

  /** Codes and references; see {@link Column.Ints} for the encoding. */
  static class Ints extends GrowingColumn {
    int @Nullable [] values;
    IntSets sets = new IntSets();
    private final boolean many;
    private int[] several = new int[4];
    private int severalCount;

    Ints(boolean many) {
      this.many = many;
    }

    int[] values(int capacity) {
      int[] array = values;
      if (array == null) {
        array = filled(capacity, Column.Ints.MISSING);
        values = array;
      }
      return array;
    }

    void add(int row, int element, int capacity) {
      int[] array = values(capacity);
      int value = array[row];
      if (!many || value == Column.Ints.MISSING) {
        array[row] = element;
        return;
      }
      if (severalCount == 0) {
        several[severalCount++] = value;
      }
      if (severalCount == several.length) {
        several = Arrays.copyOf(several, severalCount * 2);
      }
      several[severalCount++] = element;
    }

    @Override
    void grow(int capacity) {
      int[] array = values;
      if (array != null) {
        int length = array.length;
        values = Arrays.copyOf(array, capacity);
        Arrays.fill(values, length, capacity, Column.Ints.MISSING);
      }
    }

    @Override
    void clear(int row) {
      severalCount = 0;
      if (values != null) {
        values[row] = Column.Ints.MISSING;
      }
    }

    @Override
    void commit(int row) {
      if (severalCount > 0 && values != null) {
        values[row] = encode(several, severalCount, sets);
        severalCount = 0;
      }
    }

    /** The value of a row that holds the given elements, whose order and repetitions do not matter; sorts them in place. */
    static int encode(int[] elements, int count, IntSets sets) {
      Arrays.sort(elements, 0, count);
      int distinct = 0;
      for (int i = 0; i < count; i++) {
        if (distinct == 0 || elements[i] != elements[distinct - 1]) {
          elements[distinct++] = elements[i];
        }
      }
      switch (distinct) {
        case 0:
          return Column.Ints.MISSING;
        case 1:
          return elements[0];
        default:
          return -2 - sets.index(Arrays.copyOf(elements, distinct));
      }
    }

    @Override
    void take(int at, GrowingColumn part, int count, int capacity, Renumbering numbers) {
      Ints other = (Ints) part;
      int[] source = other.values;
      if (source == null) {
        return;
      }
      int[] target = values(capacity);
      if (numbers.isNone() && other.sets.count() == 0) {
        System.arraycopy(source, 0, target, at, count);
      } else {
        int[] several = encoded(other.sets, numbers);
        for (int row = 0; row < count; row++) {
          int value = source[row];
          target[at + row] = value >= 0 ? numbers.of(value) : value == Column.Ints.MISSING ? value : several[-2 - value];
        }
      }
      other.values = null;
    }

    /** The values that stand for the sets of another column here. */
    private int[] encoded(IntSets others, Renumbering numbers) {
      int[] encoded = new int[others.count()];
      for (int set = 0; set < encoded.length; set++) {
        int[] elements = new int[others.size(set)];
        for (int i = 0; i < elements.length; i++) {
          elements[i] = numbers.of(others.element(set, i));
        }
        encoded[set] = encode(elements, elements.length, sets);
      }
      return encoded;
    }

    @Override
    void gather(List<? extends GrowingColumn> from, int[] columns, int[] rows) {
      for (int row = 0; row < rows.length; row++) {
        Ints other = (Ints) from.get(columns[row]);
        int[] source = other.values;
        int value = source == null ? Column.Ints.MISSING : source[rows[row]];
        if (value != Column.Ints.MISSING) {
          values(rows.length)[row] = value >= 0 ? value : encode(other.sets, -2 - value);
        }
      }
    }

    private int encode(IntSets others, int set) {
      int[] elements = new int[others.size(set)];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = others.element(set, i);
      }
      return encode(elements, elements.length, sets);
    }

    @Override
    Column freeze(int size, Blanks blanks) {
      sets.seal();
      return new Column.Ints(values == null ? blanks.ints() : values, size, sets);
    }
  }

  /** Numbers. */
  static final class Longs extends GrowingColumn {
    long @Nullable [] values;

    long[] values(int capacity) {
      long[] array = values;
      if (array == null) {
        array = new long[capacity];
        Arrays.fill(array, Column.Longs.MISSING);
        values = array;
      }
      return array;
    }

    @Override
    void grow(int capacity) {
      long[] array = values;
      if (array != null) {
        int length = array.length;
        values = Arrays.copyOf(array, capacity);
        Arrays.fill(values, length, capacity, Column.Longs.MISSING);
      }
    }

    @Override
    void clear(int row) {
      if (values != null) {
        values[row] = Column.Longs.MISSING;
      }
    }

    @Override
    void take(int at, GrowingColumn part, int count, int capacity, Renumbering numbers) {
      Longs other = (Longs) part;
      if (other.values != null) {
        System.arraycopy(other.values, 0, values(capacity), at, count);
        other.values = null;
      }
    }

    @Override
    void gather(List<? extends GrowingColumn> from, int[] columns, int[] rows) {
      for (int row = 0; row < rows.length; row++) {
        long[] source = ((Longs) from.get(columns[row])).values;
        if (source != null) {
          values(rows.length)[row] = source[rows[row]];
        }
      }
    }

    @Override
    Column.Longs freeze(int size, Blanks blanks) {
      return new Column.Longs(values == null ? blanks.longs() : values, size);
    }
  }

  /** Days. */
  static final class Days extends GrowingColumn {
    int @Nullable [] values;

    int[] values(int capacity) {
      int[] array = values;
      if (array == null) {
        array = filled(capacity, Column.Days.MISSING);
        values = array;
      }
      return array;
    }

    @Override
    void grow(int capacity) {
      int[] array = values;
      if (array != null) {
        int length = array.length;
        values = Arrays.copyOf(array, capacity);
        Arrays.fill(values, length, capacity, Column.Days.MISSING);
      }
    }

    @Override
    void clear(int row) {
      if (values != null) {
        values[row] = Column.Days.MISSING;
      }
    }

    @Override
    void take(int at, GrowingColumn part, int count, int capacity, Renumbering numbers) {
      Days other = (Days) part;
      if (other.values != null) {
        System.arraycopy(other.values, 0, values(capacity), at, count);
        other.values = null;
      }
    }

    @Override
    void gather(List<? extends GrowingColumn> from, int[] columns, int[] rows) {
      for (int row = 0; row < rows.length; row++) {
        int[] source = ((Days) from.get(columns[row])).values;
        if (source != null) {
          values(rows.length)[row] = source[rows[row]];
        }
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
  }

  /** Texts. */
  static final class Texts extends GrowingColumn {
    @Nullable String @Nullable [] values;

    @Nullable String[] values(int capacity) {
      @Nullable String[] array = values;
      if (array == null) {
        array = new String[capacity];
        values = array;
      }
      return array;
    }

    @Override
    void grow(int capacity) {
      if (values != null) {
        values = Arrays.copyOf(values, capacity);
      }
    }

    @Override
    void clear(int row) {
      if (values != null) {
        values[row] = null;
      }
    }

    @Override
    void take(int at, GrowingColumn part, int count, int capacity, Renumbering numbers) {
      Texts other = (Texts) part;
      if (other.values != null) {
        System.arraycopy(other.values, 0, values(capacity), at, count);
        other.values = null;
      }
    }

    @Override
    void gather(List<? extends GrowingColumn> from, int[] columns, int[] rows) {
      for (int row = 0; row < rows.length; row++) {
        @Nullable String[] source = ((Texts) from.get(columns[row])).values;
        if (source != null) {
          values(rows.length)[row] = source[rows[row]];
        }
      }
    }

    @Override
    Column.Texts freeze(int size, Blanks blanks) {
      @Nullable String[] array = values;
      return array == null ? new Column.Texts(row -> null, size) : new Column.Texts(row -> array[row], size);
    }
  }
}
