package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Guard;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Row;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Units;

/**
 * A scan bound to the columns of one batch: the loops that every record runs through. Records are taken a block at a time, one tight
 * loop for each thing that is kept. All look-ups are worked out here, by one thread; what the loops write to is a worker's own.
 */
final class BoundScan {
  /** Records in a block: small enough for the scratch arrays to stay in the processor's cache. */
  static final int BLOCK = 2_048;

  private final Scan scan;
  private final Batch batch;
  private final Guard guard;
  private final Truth.Test[] terms;
  private final String[] termOwners;
  private final Map<TimeRule, TimeReader> times = new HashMap<>();
  private final List<Combos.Reader> combos = new ArrayList<>();
  private final List<List<PathReader.NumberReader>> numbers = new ArrayList<>();
  private final List<Combos.Reader> distinctCombos = new ArrayList<>();
  private final List<@Nullable ElementReader> distinctElements = new ArrayList<>();
  private final List<Scope.Reader> distinctScopes = new ArrayList<>();
  private final List<Combos.Reader> groupCombos = new ArrayList<>();
  private final List<Scope.Reader> groupScopes = new ArrayList<>();
  private final List<Groups.Binding> groupBindings = new ArrayList<>();
  private final List<Selections.Binding> selectionBindings = new ArrayList<>();
  private final List<Combos.Reader> selectionCombos = new ArrayList<>();
  private final List<Combos.Reader> customCombos = new ArrayList<>();

  BoundScan(Scan scan, Batch batch, Guard guard) {
    this.scan = scan;
    this.batch = batch;
    this.guard = guard;
    PathReader paths = scan.paths();
    this.terms = new Truth.Test[scan.terms().size()];
    this.termOwners = new String[terms.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = scan.terms().get(i).bind(scan.table(), batch, scan.conditions(), paths);
      termOwners[i] = scan.termOwner(i);
    }
    for (int i = 0; i < scan.frames().size(); i++) {
      time(scan.frames().get(i).when());
      combos.add(scan.combosOfTally(i).bind(batch, paths));
      numbers.add(scan.numbersOfTally(i).stream().map(number -> paths.numbers(batch, number.path())).toList());
    }
    for (int i = 0; i < scan.distincts().size(); i++) {
      Frame.Distinct distinct = scan.distincts().get(i);
      time(distinct.frame().when());
      distinctCombos.add(scan.combosOfDistinct(i).bind(batch, paths));
      distinctElements.add(distinct.path() == null ? null : paths.reader(batch, distinct.path()));
      distinctScopes.add(scan.scopeOfDistinct(i).bind(scan.table(), batch));
    }
    for (Scan.Grouped grouped : scan.grouped()) {
      time(grouped.groups().frame().when());
      groupCombos.add(grouped.combos().bind(batch, paths));
      groupScopes.add(grouped.scope().bind(scan.table(), batch));
      groupBindings.add(grouped.groups().bind(scan.portfolio(), scan.table(), batch, scan.conditions(), paths));
    }
    for (Scan.Selected selected : scan.selected()) {
      time(selected.selections().frame().when());
      selectionCombos.add(selected.combos().bind(batch, paths));
      selectionBindings.add(selected.selections().bind(scan.portfolio(), batch, paths));
    }
    for (Scan.Custom custom : scan.customs()) {
      time(custom.frame().when());
      customCombos.add(custom.combos().bind(batch, paths));
    }
  }

  private void time(TimeRule rule) {
    times.computeIfAbsent(
        rule, r -> TimeReader.bind(scan.calendar(), r, scan.table().type(), batch, scan.versions()));
  }

  int size() {
    return batch.size();
  }

  /** Adds the records from one row up to another to a state. */
  void accumulate(ScanState state, int from, int until) {
    Worker worker = new Worker(state);
    for (int start = from; start < until; start += BLOCK) {
      worker.block(start, Math.min(until, start + BLOCK));
    }
  }

  /** The scratch space of one pass over some rows. */
  private final class Worker {
    private final ScanState state;
    private final int[] atoms = new int[BLOCK];
    private final long[] trueBits = new long[BLOCK];
    private final long[] trueTerms = new long[BLOCK];
    private final long[] unknownTerms = new long[BLOCK];
    private final Map<TimeRule, int[]> timeKeys = new HashMap<>();
    private final SetPool sets = scan.paths().sets();
    private final List<Groups.Binding> groups = new ArrayList<>();
    private final List<Selections.Binding> selections = new ArrayList<>();

    Worker(ScanState state) {
      this.state = state;
      times.keySet().forEach(rule -> timeKeys.put(rule, new int[BLOCK]));
      groupBindings.forEach(binding -> groups.add(binding.forThread()));
      selectionBindings.forEach(binding -> selections.add(binding.forThread()));
    }

    void block(int start, int end) {
      int size = end - start;
      filter(start, size);
      times.forEach(
          (rule, reader) -> {
            int[] keys = timeKeys.get(rule);
            for (int i = 0; i < size; i++) {
              keys[i] = reader.read(start + i);
            }
          });
      for (int i = 0; i < combos.size(); i++) {
        tally(i, start, size);
      }
      for (int i = 0; i < distinctCombos.size(); i++) {
        distinct(i, start, size);
      }
      for (int i = 0; i < groups.size(); i++) {
        group(i, start, size);
      }
      for (int i = 0; i < selections.size(); i++) {
        select(i, start, size);
      }
      for (int i = 0; i < customCombos.size(); i++) {
        custom(i, start, size);
      }
    }

