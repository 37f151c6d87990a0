package se.siru.core.evaluation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Value;

/**
 * The cells of an evaluation that goes on from portfolio to portfolio. Records that came or went touch the periods that hold their time
 * keys; what lies in other periods is as it was, and is taken from the tables of before instead of being counted again.
 *
 * <p>Which periods that are is said for each frame, since time rules differ. A record without a day is left out of every period but the
 * total, and told there: it touches all. So do, for measures whose groups are dated by one of their records, all records, since one record
 * may move a group from one period to another.
 *
 * <p>Confined to one thread.
 */
final class KeptCells {
  private final boolean keeps;
  private final boolean goesOn;
  private final Map<Placed, CellTable> before;
  private final Map<Placed, CellTable> now = new HashMap<>();
  private final Map<FramePlan, BitSet> touched = new IdentityHashMap<>();
  private final Map<Some, Calendar> calendars = new HashMap<>();
  private final Map<MeasurePlan, @Nullable Value[]> ofNothing;

  private KeptCells(boolean keeps, boolean goesOn, Map<Placed, CellTable> before, Map<MeasurePlan, @Nullable Value[]> ofNothing) {
    this.keeps = keeps;
    this.goesOn = goesOn;
    this.before = before;
    this.ofNothing = ofNothing;
  }

  /** Nothing is kept: every period is counted, and its cells are forgotten. */
  static KeptCells none() {
    return new KeptCells(false, false, Map.of(), new HashMap<>());
  }

  /** Every period is counted, and its cells are kept. */
  static KeptCells first() {
    return new KeptCells(true, false, Map.of(), new HashMap<>());
  }

  /** Goes on from the cells that are kept here, which is done once: no period is touched as yet. */
  KeptCells next() {
    return new KeptCells(true, true, now, ofNothing);
  }

  private record Placed(MeasurePlan measure, Margin margin) {}

  private record Some(Calendar all, BitSet periods) {}

  /** Says that the records of a state came or went. */
  void touch(Scan scan, ScanState state) {
    for (int i = 0; i < state.frames.size(); i++) {
      FramePlan frame = scan.frames().get(i);
      Tally tally = state.frames.get(i).tally;
      BitSet keys = new BitSet();
      for (int s = 0; s < tally.size(); s++) {
        keys.set(StateKey.timeKey(tally.key(s), frame.timeKeys()));
      }
      BitSet periods = touched.computeIfAbsent(frame, own -> new BitSet());
      TimeRule.Kind rule = frame.frame().when().kind();
      keys.stream().forEach(key -> touch(scan.calendar(), rule, key, periods));
    }
  }

  private static void touch(Calendar calendar, TimeRule.Kind rule, int timeKey, BitSet periods) {
    if (calendar.isUndated(rule, timeKey)) {
      periods.set(0, calendar.periods().size());
    }
    for (int period : calendar.periodsOf(rule, timeKey)) {
      periods.set(period);
    }
  }

  /** The periods in which a measure is counted: a calendar without the others. Equal ones are the same. */
  Calendar calendar(MeasurePlan measure) {
    Calendar all = measure.scan().calendar();
    boolean isDated = measure.measure().grouping().map(Grouping::dating).isPresent();
    if (!goesOn || isDated) {
      return all;
    }
    BitSet own = touched.getOrDefault(measure.scan().frames().get(measure.frame()), new BitSet());
    return own.cardinality() == all.periods().size() ? all : calendars.computeIfAbsent(new Some(all, own), some -> all.only(own));
  }

  /** The value of cells of a measure that have no records in a period, which code says once: no record that comes or goes changes it. */
  Value ofNothing(MeasurePlan measure, int period, Supplier<Value> code) {
    @Nullable Value[] known = ofNothing.computeIfAbsent(measure, of -> new Value[of.scan().calendar().periods().size()]);
    Value value = known[period];
    if (value == null) {
      value = code.get();
      known[period] = value;
    }
    return value;
  }

  /** Adds the cells of periods that were not counted, and keeps the table. */
  void complete(MeasurePlan measure, Margin margin, CellTable table) {
    if (goesOn) {
      Calendar counted = calendar(measure);
      CellTable last = Objects.requireNonNull(before.remove(new Placed(measure, margin)), "every table is kept");
      table.take(last, period -> !counted.isCounted(period));
    }
    if (keeps) {
      now.put(new Placed(measure, margin), table);
    }
  }
}
