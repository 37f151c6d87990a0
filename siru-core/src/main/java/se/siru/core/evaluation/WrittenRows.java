package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows of elements as bytes, in the order of time keys, filters and elements: equal rows are equal bytes, whatever order made them. */
final class WrittenRows {
  private WrittenRows() {}

  /** Writes all rows. */
  static void write(StateWriter out, ElementRows rows, MarginBits margins) {
    int words = rows.words();
    long[] bits = rows.bits();
    long[] used = new long[words];
    for (int at = 0; at < rows.size() * words; at++) {
      used[at % words] |= bits[at];
    }
    int[] places = margins.write(out, used);
    List<int[]> ofClasses = byClass(rows);
    out.number(ofClasses.size());
    for (int[] ofClass : ofClasses) {
      int number = rows.number(ofClass[0]);
      out.number(rows.timeKey(number));
      out.number(rows.filters(number));
      int[] elements = Arrays.stream(ofClass).map(rows::element).toArray();
      out.ascending(elements, 0, elements.length);
      int[] own = new int[words * Long.SIZE];
      for (int row : ofClass) {
        int count = 0;
        for (int word = 0; word < words; word++) {
          for (long left = bits[row * words + word]; left != 0; left &= left - 1) {
            own[count++] = places[(word << 6) + Long.numberOfTrailingZeros(left)];
          }
        }
        Arrays.sort(own, 0, count);
        out.ascending(own, 0, count);
      }
    }
  }

  /** The rows of each class that has some, in the order of elements. */
  private static List<int[]> byClass(ElementRows rows) {
    int[] counts = new int[rows.classes()];
    for (int row = 0; row < rows.size(); row++) {
      counts[rows.number(row)]++;
    }
    int[][] ofClasses = new int[counts.length][];
    Arrays.setAll(ofClasses, number -> new int[counts[number]]);
    boolean[] all = new boolean[counts.length];
    Arrays.fill(all, true);
    SortedRows sorted = SortedRows.of(rows, all);
    int[] next = new int[counts.length];
    for (int at = 0; at < sorted.rows().length; at++) {
      int number = sorted.numbers()[at];
      ofClasses[number][next[number]++] = sorted.rows()[at];
    }
    List<int[]> some = new ArrayList<>(Arrays.stream(ofClasses).filter(own -> own.length > 0).toList());
    some.sort(
        Comparator.<int[]>comparingInt(own -> rows.timeKey(rows.number(own[0])))
            .thenComparing(own -> rows.filters(rows.number(own[0])), Long::compareUnsigned));
    return some;
  }

  /** Reads what {@link #write} wrote, {@code most} being how many time keys there may be. */
  static void read(StateReader in, ElementRows rows, MarginBits margins, int most) {
    int[] ofPlaces = margins.read(in);
    rows.widen(margins.words());
    for (int left = in.count(); left > 0; left--) {
      int key = in.below(most);
      long filters = in.number();
      for (int element : in.ascending(rows.domain())) {
        int[] own = in.ascending(ofPlaces.length);
        Arrays.setAll(own, i -> ofPlaces[own[i]]);
        rows.add(key, filters, element, MarginBits.marks(own, own.length));
      }
    }
  }
}
