package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Units;
import se.siru.core.primitive.TupleIndex;

/**
 * Reads distinct counts: elements are visited in order, all versions and branches of one unit after each other, and a stamp on each
 * cell keeps a unit from being counted there twice. Dimensions of what is counted are read on it, others on the record. One visit
 * counts for all filters that ask for the same elements by the same dimensions.
 */
final class DistinctReader {
  private final Scan scan;
  private final ScanState state;
  private final TallyReader records;
  private final Map<Asked, Counts> known = new HashMap<>();

  DistinctReader(Scan scan, ScanState state, TallyReader records) {
    this.scan = scan;
    this.state = state;
    this.records = records;
  }

  /** What counts depend on, beside the filter. */
  private record Asked(int distinct, List<Dimension> dimensions) {}

  /** Counts by filter, row and period. */
  private record Counts(TupleIndex rows, Map<Integer, long[]> ofFilter) {}

  CellTable cells(MeasurePlan plan, Margin margin) {
    CellTable table = records.records(plan, margin);
    int periods = scan.calendar().periods().size();
    if (margin.isSplit()) {
      setAll(table, periods, Absences.NOT_SPLIT);
      return table;
    }
    Counts counts = counts(plan, margin);
    int[] tuple = new int[margin.parts().size()];
    int[] rows = new int[counts.rows().size()];
    for (int row = 0; row < rows.length; row++) {
      counts.rows().copy(row, tuple);
      rows[row] = table.row(tuple);
    }
    setAll(table, periods, Value.Quantity.of(0));
    long[] found = counts.ofFilter().getOrDefault(plan.filter(), new long[0]);
    for (int cell = 0; cell < Math.min(found.length, rows.length * periods); cell++) {
      if (found[cell] > 0) {
        table.setValue(table.cell(rows[cell / periods], cell % periods), Value.Quantity.of(found[cell]));
      }
    }
    return table;
  }

  private static void setAll(CellTable table, int periods, Value value) {
    for (int row = 0; row < table.rows().size(); row++) {
      for (int period = 0; period < periods; period++) {
        table.setValue(table.cell(row, period), value);
      }
    }
  }

  private Counts counts(MeasurePlan plan, Margin margin) {
    List<Dimension> dimensions =
        margin.parts().stream().map(part -> Objects.requireNonNull(plan.dimension(part))).toList();
    return known.computeIfAbsent(
        new Asked(plan.distinct(), dimensions), asked -> new Counter(asked, plan.measure().when().kind()).count());
  }

  /** Counts the units of one margin for all filters. */
  private final class Counter {
    private final Frame.Distinct distinct;
    private final Elements elements;
    private final Combos combos;
    private final int scopes;
    private final int timeKeys;
    private final TimeRule.Kind rule;
    private final long wanted;
    private final int periods = scan.calendar().periods().size();
    private final int[] @Nullable [] ofElement;
    private final int[] places;
    private final int[] encodings;
    private final int[] tuple;
    private final TupleIndex rows;
    private final Map<Long, int[]> rowsOfCombo = new HashMap<>();
    private final long[] @Nullable [] counts = new long[Long.SIZE][];
    private final int[] @Nullable [] stamps = new int[Long.SIZE][];
    private int ownParts;

    Counter(Asked asked, TimeRule.Kind rule) {
      this.distinct = scan.distincts().get(asked.distinct());
      this.elements = state.elements.get(asked.distinct());
      this.combos = scan.combosOfDistinct(asked.distinct());
      this.scopes = scan.scopeOfDistinct(asked.distinct()).count();
      this.wanted = scan.filtersOfDistinct(asked.distinct());
      this.timeKeys = scan.calendar().timeKeys(rule);
      this.rule = rule;
      this.ofElement = new int[asked.dimensions().size()][];
      this.places = new int[ofElement.length];
      this.encodings = new int[places.length];
      this.tuple = new int[places.length];
      this.rows = new TupleIndex(places.length);
      for (int i = 0; i < places.length; i++) {
        Dimension dimension = asked.dimensions().get(i);
        boolean own = MeasurePlan.isOfElement(dimension, distinct.path());
        ofElement[i] = own ? codes(dimension, distinct.path()) : null;
        places[i] = own ? -1 : combos.dimensions().indexOf(dimension);
        ownParts += own ? 1 : 0;
      }
    }

