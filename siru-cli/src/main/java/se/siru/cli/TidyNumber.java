package se.siru.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as programs read them: fifteen digits, as many as a double holds, without an exponent and without zeros at the end. */
final class TidyNumber {
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  private TidyNumber() {}

  static BigDecimal of(BigDecimal number) {
    return plain(number.round(DIGITS));
  }

  /** The same number, written as short as it can be without an exponent. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal shown = number.stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0) : shown;
  }
}
