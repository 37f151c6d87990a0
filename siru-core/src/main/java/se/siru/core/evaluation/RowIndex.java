package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    int[] numbers = new int[table.size()];
    int shown = 0;
    int[] tuple = new int[table.width()];
    for (int row = 0; row < numbers.length; row++) {
      if (isShown.test(row)) {
        table.copy(row, tuple);
        numbers[row] = number(tuple);
        shown++;
      } else {
        numbers[row] = -1;
      }
    }
    if (sorted.length < rows.size()) {
      sorted = sort();
    }
    int[] inTable = new int[rows.size()];
    Arrays.fill(inTable, -1);
    for (int row = 0; row < numbers.length; row++) {
      if (numbers[row] >= 0) {
        inTable[numbers[row]] = row;
      }
    }
    int[] found = new int[shown];
    int next = 0;
    for (int number : sorted) {
      if (inTable[number] >= 0) {
        found[next++] = inTable[number];
      }
    }
    return found;
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
    MarginRow[] found = new MarginRow[numbers.length];
    int[] tuple = new int[table.width()];
    for (int i = 0; i < found.length; i++) {
      table.copy(numbers[i], tuple);
      found[i] = rows.get(tuples.add(tuple));
    }
    return found;
  }
}