    private int[] codes(Dimension dimension, @Nullable FieldPath path) {
      int skip = path == null ? 0 : path.fields().size();
      if (skip == dimension.path().fields().size()) {
        return scan.paths().levels(dimension);
      }
      FieldPath rest = dimension.path();
      for (int i = 0; i < skip; i++) {
        rest = rest.rest();
      }
      return scan.paths().codes(rest, dimension.level());
    }

    Counts count() {
      Units units = BoundScan.units(scan, distinct);
      State[] states = states();
      int[] @Nullable [] rowsOfElement = ownParts == places.length ? new int[scan.domain(distinct)][] : null;
      Elements.Pairs pairs = elements.pairs();
      for (int i = 0; i < pairs.elements().length; i++) {
        int element = pairs.elements()[i];
        State at = states[pairs.states()[i]];
        if (at.inPeriods.length > 0) {
          int[] found = at.rows;
          if (found == null && rowsOfElement != null) {
            found = rowsOfElement[element];
          }
          if (found == null) {
            found = rows(element, at.combo);
            if (rowsOfElement != null) {
              rowsOfElement[element] = found;
            }
          }
          int unit = units == null ? element : units.unit(element);
          for (long filters = at.filters; filters != 0; filters &= filters - 1) {
            stamp(Long.numberOfTrailingZeros(filters), unit, found, at);
          }
        }
      }
      Map<Integer, long[]> ofFilter = new HashMap<>();
      for (int filter = 0; filter < counts.length; filter++) {
        long[] found = counts[filter];
        if (found != null) {
          ofFilter.put(filter, found);
        }
      }
      return new Counts(rows, ofFilter);
    }

    /** What the visit needs of each state, worked out once. */
    private State[] states() {
      State[] found = new State[elements.states()];
      for (int s = 0; s < found.length; s++) {
        long key = elements.key(s);
        long scoped = StateKey.combo(key, timeKeys);
        long combo = scoped / scopes;
        long filters = state.atoms.trueBits(StateKey.atom(key)) & wanted;
        int[] inPeriods = filters == 0 ? new int[0] : scan.calendar().periodsOf(rule, StateKey.timeKey(key, timeKeys));
        int[] fixed = null;
        if (ownParts == 0) {
          fixed = rowsOfCombo.computeIfAbsent(combo, c -> rows(0, c));
        }
        found[s] = new State(inPeriods, filters, (int) (scoped % scopes), combo, fixed);
      }
      return found;
    }

    private int[] rows(int element, long combo) {
      int[] codes = ownParts == places.length ? encodings : combos.decode(combo);
      int count = 1;
      for (int i = 0; i < encodings.length; i++) {
        int[] own = ofElement[i];
        encodings[i] = own != null ? own[element] : codes[places[i]];
        count *= Math.max(1, scan.paths().sets().elements(encodings[i]).length);
      }
      int[] found = new int[count];
      int[] next = {0};
      Expansion.forEach(scan.paths().sets(), encodings, tuple, () -> found[next[0]++] = rows.add(tuple));
      return found;
    }

    private void stamp(int filter, int unit, int[] inRows, State at) {
      long[] ofFilter = counts[filter];
      int[] stamped = stamps[filter];
      int cells = rows.size() * periods;
      if (ofFilter == null || stamped == null || ofFilter.length < cells) {
        ofFilter = ofFilter == null ? new long[cells] : Arrays.copyOf(ofFilter, cells * 2);
        stamped = stamped == null ? new int[cells * scopes] : Arrays.copyOf(stamped, cells * 2 * scopes);
        counts[filter] = ofFilter;
        stamps[filter] = stamped;
      }
      for (int row : inRows) {
        for (int period : at.inPeriods) {
          int cell = row * periods + period;
          if (stamped[cell * scopes + at.scope] != unit + 1) {
            stamped[cell * scopes + at.scope] = unit + 1;
            ofFilter[cell]++;
          }
        }
      }
    }
  }

  /** A state as the visit sees it: its periods, filters and scope, and its rows where they do not depend on the element. */
  private static final class State {
    final int[] inPeriods;
    final long filters;
    final int scope;
    final long combo;
    final int @Nullable [] rows;

    State(int[] inPeriods, long filters, int scope, long combo, int @Nullable [] rows) {
      this.inPeriods = inPeriods;
      this.filters = filters;
      this.scope = scope;
      this.combo = combo;
      this.rows = rows;
    }
  }
}
