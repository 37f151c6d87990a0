package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.TimeRule;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;

/**
 * A scan bound to the columns of one batch: the loops that every record runs through. Records are taken a block at a time, one tight
 * loop for each thing that is kept. All look-ups are worked out here, by one thread; what the loops write to is a worker's own.
 */
final class BoundScan {
  private final Scan scan;
  private final Batch batch;
  private final Guard guard;
  private final BoundFilter filter;
  private final Map<TimeRule, TimeReader> times = new HashMap<>();
  private final List<BoundFrame> frames = new ArrayList<>();
  private final List<Combos.Reader> groupCombos = new ArrayList<>();
  private final List<Scope.Reader> groupScopes = new ArrayList<>();
  private final List<Groups.Binding> groupBindings = new ArrayList<>();
  private final List<Selections.Binding> selectionBindings = new ArrayList<>();
  private final List<Combos.Reader> customCombos = new ArrayList<>();
  private final List<Combos.Reader> valuedCombos = new ArrayList<>();
  private final List<NumberReader> valuedNumbers = new ArrayList<>();

  BoundScan(Scan scan, Batch batch, Guard guard) {
    this.scan = scan;
    this.batch = batch;
    this.guard = guard;
    PathReader paths = scan.paths();
    this.filter = new BoundFilter(scan, batch, guard);
    for (FramePlan frame : scan.frames()) {
      frames.add(new BoundFrame(scan, frame, batch, time(frame.frame().when())));
    }
    for (Scan.Grouped grouped : scan.grouped()) {
      time(grouped.groups().frame().when());
      groupCombos.add(grouped.combos().bind(batch, paths));
      groupScopes.add(grouped.scope().bind(scan.table(), batch));
      groupBindings.add(grouped.groups().bind(scan.portfolio(), scan.table(), batch, scan.conditions(), paths));
    }
    for (Scan.Selected selected : scan.selected()) {
      time(selected.selections().frame().when());
      selectionBindings.add(selected.selections().bind(scan.portfolio(), scan.table(), batch, paths));
    }
    for (Scan.Valued valued : scan.valued()) {
      time(valued.frame().when());
      valuedCombos.add(valued.combos().bind(batch, paths));
      valuedNumbers.add(paths.numbers(batch, valued.path()));
    }
    for (Scan.Custom custom : scan.customs()) {
      time(custom.frame().when());
      customCombos.add(custom.combos().bind(batch, paths));
    }
  }

  private TimeReader time(TimeRule rule) {
    return times.computeIfAbsent(
        rule, r -> TimeReader.bind(scan, r, batch));
  }

  int size() {
    return batch.size();
  }

  /** Adds the records from one row up to another to a state. */
  void accumulate(ScanState state, int from, int until) {
    if (from < until) {
      Worker worker = new Worker(state, state.block(until - from));
      for (int start = from; start < until; start += RecordBlock.SIZE) {
        worker.block(start, Math.min(until, start + RecordBlock.SIZE));
      }
    }
  }

  /** One pass over some rows. */
  private final class Worker {
    private final ScanState state;
    private final RecordBlock block;
    private final List<Groups.Binding> groups = new ArrayList<>();
    private final List<SelectionPass> selections = new ArrayList<>();

    Worker(ScanState state, RecordBlock block) {
      this.state = state;
      this.block = block;
      groupBindings.forEach(binding -> groups.add(binding.forThread()));
      selectionBindings.forEach(binding -> selections.add(binding.forThread(block.room())));
    }

    void block(int start, int end) {
      int size = end - start;
      block.begin(start, end);
      filter.read(block, state.atoms);
      for (Map.Entry<TimeRule, TimeReader> rule : times.entrySet()) {
        rule.getValue().read(block.timeKeys(rule.getKey()), block);
      }
      for (int i = 0; i < frames.size(); i++) {
        frames.get(i).accumulate(state.frames.get(i), block, state.atoms);
      }
      for (int i = 0; i < groups.size(); i++) {
        group(i, start, size);
      }
      for (int i = 0; i < selections.size(); i++) {
        select(i);
      }
      for (int i = 0; i < valuedCombos.size(); i++) {
        value(i, start, size);
      }
      for (int i = 0; i < customCombos.size(); i++) {
        custom(i);
      }
    }

    private void group(int g, int start, int size) {
      Scan.Grouped grouped = scan.grouped().get(g);
      TimeRule rule = grouped.groups().frame().when();
      int[] keys = block.timeKeys(rule);
      TimeReader time = times.get(rule);
      boolean dated = grouped.groups().grouping().dating() != null;
      boolean[] isCounted = state.atoms.anyOf(1L << grouped.filter());
      guard.run(
          grouped.groups().measure(),
          () -> {
            for (int i = 0; i < size; i++) {
              if (isCounted[block.atoms[i]] && keys[i] != TimeReader.NEVER) {
                int row = start + i;
                groups
                    .get(g)
                    .add(
                        state.groups.get(g),
                        row,
                        dated ? 0 : keys[i],
                        time.day(row),
                        groupScopes.get(g).read(row),
                        groupCombos.get(g).read(row));
              }
            }
            return Boolean.TRUE;
          });
    }

    private void select(int s) {
      Scan.Selected selected = scan.selected().get(s);
      int[] keys = block.timeKeys(selected.selections().frame().when());
      selections.get(s).add(state.tuples.get(s), block, keys, state.atoms.anyOf(1L << selected.filter()));
    }

    private void value(int v, int start, int size) {
      Scan.Valued valued = scan.valued().get(v);
      int[] keys = block.timeKeys(valued.frame().when());
      boolean[] isCounted = state.atoms.anyOf(1L << valued.filter());
      for (int i = 0; i < size; i++) {
        if (isCounted[block.atoms[i]] && keys[i] != TimeReader.NEVER) {
          int row = start + i;
          long number = valuedNumbers.get(v).read(row);
          if (number != Column.Longs.MISSING) {
            state.values.get(v).add(keys[i], valuedCombos.get(v).read(row), number, 1);
          }
        }
      }
    }

    private void custom(int c) {
      Scan.Custom custom = scan.customs().get(c);
      int[] keys = block.timeKeys(custom.frame().when());
      CustomPass pass = new CustomPass(scan.table(), batch, customCombos.get(c), scan.timeKeys(custom));
      pass.take(block, keys, state.atoms.anyOf(1L << custom.filter()));
      guard.run(
          custom.measure(),
          () -> {
            pass.add(state.customs.get(c));
            return Boolean.TRUE;
          });
    }
  }
}
