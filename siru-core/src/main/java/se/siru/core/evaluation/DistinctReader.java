package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Dimension;
import se.siru.core.model.Path;
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
  private final class Counter implements Elements.Visitor {
    private final MeasurePlan plan;
    private final CellTable table;
    private final Elements elements;
    private final Combos combos;
    private final Scope scope;
    private final @Nullable Units units;
    private final int[][] periodsOf;
    private final int timeKeys;
    private final int[] @Nullable [] ofElement;
    private final int[] places;
    private final int[] encodings;
    private final int[] tuple;
    private final boolean onlyOfElement;
    private int[] @Nullable [] rowsOfElement;
    private long[] counts = new long[0];
    private int[] stamps = new int[0];
    private int unit;
    private int[] inPeriods = new int[0];
    private int inScope;

    Counter(MeasurePlan plan, Margin margin, CellTable table) {
      this.plan = plan;
      this.table = table;
      Frame.Distinct distinct = scan.distincts().get(plan.distinct());
      this.elements = state.elements.get(plan.distinct());
      this.combos = scan.combosOfDistinct(plan.distinct());
      this.scope = scan.scopeOfDistinct(plan.distinct());
      this.units = BoundScan.units(scan, distinct);
      this.periodsOf = scan.calendar().periodsOf(plan.measure().when().kind());
      this.timeKeys = scan.calendar().timeKeys(plan.measure().when().kind());
      List<Breakdown.Part> parts = margin.parts();
      this.ofElement = new int[parts.size()][];
      this.places = new int[parts.size()];
      boolean all = true;
      for (int i = 0; i < places.length; i++) {
        Dimension dimension = Objects.requireNonNull(plan.dimension(parts.get(i)));
        boolean own = MeasurePlan.isOfElement(dimension, distinct.path());
        ofElement[i] = own ? codes(dimension, distinct.path()) : null;
        places[i] = own ? -1 : combos.dimensions().indexOf(dimension);
        all &= own;
      }
      this.onlyOfElement = all;
      this.encodings = new int[places.length];
      this.tuple = new int[places.length];
    }

    private int[] codes(Dimension dimension, @Nullable Path path) {
      int skip = path == null ? 0 : path.fields().size();
      if (skip < dimension.path().fields().size()) {
        Path rest = dimension.path();
        for (int i = 0; i < skip; i++) {
          rest = rest.rest();
        }
        return scan.paths().codes(rest, dimension.level());
      }
      return scan.paths().levels(dimension);
    }

    long[] count() {
      int domain = scan.domain(scan.distincts().get(plan.distinct()));
      rowsOfElement = onlyOfElement ? new int[domain][] : null;
      elements.forEach(this);
      return counts;
    }

    @Override
    public void visit(int element, int elementState) {
      long key = elements.key(elementState);
      if ((state.atoms.trueBits(StateKey.atom(key)) >>> plan.filter() & 1) == 0) {
        return;
      }
      inPeriods = periodsOf[StateKey.timeKey(key, timeKeys)];
      if (inPeriods.length == 0) {
        return;
      }
      unit = units == null ? element : units.unit(element);
      long scoped = StateKey.combo(key, timeKeys);
      inScope = (int) (scoped % scope.count());
      if (rowsOfElement != null) {
        int[] rows = rowsOfElement[element];
        if (rows == null) {
          rows = rows(element, new int[0]);
          rowsOfElement[element] = rows;
        }
        for (int row : rows) {
          stamp(row);
        }
      } else {
        for (int row : rows(element, combos.decode(scoped / scope.count()))) {
          stamp(row);
        }
      }
    }

    private int[] rows(int element, int[] codes) {
      for (int i = 0; i < encodings.length; i++) {
        int[] own = ofElement[i];
        encodings[i] = own != null ? own[element] : codes[places[i]];
      }
      int[][] found = {new int[0]};
      Expansion.forEach(
          scan.paths().sets(),
          encodings,
          tuple,
          () -> {
            found[0] = Arrays.copyOf(found[0], found[0].length + 1);
            found[0][found[0].length - 1] = table.row(tuple);
          });
      return found[0];
    }

    private void stamp(int row) {
      for (int period : inPeriods) {
        int cell = table.cell(row, period);
        int scoped = cell * scope.count() + inScope;
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
