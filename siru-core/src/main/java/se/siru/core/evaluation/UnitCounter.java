package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.siru.core.portfolio.Units;
import se.siru.core.primitive.TupleIndex;

/**
 * Counts units in the cells of one margin, for all filters: elements are visited in order, all versions and branches of one unit
 * after each other, and a stamp on each cell keeps a unit from being counted there twice.
 *
 * <p>Different counters may run at the same time.
 */
final class UnitCounter implements UnitCounts {
  private final UnitClasses classes;
  private final UnaryOperator<Elements.Pairs> more;
  private final Elements.Pairs metInStates;
  private final @Nullable Units units;
  private final int periods;
  private final int scopes;
  private final long[] @Nullable [] counts = new long[Long.SIZE][];
  private int[] stamps = new int[0];
  private long[] counted = new long[0];

  /**
   * A counter that has counted nothing yet.
   *
   * @param met what was met in which state
   * @param more puts what was met otherwise beside it, when states have classes
   * @param units the units of the elements, or null where each is its own
   */
  UnitCounter(
      UnitClasses classes, Elements.Pairs met, UnaryOperator<Elements.Pairs> more, @Nullable Units units, int periods) {
    this.classes = classes;
    this.metInStates = met;
    this.more = more;
    this.units = units;
    this.periods = periods;
    this.scopes = classes.scopes();
  }

  /** Visits what was met, once. */
  void run() {
    classes.classify();
    Elements.Pairs met = more.apply(metInStates);
    int[] classOfState = classes.ofStates();
    UnitClasses.UnitClass[] all = classes.all();
    int[] visited = new int[all.length];
    makeRoom();
    int[] elements = met.elements();
    int[] states = met.states();
    int last = -1;
    int unit = -1;
    int[] own = null;
    for (int i = 0; i < elements.length; i++) {
      int number = classOfState[states[i]];
      int element = elements[i];
      if (visited[number] != element + 1) {
        visited[number] = element + 1;
        UnitClasses.UnitClass of = all[number];
        if (of.filters() != 0) {
          if (element != last) {
            unit = units == null ? element : units.unit(element);
            last = element;
            own = null;
          }
          int[] rows = of.rows();
          if (rows == null) {
            own = own != null && classes.hasOwnRows() ? own : own(element, of);
            rows = own;
          }
          stamp(unit, rows, of);
        }
      }
    }
    stamps = new int[0];
    counted = new long[0];
  }

  @Override
  public TupleIndex rows() {
    return classes.rows();
  }

  @Override
  public long @Nullable [] counts(int filter) {
    return counts[filter];
  }

  private int[] own(int element, UnitClasses.UnitClass of) {
    int[] rows = classes.rows(element, of);
    makeRoom();
    return rows;
  }

  private void makeRoom() {
    int cells = classes.rows().size() * periods;
    if (cells * scopes > stamps.length) {
      int room = cells * 2;
      stamps = Arrays.copyOf(stamps, room * scopes);
      counted = Arrays.copyOf(counted, room * scopes);
      for (int filter = 0; filter < counts.length; filter++) {
        long[] ofFilter = counts[filter];
        if (ofFilter != null) {
          counts[filter] = Arrays.copyOf(ofFilter, room);
        }
      }
    }
  }

  private void stamp(int unit, int[] rows, UnitClasses.UnitClass of) {
    for (int row : rows) {
      for (int period : of.periods()) {
        int cell = row * periods + period;
        int stamped = cell * scopes + of.scope();
        if (stamps[stamped] != unit + 1) {
          stamps[stamped] = unit + 1;
          counted[stamped] = 0;
        }
        long first = of.filters() & ~counted[stamped];
        if (first != 0) {
          counted[stamped] |= first;
          for (; first != 0; first &= first - 1) {
            ofFilter(Long.numberOfTrailingZeros(first))[cell]++;
          }
        }
      }
    }
  }

  private long[] ofFilter(int filter) {
    long[] found = counts[filter];
    if (found == null) {
      found = new long[stamps.length / scopes];
      counts[filter] = found;
    }
    return found;
  }
}
