package se.siru.core.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

/** Reads the cells of registered functions and of authors' accumulators, whose code runs under the guard. */
final class SelectionReader {
  private final Scan scan;
  private final ScanState state;
  private final TallyReader records;
  private final Guard guard;

  SelectionReader(Scan scan, ScanState state, TallyReader records, Guard guard) {
    this.scan = scan;
    this.state = state;
    this.records = records;
    this.guard = guard;
  }

  /** What a function may know beside the records. */
  private record Asked(Map<String, String> parameters, TimePeriod period, Optional<LocalDate> recordedAt)
      implements IndicatorFunction.Context {}

  /** The cells of a measure by a registered function. */
  CellTable cells(MeasurePlan plan, Margin margin, IndicatorFunction function) {
    CellTable table = records.records(plan, margin);
    Scan.Selected selected = scan.selected().get(plan.selection());
    Tuples tuples = state.tuples.get(plan.selection());
    Expansion expansion = Expansion.of(selected.combos(), scan.paths().sets(), margin, plan);
    TimeRule.Kind rule = plan.measure().when().kind();
    Map<Integer, List<long[]>> ofCell = new TreeMap<>();
    int[] tuple = new int[tuples.width()];
    int[] codes = new int[margin.parts().size()];
    for (int t = 0; t < tuples.size(); t++) {
      tuples.copy(t, tuple);
      long combo = (long) tuple[2] << 32 | tuple[1] & 0xFFFFFFFFL;
      long[] values = selected.selections().values(tuple);
      for (int row : expansion.of(combo).numbers()) {
        expansion.rows().copy(row, codes);
        for (int period : scan.calendar().periodsOf(rule, tuple[0])) {
          List<long[]> rows = ofCell.computeIfAbsent(table.cell(table.row(codes), period), cell -> new ArrayList<>());
          rows.addAll(Collections.nCopies(tuples.count(t), values));
        }
      }
    }
    Aggregate.Function wanted = (Aggregate.Function) plan.measure().aggregate();
    for (int row = 0; row < table.rows().size(); row++) {
      for (int period = 0; period < scan.calendar().periods().size(); period++) {
        int cell = table.cell(row, period);
        SortedSelection selection =
            new SortedSelection(ofCell.getOrDefault(cell, List.of()), wanted, scan.portfolio().schema());
        Asked asked = new Asked(
            wanted.parameters(),
            scan.calendar().periods().get(period),
            scan.portfolio().recordedAt());
        Optional<IndicatorFunction.Outcome> outcome =
            guard.run(plan.measure(), () -> function.apply(selection, asked));
        outcome.ifPresent(
            found -> {
              guard
                  .run(plan.measure(), () -> Rational.bounded(found.value()))
                  .ifPresent(value -> table.setValue(cell, value));
              table.addUnknown(cell, found.unknown());
              table.setCautions(cell, found.cautions());
            });
      }
    }
    return table;
  }

  /** The cells of a measure by an author's accumulator. */
  CellTable custom(MeasurePlan plan, Margin margin) {
    return custom(plan, margin, state.customs.get(plan.custom()));
  }

  private <S> CellTable custom(MeasurePlan plan, Margin margin, CustomStates<S> states) {
    CellTable table = records.records(plan, margin);
    Scan.Custom custom = scan.customs().get(plan.custom());
    Expansion expansion = Expansion.of(custom.combos(), scan.paths().sets(), margin, plan);
    int timeKeys = scan.calendar().timeKeys(plan.measure().when().kind());
    TimeRule.Kind rule = plan.measure().when().kind();
    Map<Integer, List<S>> ofCell = new TreeMap<>();
    int[] codes = new int[margin.parts().size()];
    for (int s = 0; s < states.size(); s++) {
      for (int row : expansion.of(StateKey.combo(states.key(s), timeKeys)).numbers()) {
        expansion.rows().copy(row, codes);
        for (int period : scan.calendar().periodsOf(rule, StateKey.timeKey(states.key(s), timeKeys))) {
          ofCell.computeIfAbsent(table.cell(table.row(codes), period), cell -> new ArrayList<>()).add(states.state(s));
        }
      }
    }
    for (int row = 0; row < table.rows().size(); row++) {
      for (int period = 0; period < scan.calendar().periods().size(); period++) {
        int cell = table.cell(row, period);
        List<S> parts = ofCell.getOrDefault(cell, List.of());
        guard
            .run(plan.measure(), () -> Rational.bounded(finish(states, parts)))
            .ifPresent(value -> table.setValue(cell, value));
      }
    }
    return table;
  }

  /** Only the first state of a merge may change, so the first is always a new one. */
  private static <S> Value finish(CustomStates<S> states, List<S> parts) {
    S all = states.accumulator().create();
    for (S part : parts) {
      all = states.accumulator().merge(all, part);
    }
    return states.accumulator().finish(all);
  }
}
