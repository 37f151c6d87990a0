package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Dimension;
import se.siru.core.portfolio.Units;
import se.siru.core.primitive.TupleIndex;

/**
 * Counts units in the rows of bits of their elements, for all filters, periods and margins of records at once. Most units have one row,
 * whose bits are counted; the rows of others are first made one for each period and filter.
 */
final class RowUnits {
  private final ElementRows met;
  private final Supplier<SortedRows> sorted;
  private final @Nullable Units units;
  private final int[][] periods;
  private final int periodCount;
  private final @Nullable BitCounts[] ofCells;
  /** For each filter and period the last unit with several rows that was counted there; these are numbered from 1 on. */
  private final int[] counted;
  private final long[] any;
  private int several;

  /**
   * Units that are not counted yet.
   *
   * @param met the rows
   * @param sorted gives them in the order of what is counted
   * @param units the units of what is counted, or null where each is its own
   * @param periods for each class of rows the positions of its periods
   * @param periodCount how many periods there are
   */
  RowUnits(ElementRows met, Supplier<SortedRows> sorted, @Nullable Units units, int[][] periods, int periodCount) {
    this.met = met;
    this.sorted = sorted;
    this.units = units;
    this.periods = periods;
    this.periodCount = periodCount;
    this.ofCells = new BitCounts[Long.SIZE * periodCount];
    this.counted = new int[ofCells.length];
    this.any = new long[met.words()];
  }

  /** Counts, once. */
  void run() {
    SortedRows all = sorted.get();
    int[] starts = all.starts();
    int[] numbers = all.numbers();
    int[] rows = all.rows();
    int domain = starts.length - 1;
    @Nullable BitCounts[] ofClasses = new BitCounts[met.classes()];
    long[] bits = met.bits();
    int words = met.words();
    int until = 0;
    for (int element = 0; element < domain; element = until) {
      int from = starts[element];
      until = afterUnit(element, domain);
      int to = starts[until];
      if (to - from == 1) {
        BitCounts counts = ofClasses[numbers[from]];
        if (counts == null) {
          counts = new BitCounts(words);
          ofClasses[numbers[from]] = counts;
        }
        counts.add(bits, rows[from] * words);
      } else if (to > from) {
        count(numbers, rows, from, to);
      }
    }
    for (int number = 0; number < ofClasses.length; number++) {
      BitCounts own = ofClasses[number];
      if (own != null) {
        add(own, number);
      }
    }
  }

  private int afterUnit(int element, int domain) {
    int after = element + 1;
    if (units != null) {
      int unit = units.unit(element);
      while (after < domain && units.unit(after) == unit) {
        after++;
      }
    }
    return after;
  }

  /** Counts one unit that has several rows. */
  private void count(int[] numbers, int[] rows, int from, int to) {
    several++;
    for (int first = from; first < to; first++) {
      for (int period : periods[numbers[first]]) {
        for (long filters = met.filters(numbers[first]); filters != 0; filters &= filters - 1) {
          int filter = Long.numberOfTrailingZeros(filters);
          int cell = filter * periodCount + period;
          if (counted[cell] != several) {
            counted[cell] = several;
            Arrays.fill(any, 0);
            for (int at = first; at < to; at++) {
              if ((met.filters(numbers[at]) >>> filter & 1) != 0 && Arrays.binarySearch(periods[numbers[at]], period) >= 0) {
                or(rows[at]);
              }
            }
            ofCell(filter, period).add(any, 0);
          }
        }
      }
    }
  }

  private void or(int row) {
    for (int word = 0; word < any.length; word++) {
      any[word] |= met.bits()[row * any.length + word];
    }
  }

  private void add(BitCounts counts, int number) {
    for (int period : periods[number]) {
      for (long filters = met.filters(number); filters != 0; filters &= filters - 1) {
        ofCell(Long.numberOfTrailingZeros(filters), period).add(counts);
      }
    }
  }

  private BitCounts ofCell(int filter, int period) {
    int at = filter * periodCount + period;
    BitCounts counts = ofCells[at];
    if (counts == null) {
      counts = new BitCounts(met.words());
      ofCells[at] = counts;
    }
    return counts;
  }

  /** The counts of a margin, given as dimensions of the record. */
  UnitCounts of(MarginBits bits, List<Dimension> margin) {
    return new OfMargin(bits, margin);
  }

  private final class OfMargin implements UnitCounts {
    private final TupleIndex rows;
    private final List<Integer> ofRows = new ArrayList<>();

    OfMargin(MarginBits bits, List<Dimension> margin) {
      this.rows = new TupleIndex(margin.size());
      int[] tuple = new int[margin.size()];
      int all = met.words() * Long.SIZE;
      if (margin.isEmpty()) {
        rows.add(tuple);
        ofRows.add(all);
        return;
      }
      long[] mask = bits.mask(margin);
      for (int bit = 0; bit < all; bit++) {
        if ((mask[bit >>> 6] >>> bit & 1) != 0) {
          for (int part = 0; part < tuple.length; part++) {
            tuple[part] = bits.code(bit, part);
          }
          rows.add(tuple);
          ofRows.add(bit);
        }
      }
    }

    @Override
    public TupleIndex rows() {
      return rows;
    }

    @Override
    public long @Nullable [] counts(int filter) {
      long[] found = new long[rows.size() * periodCount];
      for (int period = 0; period < periodCount; period++) {
        BitCounts own = ofCells[filter * periodCount + period];
        if (own != null) {
          int[] counts = own.counts();
          for (int row = 0; row < rows.size(); row++) {
            found[row * periodCount + period] = counts[ofRows.get(row)];
          }
        }
      }
      return found;
    }
  }
}
