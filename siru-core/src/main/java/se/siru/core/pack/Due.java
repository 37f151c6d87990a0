package se.siru.core.pack;

import java.math.BigDecimal;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * What should be reached by a day: on the straight line between two values that a plan states, a baseline, milestones and a target
 * among them.
 *
 * @param from the value at the beginning of the stretch
 * @param to the value at its end
 * @param passed days of the stretch that have passed, at least 0 and at most {@code all}
 * @param all days of the stretch, above 0
 */
@Experimental(since = "0.1.0")
public record Due(BigDecimal from, BigDecimal to, long passed, long all) {
  /** Checks the components. */
  public Due {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (all < 1 || passed < 0 || passed > all) {
      throw new IllegalArgumentException(passed + " days of " + all);
    }
  }

  /** The value that is due, times {@link #all}, so that nothing is divided. */
  BigDecimal timesAll() {
    return from.multiply(BigDecimal.valueOf(all)).add(to.subtract(from).multiply(BigDecimal.valueOf(passed)));
  }
}
