package se.siru.core.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** An exact sum of amounts that were converted at different rates. Not thread-safe. */
final class AidSum {
  private static final int SHOWN_DECIMALS = 2;

  private final Map<BigDecimal, BigDecimal> byRate = new HashMap<>();

  /** Adds an amount in the currency of the portfolio; {@code rate} of it are one unit of the ceiling's. */
  void add(BigDecimal amount, BigDecimal rate) {
    byRate.merge(rate.stripTrailingZeros(), amount, BigDecimal::add);
  }

  /** True where the sum is greater than a ceiling: both sides are multiplied by all rates, so that nothing is rounded. */
  boolean exceeds(BigDecimal ceiling) {
    return numerator().compareTo(ceiling.multiply(denominator())) > 0;
  }

  /** The sum to be read beside a ceiling: in hundredths, or in as many decimals as it takes to see that it is above. */
  String shown(BigDecimal ceiling) {
    boolean exceeds = exceeds(ceiling);
    int decimals = SHOWN_DECIMALS;
    BigDecimal shown = rounded(decimals);
    while (exceeds && shown.compareTo(ceiling) <= 0) {
      shown = rounded(++decimals);
    }
    return shown.toPlainString();
  }

  private BigDecimal rounded(int decimals) {
    return numerator().divide(denominator(), decimals, RoundingMode.HALF_UP);
  }

  private BigDecimal denominator() {
    return byRate.keySet().stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
  }

  private BigDecimal numerator() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<BigDecimal, BigDecimal> part : byRate.entrySet()) {
      BigDecimal others =
          byRate.keySet().stream()
              .filter(rate -> !rate.equals(part.getKey()))
              .reduce(BigDecimal.ONE, BigDecimal::multiply);
      sum = sum.add(part.getValue().multiply(others));
    }
    return sum;
  }
}
