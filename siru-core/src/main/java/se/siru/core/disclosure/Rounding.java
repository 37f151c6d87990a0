package se.siru.core.disclosure;

import se.siru.core.stability.Stable;

/**
 * A rule by which counts are rounded before they are shown to others: small counts to one number, greater ones to the nearest multiple.
 * It keeps small counts from being read off a table and is no protection by itself: what was rounded may still be worked out from
 * totals. No publication rounds yet; whoever prints numbers for others applies it to each count alone, so that parts need not add up.
 *
 * <p>Immutable and thread-safe.
 *
 * @param smallest the greatest count that is small; 0 stays 0
 * @param shown what small counts become
 * @param step what greater counts become a multiple of; one that lies in the middle goes up
 */
@Stable(since = "0.1.0")
public record Rounding(long smallest, long shown, long step) {
  /** Checks the components. */
  public Rounding {
    if (smallest < 0 || shown < 0 || step < 1) {
      throw new IllegalArgumentException("no rule of rounding: " + smallest + ", " + shown + ", " + step);
    }
  }

  /**
   * Eurostat's rule for small figures (integrated farm statistics 2023): 1 to 7 become 5, from 8 on the nearest multiple of 10. What
   * becomes of 15 is not stated there.
   */
  public static Rounding eurostat() {
    return new Rounding(7, 5, 10);
  }

  /**
   * A count, rounded.
   *
   * @throws IllegalArgumentException where it is negative
   * @throws ArithmeticException where the result is no {@code long}
   */
  public long round(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("no count: " + count);
    }
    if (count == 0) {
      return 0;
    }
    if (count <= smallest) {
      return shown;
    }
    long below = count / step;
    boolean up = count % step >= step - count % step;
    return Math.multiplyExact(up ? below + 1 : below, step);
  }
}
