package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Dimension;
import se.siru.core.model.Field;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.IntSets;
import se.siru.core.primitive.TupleIndex;

/**
 * The combination of a record's codes in several dimensions as one number. Dimensions that go through the same column are worked
 * out together, once for every value the column may hold; a record then costs one look-up a column. The number means the same in
 * every batch, thread and part, so that states merge without translation.
 */
final class Combos {
  private final List<Dimension> dimensions;
  private final List<Group> groups = new ArrayList<>();
  private final int bits;

  /** Combinations of dimensions of one record type; {@code budget} is how many bits they may take. */
  Combos(List<Dimension> dimensions, int budget) {
    this.dimensions = dimensions;
    Map<Field<?>, List<Integer>> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < dimensions.size(); i++) {
      byColumn.computeIfAbsent(dimensions.get(i).path().first(), column -> new ArrayList<>()).add(i);
    }
    byColumn.forEach((column, members) -> groups.add(new Group(column, members)));
    this.bits = groups.isEmpty() ? 0 : Math.min(31, budget / groups.size());
  }

  /** Dimensions that start at the same column, and the different tuples of their codes. */
  private static final class Group {
    final Field<?> column;
    final List<Integer> members;
    final TupleIndex tuples;
    /** The number of each element's tuple, once it was worked out. */
    int @Nullable [] ofElement;
    int ofNone;
    /** How many tuples single elements have, and none; those of several elements have greater numbers. */
    int common;

    Group(Field<?> column, List<Integer> members) {
      this.column = column;
      this.members = members;
      this.tuples = new TupleIndex(members.size());
    }
  }

  List<Dimension> dimensions() {
    return dimensions;
  }

  /** True where there are no dimensions, so that there is one combination. */
  boolean isTrivial() {
    return groups.isEmpty();
  }

  /** How many bits a combination takes at most. */
  int bits() {
    return groups.size() * bits;
  }

  /** Reads the combination of the rows of a batch. */
  Reader bind(Batch batch, PathReader paths) {
    ElementReader[] numbers = new ElementReader[groups.size()];
    int[] ofNone = new int[numbers.length];
    for (int g = 0; g < numbers.length; g++) {
      Group group = groups.get(g);
      numbers[g] = reader(group, batch, paths);
      ofNone[g] = group.ofNone;
      requireRoom(group);
    }
    return new Reader(numbers, ofNone, bits, count(), groups.isEmpty() ? 1 : groups.get(0).common);
  }

  private ElementReader reader(Group group, Batch batch, PathReader paths) {
    int[] ofElement = group.ofElement;
    if (ofElement == null) { // what elements mean, batches have in common
      ofElement = number(group, paths);
      group.ofElement = ofElement;
    }
    Column.Ints column = (Column.Ints) batch.column(group.column.name());
    int[] ofSet = new int[column.sets().count()];
    for (int set = 0; set < ofSet.length; set++) {
      ofSet[set] = union(group, column.sets(), set, ofElement, paths.sets());
    }
    return new ElementReader(column, ofElement, ofSet);
  }

  /** Numbers the tuples of single elements, and that of none. */
  private int[] number(Group group, PathReader paths) {
    int[][] codes = new int[group.members.size()][];
    Arrays.setAll(codes, member -> paths.ofElement(dimensions.get(group.members.get(member))));
    int[] numbers = new int[paths.domain(group.column)];
    int[] tuple = new int[codes.length];
    for (int element = 0; element < numbers.length; element++) {
      for (int member = 0; member < tuple.length; member++) {
        tuple[member] = codes[member][element];
      }
      numbers[element] = group.tuples.add(tuple);
    }
    Arrays.fill(tuple, SetPool.UNKNOWN);
    group.ofNone = group.tuples.add(tuple);
    group.common = group.tuples.size();
    return numbers;
  }

  /**
   * The number of the tuple of a set. That of each of its elements leads to their codes, so that these are not looked for among all elements.
   */
  private static int union(Group group, IntSets sets, int set, int[] ofElement, SetPool pool) {
    int count = sets.size(set);
    int[] numbers = new int[count];
    boolean isOne = true;
    for (int i = 0; i < count; i++) {
      numbers[i] = ofElement[sets.element(set, i)];
      isOne &= numbers[i] == numbers[0];
    }
    if (isOne) {
      return numbers[0];
    }
    int[] tuple = new int[group.members.size()];
    int[] encodings = new int[count];
    for (int member = 0; member < tuple.length; member++) {
      for (int i = 0; i < count; i++) {
        encodings[i] = group.tuples.value(numbers[i], member);
      }
      tuple[member] = pool.union(encodings, count);
    }
    return group.tuples.add(tuple);
  }

  /** The codes of a combination, in the encoding of {@link SetPool}, in the order of the dimensions. */
  int[] decode(long combo) {
    int[] codes = new int[dimensions.size()];
    long rest = combo;
    for (int g = groups.size() - 1; g >= 0; g--) {
      Group group = groups.get(g);
      int number = (int) (rest & (1L << bits) - 1);
      rest >>>= bits;
      for (int i = 0; i < group.members.size(); i++) {
        codes[group.members.get(i)] = group.tuples.value(number, i);
      }
    }
    return codes;
  }

  /** The codes of a combination in the dimension at a place. */
  int code(long combo, int place) {
    long rest = combo;
    for (int g = groups.size() - 1; g >= 0; g--) {
      int member = groups.get(g).members.indexOf(place);
      if (member >= 0) {
        return groups.get(g).tuples.value((int) (rest & (1L << bits) - 1), member);
      }
      rest >>>= bits;
    }
    throw new IllegalArgumentException("no dimension " + place);
  }

  /** The combination of codes in the encoding of {@link SetPool}, in the order of the dimensions. */
  long encode(int[] codes) {
    long combo = 0;
    for (Group group : groups) {
      int[] tuple = new int[group.members.size()];
      for (int i = 0; i < tuple.length; i++) {
        tuple[i] = codes[group.members.get(i)];
      }
      combo = combo << bits | group.tuples.add(tuple);
      requireRoom(group);
    }
    return combo;
  }

  /** How many combinations are known so far, where they are numbered from 0 on. */
  int count() {
    return groups.isEmpty() ? 1 : groups.get(0).tuples.size();
  }

  private void requireRoom(Group group) {
    if (group.tuples.size() > 1L << bits) {
      throw new SiruException(ErrorCode.MISUSE, "too many combinations of " + dimensions + "; ask for fewer at a time");
    }
  }

  /** The combination of each row of a batch. */
  static final class Reader {
    private final ElementReader[] numbers;
    private final int[] ofNone;
    private final int bits;
    private final int count;
    private final int common;

    private Reader(ElementReader[] numbers, int[] ofNone, int bits, int count, int common) {
      this.numbers = numbers;
      this.ofNone = ofNone;
      this.bits = bits;
      this.count = count;
      this.common = common;
    }

    long read(int row) {
      long combo = 0;
      for (int g = 0; g < numbers.length; g++) {
        int number = numbers[g].read(row);
        combo = combo << bits | (number == SetPool.UNKNOWN ? ofNone[g] : number);
      }
      return combo;
    }

    /** True where combinations are few and numbered from 0 on, so that {@link #read(RecordBlock)} gives them. */
    boolean isDense() {
      return numbers.length <= 1;
    }

    /** How many combinations there are, where they are numbered from 0 on. */
    int count() {
      return count;
    }

    /** How many of these are those of single elements: the first, and most of what occurs. */
    int common() {
      return common;
    }

    /** Gives each chosen record of a block its combination, where they are numbered from 0 on. */
    void read(RecordBlock block) {
      int[] combos = block.combos;
      int count = block.counted();
      if (numbers.length == 0) {
        Arrays.fill(combos, 0, count, 0);
        return;
      }
      ElementReader reader = numbers[0];
      int[] values = block.values(reader.column());
      int[] direct = reader.ofElement();
      int none = ofNone[0];
      int[] chosen = block.chosen;
      for (int i = 0; i < count; i++) {
        int value = values[chosen[i]];
        combos[i] = value >= 0 ? direct[value] : value == SetPool.UNKNOWN ? none : reader.ofValue(value);
      }
    }
  }
}
