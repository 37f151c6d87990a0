package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Units;

/**
 * Reads distinct counts: elements are visited in order, all versions and branches of one unit after each other, and a stamp on each
 * cell keeps a unit from being counted there twice. Dimensions of what is counted are read on it, others on the record.
 */
final class DistinctReader {
  private final Scan scan;
  private final ScanState state;
  private final TallyReader records;

  DistinctReader(Scan scan, ScanState state, TallyReader records) {
    this.scan = scan;
    this.state = state;
    this.records = records;
  }

  CellTable cells(MeasurePlan plan, Margin margin) {
    CellTable table = records.records(plan, margin);
    if (margin.isSplit()) {
      forAllCells(table, cell -> table.setValue(cell, notSplit()));
      return table;
    }
    long[] counts = new Counter(plan, margin, table).count();
    forAllCells(table, cell -> table.setValue(cell, Value.Quantity.of(cell < counts.length ? counts[cell] : 0)));
    return table;
  }

  static Value notSplit() {
    return new Value.Absent(Value.Reason.NOT_APPLICABLE, "only counts and sums can be split");
  }

  private void forAllCells(CellTable table, java.util.function.IntConsumer consumer) {
    for (int row = 0; row < table.rows().size(); row++) {
      for (int period = 0; period < scan.calendar().periods().size(); period++) {
        consumer.accept(table.cell(row, period));
      }
    }
  }

  /** Counts the units of one margin. */
  private final class Counter {
    private final MeasurePlan plan;
    private final CellTable table;
    private final Frame.Distinct distinct;
    private final Elements elements;
    private final Combos combos;
    private final int scopes;
    private final int timeKeys;
    private final int[] @Nullable [] ofElement;
    private final int[] places;
    private int ownParts;
    private long[] counts = new long[0];
    private int[] stamps = new int[0];

    Counter(MeasurePlan plan, Margin margin, CellTable table) {
      this.plan = plan;
      this.table = table;
      this.distinct = scan.distincts().get(plan.distinct());
      this.elements = state.elements.get(plan.distinct());
      this.combos = scan.combosOfDistinct(plan.distinct());
      this.scopes = scan.scopeOfDistinct(plan.distinct()).count();
      this.timeKeys = scan.calendar().timeKeys(plan.measure().when().kind());
      this.ofElement = new int[margin.parts().size()][];
      this.places = new int[margin.parts().size()];
      for (int i = 0; i < places.length; i++) {
        Dimension dimension = Objects.requireNonNull(plan.dimension(margin.parts().get(i)));
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

    long[] count() {
      Units units = BoundScan.units(scan, distinct);
      int[] @Nullable [] periodsOfState = periodsOfState();
      int[] @Nullable [] rowsOfState = ownParts == 0 ? rowsOfState(periodsOfState) : null;
      int[] @Nullable [] rowsOfElement = ownParts == places.length ? new int[scan.domain(distinct)][] : null;
      Elements.Pairs pairs = elements.pairs();
      for (int i = 0; i < pairs.elements().length; i++) {
        int element = pairs.elements()[i];
        int elementState = pairs.states()[i];
        int[] inPeriods = periodsOfState[elementState];
        if (inPeriods != null) {
          int[] rows = rowsOfState != null ? rowsOfState[elementState] : null;
          if (rows == null && rowsOfElement != null) {
            rows = rowsOfElement[element];
          }
          if (rows == null) {
            rows = rows(element, elementState);
            if (rowsOfElement != null) {
              rowsOfElement[element] = rows;
            }
          }
          int scope = scopes == 1 ? 0 : (int) (StateKey.combo(elements.key(elementState), timeKeys) % scopes);
          stamp(units == null ? element : units.unit(element), rows, inPeriods, scope);
        }
      }
      return counts;
    }

    /** For each state whose records the measure counts, the periods that hold it; null for other states. */
    private int[] @Nullable [] periodsOfState() {
      int[][] periodsOf = scan.calendar().periodsOf(plan.measure().when().kind());
      int[] @Nullable [] found = new int[elements.states()][];
      for (int s = 0; s < found.length; s++) {
        long key = elements.key(s);
        int[] periods = periodsOf[StateKey.timeKey(key, timeKeys)];
        boolean counted = (state.atoms.trueBits(StateKey.atom(key)) >>> plan.filter() & 1) != 0;
        found[s] = counted && periods.length > 0 ? periods : null;
      }
      return found;
    }

    /** Where every part of the margin is read on the record, the rows depend on the state alone. */
    private int[] @Nullable [] rowsOfState(int[] @Nullable [] periodsOfState) {
      int[] @Nullable [] found = new int[elements.states()][];
      for (int s = 0; s < found.length; s++) {
        found[s] = periodsOfState[s] == null ? null : rows(0, s);
      }
      return found;
    }

    private int[] rows(int element, int elementState) {
      int[] encodings = new int[places.length];
      int[] codes =
          ownParts == places.length
              ? encodings
              : combos.decode(StateKey.combo(elements.key(elementState), timeKeys) / scopes);
      for (int i = 0; i < encodings.length; i++) {
        int[] own = ofElement[i];
        encodings[i] = own != null ? own[element] : codes[places[i]];
      }
      List<Integer> found = new ArrayList<>(1);
      int[] tuple = new int[places.length];
      Expansion.forEach(scan.paths().sets(), encodings, tuple, () -> found.add(table.row(tuple)));
      return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private void stamp(int unit, int[] rows, int[] inPeriods, int scope) {
      for (int row : rows) {
        for (int period : inPeriods) {
          int cell = table.cell(row, period);
          int scoped = cell * scopes + scope;
          if (scoped >= stamps.length) {
            stamps = Arrays.copyOf(stamps, Math.max(scoped + 1, stamps.length * 2));
          }
          if (cell >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(cell + 1, counts.length * 2));
          }
          if (stamps[scoped] != unit + 1) {
            stamps[scoped] = unit + 1;
            counts[cell]++;
          }
        }
      }
    }
  }
}
