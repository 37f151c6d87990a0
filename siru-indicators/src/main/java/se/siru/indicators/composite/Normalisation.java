package se.siru.indicators.composite;

import se.siru.core.stability.Experimental;

/**
 * How the numbers of an indicator get onto a scale that others share, on which more is always better. Missing numbers stay missing.
 * Where all known numbers are equal, a scale that is stretched between them has no ends: the results are missing, which the log says.
 */
@Experimental(since = "0.1.0")
public sealed interface Normalisation {

  /**
   * The least number becomes {@code from} and the greatest {@code to}; reversed where less is better.
   *
   * @param from the low end of the scale
   * @param to the high end of the scale
   */
  @Experimental(since = "0.1.0")
  record MinMax(double from, double to) implements Normalisation {
    /** Refuses a scale without length. */
    public MinMax {
      requireScale(from, to);
    }
  }

  /**
   * Distances from the mean in standard deviations (n − 1), put on a scale.
   *
   * @param mean what the mean becomes
   * @param deviation what a standard deviation becomes
   */
  @Experimental(since = "0.1.0")
  record ZScore(double mean, double deviation) implements Normalisation {
    /** Refuses a scale without length. */
    public ZScore {
      requireScale(mean, mean + deviation);
    }
  }

  /** 1 for the worst unit, up to the number of units; equal numbers share the lowest. */
  @Experimental(since = "0.1.0")
  record Rank() implements Normalisation {}

  /** How many units are worse: the rank less 1. */
  @Experimental(since = "0.1.0")
  record Borda() implements Normalisation {}

  /** The share of the other units that are worse, 0 to 1. */
  @Experimental(since = "0.1.0")
  record PercentileRank() implements Normalisation {}

  /**
   * Two fixed numbers become 0 and {@code scale}; what lies beyond them is put on them. Reversed where less is better.
   *
   * @param low the lower goalpost
   * @param high the upper goalpost
   * @param scale the high end of the scale
   * @param isLogarithmic whether logarithms are compared, as for income
   */
  @Experimental(since = "0.1.0")
  record Goalposts(double low, double high, double scale, boolean isLogarithmic) implements Normalisation {
    /** Refuses goalposts in one place, and logarithms of what is not positive. */
    public Goalposts {
      requireScale(low, high);
      requireScale(0, scale);
      if (isLogarithmic && low <= 0) {
        throw new IllegalArgumentException("logarithms need positive goalposts, not " + low);
      }
    }
  }

  /**
   * The way from the worst unit to a target that has been covered: 0 for the worst, 1 at the target.
   *
   * @param target the target
   * @param isCapped whether more than the target counts as the target
   */
  @Experimental(since = "0.1.0")
  record DistanceToTarget(double target, boolean isCapped) implements Normalisation {
    /** Refuses what is no number. */
    public DistanceToTarget {
      requireScale(target, target + 1);
    }
  }

  /**
   * The way from the worst unit to one unit that all are compared with: 0 for the worst, 1 for that unit.
   *
   * @param unit the unit to compare with
   * @param isCapped whether better than that unit counts as equal to it
   */
  @Experimental(since = "0.1.0")
  record DistanceToReference(String unit, boolean isCapped) implements Normalisation {}

  /** One less the way to the best unit: 0 for the worst, 1 for the best. It equals {@code MinMax(0, 1)}. */
  @Experimental(since = "0.1.0")
  record DistanceToMax() implements Normalisation {}

  /** The share of the greatest number, or where less is better the least number as a share; all must be positive. */
  @Experimental(since = "0.1.0")
  record FractionOfMax() implements Normalisation {}

  private static void requireScale(double from, double to) {
    if (!Double.isFinite(from) || !Double.isFinite(to) || from >= to) {
      throw new IllegalArgumentException("no scale from " + from + " to " + to);
    }
  }
}
