package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Dimension;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Column;
import se.siru.core.primitive.TupleIndex;

/**
 * Reads cells from counts and folded numbers: every state is added to the rows and periods it belongs to. Distinct counts, groups
 * and functions take the records behind their cells from here.
 */
final class TallyReader {
  private static final int SCALE_OF_MONEY = 2;

  private final Scan scan;
  private final ScanState state;
  private final Calendar calendar;
  private final Map<Placed, Placement> placements = new HashMap<>();
  private final Map<Counted, CellTable> counted = new HashMap<>();

  TallyReader(Scan scan, ScanState state) {
    this.scan = scan;
    this.state = state;
    this.calendar = scan.calendar();
  }

  /** What the placement of states depends on. */
  private record Placed(int tally, List<Dimension> dimensions, List<Breakdown.Part> parts) {}

  /** What the records behind cells depend on. */
  private record Counted(Placed placed, int filter, int where) {}

  /**
   * The rows of a margin and what is counted in each, by row, time key and atom: states that differ only in codes the margin does
   * not ask for are added up once, for all measures. A split margin keeps the shares of each state beside.
   */
  private record Placement(TupleIndex rows, Tally tally, int[][] inPeriods, Expansion.Rows[] ofState) {}

  private static Placed placed(MeasurePlan plan, Margin margin) {
    return new Placed(
        plan.tally(), margin.parts().stream().map(plan::dimension).toList(), margin.parts());
  }

  private Placement placement(MeasurePlan plan, Margin margin) {
    return placements.computeIfAbsent(placed(plan, margin), key -> place(plan, margin));
  }

  private Placement place(MeasurePlan plan, Margin margin) {
    Expansion expansion = Expansion.of(scan.combosOfTally(plan.tally()), scan.paths().sets(), margin, plan);
    List<Frame.Number> numbers = scan.numbersOfTally(plan.tally());
    Tally finest = state.tallies.get(plan.tally());
    Tally placed = new Tally(numbers.stream().map(Frame.Number::fold).toList());
    Expansion.Rows[] ofState = new Expansion.Rows[margin.isSplit() ? finest.size() : 0];
    int timeKeys = timeKeys(plan);
    for (int s = 0; s < finest.size(); s++) {
      long key = finest.key(s);
      Expansion.Rows rows = expansion.of(StateKey.combo(key, timeKeys));
      if (margin.isSplit()) {
        ofState[s] = rows;
      }
      for (int row : rows.numbers()) {
        int at =
            placed.count(
                StateKey.of(row, StateKey.timeKey(key, timeKeys), timeKeys, StateKey.atom(key)), finest.records(s));
        for (int n = 0; n < numbers.size(); n++) {
          if (finest.number(s, n) != Column.Longs.MISSING) {
            placed.fold(at, n, finest.number(s, n), finest.day(s, n));
          }
        }
      }
    }
    TimeRule.Kind rule = plan.measure().when().kind();
    int[][] inPeriods = new int[placed.size()][];
    Arrays.setAll(inPeriods, at -> calendar.periodsOf(rule, StateKey.timeKey(placed.key(at), timeKeys)));
    return new Placement(expansion.rows(), placed, inPeriods, ofState);
  }

  private int timeKeys(MeasurePlan plan) {
    return calendar.timeKeys(plan.measure().when().kind());
  }

  /** The records behind each cell of a margin, and those left out, without values. */
  CellTable records(MeasurePlan plan, Margin margin) {
    return counted
        .computeIfAbsent(
            new Counted(placed(plan, margin), plan.filter(), plan.where()), key -> countRecords(plan, margin))
        .copy();
  }

