package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Optional;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Shift;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

/** What a formula means, written down for one cell: from left to right, in fractions, until something has no number. */
final class PlainFormula {
  /** What a formula meets in the cell that it is worked out for. */
  interface World {
    /** The indicator of an operand. */
    Indicator indicator(String name);

    /** The value of an operand in a period; {@link Absences#NOT_SHIFTED} where nothing is evaluated in it. */
    Value value(String name, TimePeriod period);

    /** The target of an operand in a period; empty where there is none. */
    Optional<Targets.Goal> goal(String name, TimePeriod period);
  }

  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Value why;

    Ended(Value why) {
      super(null, null, false, false);
      this.why = why;
    }
  }

  private final World world;

  PlainFormula(World world) {
    this.world = world;
  }

  Value shown(Expression expression, TimePeriod period, String unit) {
    try {
      Value value = value(expression, period);
      return unit.equals("percent") && value instanceof Value.Quantity even ? new Value.Ratio(even.number(), BigDecimal.ONE) : value;
    } catch (Ended ended) {
      return ended.why;
    } catch (Rational.TooLong tooLong) {
      return Absences.TOO_LONG;
    }
  }

  private Value value(Expression expression, TimePeriod period) {
    if (expression instanceof Expression.Binary quotient && quotient.operator() == Expression.Operator.DIVIDE) {
      Value above = number(quotient.left(), period).value();
      Value below = nonZero(number(quotient.right(), period)).value();
      if (above instanceof Value.Quantity numerator && below instanceof Value.Quantity denominator) {
        return new Value.Ratio(numerator.number(), denominator.number());
      }
    }
    if (expression instanceof Expression.Attainment attainment) {
      return attainment(attainment.indicator(), period);
    }
    if (expression instanceof Expression.Shifted shifted) {
      return value(shifted.operand(), shifted(shifted.shift(), period));
    }
    return number(expression, period).value();
  }

  private static TimePeriod shifted(Shift shift, TimePeriod period) {
    return shift.of(period).orElseThrow(() -> new Ended(Absences.NOT_SHIFTED));
  }

  private Rational number(Expression expression, TimePeriod period) {
    if (expression instanceof Expression.Number number) {
      return Rational.of(number.value());
    }
    if (expression instanceof Expression.Reference reference) {
      return rational(world.value(reference.indicator(), period), reference.indicator());
    }
    if (expression instanceof Expression.Negate negated) {
      return number(negated.operand(), period).negate();
    }
    if (expression instanceof Expression.Shifted shifted) {
      return number(shifted.operand(), shifted(shifted.shift(), period));
    }
    if (expression instanceof Expression.Attainment attainment) {
      return rational(attainment(attainment.indicator(), period), attainment.indicator());
    }
    Expression.Binary binary = (Expression.Binary) expression;
    Rational left = number(binary.left(), period);
    Rational right = number(binary.right(), period);
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

  private static Rational nonZero(Rational divisor) {
    if (divisor.isZero()) {
      throw new Ended(Absences.DIVISION_BY_ZERO);
    }
    return divisor;
  }

  private static Rational rational(Value value, String name) {
    if (value instanceof Value.Quantity quantity) {
      return Rational.of(quantity.number());
    }
    if (value instanceof Value.Ratio ratio) {
      return Rational.of(ratio.numerator()).over(Rational.of(ratio.denominator()));
    }
    throw new Ended(value instanceof Value.Absent absent ? Absences.ofOperand(name, absent) : Absences.interval(name));
  }

  private Value attainment(String name, TimePeriod period) {
    Indicator indicator = world.indicator(name);
    if (indicator.direction() == Indicator.Direction.NONE) {
      return Absences.noDirection(name);
    }
    Targets.Goal goal = world.goal(name, period).orElse(null);
    if (goal == null) {
      return Absences.NO_TARGET;
    }
    BigDecimal way = goal.value().subtract(goal.baseline());
    if (way.signum() == 0) {
      return Absences.TARGET_IS_BASELINE;
    }
    if (indicator.direction() == Indicator.Direction.DOWN && way.signum() > 0) {
      return Absences.TARGET_AGAINST_DIRECTION;
    }
    Value value = world.value(name, period);
    Rational actual = rational(value, name);
    if (indicator.unit().equals("percent") && value instanceof Value.Ratio) {
      actual = actual.times(Rational.of(100));
    }
    Rational come = actual.minus(Rational.of(goal.baseline()));
    return come.value() instanceof Value.Quantity decimal ? new Value.Ratio(decimal.number(), way) : come.over(Rational.of(way)).value();
  }
}
