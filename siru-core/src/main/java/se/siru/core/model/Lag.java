package se.siru.core.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;

/**
 * How long after a day something is asked about: calendar months, or days. A month after a day is the same day of the next month, or
 * that month's last day where it has none so late: 2023-01-31 and a month is 2023-02-28. So months do not always add up: a month after
 * a month after 2023-01-31 is 2023-03-28, two months after it 2023-03-31. A later day is never moved before an earlier one.
 *
 * @param months calendar months, 0 to 1,200
 * @param days days, 0 to 36,525; of months and days one is 0
 */
@Stable(since = "0.1.0")
public record Lag(int months, int days) {
  /** No time. */
  public static final Lag NONE = new Lag(0, 0);

  private static final int MOST_MONTHS = 1_200;
  private static final int MOST_DAYS = 36_525;

  /** Refuses what is negative, longer than a hundred years, or in months and days. */
  public Lag {
    if (months < 0 || days < 0 || months > MOST_MONTHS || days > MOST_DAYS || months > 0 && days > 0) {
      throw new IllegalArgumentException("a lag is from 0 to 1200 months, or from 0 to 36525 days, not " + months + " and " + days);
    }
  }

  /** Calendar months. */
  public static Lag ofMonths(int months) {
    return new Lag(months, 0);
  }

  /** Days. */
  public static Lag ofDays(int days) {
    return new Lag(0, days);
  }

  /** The day this long after a day. */
  public LocalDate after(LocalDate day) {
    return day.plusMonths(months).plusDays(days);
  }

  /** The first day from which this long after lies on a day or later. */
  public LocalDate firstReaching(LocalDate day) {
    LocalDate first = day.minusMonths(months).minusDays(days);
    while (after(first).isBefore(day)) {
      first = first.plusDays(1); // where a month before was cut to its last day
    }
    return first;
  }

  @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
  public boolean equals(@Nullable Object object) {
    return object instanceof Lag lag && months == lag.months && days == lag.days;
  }

  @Override
  public int hashCode() {
    return 31 * months + days;
  }
}