  private CellTable countRecords(MeasurePlan plan, Margin margin) {
    Placement placement = placement(plan, margin);
    CellTable table = new CellTable(placement.rows(), calendar.periods().size());
    if (margin.parts().isEmpty()) {
      table.row(new int[0]);
    }
    forEachPlaced(
        plan,
        placement,
        (s, row, inPeriods, atom, undated) -> {
          long count = placement.tally().records(s);
          boolean isCounted = (state.atoms.trueBits(atom) >>> plan.filter() & 1) != 0;
          boolean isAsked = (state.atoms.trueBits(atom) >>> plan.where() & 1) != 0;
          boolean isUnknown = (state.atoms.unknownBits(atom) >>> plan.filter() & 1) != 0;
          for (int period : inPeriods) {
            int cell = table.cell(row, period);
            table.addRecords(cell, isCounted ? count : 0);
            table.addAsked(cell, isAsked ? count : 0);
            table.addUnknown(cell, isUnknown ? count : 0);
          }
          if (undated && isCounted) {
            addUndated(table, row, inPeriods, count);
          }
        });
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
    Placement placement = placement(plan, margin);
    int cells = Math.max(1, table.rows().size()) * calendar.periods().size();
    Aggregate aggregate = plan.measure().aggregate();
    if (margin.isSplit()) {
      setSplit(plan, table, placement, cells);
    } else if (aggregate instanceof Aggregate.Count) {
      for (int cell = 0; cell < cells; cell++) {
        table.setValue(cell, Value.Quantity.of(table.records(cell)));
      }
    } else {
      setNumbers(plan, table, placement, cells);
    }
    return table;
  }

  private void setNumbers(MeasurePlan plan, CellTable table, Placement placement, int cells) {
    Frame.Number number = scan.numbersOfTally(plan.tally()).get(plan.number());
    Tally folded = new Tally(List.of(number.fold()));
    for (int cell = 0; cell < cells; cell++) {
      folded.count(cell, 0);
    }
    forEachPlaced(
        plan,
        placement,
        (s, row, inPeriods, atom, undated) -> {
          long value = placement.tally().number(s, plan.number());
          if (value == Column.Longs.MISSING || (state.atoms.trueBits(atom) >>> plan.filter() & 1) == 0) {
            return;
          }
          for (int period : inPeriods) {
            folded.fold(table.cell(row, period), 0, value, placement.tally().day(s, plan.number()));
          }
        });
    for (int cell = 0; cell < cells; cell++) {
      table.setValue(cell, number(plan, folded.number(cell, 0), table.records(cell), table.asked(cell)));
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

  private void setSplit(MeasurePlan plan, CellTable table, Placement placement, int cells) {
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
    Tally tally = state.tallies.get(plan.tally());
    int timeKeys = timeKeys(plan);
    TimeRule.Kind rule = plan.measure().when().kind();
    for (int s = 0; s < tally.size(); s++) {
      long key = tally.key(s);
      long amount = isSum ? tally.number(s, plan.number()) : tally.records(s);
      boolean isCounted = (state.atoms.trueBits(StateKey.atom(key)) >>> plan.filter() & 1) != 0;
      if (amount != Column.Longs.MISSING && isCounted) {
        Expansion.Rows rows = placement.ofState()[s];
        Rational share = Rational.of(amount, rows.shares());
        for (int row : rows.numbers()) {
          for (int period : calendar.periodsOf(rule, StateKey.timeKey(key, timeKeys))) {
            int cell = table.cell(row, period);
            shares[cell] = shares[cell].plus(share);
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

  /** A fraction as a value: a decimal where it is one, else a ratio. */
  static Value exact(Rational number) {
    try {
      BigDecimal decimal = new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()));
      return new Value.Quantity(decimal.scale() < 0 ? decimal.setScale(0) : decimal);
    } catch (ArithmeticException notADecimal) {
      return new Value.Ratio(new BigDecimal(number.numerator()), new BigDecimal(number.denominator()));
    }
  }

  private void forEachPlaced(MeasurePlan plan, Placement placement, PlacedVisitor visitor) {
    Tally tally = placement.tally();
    int timeKeys = timeKeys(plan);
    TimeRule.Kind rule = plan.measure().when().kind();
    for (int s = 0; s < tally.size(); s++) {
      long key = tally.key(s);
      int timeKey = StateKey.timeKey(key, timeKeys);
      visitor.visit(
          s,
          (int) StateKey.combo(key, timeKeys),
          placement.inPeriods()[s],
          StateKey.atom(key),
          calendar.isUndated(rule, timeKey));
    }
  }

  private interface PlacedVisitor {
    void visit(int state, int row, int[] inPeriods, int atom, boolean undated);
  }
}
