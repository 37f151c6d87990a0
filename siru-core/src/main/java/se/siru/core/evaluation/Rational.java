package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Value;

/**
 * An exact fraction in lowest terms with a positive denominator. Whole numbers are most, and are kept as such where they fit.
 *
 * <p>Numerator and denominator have at most {@link #MOST_DIGITS} digits. What people count stays far below: the exact sum of three
 * hundred ratios of numbers of three digits has room. Without a limit, numbers that are squared over and over double their length
 * each time, until nothing ends.
 */
final class Rational {
  static final Rational ZERO = of(0);

  /** The most digits of a numerator and of a denominator. */
  static final int MOST_DIGITS = 1_000;

  /** {@link #MOST_DIGITS} as bits. */
  private static final int MOST_BITS = BigInteger.TEN.pow(MOST_DIGITS).subtract(BigInteger.ONE).bitLength();

  /** A fraction of that many bits has no more decimals, where they end. */
  static final int MOST_DECIMALS = MOST_BITS;

  /** As many digits always fit into a {@code long}. */
  private static final int SAFE_DIGITS = 18;

  private final long whole;
  private final @Nullable Fraction fraction;

  /** Numerator and denominator of what is not whole, or does not fit. */
  private record Fraction(BigInteger numerator, BigInteger denominator) {
    boolean isWhole() {
      return denominator.equals(BigInteger.ONE) && numerator.bitLength() < Long.SIZE;
    }
  }

  private Rational(long whole, @Nullable Fraction fraction) {
    this.whole = whole;
    this.fraction = fraction;
  }

  /** A fraction that has more digits than are computed with. */
  static final class TooLong extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("a number has more than " + MOST_DIGITS + " digits");
    }
  }

  private static Rational of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    Fraction lowest = new Fraction(numerator.divide(divisor), denominator.divide(divisor));
    if (Math.max(lowest.numerator().bitLength(), lowest.denominator().bitLength()) > MOST_BITS) {
      throw new TooLong();
    }
    return lowest.isWhole() ? of(lowest.numerator().longValue()) : new Rational(0, lowest);
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
    refuseTooLong(number); // before powers of ten are raised
    return number.scale() <= 0
        ? of(number.toBigIntegerExact(), BigInteger.ONE)
        : of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  private static void refuseTooLong(BigDecimal number) {
    if (isTooLong(number)) {
      throw new TooLong();
    }
  }

  /** True where a number has more digits before its decimal point, or more decimals, than are computed with. */
  static boolean isTooLong(BigDecimal number) {
    return (long) number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DECIMALS;
  }

  /** True where it is a whole number that fits into a {@code long}. */
  boolean isWhole() {
    return fraction == null;
  }

  /** The number where it {@linkplain #isWhole is whole}. */
  long whole() {
    return whole;
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
