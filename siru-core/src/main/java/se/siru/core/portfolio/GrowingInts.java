package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.PackedNumbers;

/** Codes and references while rows are added; see {@link Column.Ints} for the encoding. */
class GrowingInts extends GrowingNumbers<int[]> {
  IntSets sets = new IntSets();
  private final boolean many;
  private int[] several = new int[4];
  private int severalCount;

  GrowingInts(boolean many) {
    this.many = many;
  }

  @Override
  final int[] room(int capacity) {
    return new int[capacity];
  }

  @Override
  final void clearFirst(int[] array) {
    array[0] = Column.Ints.MISSING;
  }

  @Override
  final void reuse() {
    super.reuse();
    sets = new IntSets();
    severalCount = 0;
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
    GrowingInts other = (GrowingInts) part;
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
  final void gather(List<int @Nullable []> from, int[] columns, int[] rows, int[] into) {
    int @Nullable [][] all = from.toArray(new int[0][]);
    for (int row = 0; row < rows.length; row++) {
      int @Nullable [] array = all[columns[row]];
      if (array != null) {
        into[row] = array[rows[row]];
      }
    }
  }

  @Override
  final void gather(List<? extends GrowingColumn> from, int[] columns, int[] rows) {
    super.gather(from, columns, rows);
    int[] taken = values;
    if (taken != null && from.stream().anyMatch(column -> ((GrowingInts) column).sets.count() > 0)) {
      for (int row = 0; row < rows.length; row++) {
        if (taken[row] < Column.Ints.MISSING) {
          taken[row] = encode(((GrowingInts) from.get(columns[row])).sets, -2 - taken[row]);
        }
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

  @Override
  Column freeze(List<? extends GrowingColumn> parts, int[] counts) {
    boolean anySets = parts.stream().anyMatch(part -> ((GrowingInts) part).sets.count() > 0);
    PackedNumbers numbers = anySets && parts.size() > 1 ? joinedSets(parts, counts) : joined(parts, counts);
    sets.seal();
    return new Column.Ints(numbers, size(counts), sets);
  }

  /** The packed numbers of all parts, and here their sets, each once. */
  private PackedNumbers joinedSets(List<? extends GrowingColumn> parts, int[] counts) {
    IntSets all = new IntSets();
    List<int[]> several = new ArrayList<>();
    PackedNumbers.Range range = PackedNumbers.Range.NONE;
    List<@Nullable PackedNumbers> own = new ArrayList<>();
    for (int p = 0; p < counts.length; p++) {
      several.add(encodedInto(all, ((GrowingInts) parts.get(p)).sets));
      PackedNumbers numbers = takePacked(parts.get(p));
      own.add(numbers);
      range = numbers == null ? range.and(PackedNumbers.Range.MISSING) : range.and(numbers.range());
    }
    PackedNumbers.Filler filler =
        new PackedNumbers.Filler(
            size(counts), Column.Ints.MISSING, range.and(new PackedNumbers.Range(-1L - all.count(), 0, true)));
    int[] unpacked = new int[Arrays.stream(counts).max().orElse(0)];
    for (int p = 0; p < counts.length; p++) {
      PackedNumbers numbers = own.get(p);
      if (numbers == null) {
        filler.skip(counts[p]);
        continue;
      }
      numbers.copy(unpacked, counts[p]);
      int[] ofSet = several.get(p);
      for (int row = 0; row < counts[p] && ofSet.length > 0; row++) {
        int value = unpacked[row];
        unpacked[row] = value >= Column.Ints.MISSING ? value : ofSet[-2 - value];
      }
      filler.add(unpacked, counts[p]);
    }
    sets = all;
    return filler.filled();
  }

  private static int[] encodedInto(IntSets all, IntSets others) {
    int[] encoded = new int[others.count()];
    for (int set = 0; set < encoded.length; set++) {
      int[] elements = new int[others.size(set)];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = others.element(set, i);
      }
      encoded[set] = -2 - all.index(elements);
    }
    return encoded;
  }

  @Override
  final long missingValue() {
    return Column.Ints.MISSING;
  }

  @Override
  final PackedNumbers packed(int[] array, int size) {
    return PackedNumbers.of(array, size, Column.Ints.MISSING);
  }
}
