package se.siru.core.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import se.siru.core.stability.Stable;

/**
 * An exact amount.
 *
 * @param currency ISO 4217 letters, for example {@code SEK}
 * @param minorUnits the amount in hundredths
 */
@Stable(since = "0.1.0")
public record Money(String currency, long minorUnits) {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  /** Checks the components. */
  public Money {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("not a currency: '" + currency + "'");
    }
  }

  /**
   * An amount in main units, for example {@code 1234.50}.
   *
   * @throws ArithmeticException where it has more than two decimals or does not fit
   */
  public static Money of(String currency, String amount) {
    return of(currency, new BigDecimal(amount));
  }

  /** An amount in main units; see {@link #of(String, String)}. */
  public static Money of(String currency, BigDecimal amount) {
    return new Money(currency, amount.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
  }

  /** The amount in main units, with two decimals. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minorUnits, 2);
  }

  @Override
  public String toString() {
    return amount().toPlainString() + " " + currency;
  }
}
