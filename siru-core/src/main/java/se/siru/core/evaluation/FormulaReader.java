package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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
    Series series = new Series(formula, code, name, periods, Absences.NO_RECORDS);
    List<String> names = Catalogue.operands(expression);
    for (Margin margin : margins) {
      if (!names.isEmpty() && names.stream().allMatch(operand -> operand(operand).block(margin) != null)) {
        read(series, expression, names, margin);
      }
    }
    return series;
  }

  private Series operand(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  private void read(Series series, Expression expression, List<String> names, Margin margin) {
    Map<String, Operand> operands = new HashMap<>();
    List<Series.Block> blocks = names.stream().map(name -> Objects.requireNonNull(operand(name).block(margin))).toList();
    MarginRow[] rows = union(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      operands.put(names.get(i), new Operand(operand(names.get(i)), blocks.get(i), places(rows, blocks.get(i).rows())));
    }
    Collection<Operand> all = operands.values();
    Series.Block block = series.add(margin, rows);
    for (int row = 0; row < rows.length; row++) {
      for (int period = 0; period < periods.size(); period++) {
        long records = 0;
        long unknown = 0;
        for (Operand operand : all) {
          records = Math.max(records, operand.records(row, period));
          unknown = Math.max(unknown, operand.unknown(row, period));
        }
        block.set(row, period, valueOrAbsence(expression, new Place(operands, margin, rows[row], row, period)), records, unknown);
      }
    }
  }

  /** The rows of several blocks, each once; the array of the first where all have the same. */
  private static MarginRow[] union(List<Series.Block> blocks) {
    MarginRow[] first = blocks.get(0).rows();
    if (blocks.stream().allMatch(block -> Arrays.equals(first, block.rows()))) {
      return first;
    }
    TreeSet<MarginRow> all = new TreeSet<>();
    blocks.forEach(block -> all.addAll(List.of(block.rows())));
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

  private Value valueOrAbsence(Expression expression, Place place) {
    try {
      return value(expression, place);
    } catch (AbsentOperand absent) {
      return absent.value;
    } catch (Rational.TooLong tooLong) {
      return Absences.TOO_LONG;
    }
  }

  /** A series in one margin, by the rows of the formula. */
  private record Operand(Series series, Series.Block block, int[] places) {
    /** The value of a cell, and that of a row without records where the series does not hold it. */
    Value value(int row, int period) {
      return places[row] < 0 ? series.emptyValue() : block.value(places[row], period);
    }

    long records(int row, int period) {
      return places[row] < 0 ? 0 : block.records(places[row], period);
    }

    long unknown(int row, int period) {
      return places[row] < 0 ? 0 : block.unknown(places[row], period);
    }
  }

  /** One cell of a formula. */
  private record Place(Map<String, Operand> operands, Margin margin, MarginRow codes, int row, int period) {
    Value value(String name) {
      return Objects.requireNonNull(operands.get(name), name).value(row, period);
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
    return number(expression, place).value();
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
    Indicator indicator = operand(name).indicator();
    if (indicator.direction() == Indicator.Direction.NONE) {
      return Absences.noDirection(name);
    }
    Targets.Goal goal = targets.find(indicator, periods.get(place.period), place.margin, place.codes);
    if (goal == null) {
      return Absences.NO_TARGET;
    }
    BigDecimal baseline = goal.baseline();
    Rational span = Rational.of(goal.value().subtract(baseline));
    if (span.isZero()) {
      return Absences.TARGET_IS_BASELINE;
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
