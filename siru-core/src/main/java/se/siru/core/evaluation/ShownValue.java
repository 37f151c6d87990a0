package se.siru.core.evaluation;

import java.math.BigDecimal;
import se.siru.core.model.Value;

/** A value as messages quote it: at most 15 significant digits, with the sign of per cent where that is the unit. */
final class ShownValue {
  /** Beyond so many places before or after the decimal point, a number is written with an exponent. */
  private static final int MOST_PLAIN = 21;

  private ShownValue() {}

  static String of(Value value, String unit) {
    String sign = unit.equals("percent") ? " %" : "";
    if (value instanceof Value.Quantity quantity) {
      return of(quantity.number()) + sign;
    }
    if (value instanceof Value.Ratio ratio) {
      BigDecimal numerator = sign.isEmpty() ? ratio.numerator() : ratio.numerator().movePointRight(2);
      return of(Quotient.of(numerator, ratio.denominator())) + sign;
    }
    if (value instanceof Value.Interval interval) {
      return of(interval.least()) + "–" + of(interval.most()) + sign;
    }
    return ((Value.Absent) value).reason().code();
  }

  private static String of(BigDecimal number) {
    BigDecimal rounded = number.round(Quotient.DISPLAY).stripTrailingZeros();
    long exponent = (long) rounded.precision() - rounded.scale();
    return Math.abs(exponent) <= MOST_PLAIN ? rounded.toPlainString() : rounded.toString();
  }
}
