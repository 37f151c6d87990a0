package se.siru.indicators.statistics;

/**
 * Student's t distribution, from the incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8). The same
 * digits on every machine.
 */
final class StudentT {
  private static final double LOG_PI = StrictMath.log(Math.PI);
  private static final double TINY = 1e-300;
  private static final double[] LANCZOS = {
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
  };

  private final double degrees;

  /** With more than 0 degrees of freedom, which need not be whole. */
  StudentT(double degrees) {
    this.degrees = degrees;
  }

  /** The number that a share of the distribution, above 1/2, lies below. */
  double quantile(double share) {
    double high = 1;
    while (below(high) < share) {
      high *= 2;
    }
    double low = 0;
    for (double middle = high / 2; low < middle && middle < high; middle = low + (high - low) / 2) {
      if (below(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The share of the distribution below a number that is not negative: 1/2 and half of the incomplete beta function of 1/2 and b. */
  private double below(double t) {
    double b = degrees / 2;
    double x = t * t / (degrees + t * t);
    double rest = degrees / (degrees + t * t); // 1 − x, which may be too small to be told from the difference
    if (x <= 0 || rest <= 0) {
      return x <= 0 ? 0.5 : 1;
    }
    double front = StrictMath.exp(logGammaRatio(b) - LOG_PI / 2 + StrictMath.log(x) / 2 + b * StrictMath.log(rest));
    boolean isLow = x < 1.5 / (2.5 + b);
    double beta = isLow ? front * fraction(0.5, b, x) * 2 : 1 - front * fraction(b, 0.5, rest) / b;
    return 0.5 + beta / 2;
  }

  /** log Γ(b + 1/2) − log Γ(b); of great numbers by its series, since the logarithms would cancel. */
  private static double logGammaRatio(double b) {
    if (b < 50) {
      return logGamma(b + 0.5) - logGamma(b);
    }
    double square = b * b;
    return StrictMath.log(b) / 2 - (1 / 8.0 - (1 / 192.0 - 1 / (640 * square)) / square) / b;
  }

  /** Lentz's way of evaluating a continued fraction. */
  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / guarded(1 - (a + b) * x / (a + 1));
    double result = d;
    for (int m = 1; m < 10_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / guarded(1 + even * d);
      c = guarded(1 + even / c);
      result *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / guarded(1 + odd * d);
      c = guarded(1 + odd / c);
      result *= d * c;
      if (Math.abs(d * c - 1) < 1e-16) {
        break;
      }
    }
    return result;
  }

  private static double guarded(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** The logarithm of the gamma function of a positive number, after Lanczos. */
  private static double logGamma(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double shifted = x + 6.5;
    return StrictMath.log(2 * Math.PI) / 2 + (x - 0.5) * StrictMath.log(shifted) - shifted + StrictMath.log(sum);
  }
}
