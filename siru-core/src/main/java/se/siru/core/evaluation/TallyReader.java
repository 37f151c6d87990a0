package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Column;

/**
 * Reads cells from counts and folded numbers. Distinct counts, groups and functions take the records behind their cells from here.
 * What was asked for beforehand is counted on several threads.
 */
final class TallyReader {
  private static final int SCALE_OF_MONEY = 2;

  private final Scan scan;
  private final ScanState state;
  private final Calendar calendar;
  private final States[] states;
  private final Map<States.Placement, RecordCounter> counters = new HashMap<>();

  /**
   * A reader of a state.
   *
   * @param calendar the scan's, or one without some periods
   */
  TallyReader(Scan scan, ScanState state, Calendar calendar) {
    this.scan = scan;
    this.state = state;
    this.calendar = calendar;
    this.states = new States[scan.frames().size()];
  }

  /** The periods in which records are counted. */
  Calendar calendar() {
    return calendar;
  }

  /** The states of a frame. */
  States states(int frame) {
    if (states[frame] == null) {
      states[frame] = new States(scan.frames().get(frame), state.frames.get(frame).tally, scan.paths().sets(), calendar);
    }
    return states[frame];
  }

  /** Where the states of a frame lie in a margin, which is the same object each time. */
  private States.Placement placement(MeasurePlan plan, Margin margin) {
    return states(plan.frame()).placement(plan, margin);
  }

  /** Prepares to count for a margin; the counter that has to run before cells are read, or nothing where it was handed out. */
  Optional<RecordCounter> ask(MeasurePlan plan, Margin margin) {
    States.Placement placement = placement(plan, margin);
    RecordCounter known = counters.get(placement);
    RecordCounter counter =
        known != null ? known : new RecordCounter(state, states(plan.frame()), plan.frame(), placement, calendar);
    counter.ask(plan);
    return counters.put(placement, counter) == null ? Optional.of(counter) : Optional.empty();
  }

  private RecordCounter counter(MeasurePlan plan, Margin margin) {
    return Objects.requireNonNull(counters.get(placement(plan, margin)));
  }

  /** The records behind each cell of a margin that was asked for, and those left out, without values. */
  CellTable records(MeasurePlan plan, Margin margin) {
    return counter(plan, margin).records(plan);
  }

  /** The cells of a count, sum, mean, least, greatest or last value of records. */
  CellTable cells(MeasurePlan plan, Margin margin) {
    CellTable table = records(plan, margin);
    int cells = Math.max(1, table.rows().size()) * calendar.periods().size();
    Aggregate aggregate = plan.measure().aggregate();
    if (margin.isSplit()) {
      setSplit(plan, table, placement(plan, margin), cells);
    } else if (aggregate instanceof Aggregate.Count) {
      for (int cell = 0; cell < cells; cell++) {
        table.values().set(cell, table.records(cell));
      }
    } else if (aggregate instanceof Aggregate.Completeness) {
      RecordCounter counter = counter(plan, margin);
      for (int cell = 0; cell < cells; cell++) {
        setCompleteness(plan, counter, cell, table);
      }
    } else {
      setNumbers(aggregate, counter(plan, margin).numbers(plan, table, cells), table, cells);
    }
    return table;
  }

  private static void setCompleteness(MeasurePlan plan, RecordCounter counter, int cell, CellTable table) {
    long stated = 0;
    for (int part = 0; part < plan.parts().length; part++) {
      stated += counter.stated(plan, part, cell);
    }
    long all = Math.multiplyExact(table.records(cell), plan.parts().length);
    if (all == 0) {
      table.setValue(cell, Absences.NO_RECORDS);
    } else {
      table.values().setRatio(cell, stated, 0, all);
    }
  }

  private static void setNumbers(Aggregate aggregate, Folded folded, CellTable table, int cells) {
    FieldPath path = Objects.requireNonNull(Groups.path(aggregate));
    Value notStated = Absences.notStated(path);
    int scale = scale(path.last());
    boolean isMean = aggregate instanceof Aggregate.Mean;
    ValueColumn values = table.values();
    for (int cell = 0; cell < cells; cell++) {
      long records = table.records(cell);
      if (records == 0) {
        values.set(cell, table.asked(cell) > 0 ? notStated : ofNoRecord(aggregate));
      } else if (isMean) {
        values.setRatio(cell, folded.value(cell), scale, records);
      } else {
        values.set(cell, folded.value(cell), scale);
      }
    }
  }

  private static Value ofNoRecord(Aggregate aggregate) {
    return aggregate instanceof Aggregate.Sum ? Value.Quantity.of(0) : Absences.NO_RECORDS;
  }

  /** A stored number in the field's own unit. */
  static BigDecimal decimal(Field<?> field, long stored) {
    return BigDecimal.valueOf(stored, scale(field));
  }

  private static int scale(Field<?> field) {
    return field.kind() == FieldKind.MONEY ? SCALE_OF_MONEY : field.scale();
  }

  /** True where what a measure counts of a record can be shared among several codes of it. */
  static boolean canSplit(MeasurePlan plan) {
    Aggregate aggregate = plan.measure().aggregate();
    boolean isOfRecords = plan.distinct() == null && plan.group() < 0;
    return isOfRecords && (aggregate instanceof Aggregate.Sum || aggregate instanceof Aggregate.Count);
  }

  private void setSplit(MeasurePlan plan, CellTable table, States.Placement placement, int cells) {
    Aggregate aggregate = plan.measure().aggregate();
    boolean isSum = aggregate instanceof Aggregate.Sum;
    if (!canSplit(plan)) {
      for (int cell = 0; cell < cells; cell++) {
        table.setValue(cell, Absences.NOT_SPLIT);
      }
      return;
    }
    Rational[] shares = new Rational[cells];
    Arrays.fill(shares, Rational.ZERO);
    Tally tally = state.frames.get(plan.frame()).tally;
    States own = states(plan.frame());
    Expansion.Rows[] rowsOf = placement.ofCombo();
    for (int s = 0; s < tally.size(); s++) {
      long amount = isSum ? tally.number(plan.number(), s) : tally.records(s);
      boolean isCounted = (state.atoms.trueBits(own.atom(s)) >>> plan.filter() & 1) != 0;
      if (amount != Column.Longs.MISSING && isCounted) {
        Expansion.Rows rows = rowsOf[own.combo(s)];
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
        table.setValue(cell, Absences.notStated(Objects.requireNonNull(Groups.path(aggregate))));
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
