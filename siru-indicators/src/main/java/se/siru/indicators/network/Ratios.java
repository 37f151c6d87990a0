package se.siru.indicators.network;

import java.math.BigDecimal;
import se.siru.core.model.Value;

/** Ratios of whole numbers, and what stands in their place where they would divide by 0. */
final class Ratios {
  private Ratios() {}

  static Value of(long numerator, long denominator, Value otherwise) {
    return of(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), otherwise);
  }

  static Value of(BigDecimal numerator, BigDecimal denominator, Value otherwise) {
    return denominator.signum() == 0 ? otherwise : new Value.Ratio(numerator, denominator);
  }
}
