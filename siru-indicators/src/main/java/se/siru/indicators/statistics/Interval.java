package se.siru.indicators.statistics;

import se.siru.core.stability.Experimental;

/**
 * A confidence interval.
 *
 * @param confidence how sure, above 0 and below 1; 0.95 is 95 %
 * @param low its low end
 * @param high its high end
 */
@Experimental(since = "0.1.0")
public record Interval(double confidence, double low, double high) {
  /** Around a mean whose error and degrees of freedom are known. */
  static Interval around(double mean, double error, double degrees, double confidence) {
    double half = new StudentT(degrees).quantile((1 + confidence) / 2) * error;
    return new Interval(confidence, mean - half, mean + half);
  }

  static double checked(double confidence) {
    if (!(confidence > 0 && confidence <= 0.9999)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not above 0 and at most 0.9999");
    }
    return confidence;
  }
}
