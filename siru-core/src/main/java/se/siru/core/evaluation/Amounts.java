package se.siru.core.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Expression;
import se.siru.core.model.Value;

/**
 * The exact numbers of many cells while a formula is worked out, one step for all cells at a time. Nearly all are whole numbers that fit
 * into a {@code long} and are computed with in flat loops; what is not whole, or grows too great, is a {@link Rational}; and where an
 * operand has no number there is none, for the first reason met from left to right.
 */
final class Amounts {
  private final long[] wholes;
  private @Nullable Rational @Nullable [] fractions;
  private Value.@Nullable Absent @Nullable [] absences;

  /** So many zeros. */
  Amounts(int size) {
    this.wholes = new long[size];
  }

  int size() {
    return wholes.length;
  }

  boolean isWhole(int cell) {
    return (fractions == null || fractions[cell] == null) && (absences == null || absences[cell] == null);
  }

  /** The number of a cell where it {@linkplain #isWhole is whole}. */
  long whole(int cell) {
    return wholes[cell];
  }

  /** Why a cell has no number; null where it has one. */
  Value.@Nullable Absent absence(int cell) {
    return absences == null ? null : absences[cell];
  }

  /** The number of a cell that has one. */
  Rational number(int cell) {
    Rational fraction = fractions == null ? null : fractions[cell];
    return fraction == null ? Rational.of(wholes[cell]) : fraction;
  }

  /** Sets a whole number where nothing was set before. */
  void set(int cell, long whole) {
    wholes[cell] = whole;
  }

  void set(int cell, Rational number) {
    if (number.isWhole()) {
      wholes[cell] = number.whole();
      if (fractions != null) {
        fractions[cell] = null;
      }
    } else {
      if (fractions == null) {
        fractions = new Rational[wholes.length];
      }
      fractions[cell] = number;
    }
  }

  void set(int cell, BigDecimal number) {
    try {
      set(cell, Rational.of(number));
    } catch (Rational.TooLong tooLong) {
      set(cell, Absences.TOO_LONG);
    }
  }

  void set(int cell, Value.Absent why) {
    if (absences == null) {
      absences = new Value.Absent[wholes.length];
    }
    absences[cell] = why;
  }

  /** Turns the sign of each number. */
  void negate() {
    for (int cell = 0; cell < wholes.length; cell++) {
      if (isWhole(cell) && wholes[cell] != Long.MIN_VALUE) {
        wholes[cell] = -wholes[cell];
      } else if (absence(cell) == null) {
        set(cell, number(cell).negate());
      }
    }
  }

  /** Puts in the place of each number what comes of it and another. */
  void combine(Expression.Operator operator, Amounts right) {
    switch (operator) {
      case PLUS:
        plus(right);
        break;
      case MINUS:
        minus(right);
        break;
      case TIMES:
        times(right);
        break;
      default:
        over(right);
    }
  }

  private void plus(Amounts right) {
    for (int cell = 0; cell < wholes.length; cell++) {
      long sum = wholes[cell] + right.wholes[cell];
      if (((wholes[cell] ^ sum) & (right.wholes[cell] ^ sum)) >= 0 && isWhole(cell) && right.isWhole(cell)) {
        wholes[cell] = sum;
      } else {
        exactly(Expression.Operator.PLUS, cell, right);
      }
    }
  }

  private void minus(Amounts right) {
    for (int cell = 0; cell < wholes.length; cell++) {
      long rest = wholes[cell] - right.wholes[cell];
      if (((wholes[cell] ^ right.wholes[cell]) & (wholes[cell] ^ rest)) >= 0 && isWhole(cell) && right.isWhole(cell)) {
        wholes[cell] = rest;
      } else {
        exactly(Expression.Operator.MINUS, cell, right);
      }
    }
  }

  private void times(Amounts right) {
    for (int cell = 0; cell < wholes.length; cell++) {
      boolean fits = (int) wholes[cell] == wholes[cell] && (int) right.wholes[cell] == right.wholes[cell];
      if (fits && isWhole(cell) && right.isWhole(cell)) {
        wholes[cell] *= right.wholes[cell];
      } else {
        exactly(Expression.Operator.TIMES, cell, right);
      }
    }
  }

  private void over(Amounts right) {
    for (int cell = 0; cell < wholes.length; cell++) {
      long divisor = right.wholes[cell];
      if (divisor > 0 && isWhole(cell) && right.isWhole(cell) && wholes[cell] % divisor == 0) {
        wholes[cell] /= divisor;
      } else {
        exactly(Expression.Operator.DIVIDE, cell, right);
      }
    }
  }

  /** What comes of numbers of which one is not whole, or does not stay so, or is missing. */
  private void exactly(Expression.Operator operator, int cell, Amounts right) {
    if (absence(cell) != null) {
      return;
    }
    Value.Absent why = right.absence(cell);
    if (why != null) {
      set(cell, why);
      return;
    }
    try {
      Rational divisor = right.number(cell);
      if (operator == Expression.Operator.DIVIDE && divisor.isZero()) {
        set(cell, Absences.DIVISION_BY_ZERO);
      } else {
        set(cell, fraction(operator, number(cell), divisor));
      }
    } catch (Rational.TooLong tooLong) {
      set(cell, Absences.TOO_LONG);
    }
  }

  private static Rational fraction(Expression.Operator operator, Rational left, Rational right) {
    switch (operator) {
      case PLUS:
        return left.plus(right);
      case MINUS:
        return left.minus(right);
      case TIMES:
        return left.times(right);
      default:
        return left.over(right);
    }
  }

  /** The values that a formula shows: decimals where numbers are such, else ratios. */
  ValueColumn values() {
    ValueColumn values = new ValueColumn(wholes.length);
    for (int cell = 0; cell < wholes.length; cell++) {
      Value.Absent why = absence(cell);
      if (isWhole(cell)) {
        values.set(cell, wholes[cell]);
      } else {
        values.set(cell, why != null ? why : number(cell).value());
      }
    }
    return values;
  }

  /** Numerators and denominators as values that a formula shows: what is a decimal stays as it is, so that it can be shown; all else is reduced. */
  ValueColumn ratios(Amounts denominators) {
    ValueColumn values = new ValueColumn(wholes.length);
    for (int cell = 0; cell < wholes.length; cell++) {
      if (isWhole(cell) && denominators.isWhole(cell) && denominators.wholes[cell] != 0) {
        values.setRatio(cell, wholes[cell], 0, denominators.wholes[cell]);
      } else {
        values.set(cell, ratio(cell, denominators));
      }
    }
    return values;
  }

  private Value ratio(int cell, Amounts denominators) {
    Value.Absent why = absence(cell) != null ? absence(cell) : denominators.absence(cell);
    if (why != null) {
      return why;
    }
    Rational denominator = denominators.number(cell);
    if (denominator.isZero()) {
      return Absences.DIVISION_BY_ZERO;
    }
    if (number(cell).value() instanceof Value.Quantity above && denominator.value() instanceof Value.Quantity below) {
      return new Value.Ratio(above.number(), below.number());
    }
    try {
      return number(cell).over(denominator).value();
    } catch (Rational.TooLong tooLong) {
      return Absences.TOO_LONG;
    }
  }
}
