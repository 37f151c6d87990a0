package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.portfolio.Units;
import se.siru.core.primitive.TupleIndex;

/**
 * Counts units that were met as bits over all elements, where all dimensions are those of the elements: for each period and filter the
 * elements are put together once, then counted in the rows of every margin.
 */
final class BitUnits {
  private final States states;
  private final Atoms atoms;
  private final @Nullable long[][] bits;
  private final @Nullable Units units;
  private final SetPool sets;
  private final int periods;
  private final long filters;
  private final Map<Object, Rows> asked = new HashMap<>();

  /**
   * Units that are not counted yet.
   *
   * @param bits for each state the elements met, or null
   * @param units the units of the elements, or null where each is its own
   * @param filters one bit for every filter that asks
   */
  BitUnits(
      States states, Atoms atoms, @Nullable long[][] bits, @Nullable Units units, SetPool sets, int periods, long filters) {
    this.states = states;
    this.atoms = atoms;
    this.bits = bits;
    this.units = units;
    this.sets = sets;
    this.periods = periods;
    this.filters = filters;
  }

  /**
   * Asks for a margin.
   *
   * @param codes for each part the code of every element, encoded
   */
  void ask(Object margin, List<int[]> codes) {
    asked.computeIfAbsent(margin, key -> new Rows(codes));
  }

  /** The counts of a margin that was asked for. */
  UnitCounts counts(Object margin) {
    return Objects.requireNonNull(asked.get(margin));
  }

  /** Counts, once. */
  void run() {
    long[] any = new long[Arrays.stream(bits).filter(Objects::nonNull).mapToInt(each -> each.length).max().orElse(0)];
    int[] elements = new int[any.length * Long.SIZE];
    int[] unitOf = new int[elements.length];
    for (int period = 0; period < periods; period++) {
      for (long left = filters; left != 0; left &= left - 1) {
        int filter = Long.numberOfTrailingZeros(left);
        if (gather(any, period, filter)) {
          int count = list(any, elements, unitOf);
          for (Rows rows : asked.values()) {
            rows.count(elements, unitOf, count, filter, period);
          }
        }
      }
    }
  }

  /** Puts together the elements of a period that a filter asks for; false where there are none. */
  private boolean gather(long[] any, int period, int filter) {
    boolean found = false;
    for (int state = 0; state < Math.min(bits.length, states.size()); state++) {
      long[] own = bits[state];
      if (own != null
          && (atoms.trueBits(states.atom(state)) >>> filter & 1) != 0
          && Arrays.binarySearch(states.periods(state), period) >= 0) {
        if (!found) {
          Arrays.fill(any, 0);
          found = true;
        }
        for (int word = 0; word < own.length; word++) {
          any[word] |= own[word];
        }
      }
    }
    return found;
  }

  private int list(long[] any, int[] elements, int[] unitOf) {
    int count = 0;
    for (int word = 0; word < any.length; word++) {
      int base = word << 6;
      for (long left = any[word]; left != 0; left &= left - 1) {
        int element = base + RowUnits.place(left & -left);
        elements[count] = element;
        unitOf[count++] = units == null ? element : units.unit(element);
      }
    }
    return count;
  }

  /** The rows of one margin. */
  private final class Rows implements UnitCounts {
    private static final int UNMET = -1;

    private final List<int[]> codes;
    private final TupleIndex rows;
    private final long[] @Nullable [] ofFilter = new long[Long.SIZE][];
    /** For each element its row, or {@code -2 - r} for several rows. */
    private int[] rowOf = new int[0];
    private int[][] several = new int[4][];
    private int severalCount;
    private int[] stamps = new int[16];

    Rows(List<int[]> codes) {
      this.codes = codes;
      this.rows = new TupleIndex(codes.size());
    }

    @Override
    public TupleIndex rows() {
      return rows;
    }

    @Override
    public long @Nullable [] counts(int filter) {
      return ofFilter[filter];
    }

    private long[] of(int filter) {
      long[] counts = ofFilter[filter];
      if (counts == null || rows.size() * periods > counts.length) {
        counts = counts == null ? new long[rows.size() * periods] : Arrays.copyOf(counts, rows.size() * 2 * periods);
        ofFilter[filter] = counts;
      }
      return counts;
    }

    /** Elements of one unit come after each other; a stamp on its row keeps a unit from being counted there twice. */
    void count(int[] elements, int[] unitOf, int count, int filter, int period) {
      if (rowOf.length == 0) {
        rowOf = new int[elements.length];
        Arrays.fill(rowOf, UNMET);
      }
      long[] into = of(filter);
      int[] stamped = stamps;
      int[] rowOfElement = rowOf;
      Arrays.fill(stamped, 0);
      for (int i = 0; i < count; i++) {
        int row = rowOfElement[elements[i]];
        int stamp = unitOf[i] + 1;
        if (row == UNMET) {
          row = row(elements[i]);
          rowOfElement[elements[i]] = row;
          into = of(filter);
          stamped = stamps;
        }
        if (row >= 0) {
          if (stamped[row] != stamp) {
            stamped[row] = stamp;
            into[row * periods + period]++;
          }
        } else {
          for (int each : several[-2 - row]) {
            if (stamped[each] != stamp) {
              stamped[each] = stamp;
              into[each * periods + period]++;
            }
          }
        }
      }
    }

    /** Finds the row of an element that was not seen before. */
    private int row(int element) {
      int[] encodings = new int[codes.size()];
      int[] tuple = new int[encodings.length];
      int count = 1;
      for (int part = 0; part < encodings.length; part++) {
        encodings[part] = codes.get(part)[element];
        tuple[part] = encodings[part] == SetPool.UNKNOWN ? CellTable.UNKNOWN : encodings[part];
        count *= encodings[part] >= SetPool.UNKNOWN ? 1 : sets.elements(encodings[part]).length;
      }
      if (count == 1) {
        return added(tuple);
      }
      int[] found = new int[count];
      int[] next = {0};
      Expansion.forEach(sets, encodings, tuple, () -> found[next[0]++] = added(tuple));
      if (severalCount == several.length) {
        several = Arrays.copyOf(several, severalCount * 2);
      }
      several[severalCount] = found;
      return -2 - severalCount++;
    }

    private int added(int[] tuple) {
      int row = rows.add(tuple);
      if (row >= stamps.length) {
        stamps = Arrays.copyOf(stamps, row * 2);
      }
      return row;
    }
  }
}
