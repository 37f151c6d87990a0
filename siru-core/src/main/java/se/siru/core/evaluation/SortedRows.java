package se.siru.core.evaluation;

import java.util.Arrays;

/**
 * Some rows of {@link ElementRows} in the order of elements, or of what lies behind these. Arrays are not to be changed.
 *
 * @param starts for each element, and what would be the one after the last, where its rows begin
 * @param numbers the class of each row
 * @param rows the number of each row
 */
record SortedRows(int[] starts, int[] numbers, int[] rows) {
  /** The rows of some classes in the order of elements. */
  static SortedRows of(ElementRows met, boolean[] isTaken) {
    int[] starts = new int[met.domain() + 1];
    int count = met.size();
    for (int row = 0; row < count; row++) {
      starts[met.element(row) + 1] += isTaken[met.number(row)] ? 1 : 0;
    }
    SortedRows sorted = empty(starts);
    int[] next = Arrays.copyOf(starts, met.domain());
    for (int row = 0; row < count; row++) {
      if (isTaken[met.number(row)]) {
        sorted.put(next[met.element(row)]++, met, row);
      }
    }
    return sorted;
  }

  /**
   * The rows of some classes in the order of what lies behind their elements; a row stands at each of several.
   *
   * @param ofElement what each element leads to
   * @param behind how many elements may lie there
   */
  static SortedRows behind(ElementRows met, boolean[] isTaken, int[] ofElement, SetPool sets, int behind) {
    int[] starts = new int[behind + 1];
    int count = met.size();
    for (int row = 0; row < count; row++) {
      int encoded = ofElement[met.element(row)];
      for (int e = isTaken[met.number(row)] ? sets.count(encoded) - 1 : -1; e >= 0; e--) {
        starts[sets.element(encoded, e) + 1]++;
      }
    }
    SortedRows sorted = empty(starts);
    int[] next = Arrays.copyOf(starts, behind);
    for (int row = 0; row < count; row++) {
      int encoded = ofElement[met.element(row)];
      for (int e = isTaken[met.number(row)] ? sets.count(encoded) - 1 : -1; e >= 0; e--) {
        sorted.put(next[sets.element(encoded, e)]++, met, row);
      }
    }
    return sorted;
  }

  private void put(int place, ElementRows met, int row) {
    numbers[place] = met.number(row);
    rows[place] = row;
  }

  /** Room for rows; makes of how many each element has where they begin. */
  private static SortedRows empty(int[] starts) {
    for (int element = 1; element < starts.length; element++) {
      starts[element] += starts[element - 1];
    }
    int count = starts[starts.length - 1];
    return new SortedRows(starts, new int[count], new int[count]);
  }
}
