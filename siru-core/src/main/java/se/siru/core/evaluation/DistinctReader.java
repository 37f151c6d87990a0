package se.siru.core.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Units;

/**
 * Reads distinct counts. Dimensions of what is counted are read on it, others on the record. What was met is put in order once; one
 * visit then counts for all filters that ask for the same elements by the same dimensions. Visits share nothing that they change,
 * so that what was asked for beforehand is counted on several threads.
 */
final class DistinctReader {
  private final Scan scan;
  private final ScanState state;
  private final TallyReader records;
  private final Map<MeasurePlan.Distinct, Elements.Pairs> pairs = new HashMap<>();
  private final Map<Asked, UnitCounter> counters = new HashMap<>();

  DistinctReader(Scan scan, ScanState state, TallyReader records) {
    this.scan = scan;
    this.state = state;
    this.records = records;
  }

  /** What counts depend on, beside the filter. */
  private record Asked(MeasurePlan.Distinct distinct, List<Dimension> dimensions) {}

  /** Prepares to count for a margin; the counter that has to run before cells are read, or nothing where an earlier one is enough. */
  Optional<UnitCounter> ask(MeasurePlan plan, MeasurePlan.Distinct distinct, Margin margin) {
    Asked asked = asked(plan, distinct, margin);
    if (margin.isSplit() || counters.containsKey(asked)) {
      return Optional.empty();
    }
    UnitClasses classes = new UnitClasses(scan, state.atoms, records.states(distinct.frame()), distinct, plan, margin);
    UnitCounter counter =
        new UnitCounter(classes, pairs(distinct), units(distinct.path()), scan.calendar().periods().size());
    counters.put(asked, counter);
    return Optional.of(counter);
  }

  private static Asked asked(MeasurePlan plan, MeasurePlan.Distinct distinct, Margin margin) {
    return new Asked(distinct, margin.parts().stream().map(part -> Objects.requireNonNull(plan.dimension(part))).toList());
  }

  /** The cells of a margin that was asked for. */
  CellTable cells(MeasurePlan plan, MeasurePlan.Distinct distinct, Margin margin) {
    CellTable table = records.records(plan, margin);
    int periods = scan.calendar().periods().size();
    if (margin.isSplit()) {
      setAll(table, periods, Absences.NOT_SPLIT);
      return table;
    }
    UnitCounter counter = Objects.requireNonNull(counters.get(asked(plan, distinct, margin)));
    int[] tuple = new int[margin.parts().size()];
    int[] rows = new int[counter.rows().size()];
    for (int row = 0; row < rows.length; row++) {
      counter.rows().copy(row, tuple);
      rows[row] = table.row(tuple);
    }
    setAll(table, periods, Value.Quantity.of(0));
    long[] found = counter.counts(plan.filter());
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
}
