package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Row;
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
  private final Truth.Test[] terms;
  private final @Nullable Measure[] termOwners;
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
    this.terms = new Truth.Test[scan.terms().size()];
    this.termOwners = new Measure[terms.length];
    for (int i = 0; i < terms.length; i++) {
      Optional<ElementAnswers> answers = scan.answers().get(i);
      terms[i] =
          answers.isPresent()
              ? answers.get().bind(batch)
              : scan.terms().get(i).bind(scan.table(), batch, scan.conditions(), paths);
      termOwners[i] = scan.termOwner(i);
    }
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
    Worker worker = new Worker(state);
    for (int start = from; start < until; start += RecordBlock.SIZE) {
      worker.block(start, Math.min(until, start + RecordBlock.SIZE));
    }
  }

  /** The scratch space of one pass over some rows. */
  private final class Worker {
    private final ScanState state;
    private final RecordBlock block = new RecordBlock();
    private final long[] trueTerms = new long[RecordBlock.SIZE];
    private final long[] unknownTerms = new long[RecordBlock.SIZE];
    private final SetPool sets = scan.paths().sets();
    private final List<Groups.Binding> groups = new ArrayList<>();
    private final List<SelectionPass> selections = new ArrayList<>();

    Worker(ScanState state) {
      this.state = state;
      groupBindings.forEach(binding -> groups.add(binding.forThread()));
      selectionBindings.forEach(binding -> selections.add(binding.forThread()));
    }

    void block(int start, int end) {
      int size = end - start;
      block.begin(start, end);
      filter(start, size);
      for (Map.Entry<TimeRule, TimeReader> rule : times.entrySet()) {
        read(rule.getValue(), block.timeKeys(rule.getKey()), start, size);
      }
      for (int i = 0; i < frames.size(); i++) {
        frames.get(i).accumulate(state.frames.get(i), block, sets);
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
        custom(i, start, size);
      }
    }

    private void read(TimeReader reader, int[] keys, int start, int size) {
      for (int i = 0; i < size; i++) {
        keys[i] = reader.read(start + i);
      }
    }

    /** Each term is asked of each record; what the answers mean to the filters is worked out once for each atom. */
    private void filter(int start, int size) {
      Arrays.fill(trueTerms, 0, size, 0);
      Arrays.fill(unknownTerms, 0, size, 0);
      for (int t = 0; t < terms.length; t++) {
        int term = t;
        Measure owner = termOwners[t];
        if (owner != null) {
          guard.run(owner, () -> answers(term, start, size)).ifPresent(answers -> put(answers, term));
        } else if (terms[t] instanceof ElementTest test) {
          answer(test, t, start, size);
        } else {
          answer(t, start, size);
        }
      }
      for (int i = 0; i < size; i++) {
        int atom = state.atoms.ofAnswers(trueTerms[i], unknownTerms[i]);
        block.atoms[i] = atom;
        block.trueBits[i] = state.atoms.trueBits(atom);
      }
    }

    /** The same as {@link #answer(int, int, int)} without a call through an interface for each record. */
    private void answer(ElementTest test, int term, int start, int size) {
      for (int i = 0; i < size; i++) {
        int answer = test.of(start + i);
        trueTerms[i] |= (long) (answer >>> 1) << term;
        unknownTerms[i] |= (long) (answer & 1) << term;
      }
    }

    /** Answers of code, which may still be writing them when nobody waits any longer: kept apart from those of other terms. */
    private byte[] answers(int term, int start, int size) {
      byte[] answers = new byte[size];
      for (int i = 0; i < size; i++) {
        answers[i] = terms[term].of(start + i);
      }
      return answers;
    }

    private void put(byte[] answers, int term) {
      for (int i = 0; i < answers.length; i++) {
        trueTerms[i] |= (long) (answers[i] >>> 1) << term;
        unknownTerms[i] |= (long) (answers[i] & 1) << term;
      }
    }

    private void answer(int term, int start, int size) {
      Truth.Test test = terms[term];
      for (int i = 0; i < size; i++) {
        int answer = test.of(start + i);
        trueTerms[i] |= (long) (answer >>> 1) << term;
        unknownTerms[i] |= (long) (answer & 1) << term;
      }
    }

    private void group(int g, int start, int size) {
      Scan.Grouped grouped = scan.grouped().get(g);
      TimeRule rule = grouped.groups().frame().when();
      int[] keys = block.timeKeys(rule);
      TimeReader time = times.get(rule);
      boolean dated = grouped.groups().grouping().dating() != null;
      long bit = 1L << grouped.filter();
      guard.run(
          grouped.groups().measure(),
          () -> {
            for (int i = 0; i < size; i++) {
              if ((block.trueBits[i] & bit) != 0 && keys[i] != TimeReader.NEVER) {
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
      selections.get(s).add(state.tuples.get(s), block, keys, 1L << selected.filter());
    }

    private void value(int v, int start, int size) {
      Scan.Valued valued = scan.valued().get(v);
      int[] keys = block.timeKeys(valued.frame().when());
      long bit = 1L << valued.filter();
      for (int i = 0; i < size; i++) {
        if ((block.trueBits[i] & bit) != 0 && keys[i] != TimeReader.NEVER) {
          int row = start + i;
          long number = valuedNumbers.get(v).read(row);
          if (number != Column.Longs.MISSING) {
            state.values.get(v).add(keys[i], valuedCombos.get(v).read(row), number, 1);
          }
        }
      }
    }

    private void custom(int c, int start, int size) {
      Scan.Custom custom = scan.customs().get(c);
      int[] keys = block.timeKeys(custom.frame().when());
      int timeKeyCount = scan.timeKeys(custom);
      long bit = 1L << custom.filter();
      Map<Long, List<Row>> rows = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        if ((block.trueBits[i] & bit) != 0 && keys[i] != TimeReader.NEVER) {
          long key = StateKey.of(customCombos.get(c).read(start + i), keys[i], timeKeyCount, 0);
          rows.computeIfAbsent(key, k -> new ArrayList<>()).add(scan.table().row(batch, start + i));
        }
      }
      CustomStates<?> states = state.customs.get(c);
      guard.run(
          custom.measure(),
          () -> {
            rows.forEach((key, list) -> states.add(key, List.copyOf(list)));
            return Boolean.TRUE;
          });
    }
  }
}
