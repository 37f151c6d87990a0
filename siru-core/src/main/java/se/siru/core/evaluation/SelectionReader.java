package se.siru.core.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.parallel.Workers;

/** Reads the cells of registered functions and of authors' accumulators, whose code runs under the guard. */
final class SelectionReader {
  /** How many rows of selections are kept for further measures; beyond, they are selected anew for each. */
  private static final long MOST_KEPT_ROWS = 10_000_000;

  /** How many states of an accumulator are finished in one call of its author's code. */
  private static final int FINISHED_AT_ONCE = 1_000;

  private final Scan scan;
  private final ScanState state;
  private final TallyReader records;
  private final Guard guard;
  private final boolean backwards;
  private final int threads;
  /** By the number of a selection, how many measures have not got all their cells yet. */
  private final Map<Integer, Integer> users = new HashMap<>();
  private final Map<Placed, CellSelections> kept = new HashMap<>();
  private long keptRows;

  SelectionReader(
      Scan scan, ScanState state, TallyReader records, Guard guard, boolean backwards, int threads) {
    this.scan = scan;
    this.state = state;
    this.records = records;
    this.guard = guard;
    this.backwards = backwards;
    this.threads = threads;
  }

  /** What a function may know beside the records, and how many threads may work for it. */
  private record Asked(Map<String, String> parameters, TimePeriod period, Optional<LocalDate> recordedAt, int threads)
      implements IndicatorFunction.Context {
    @Override
    public void each(int count, IntConsumer work) {
      Workers.each(threads, count, work);
    }
  }

  /** What the selections of a margin depend on: which there are, and which of their dimensions the margin asks for. */
  private record Placed(int selection, List<Integer> places) {}

  /** Takes note that a measure will ask, once for each margin, for the cells of a function. */
  void expect(MeasurePlan plan) {
    users.merge(plan.selection(), 1, Integer::sum);
  }

  /** Lets go of what is kept for a measure that has got all its cells, where no other needs it. */
  void release(MeasurePlan plan) {
    if (users.merge(plan.selection(), -1, Integer::sum) <= 0) {
      kept.entrySet().removeIf(each -> {
        boolean isDone = each.getKey().selection() == plan.selection();
        keptRows -= isDone ? each.getValue().size() : 0;
        return isDone;
      });
    }
  }

  private CellSelections selections(MeasurePlan plan, Margin margin) {
    Scan.Selected selected = scan.selected().get(plan.selection());
    Expansion expansion = Expansion.of(selected.selections().combos(), scan.paths().sets(), margin, plan);
    Placed placed = new Placed(plan.selection(), expansion.places());
    CellSelections known = kept.get(placed);
    if (known == null) {
      Tuples tuples = state.tuples.get(plan.selection());
      tuples.sort();
      known =
          CellSelections.of(tuples, selected.selections(), scan.portfolio().schema(), records.calendar(), expansion);
      if (users.getOrDefault(plan.selection(), 0) > 1 && keptRows + known.size() <= MOST_KEPT_ROWS) {
        kept.put(placed, known);
        keptRows += known.size();
      }
    }
    return known;
  }

  /** The cells of a measure by a registered function in which something is selected; others have no value. */
  CellTable cells(MeasurePlan plan, Margin margin, IndicatorFunction function) {
    CellTable table = records.records(plan, margin);
    CellSelections selections = selections(plan, margin);
    selections.addRows(table);
    int[] codes = new int[margin.parts().size()];
    for (int row : order(table.rows().size())) {
      table.rows().copy(row, codes);
      for (int period : order(records.calendar().periods().size())) {
        SortedSelection selection = selections.of(codes, period);
        if (selection.size() > 0) {
          int cell = table.cell(row, period);
          apply(plan, function, selection, period).ifPresent(found -> {
            table.setValue(cell, found.value());
            table.addUnknown(cell, found.unknown());
            table.setCautions(cell, found.cautions());
          });
        }
      }
    }
    return table;
  }

  private Optional<IndicatorFunction.Outcome> apply(
      MeasurePlan plan, IndicatorFunction function, SortedSelection shared, int period) {
    boolean isForeign = guard.isForeign(plan.measure());
    SortedSelection selection = isForeign ? shared.apart() : shared;
    Asked asked =
        new Asked(
            ((Aggregate.Function) plan.measure().aggregate()).parameters(),
            records.calendar().periods().get(period),
            scan.portfolio().recordedAt(),
            isForeign ? 1 : threads);
    return guard.run(plan.measure(), () -> ForeignValue.of(function.apply(selection, asked)));
  }

  /** What a registered function gives where nothing is selected in a period. */
  Optional<Value> ofNothing(MeasurePlan plan, IndicatorFunction function, int period) {
    Selections selections = scan.selected().get(plan.selection()).selections();
    SortedSelection nothing = new SortedSelection(selections, new long[0], new int[0], scan.portfolio().schema());
    return apply(plan, function, nothing, period).map(IndicatorFunction.Outcome::value);
  }

  /** What an author's accumulator gives where it got no records. */
  Optional<Value> ofNothing(MeasurePlan plan) {
    CustomStates<?> states = state.customs.get(plan.custom());
    return guard.run(plan.measure(), () -> ForeignValue.of(states.finish(List.of())));
  }

  /** The numbers below another, in the order in which code is asked. */
  private int[] order(int count) {
    return IntStream.range(0, count).map(at -> backwards ? count - 1 - at : at).toArray();
  }

  /** The cells of a measure by an author's accumulator that was given something there; others have no value. */
  CellTable custom(MeasurePlan plan, Margin margin) {
    return custom(plan, margin, state.customs.get(plan.custom()));
  }

  private <S> CellTable custom(MeasurePlan plan, Margin margin, CustomStates<S> states) {
    CellTable table = records.records(plan, margin);
    requireUnchanged(plan, states);
    Scan.Custom custom = scan.customs().get(plan.custom());
    Expansion expansion = Expansion.of(custom.combos(), scan.paths().sets(), margin, plan);
    int timeKeys = records.calendar().timeKeys(plan.measure().when().kind());
    TimeRule.Kind rule = plan.measure().when().kind();
    Map<Integer, List<S>> ofCell = new TreeMap<>();
    int[] codes = new int[margin.parts().size()];
    for (int s = 0; s < states.size(); s++) {
      for (int row : expansion.of(StateKey.combo(states.key(s), timeKeys)).numbers()) {
        expansion.rows().copy(row, codes);
        for (int period : records.calendar().periodsOf(rule, StateKey.timeKey(states.key(s), timeKeys))) {
          ofCell.computeIfAbsent(table.cell(table.row(codes), period), cell -> new ArrayList<>()).add(states.state(s));
        }
      }
    }
    for (int row : order(table.rows().size())) {
      for (int period : order(records.calendar().periods().size())) {
        int cell = table.cell(row, period);
        List<S> parts = ofCell.get(cell);
        if (parts != null) {
          guard
              .run(plan.measure(), () -> ForeignValue.of(states.finish(parts)))
              .ifPresent(value -> table.setValue(cell, value));
        }
      }
    }
    requireUnchanged(plan, states);
    return table;
  }

  /** Other cells are made of the same states. */
  private void requireUnchanged(MeasurePlan plan, CustomStates<?> states) {
    for (int from = 0; from < states.size(); from += FINISHED_AT_ONCE) {
      int start = from;
      int end = Math.min(states.size(), from + FINISHED_AT_ONCE);
      guard.run(plan.measure(), () -> {
        states.requireUnchanged(start, end);
        return Boolean.TRUE;
      });
    }
  }
}
