package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** Computes formulas cell by cell, exactly: numbers are fractions until the end, and an absence makes the result absent. */
final class FormulaReader {
  /** Stands for a row that no operand has: what a formula of this one meets where it has no such row. */
  private static final int NO_ROW = -1;

  private final Map<String, Series> byName;
  private final Map<String, Series> shiftedByName;
  private final Timeline timeline;
  private final List<Margin> margins;
  private final Targets targets;

  /**
   * A reader.
   *
   * @param byName the series of the operands in the periods asked for, by the names that formulas use
   * @param shiftedByName those of the operands that are needed in other periods, in those
   */
  FormulaReader(
      Map<String, Series> byName, Map<String, Series> shiftedByName, Timeline timeline, List<Margin> margins, Targets targets) {
    this.byName = byName;
    this.shiftedByName = shiftedByName;
    this.timeline = timeline;
    this.margins = margins;
    this.targets = targets;
  }

  /** The cells of a formula, shown under a code and a name. */
  Series series(Formula formula, String code, LocalizedText name, Expression expression) {
    return series(new Series(formula, code, name, timeline.own(), Absences.NO_RECORDS), expression, 0);
  }

  /** The cells of a formula in the periods that only shifted operands need. */
  Series shifted(Formula formula) {
    Series series = new Series(formula, formula.code(), formula.name(), timeline.others(), Absences.NO_RECORDS);
    return series(series, formula.expression(), timeline.asked());
  }

  private Series series(Series series, Expression expression, int first) {
    List<Use> uses = Use.of(expression);
    for (Margin margin : margins) {
      List<@Nullable Margin> own = uses.stream().<@Nullable Margin>map(use -> Wholes.of(operand(use.indicator()), margin)).toList();
      if (own.contains(margin) && !own.contains(null)) {
        read(series, expression, uses, margin, first);
      }
    }
    return series;
  }

