package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Column;

/**
 * Reads cells from counts and folded numbers: every state is added to the rows and periods it belongs to. Distinct counts, groups
 * and functions take the records behind their cells from here.
 */
final class TallyReader {
  private static final int SCALE_OF_MONEY = 2;

  private final Scan scan;
  private final ScanState state;
  private final Calendar calendar;
  private final States[] states;
  private final Map<Placed, Placement> placements = new HashMap<>();
  private final Map<Counted, CellTable> counted = new HashMap<>();

  TallyReader(Scan scan, ScanState state) {
    this.scan = scan;
    this.state = state;
    this.calendar = scan.calendar();
    this.states = new States[scan.frames().size()];
  }

  /** The states of a frame. */
  States states(int frame) {
    if (states[frame] == null) {
      states[frame] = new States(scan.frames().get(frame), state.frames.get(frame).tally, scan.paths().sets(), calendar);
    }
    return states[frame];
  }

  /** What the counts of a margin depend on. */
  private record Placed(int frame, States.Placement placement) {}

  /** What the records behind cells depend on. */
  private record Counted(Placed placed, int filter, int where) {}

  /**
   * What is counted in each row of a margin, by row, time key and atom: states that differ only in codes the margin does not ask for
   * are added up once, for all measures. The arrays take the keys of the tally apart.
   */
  private record Placement(Tally tally, int[] rows, int[] atoms, int[][] periods, boolean[] undated) {}

  private Placed placed(MeasurePlan plan, Margin margin) {
    return new Placed(plan.frame(), states(plan.frame()).placement(plan, margin));
  }

  private Placement place(Placed asked) {
    States own = states(asked.frame());
    FramePlan frame = own.frame();
    Tally finest = state.frames.get(asked.frame()).tally;
    int numbers = frame.numbers().size();
    Tally placed = new Tally(frame.numbers().stream().map(Frame.Number::fold).toList());
    for (int s = 0; s < own.size(); s++) {
      for (int row : asked.placement().ofCombo()[own.combo(s)].numbers()) {
        int at =
            placed.count(StateKey.of(row, own.timeKey(s), frame.timeKeys(), own.atom(s)), finest.records(s));
        for (int n = 0; n < numbers; n++) {
          long value = finest.numbers(n).value(s);
          if (value != Column.Longs.MISSING) {
            placed.numbers(n).add(at, value, finest.numbers(n).day(s));
          }
        }
      }
    }
    TimeRule.Kind rule = frame.frame().when().kind();
    int size = placed.size();
    Placement placement = new Placement(placed, new int[size], new int[size], new int[size][], new boolean[size]);
    for (int at = 0; at < size; at++) {
      long key = placed.key(at);
      int timeKey = StateKey.timeKey(key, frame.timeKeys());
      placement.rows()[at] = (int) StateKey.combo(key, frame.timeKeys());
      placement.atoms()[at] = StateKey.atom(key);
      placement.periods()[at] = calendar.periodsOf(rule, timeKey);
      placement.undated()[at] = calendar.isUndated(rule, timeKey);
    }
    return placement;
  }

  /** The records behind each cell of a margin, and those left out, without values. */
  CellTable records(MeasurePlan plan, Margin margin) {
    Placed placed = placed(plan, margin);
    return counted
        .computeIfAbsent(new Counted(placed, plan.filter(), plan.where()), key -> countRecords(plan, margin, placed))
        .copy();
  }

  private CellTable countRecords(MeasurePlan plan, Margin margin, Placed placed) {
    Placement placement = placements.computeIfAbsent(placed, this::place);
    CellTable table = new CellTable(placed.placement().expansion().rows(), calendar.periods().size());
    if (margin.parts().isEmpty()) {
      table.row(new int[0]);
    }
    for (int at = 0; at < placement.tally().size(); at++) {
      int atom = placement.atoms()[at];
      long count = placement.tally().records(at);
      long isCounted = state.atoms.trueBits(atom) >>> plan.filter() & 1;
      long isAsked = state.atoms.trueBits(atom) >>> plan.where() & 1;
      long isUnknown = state.atoms.unknownBits(atom) >>> plan.filter() & 1;
      if ((isCounted | isAsked | isUnknown) != 0) {
        for (int period : placement.periods()[at]) {
          int cell = table.cell(placement.rows()[at], period);
          table.addRecords(cell, isCounted * count);
          table.addAsked(cell, isAsked * count);
          table.addUnknown(cell, isUnknown * count);
        }
        if (placement.undated()[at] && isCounted != 0) {
          addUndated(table, placement.rows()[at], placement.periods()[at], count);
        }
      }
    }
    return table;
  }

  /** Records without a day are left out of every period but the total, and are counted there. */
  private void addUndated(CellTable table, int row, int[] inPeriods, long count) {
    boolean[] holds = new boolean[calendar.periods().size()];
    for (int period : inPeriods) {
      holds[period] = true;
    }
    for (int period = 0; period < holds.length; period++) {
      if (!holds[period]) {
        table.addUnknown(table.cell(row, period), count);
      }
    }
  }

