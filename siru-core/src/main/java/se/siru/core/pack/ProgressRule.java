package se.siru.core.pack;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rule of the traffic light. By a day, an indicator should have come the same share of its way from baseline to target as the
 * share of the target's period that has passed, times a tolerance.
 *
 * <p>Immutable and thread-safe.
 */
public final class ProgressRule {
  /** Nine tenths of an even pace. */
  public static final ProgressRule STANDARD = new ProgressRule(new BigDecimal("0.9"));

  private final BigDecimal tolerance;

  private ProgressRule(BigDecimal tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * A rule with another tolerance.
   *
   * @param tolerance from 0, where all that has started is on track, to 1, where nothing below an even pace is
   * @throws IllegalArgumentException outside that range
   */
  public static ProgressRule withTolerance(BigDecimal tolerance) {
    if (tolerance.signum() < 0 || tolerance.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a tolerance lies from 0 to 1, not " + tolerance);
    }
    return new ProgressRule(Objects.requireNonNull(tolerance, "tolerance"));
  }

  /** The share of an even pace that is still on track, 0 to 1. */
  public BigDecimal tolerance() {
    return tolerance;
  }

  /**
   * Judges how far an indicator has come. Works for targets below their baselines, too.
   *
   * @param actual the actual value, or null where it is missing
   * @param passed days of the target's period that have passed, of {@code all}; at most {@code all}
   * @param all days of the target's period, above 0
   */
  public Progress judge(@Nullable BigDecimal actual, BigDecimal baseline, BigDecimal target, long passed, long all) {
    BigDecimal way = target.subtract(baseline);
    if (way.signum() == 0) {
      return Progress.UNDEFINED;
    }
    if (actual == null) {
      return Progress.MISSING;
    }
    BigDecimal come = actual.subtract(baseline);
    if (come.signum() == 0) {
      return Progress.NOT_STARTED;
    }
    // come / way >= tolerance * passed / all, without dividing; both sides times |way| * all.
    BigDecimal left = (way.signum() < 0 ? come.negate() : come).multiply(BigDecimal.valueOf(all));
    BigDecimal right = tolerance.multiply(BigDecimal.valueOf(passed)).multiply(way.abs());
    return left.compareTo(right) >= 0 ? Progress.ON_TRACK : Progress.BEHIND;
  }
}
