package se.siru.core.law;

import java.math.BigDecimal;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * How much of a portfolio's currency one unit of a ceiling's currency is.
 *
 * @param of the currency of ceilings, ISO 4217
 * @param in the currency of portfolios, ISO 4217
 * @param rate how much, greater than 0
 * @param provision when, and on whose word
 */
@Experimental(since = "0.1.0")
public record ExchangeRate(String of, String in, BigDecimal rate, Provision provision) {
  /** Refuses a rate that is none. */
  public ExchangeRate {
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(provision, "provision");
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("a rate of " + rate);
    }
  }
}