  /** The cells of a count, sum, mean, least, greatest or last value of records. */
  CellTable cells(MeasurePlan plan, Margin margin) {
    CellTable table = records(plan, margin);
    int cells = Math.max(1, table.rows().size()) * calendar.periods().size();
    Aggregate aggregate = plan.measure().aggregate();
    if (margin.isSplit()) {
      setSplit(plan, table, placed(plan, margin).placement(), cells);
    } else if (aggregate instanceof Aggregate.Count) {
      for (int cell = 0; cell < cells; cell++) {
        table.setValue(cell, Value.Quantity.of(table.records(cell)));
      }
    } else {
      setNumbers(plan, table, placements.computeIfAbsent(placed(plan, margin), this::place), cells);
    }
    return table;
  }

  private void setNumbers(MeasurePlan plan, CellTable table, Placement placement, int cells) {
    Folded folded = new Folded(scan.frames().get(plan.frame()).numbers().get(plan.number()).fold(), cells);
    Folded stated = placement.tally().numbers(plan.number());
    for (int at = 0; at < placement.tally().size(); at++) {
      long value = stated.value(at);
      if (value != Column.Longs.MISSING && (state.atoms.trueBits(placement.atoms()[at]) >>> plan.filter() & 1) != 0) {
        for (int period : placement.periods()[at]) {
          folded.add(table.cell(placement.rows()[at], period), value, stated.day(at));
        }
      }
    }
    for (int cell = 0; cell < cells; cell++) {
      table.setValue(cell, number(plan, folded.value(cell), table.records(cell), table.asked(cell)));
    }
  }

  private static Value number(MeasurePlan plan, long folded, long records, long asked) {
    Aggregate aggregate = plan.measure().aggregate();
    if (records == 0) {
      if (asked > 0) {
        return Absences.notStated(Objects.requireNonNull(Groups.path(aggregate)));
      }
      return aggregate instanceof Aggregate.Sum
          ? Value.Quantity.of(0)
          : Absences.NO_RECORDS;
    }
    FieldPath path = Objects.requireNonNull(Groups.path(aggregate));
    BigDecimal number = decimal(path.last(), folded);
    return aggregate instanceof Aggregate.Mean
        ? new Value.Ratio(number, BigDecimal.valueOf(records))
        : new Value.Quantity(number);
  }

  /** A stored number in the field's own unit. */
  static BigDecimal decimal(Field<?> field, long stored) {
    return BigDecimal.valueOf(stored, field.kind() == FieldKind.MONEY ? SCALE_OF_MONEY : field.scale());
  }

  private void setSplit(MeasurePlan plan, CellTable table, States.Placement placement, int cells) {
    Aggregate aggregate = plan.measure().aggregate();
    boolean isSum = aggregate instanceof Aggregate.Sum;
    if (!isSum && !(aggregate instanceof Aggregate.Count)) {
      for (int cell = 0; cell < cells; cell++) {
        table.setValue(cell, Absences.NOT_SPLIT);
      }
      return;
    }
    Rational[] shares = new Rational[cells];
    Arrays.fill(shares, Rational.ZERO);
    Tally tally = state.frames.get(plan.frame()).tally;
    States own = states(plan.frame());
    for (int s = 0; s < tally.size(); s++) {
      long amount = isSum ? tally.numbers(plan.number()).value(s) : tally.records(s);
      boolean isCounted = (state.atoms.trueBits(own.atom(s)) >>> plan.filter() & 1) != 0;
      if (amount != Column.Longs.MISSING && isCounted) {
        Expansion.Rows rows = placement.ofCombo()[own.combo(s)];
        Rational share = Rational.of(amount, rows.shares());
        for (int row : rows.numbers()) {
          for (int period : own.periods(s)) {
            int cell = table.cell(row, period);
            shares[cell] = sum(shares[cell], share);
          }
        }
      }
    }
    for (int cell = 0; cell < cells; cell++) {
      if (isSum && table.records(cell) == 0 && table.asked(cell) > 0) {
        table.setValue(cell, number(plan, 0, 0, table.asked(cell)));
      } else {
        Rational scale =
            isSum
                ? Rational.of(decimal(Objects.requireNonNull(Groups.path(aggregate)).last(), 1))
                : Rational.of(1);
        table.setValue(cell, exact(shares[cell].times(scale)));
      }
    }
  }

  private static Rational sum(Rational one, Rational other) {
    try {
      return one.plus(other);
    } catch (Rational.TooLong tooLong) {
      throw new SiruException(ErrorCode.OVERFLOW, "a sum of shares is too long to be exact", tooLong);
    }
  }

  /** A fraction as a value: a decimal where it is one, else a ratio. */
  static Value exact(Rational number) {
    try {
      BigDecimal decimal = new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()));
      return new Value.Quantity(decimal.scale() < 0 ? decimal.setScale(0) : decimal);
    } catch (ArithmeticException notADecimal) {
      return new Value.Ratio(new BigDecimal(number.numerator()), new BigDecimal(number.denominator()));
    }
  }
}
