package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** Computes formulas cell by cell, exactly: numbers are fractions until the end, and an absence makes the result absent. */
final class FormulaReader {
  private final Map<String, Series> byName;
  private final List<TimePeriod> periods;
  private final List<Margin> margins;
  private final Targets targets;

  /**
   * A reader.
   *
   * @param byName the series of the operands by the names that formulas use
   */
  FormulaReader(Map<String, Series> byName, List<TimePeriod> periods, List<Margin> margins, Targets targets) {
    this.byName = byName;
    this.periods = periods;
    this.margins = margins;
    this.targets = targets;
  }

  /** The cells of a formula, shown under a code and a name. */
  Series series(Formula formula, String code, LocalizedText name, Expression expression) {
    List<Series> operands = new ArrayList<>();
    collect(expression, operands);
    Series series =
        new Series(formula, code, name, periods, Absences.NO_RECORDS);
    for (Margin margin : margins) {
      if (!operands.isEmpty() && operands.stream().allMatch(operand -> operand.has(margin))) {
        series.begin(margin);
        TreeSet<Series.Row> rows = new TreeSet<>();
        operands.forEach(operand -> rows.addAll(operand.rows(margin)));
        for (Series.Row row : rows) {
          for (int period = 0; period < periods.size(); period++) {
            put(series, expression, operands, margin, row, period);
          }
        }
      }
    }
    return series;
  }

  private void collect(Expression expression, List<Series> operands) {
    for (String name : Catalogue.operands(expression)) {
      operands.add(Objects.requireNonNull(byName.get(name), name));
    }
  }

  private void put(
      Series series, Expression expression, List<Series> operands, Margin margin, Series.Row row, int period) {
    long records = 0;
    long unknown = 0;
    for (Series operand : operands) {
      Cell cell = operand.cell(margin, row, period);
      if (cell != null) {
        records = Math.max(records, cell.records());
        unknown = Math.max(unknown, cell.unknown());
      }
    }
    Place place = new Place(margin, row, period);
    Value value;
    try {
      value = value(expression, place);
    } catch (AbsentOperand absent) {
      value = absent.value;
    }
    series.put(margin, row, period, value, records, unknown);
  }

  private record Place(Margin margin, Series.Row row, int period) {}

  /** A quotient of two decimals stays as it is, so that numerator and denominator can be shown; all else is reduced. */
  private Value value(Expression expression, Place place) throws AbsentOperand {
    if (expression instanceof Expression.Binary
        && ((Expression.Binary) expression).operator() == Expression.Operator.DIVIDE) {
      Expression.Binary quotient = (Expression.Binary) expression;
      Value numerator = TallyReader.exact(number(quotient.left(), place));
      Value denominator = TallyReader.exact(nonZero(number(quotient.right(), place)));
      if (numerator instanceof Value.Quantity && denominator instanceof Value.Quantity) {
        return new Value.Ratio(((Value.Quantity) numerator).number(), ((Value.Quantity) denominator).number());
      }
    }
    if (expression instanceof Expression.Attainment) {
      return attainment(((Expression.Attainment) expression).indicator(), place);
    }
    return TallyReader.exact(number(expression, place));
  }

  private Rational number(Expression expression, Place place) throws AbsentOperand {
    if (expression instanceof Expression.Number) {
      return Rational.of(((Expression.Number) expression).value());
    }
    if (expression instanceof Expression.Reference) {
      String name = ((Expression.Reference) expression).indicator();
      return rational(Objects.requireNonNull(byName.get(name)).value(place.margin, place.row, place.period), name);
    }
    if (expression instanceof Expression.Negate) {
      return number(((Expression.Negate) expression).operand(), place).negate();
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
    Series series = Objects.requireNonNull(byName.get(name), name);
    Indicator indicator = series.indicator();
    if (indicator.direction() == Indicator.Direction.NONE) {
      return Absences.noDirection(name);
    }
    Targets.Goal goal = targets.find(indicator, periods.get(place.period), place.margin, place.row);
    if (goal == null) {
      return Absences.NO_TARGET;
    }
    BigDecimal baseline = goal.baseline();
    Rational span = Rational.of(goal.value().subtract(baseline));
    if (span.isZero()) {
      return Absences.TARGET_IS_BASELINE;
    }
    Rational actual = rational(series.value(place.margin, place.row, place.period), name);
    if (indicator.unit().equals("percent") && series.value(place.margin, place.row, place.period) instanceof Value.Ratio) {
      actual = actual.times(Rational.of(100));
    }
    Value come = TallyReader.exact(actual.minus(Rational.of(baseline)));
    return come instanceof Value.Quantity
        ? new Value.Ratio(((Value.Quantity) come).number(), goal.value().subtract(baseline))
        : TallyReader.exact(actual.minus(Rational.of(baseline)).over(span));
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