  private Series operand(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  private void read(Series series, Expression expression, List<Use> uses, Margin margin, int first) {
    Map<String, Operand> operands = new HashMap<>();
    List<String> names = uses.stream().map(Use::indicator).distinct().toList();
    List<MarginRow[]> own = new ArrayList<>();
    names.stream().map(name -> operand(name).block(margin)).filter(Objects::nonNull).forEach(block -> own.add(block.rows()));
    Map<String, int[]> observed = new HashMap<>();
    for (String name : names) {
      Series shifted = shiftedByName.get(name);
      Series.Block block = shifted == null ? null : shifted.block(margin);
      if (block != null) {
        int[] others = others(uses.stream().filter(use -> use.indicator().equals(name)).toList(), first, series.periods().size());
        observed.put(name, IntStream.range(0, block.rows().length).filter(row -> isObserved(block, row, others)).toArray());
        own.add(rows(block, observed.get(name)));
      }
    }
    MarginRow[] rows = union(own);
    for (String name : names) {
      Part asked = part(operand(name), margin, rows);
      int[] shown = observed.get(name);
      Series others = shiftedByName.get(name);
      Part shifted = shown != null ? part(others, margin, rows, shown) : others == null ? null : part(others, margin, rows);
      operands.put(name, new Operand(asked, shifted, timeline.asked()));
    }
    Series.Block block = series.add(margin, rows);
    for (int period = 0; period < series.periods().size(); period++) {
      int place = first + period;
      int[] places = uses.stream().mapToInt(use -> use.from(place, timeline)).toArray();
      TimePeriod days = timeline.period(place);
      series.setEmpty(period, shown(series, expression, new Place(operands, margin, MarginRow.TOTAL, NO_ROW, place, days)));
      for (int row = 0; row < rows.length; row++) {
        long records = 0;
        long unknown = 0;
        for (int use = 0; use < places.length; use++) {
          if (places[use] >= 0) {
            Operand operand = Objects.requireNonNull(operands.get(uses.get(use).indicator()));
            records = Math.max(records, operand.records(row, places[use]));
            unknown = Math.max(unknown, operand.unknown(row, places[use]));
          }
        }
        block.set(row, period, shown(series, expression, new Place(operands, margin, rows[row], row, place, days)), records, unknown);
      }
    }
  }

  /** The other periods that an operand is needed in. */
  private int[] others(List<Use> uses, int first, int periods) {
    return uses.stream()
        .flatMapToInt(use -> IntStream.range(first, first + periods).map(place -> use.from(place, timeline) - timeline.asked()))
        .filter(other -> other >= 0)
        .distinct()
        .toArray();
  }

  /** True where a row has something to tell in those periods: what further formulas need of it shows and counts nothing here. */
  private static boolean isObserved(Series.Block block, int row, int[] others) {
    return Arrays.stream(others).anyMatch(other -> block.records(row, other) > 0 || Absences.isMissing(block.value(row, other)));
  }

  private static MarginRow[] rows(Series.Block block, int[] chosen) {
    return Arrays.stream(chosen).mapToObj(row -> block.rows()[row]).toArray(MarginRow[]::new);
  }

  private static Part part(Series series, Margin margin, MarginRow[] rows) {
    Margin own = Objects.requireNonNull(Wholes.of(series, margin));
    Series.Block block = Objects.requireNonNull(series.block(own));
    int[] places = own.equals(margin) ? places(rows, block.rows()) : Wholes.places(margin, rows, own, block.rows());
    return new Part(series, block, places);
  }

  private static Part part(@Nullable Series series, Margin margin, MarginRow[] rows, int[] chosen) {
    Series.Block block = Objects.requireNonNull(Objects.requireNonNull(series).block(margin));
    int[] places = Arrays.stream(places(rows, rows(block, chosen))).map(place -> place < 0 ? place : chosen[place]).toArray();
    return new Part(series, block, places);
  }

  /** The rows of several operands, each once; the array of the first where it holds those of all. */
  private static MarginRow[] union(List<MarginRow[]> rows) {
    MarginRow[] first = rows.get(0);
    if (rows.stream().allMatch(each -> each.length == 0 || Arrays.equals(first, each))) {
      return first;
    }
    TreeSet<MarginRow> all = new TreeSet<>();
    rows.forEach(each -> all.addAll(List.of(each)));
    return all.toArray(MarginRow[]::new);
  }

  /** Where each row stands among those of an operand, both in order; -1 where the operand does not have it. */
  private static int[] places(MarginRow[] rows, MarginRow[] own) {
    int[] places = new int[rows.length];
    int next = 0;
    for (int row = 0; row < rows.length; row++) {
      boolean isNext = next < own.length && own[next].equals(rows[row]);
      places[row] = isNext ? next++ : -1;
    }
    return places;
  }

  /** A cell of a formula; where its unit is per cent always a ratio, so that it is shown alike whether or not it comes out even. */
  private Value shown(Series series, Expression expression, Place place) {
    try {
      Value value = value(expression, place);
      boolean isPercent = series.indicator().unit().equals("percent");
      return isPercent && value instanceof Value.Quantity even ? new Value.Ratio(even.number(), BigDecimal.ONE) : value;
    } catch (AbsentOperand absent) {
      return absent.value;
    } catch (Rational.TooLong tooLong) {
      return Absences.TOO_LONG;
    }
  }

  /** A series in one margin, by the rows of the formula, in the periods asked for and in others. */
  private record Operand(Part own, @Nullable Part shifted, int asked) {
    Value value(int row, int period) {
      if (period >= 0 && period < asked) {
        return own.value(row, period);
      }
      return shifted == null || period < 0 ? Absences.NOT_SHIFTED : shifted.value(row, period - asked);
    }

    long records(int row, int period) {
      return period < asked ? own.records(row, period) : shifted == null ? 0 : shifted.records(row, period - asked);
    }

    long unknown(int row, int period) {
      return period < asked ? own.unknown(row, period) : shifted == null ? 0 : shifted.unknown(row, period - asked);
    }
  }

  /** A series in one margin, by the rows of the formula. */
  private record Part(Series series, Series.Block block, int[] places) {
    /** The value of a cell, and that of a row without records where the series does not hold it. */
    Value value(int row, int period) {
      return row < 0 || places[row] < 0 ? series.emptyValue(period) : block.value(places[row], period);
    }

    long records(int row, int period) {
      return row < 0 || places[row] < 0 ? 0 : block.records(places[row], period);
    }

    long unknown(int row, int period) {
      return row < 0 || places[row] < 0 ? 0 : block.unknown(places[row], period);
    }
  }

  /** One cell of a formula. */
  private record Place(
      Map<String, Operand> operands, Margin margin, MarginRow codes, int row, int period, TimePeriod days) {
    Value value(String name) {
      return Objects.requireNonNull(operands.get(name), name).value(row, period);
    }

    Place in(int otherPeriod, TimePeriod otherDays) {
      return new Place(operands, margin, codes, row, otherPeriod, otherDays);
    }
  }

  /** A quotient of two decimals stays as it is, so that numerator and denominator can be shown; all else is reduced. */
  private Value value(Expression expression, Place place) throws AbsentOperand {
    if (expression instanceof Expression.Binary
        && ((Expression.Binary) expression).operator() == Expression.Operator.DIVIDE) {
      Expression.Binary quotient = (Expression.Binary) expression;
      Value numerator = number(quotient.left(), place).value();
      Value denominator = nonZero(number(quotient.right(), place)).value();
      if (numerator instanceof Value.Quantity && denominator instanceof Value.Quantity) {
        return new Value.Ratio(((Value.Quantity) numerator).number(), ((Value.Quantity) denominator).number());
      }
    }
    if (expression instanceof Expression.Attainment) {
      return attainment(((Expression.Attainment) expression).indicator(), place);
    }
    if (expression instanceof Expression.Shifted) {
      return value(((Expression.Shifted) expression).operand(), shifted((Expression.Shifted) expression, place));
    }
    return number(expression, place).value();
  }

  private Place shifted(Expression.Shifted expression, Place place) throws AbsentOperand {
    TimePeriod other =
        expression.shift().of(place.days).orElseThrow(() -> new AbsentOperand(Absences.NOT_SHIFTED));
    return place.in(timeline.place(other), other);
  }

  private Rational number(Expression expression, Place place) throws AbsentOperand {
    if (expression instanceof Expression.Number) {
      return Rational.of(((Expression.Number) expression).value());
    }
    if (expression instanceof Expression.Reference) {
      String name = ((Expression.Reference) expression).indicator();
      return rational(place.value(name), name);
    }
    if (expression instanceof Expression.Negate) {
      return number(((Expression.Negate) expression).operand(), place).negate();
    }
    if (expression instanceof Expression.Shifted) {
      return number(((Expression.Shifted) expression).operand(), shifted((Expression.Shifted) expression, place));
    }
    if (expression instanceof Expression.Attainment) {
      String name = ((Expression.Attainment) expression).indicator();
      return rational(attainment(name, place), name);
    }
    Expression.Binary binary = (Expression.Binary) expression;
    Rational left = number(binary.left(), place);
    Rational right = number(binary.right(), place);
    switch (binary.operator()) {
      case PLUS:
        return left.plus(right);
      case MINUS:
        return left.minus(right);
      case TIMES:
        return left.times(right);
      default:
        return left.over(nonZero(right));
    }
  }

  private static Rational nonZero(Rational divisor) throws AbsentOperand {
    if (divisor.isZero()) {
      throw new AbsentOperand(Absences.DIVISION_BY_ZERO);
    }
    return divisor;
  }

  private static Rational rational(Value value, String name) throws AbsentOperand {
    if (value instanceof Value.Quantity) {
      return Rational.of(((Value.Quantity) value).number());
    }
    if (value instanceof Value.Ratio) {
      Value.Ratio ratio = (Value.Ratio) value;
      return Rational.of(ratio.numerator()).over(Rational.of(ratio.denominator()));
    }
    if (value instanceof Value.Absent) {
      throw new AbsentOperand(Absences.ofOperand(name, (Value.Absent) value));
    }
    throw new AbsentOperand(Absences.interval(name));
  }

  /** How far a value has come from baseline to target; targets are given in the unit in which the indicator is shown. */
  private Value attainment(String name, Place place) throws AbsentOperand {
    if (place.row == NO_ROW) {
      return Absences.NO_RECORDS; // a target may be set for any row
    }
    Indicator indicator = operand(name).indicator();
    if (indicator.direction() == Indicator.Direction.NONE) {
      return Absences.noDirection(name);
    }
    Targets.Goal goal = targets.find(indicator, place.days, place.margin, place.codes);
    if (goal == null) {
      return Absences.NO_TARGET;
    }
    BigDecimal baseline = goal.baseline();
    Rational span = Rational.of(goal.value().subtract(baseline));
    if (span.isZero()) {
      return Absences.TARGET_IS_BASELINE;
    }
    if (indicator.direction() == Indicator.Direction.DOWN && goal.value().compareTo(baseline) > 0) {
      return Absences.TARGET_AGAINST_DIRECTION;
    }
    Value value = place.value(name);
    Rational actual = rational(value, name);
    if (indicator.unit().equals("percent") && value instanceof Value.Ratio) {
      actual = actual.times(Rational.of(100));
    }
    Rational come = actual.minus(Rational.of(baseline));
    Value decimal = come.value();
    return decimal instanceof Value.Quantity
        ? new Value.Ratio(((Value.Quantity) decimal).number(), goal.value().subtract(baseline))
        : come.over(span).value();
  }

  /** An operand that has no number; ends the arithmetic of one cell. */
  private static final class AbsentOperand extends Exception {
    private static final long serialVersionUID = 1L;

    final transient Value value;

    AbsentOperand(Value value) {
      super(null, null, false, false);
      this.value = value;
    }
  }
}
