package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QuotientTest {

  @Property(tries = 20_000)
  void wholeNumbersAreDividedAsDecimalsAre(@ForAll long numerator, @ForAll long denominator) {
    check(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  @Property(tries = 20_000)
  void countsAreDividedAsDecimalsAre(
      @ForAll @LongRange(min = -2_000_000, max = 2_000_000) long numerator,
      @ForAll @LongRange(min = 1, max = 5_000) long denominator) {
    check(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    check(BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(100)), BigDecimal.valueOf(denominator));
  }

  /** Quotients that are exact with 16 digits, the last of which is 5, and those that round to one digit more. */
  @Property(tries = 20_000)
  void halvesGoToTheEvenDigit(
      @ForAll @LongRange(min = 99_999_999_990_000L, max = 1_000_000_000_010_000L) long digits,
      @ForAll @IntRange(min = 1, max = 40) int denominator) {
    check(BigDecimal.valueOf(digits * 10 + 5), BigDecimal.TEN);
    check(BigDecimal.valueOf(digits), BigDecimal.valueOf(denominator));
    check(BigDecimal.valueOf(digits * 2 + 1), BigDecimal.valueOf(2));
  }

  @Property(tries = 5_000)
  void decimalsOfAnyScaleAreDividedAsBefore(
      @ForAll BigInteger numerator,
      @ForAll @IntRange(min = -3, max = 3) int scale,
      @ForAll @LongRange(min = 1, max = 1_000_000) long denominator) {
    check(new BigDecimal(numerator, scale), BigDecimal.valueOf(denominator, -scale));
  }

  @Test
  void numbersThatRoundUpToOneDigitMoreKeepFifteen() {
    check(BigDecimal.valueOf(9_999_999_999_999_996L), BigDecimal.TEN);
    check(BigDecimal.valueOf(1_999_999_999_999_999L), BigDecimal.valueOf(2));
    check(BigDecimal.valueOf(0), BigDecimal.valueOf(7));
    check(BigDecimal.valueOf(1), BigDecimal.valueOf(99_999_999_999_999_999L));
  }

  @Property(tries = 20_000)
  void multiplesOfWholeNumbersAreDividedAsDecimalsAre(@ForAll long numerator, @ForAll long denominator, @ForAll @IntRange(min = 0, max = 17) int shift) {
    long less = numerator / POWERS[shift];
    long below = denominator / POWERS[17 - shift];
    for (int times : new int[] {1, 100}) {
      if (below != 0) {
        BigDecimal multiple = BigDecimal.valueOf(less).multiply(BigDecimal.valueOf(times));
        assertEquals(multiple.divide(BigDecimal.valueOf(below), Quotient.DISPLAY), Quotient.of(less, times, below));
      }
    }
  }

  private static final long[] POWERS = LongStream.iterate(1, power -> power * 10).limit(18).toArray();

  private static void check(BigDecimal numerator, BigDecimal denominator) {
    if (denominator.signum() != 0) {
      assertEquals(numerator.divide(denominator, Quotient.DISPLAY), Quotient.of(numerator, denominator));
    }
  }
}
