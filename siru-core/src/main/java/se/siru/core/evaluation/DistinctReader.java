package se.siru.core.evaluation;

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
 * Reads distinct counts. Dimensions of what is counted are read on it, others on the record. What was met is put in order once; one
 * visit then counts for all filters that ask for the same elements by the same dimensions.
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

  /** Counts by filter, then by row and period; null where a filter counts nothing. */
  record Counts(TupleIndex rows, long[] @Nullable [] ofFilter) {}

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
        known.computeIfAbsent(new Asked(distinct, dimensions), asked -> count(distinct, plan, margin));
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

  private Counts count(MeasurePlan.Distinct distinct, MeasurePlan plan, Margin margin) {
    UnitClasses classes = new UnitClasses(scan, state.atoms, records.states(distinct.frame()), distinct, plan, margin);
    return new UnitCounter(classes, scan.calendar().periods().size()).count(pairs(distinct), units(distinct.path()));
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
}
