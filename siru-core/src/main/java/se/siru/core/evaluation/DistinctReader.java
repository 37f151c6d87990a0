package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
  private final Map<MeasurePlan.Distinct, Elements.Pairs> pairs = new HashMap<>();
  private final Map<Asked, Counts> known = new HashMap<>();

  DistinctReader(Scan scan, ScanState state, TallyReader records) {
    this.scan = scan;
    this.state = state;
    this.records = records;
  }

  /** What counts depend on, beside the filter. */
  private record Asked(MeasurePlan.Distinct distinct, List<Dimension> dimensions) {}

  /** Counts by filter, row and period. */
  private record Counts(TupleIndex rows, long[] @Nullable [] ofFilter) {}

  CellTable cells(MeasurePlan plan, MeasurePlan.Distinct distinct, Margin margin) {
    CellTable table = records.records(plan, margin);
    int periods = scan.calendar().periods().size();
    if (margin.isSplit()) {
      setAll(table, periods, Absences.NOT_SPLIT);
      return table;
    }
    List<Dimension> dimensions =
        margin.parts().stream().map(part -> Objects.requireNonNull(plan.dimension(part))).toList();
    Counts counts =
        known.computeIfAbsent(new Asked(distinct, dimensions), asked -> new Counter(asked, plan, margin).count());
    int[] tuple = new int[margin.parts().size()];
    int[] rows = new int[counts.rows().size()];
    for (int row = 0; row < rows.length; row++) {
      counts.rows().copy(row, tuple);
      rows[row] = table.row(tuple);
    }
    setAll(table, periods, Value.Quantity.of(0));
    long[] found = counts.ofFilter()[plan.filter()];
    for (int cell = 0; found != null && cell < Math.min(found.length, rows.length * periods); cell++) {
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

  /** What was met in which state, in the order of what is counted. */
  private Elements.Pairs pairs(MeasurePlan.Distinct distinct) {
    Elements.Pairs found = pairs.get(distinct);
    if (found == null) {
      FieldPath path = distinct.path();
      found =
          path == null || path.fields().size() == 1
              ? state.frames.get(distinct.frame()).met.get(distinct.met()).pairs()
              : behind(
                  pairs(new MeasurePlan.Distinct(distinct.frame(), distinct.met(), FieldPath.of(path.first()))),
                  scan.paths().elements(path.rest()),
                  scan.domain(path.last()));
      pairs.put(distinct, found);
    }
    return found;
  }

  /** What lies behind the elements that the records name. */
  private Elements.Pairs behind(Elements.Pairs named, int[] ofElement, int domain) {
    SetPool sets = scan.paths().sets();
    int count = 0;
    for (int element : named.elements()) {
      count += sets.count(ofElement[element]);
    }
    int[] elements = new int[count];
    int[] states = new int[count];
    int at = 0;
    for (int i = 0; i < named.elements().length; i++) {
      int encoded = ofElement[named.elements()[i]];
      for (int e = 0; e < sets.count(encoded); e++) {
        elements[at] = sets.element(encoded, e);
        states[at++] = named.states()[i];
      }
    }
    return Elements.Pairs.sorted(elements, states, count, domain);
  }

  /** The units of what is counted, or null where elements are codes. */
  private @Nullable Units units(@Nullable FieldPath path) {
    return path == null
        ? scan.portfolio().units(scan.table().type().name())
        : Groups.units(scan.portfolio(), path);
  }

  /** Counts the units of one margin for all filters. */
  private final class Counter {
    private final MeasurePlan.Distinct distinct;
    private final States states;
    private final int scopes;
    private final int periods = scan.calendar().periods().size();
    private final int[] @Nullable [] ofElement;
    private final int[] places;
    private final int[] encodings;
    private final int[] tuple;
    private final TupleIndex rows;
    private final int[] @Nullable [] rowsOfCombo;
    private final long[] filters;
    private final long[] @Nullable [] counts = new long[Long.SIZE][];
    private int[] stamps = new int[0];
    private long[] seen = new long[0];
    private int ownParts;

    Counter(Asked asked, MeasurePlan plan, Margin margin) {
      this.distinct = asked.distinct();
      this.states = records.states(distinct.frame());
      this.scopes = states.frame().scope().count();
      this.ofElement = new int[asked.dimensions().size()][];
      this.places = new int[ofElement.length];
      this.encodings = new int[places.length];
      this.tuple = new int[places.length];
      for (int i = 0; i < places.length; i++) {
        Dimension dimension = asked.dimensions().get(i);
        boolean own = MeasurePlan.isOfElement(dimension, distinct.path());
        ofElement[i] = own ? codes(dimension, distinct.path()) : null;
        places[i] = own ? -1 : states.frame().combos().dimensions().indexOf(dimension);
        ownParts += own ? 1 : 0;
      }
      this.rowsOfCombo = new int[states.combos()][];
      if (ownParts == 0) {
        States.Placement placement = states.placement(plan, margin);
        this.rows = placement.expansion().rows();
        for (int combo = 0; combo < rowsOfCombo.length; combo++) {
          rowsOfCombo[combo] = placement.ofCombo()[combo].numbers();
        }
      } else {
        this.rows = new TupleIndex(places.length);
      }
      this.filters = new long[states.size()];
      long wanted = states.frame().met().get(distinct.met()).filters();
      for (int s = 0; s < filters.length; s++) {
        filters[s] = states.periods(s).length == 0 ? 0 : state.atoms.trueBits(states.atom(s)) & wanted;
      }
      makeRoom();
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
      Units units = units(distinct.path());
      Elements.Pairs met = pairs(distinct);
      int[] elements = met.elements();
      int[] ofState = met.states();
      int lastElement = -1;
      int[] rowsOfElement = null;
      for (int i = 0; i < elements.length; i++) {
        int s = ofState[i];
        if (filters[s] != 0) {
          int element = elements[i];
          int[] found = rowsOfCombo[states.combo(s)];
          if (found == null) {
            if (element != lastElement || rowsOfElement == null || ownParts < places.length) {
              rowsOfElement = rows(element, states.combo(s));
              lastElement = element;
            }
            found = rowsOfElement;
          }
          stamp(units == null ? element : units.unit(element), found, s);
        }
      }
      return new Counts(rows, counts);
    }

    /** The rows of an element: some codes are its own, others those of the record's combination. */
    private int[] rows(int element, int combo) {
      int[] codes = ownParts == places.length ? encodings : states.codes(combo);
      int count = 1;
      for (int i = 0; i < encodings.length; i++) {
        int[] own = ofElement[i];
        encodings[i] = own != null ? own[element] : codes[places[i]];
        count *= Math.max(1, scan.paths().sets().elements(encodings[i]).length);
      }
      int[] found = new int[count];
      int[] next = {0};
      Expansion.forEach(scan.paths().sets(), encodings, tuple, () -> found[next[0]++] = rows.add(tuple));
      makeRoom();
      return found;
    }

    private void makeRoom() {
      int cells = rows.size() * periods;
      if (cells * scopes > stamps.length) {
        int room = cells * 2;
        stamps = Arrays.copyOf(stamps, room * scopes);
        seen = Arrays.copyOf(seen, room * scopes);
        for (int filter = 0; filter < counts.length; filter++) {
          long[] ofFilter = counts[filter];
          if (ofFilter != null) {
            counts[filter] = Arrays.copyOf(ofFilter, room);
          }
        }
      }
    }

    private void stamp(int unit, int[] inRows, int s) {
      long asking = filters[s];
      int scope = states.scope(s);
      int[] inPeriods = states.periods(s);
      for (int row : inRows) {
        for (int period : inPeriods) {
          int cell = row * periods + period;
          int stamped = cell * scopes + scope;
          if (stamps[stamped] != unit + 1) {
            stamps[stamped] = unit + 1;
            seen[stamped] = 0;
          }
          long first = asking & ~seen[stamped];
          if (first != 0) {
            seen[stamped] |= first;
            for (; first != 0; first &= first - 1) {
              counts(Long.numberOfTrailingZeros(first))[cell]++;
            }
          }
        }
      }
    }

    private long[] counts(int filter) {
      long[] ofFilter = counts[filter];
      if (ofFilter == null) {
        ofFilter = new long[stamps.length / scopes];
        counts[filter] = ofFilter;
      }
      return ofFilter;
    }
  }
}