    /** Each term is asked of each record; what the answers mean to the filters is worked out once for each atom. */
    private void filter(int start, int size) {
      Arrays.fill(trueTerms, 0, size, 0);
      Arrays.fill(unknownTerms, 0, size, 0);
      for (int t = 0; t < terms.length; t++) {
        int term = t;
        if (termOwners[t].isEmpty()) {
          answer(t, start, size);
        } else {
          guard.run(
              termOwners[t],
              () -> {
                answer(term, start, size);
                return Boolean.TRUE;
              });
        }
      }
      for (int i = 0; i < size; i++) {
        int atom = state.atoms.ofAnswers(trueTerms[i], unknownTerms[i]);
        atoms[i] = atom;
        trueBits[i] = state.atoms.trueBits(atom);
      }
    }

    private void answer(int term, int start, int size) {
      Truth.Test test = terms[term];
      long bit = 1L << term;
      for (int i = 0; i < size; i++) {
        byte answer = test.of(start + i);
        if (answer == Truth.TRUE) {
          trueTerms[i] |= bit;
        } else if (answer == Truth.UNKNOWN) {
          unknownTerms[i] |= bit;
        }
      }
    }

    private void tally(int t, int start, int size) {
      Frame frame = scan.frames().get(t);
      int[] keys = timeKeys.get(frame.when());
      int timeKeyCount = scan.calendar().timeKeys(frame.when().kind());
      Combos.Reader combo = combos.get(t);
      Tally tally = state.tallies.get(t);
      List<PathReader.NumberReader> readers = numbers.get(t);
      TimeReader time = times.get(frame.when());
      for (int i = 0; i < size; i++) {
        if (atoms[i] != 0 && keys[i] != TimeReader.OTHER_VERSION) {
          int at = tally.count(StateKey.of(combo.read(start + i), keys[i], timeKeyCount, atoms[i]), 1);
          for (int n = 0; n < readers.size(); n++) {
            long number = readers.get(n).read(start + i);
            if (number != Column.Longs.MISSING) {
              tally.fold(at, n, number, time.day(start + i));
            }
          }
        }
      }
    }

    private void distinct(int d, int start, int size) {
      Frame frame = scan.distincts().get(d).frame();
      int[] keys = timeKeys.get(frame.when());
      int timeKeyCount = scan.calendar().timeKeys(frame.when().kind());
      Combos.Reader combo = distinctCombos.get(d);
      Scope.Reader scope = distinctScopes.get(d);
      int scopes = scan.scopeOfDistinct(d).count();
      ElementReader reader = distinctElements.get(d);
      Elements elements = state.elements.get(d);
      long wanted = scan.filtersOfDistinct(d);
      for (int i = 0; i < size; i++) {
        if ((trueBits[i] & wanted) != 0 && keys[i] != TimeReader.OTHER_VERSION) {
          int row = start + i;
          long scoped = combo.read(row) * scopes + scope.read(row);
          int at = elements.state(StateKey.of(scoped, keys[i], timeKeyCount, atoms[i]));
          int encoded = reader == null ? row : reader.read(row);
          for (int e = 0; e < sets.count(encoded); e++) {
            elements.add(at, sets.element(encoded, e));
          }
        }
      }
    }

    private void group(int g, int start, int size) {
      Scan.Grouped grouped = scan.grouped().get(g);
      TimeRule rule = grouped.groups().frame().when();
      int[] keys = timeKeys.get(rule);
      TimeReader time = times.get(rule);
      boolean dated = grouped.groups().grouping().dating() != null;
      long bit = 1L << grouped.filter();
      guard.run(
          grouped.groups().measure().id(),
          () -> {
            for (int i = 0; i < size; i++) {
              if ((trueBits[i] & bit) != 0 && keys[i] != TimeReader.OTHER_VERSION) {
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

    private void select(int s, int start, int size) {
      Scan.Selected selected = scan.selected().get(s);
      int[] keys = timeKeys.get(selected.selections().frame().when());
      long bit = 1L << selected.filter();
      for (int i = 0; i < size; i++) {
        if ((trueBits[i] & bit) != 0 && keys[i] != TimeReader.OTHER_VERSION) {
          int row = start + i;
          selections.get(s).add(state.tuples.get(s), row, keys[i], selectionCombos.get(s).read(row));
        }
      }
    }

    private void custom(int c, int start, int size) {
      Scan.Custom custom = scan.customs().get(c);
      int[] keys = timeKeys.get(custom.frame().when());
      int timeKeyCount = scan.calendar().timeKeys(custom.frame().when().kind());
      long bit = 1L << custom.filter();
      Map<Long, List<Row>> rows = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        if ((trueBits[i] & bit) != 0 && keys[i] != TimeReader.OTHER_VERSION) {
          long key = StateKey.of(customCombos.get(c).read(start + i), keys[i], timeKeyCount, 0);
          rows.computeIfAbsent(key, k -> new ArrayList<>()).add(scan.table().row(batch, start + i));
        }
      }
      CustomStates<?> states = state.customs.get(c);
      guard.run(
          custom.measure().id(),
          () -> {
            rows.forEach((key, list) -> states.add(key, List.copyOf(list)));
            return Boolean.TRUE;
          });
    }
  }

  /** The units of what a distinct count meets, or null where elements are codes. */
  static @Nullable Units units(Scan scan, Frame.Distinct distinct) {
    return distinct.path() == null
        ? scan.portfolio().units(scan.table().type().name())
        : Groups.units(scan.portfolio(), distinct.path());
  }
}
