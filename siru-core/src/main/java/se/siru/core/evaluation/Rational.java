package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Value;

/** An exact fraction in lowest terms with a positive denominator. Whole numbers are most, and are kept as such where they fit. */
final class Rational {
  static final Rational ZERO = of(0);

  /** As many digits always fit into a {@code long}. */
  private static final int SAFE_DIGITS = 18;

  private final long whole;
  private final @Nullable Fraction fraction;

  /** Numerator and denominator of what is not whole, or does not fit. */
  private record Fraction(BigInteger numerator, BigInteger denominator) {}

  private Rational(long whole, @Nullable Fraction fraction) {
    this.whole = whole;
    this.fraction = fraction;
  }

  private static Rational of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    return new Rational(0, new Fraction(numerator.divide(divisor), denominator.divide(divisor)));
  }

  static Rational of(long number) {
    return new Rational(number, null);
  }

  static Rational of(long numerator, long denominator) {
    return denominator == 1 ? of(numerator) : of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  static Rational of(BigDecimal number) {
    if (number.scale() == 0 && number.precision() <= SAFE_DIGITS) {
      return of(number.longValue());
    }
    return number.scale() <= 0
        ? of(number.toBigIntegerExact(), BigInteger.ONE)
        : of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  BigInteger numerator() {
    return fraction == null ? BigInteger.valueOf(whole) : fraction.numerator();
  }

  BigInteger denominator() {
    return fraction == null ? BigInteger.ONE : fraction.denominator();
  }

  Rational plus(Rational other) {
    if (fraction == null && other.fraction == null) {
      long sum = whole + other.whole;
      if (((whole ^ sum) & (other.whole ^ sum)) >= 0) {
        return of(sum);
      }
    }
    return of(
        numerator().multiply(other.denominator()).add(other.numerator().multiply(denominator())),
        denominator().multiply(other.denominator()));
  }

  Rational minus(Rational other) {
    return plus(other.negate());
  }

  Rational times(Rational other) {
    return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
  }

  Rational over(Rational other) {
    return of(numerator().multiply(other.denominator()), denominator().multiply(other.numerator()));
  }

  Rational negate() {
    return fraction == null && whole != Long.MIN_VALUE ? of(-whole) : of(numerator().negate(), denominator());
  }

  boolean isZero() {
    return fraction == null ? whole == 0 : fraction.numerator().signum() == 0;
  }

  /** As a value: a decimal where it is one, else a ratio. */
  Value value() {
    return fraction == null ? Value.Quantity.of(whole) : TallyReader.exact(this);
  }
}
