package se.siru.core.model;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;

/**
 * A period of results: half-open, {@code [from, until)}.
 *
 * @param label {@code total}, {@code 2021}, {@code 2021-H1}, {@code 2021-Q3}, {@code 2021-07}, {@code 2021-W07} or {@code from/until}
 * @param from first day, or null where it is open
 * @param until first day after, or null where it is open
 */
@Stable(since = "0.1.0")
public record TimePeriod(String label, @Nullable LocalDate from, @Nullable LocalDate until) {
  /** All time, undated records included. */
  public static final TimePeriod TOTAL = new TimePeriod("total", null, null);

  /** Refuses an empty or reversed period. */
  public TimePeriod {
    Objects.requireNonNull(label, "label");
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("period " + label + " ends before it begins");
    }
  }

  /** A period of any days; its label is {@code from/until}. */
  public static TimePeriod of(LocalDate from, LocalDate until) {
    return new TimePeriod(from + "/" + until, from, until);
  }

  /** True where the day lies in the period. */
  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  /** True for {@link #TOTAL}. */
  public boolean isTotal() {
    return from == null && until == null;
  }

  // by hand, here and in other records that a short run compares: Java makes such methods when they are first called, and takes a while

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimePeriod period
        && label.equals(period.label)
        && Objects.equals(from, period.from)
        && Objects.equals(until, period.until);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, from, until);
  }

  @Override
  public String toString() {
    return label;
  }
}
