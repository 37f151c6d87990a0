package se.siru.core.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * The most de minimis aid that one undertaking may be given within some years, as a gross grant equivalent.
 *
 * @param amount the ceiling; as much is allowed
 * @param currency ISO 4217
 * @param years how many years are looked at
 * @param window which years these are
 * @param provision when aid is granted under this ceiling, and on whose word
 */
@Experimental(since = "0.1.0")
public record AidCeiling(BigDecimal amount, String currency, int years, Window window, Provision provision) {
  /** Which years are looked at when aid is granted. */
  @Experimental(since = "0.1.0")
  public enum Window {
    /** The years that end with the day. */
    ROLLING,
    /** The calendar year of the day and those before it, in place of the undertaking's fiscal years, which portfolios do not state. */
    CALENDAR_YEARS
  }

  /** Refuses a ceiling or time that is none. */
  public AidCeiling {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(provision, "provision");
    if (amount.signum() <= 0 || years < 1) {
      throw new IllegalArgumentException("a ceiling of " + amount + " in " + years + " years");
    }
  }

  /** The first day on which aid still counts when more is granted on a day. */
  public LocalDate firstDay(LocalDate granted) {
    return window == Window.ROLLING
        ? granted.minusYears(years).plusDays(1)
        : LocalDate.of(granted.getYear() - years + 1, 1, 1);
  }
}
