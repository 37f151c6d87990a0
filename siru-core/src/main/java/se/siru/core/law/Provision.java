package se.siru.core.law;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Experimental;

/**
 * When something holds, and on whose word.
 *
 * @param from first day, or null where it always held, as far as the data say
 * @param until first day after, or null where it still holds
 * @param source the text that says so; may be empty
 * @param confirmed whether the entry was held against that text
 */
@Experimental(since = "0.1.0")
public record Provision(@Nullable LocalDate from, @Nullable LocalDate until, String source, boolean confirmed) {
  /** Refuses what ends before it begins. */
  public Provision {
    Objects.requireNonNull(source, "source");
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("holds from " + from + " until " + until);
    }
  }

  /** True where it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }
}
