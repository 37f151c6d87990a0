package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import se.siru.core.primitive.TupleIndex;

/**
 * The rows of one margin by the positions of their codes: made and sorted once for all measures that read the codes of their
 * dimensions from the same lists.
 */
final class RowIndex {
  private final Function<int[], MarginRow> make;
  private final TupleIndex tuples;
  private final List<MarginRow> rows = new ArrayList<>();
  private int[] sorted = new int[0];

  /** For each row of a table the number here of the same row, once it was shown: measures of the same records share such tables. */
  private final Map<TupleIndex, int[]> known = new IdentityHashMap<>();

  /**
   * No rows yet.
   *
   * @param width of how many codes a row is
   * @param make a row of the positions of its codes
   */
  RowIndex(int width, Function<int[], MarginRow> make) {
    this.tuples = new TupleIndex(width);
    this.make = make;
  }

  /** The numbers of those rows of a table that are shown, in the order of rows. */
  int[] sorted(TupleIndex table, IntPredicate isShown) {
    int[] numbers = numbers(table);
    boolean[] shown = new boolean[numbers.length];
    int[] tuple = new int[table.width()];
    int count = 0;
    for (int row = 0; row < numbers.length; row++) {
      if (isShown.test(row)) {
        shown[row] = true;
        count++;
        if (numbers[row] < 0) {
          table.copy(row, tuple);
          numbers[row] = number(tuple);
        }
      }
    }
    if (sorted.length < rows.size()) {
      sorted = sort();
    }
    int[] inTable = new int[rows.size()];
    Arrays.fill(inTable, -1);
    for (int row = 0; row < numbers.length; row++) {
      if (shown[row]) {
        inTable[numbers[row]] = row;
      }
    }
    int[] found = new int[count];
    int next = 0;
    for (int number : sorted) {
      if (inTable[number] >= 0) {
        found[next++] = inTable[number];
      }
    }
    return found;
  }

  private int[] numbers(TupleIndex table) {
    int[] before = known.getOrDefault(table, new int[0]);
    if (before.length == table.size()) {
      return before;
    }
    int[] numbers = Arrays.copyOf(before, table.size());
    Arrays.fill(numbers, before.length, numbers.length, -1);
    known.put(table, numbers);
    return numbers;
  }

  private int number(int[] tuple) {
    int number = tuples.add(tuple);
    if (number == rows.size()) {
      rows.add(make.apply(tuple));
    }
    return number;
  }

  private int[] sort() {
    Integer[] numbers = new Integer[rows.size()];
    Arrays.setAll(numbers, number -> number);
    Arrays.sort(numbers, (first, second) -> rows.get(first).compareTo(rows.get(second)));
    return Arrays.stream(numbers).mapToInt(Integer::intValue).toArray();
  }

  /** Rows of a table by their numbers there, which {@link #sorted} gave. */
  MarginRow[] rows(TupleIndex table, int[] numbers) {
    int[] own = numbers(table);
    MarginRow[] found = new MarginRow[numbers.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = rows.get(own[numbers[i]]);
    }
    return found;
  }
}
