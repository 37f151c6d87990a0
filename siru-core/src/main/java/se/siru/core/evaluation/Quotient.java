package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Quotients as results show them: 15 significant digits, half even. */
final class Quotient {
  static final MathContext DISPLAY = new MathContext(15, RoundingMode.HALF_EVEN);

  /** The least number of 15 digits. */
  private static final long SHOWN = 100_000_000_000_000L;

  /** Of as many digits, ten times a number fits into a {@code long}. */
  private static final int SAFE_DIGITS = 17;

  /** The least number with more than that. */
  private static final long UNSAFE = 100_000_000_000_000_000L;

  private static final int THOUSAND = 1_000;

  /** A thousand times as much fits into a {@code long}. */
  private static final long THOUSANDFOLD = Long.MAX_VALUE / THOUSAND;

  private Quotient() {}

  /** The same as {@link BigDecimal#divide(BigDecimal, MathContext)}; whole numbers that fit are divided as such. */
  static BigDecimal of(BigDecimal numerator, BigDecimal denominator) {
    return isSafe(numerator) && isSafe(denominator) && denominator.signum() > 0
        ? divided(numerator.longValue(), denominator.longValue())
        : numerator.divide(denominator, DISPLAY);
  }

  private static boolean isSafe(BigDecimal number) {
    return number.scale() == 0 && number.precision() <= SAFE_DIGITS;
  }

  /** The same of whole numbers, of which the first is taken so many times. */
  static BigDecimal of(long numerator, int times, long denominator) {
    long most = UNSAFE / times;
    return -most < numerator && numerator < most && 0 < denominator && denominator < UNSAFE
        ? divided(numerator * times, denominator)
        : of(BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(times)), BigDecimal.valueOf(denominator));
  }

  /** By hand, three digits at a time and the last ones one by one; a quotient that is exact has no more digits than it needs. */
  private static BigDecimal divided(long numerator, long denominator) {
    long dividend = Math.abs(numerator);
    long digits = dividend / denominator;
    long rest = dividend % denominator;
    int scale = 0;
    if (digits >= 10 * SHOWN) {
      return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), DISPLAY);
    }
    while (rest != 0 && digits != 0 && digits < SHOWN / 100 && rest <= THOUSANDFOLD) {
      long next = THOUSAND * rest / denominator;
      long left = THOUSAND * rest - next * denominator;
      if (left == 0) {
        break; // zeros at the end are left out
      }
      digits = THOUSAND * digits + next;
      rest = left;
      scale += 3;
    }
    while (rest != 0 && digits < SHOWN) {
      long next = 10 * rest / denominator;
      digits = 10 * digits + next;
      rest = 10 * rest - next * denominator;
      scale++;
    }
    if (2 * rest > denominator || 2 * rest == denominator && (digits & 1) != 0) {
      digits++;
    }
    if (digits == 10 * SHOWN) {
      digits = SHOWN;
      scale--;
    }
    return BigDecimal.valueOf(numerator < 0 ? -digits : digits, scale);
  }
}
