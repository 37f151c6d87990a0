package se.siru.indicators.composite;

import java.util.Arrays;

/** What is known of the numbers of a column; missing ones (NaN) are left out. Sums run in the order of the units. */
final class Moments {
  private Moments() {}

  static double[] known(double[] column) {
    return Arrays.stream(column).filter(value -> !Double.isNaN(value)).toArray();
  }

  static double[] sorted(double[] column) {
    double[] known = known(column);
    Arrays.sort(known);
    return known;
  }

  static double min(double[] column) {
    return Arrays.stream(known(column)).min().orElse(Double.NaN);
  }

  static double max(double[] column) {
    return Arrays.stream(known(column)).max().orElse(Double.NaN);
  }

  /** The mean; NaN of none. */
  static double mean(double[] column) {
    double[] known = known(column);
    double sum = 0;
    for (double value : known) {
      sum += value;
    }
    return known.length == 0 ? Double.NaN : sum / known.length;
  }

  /** The median; NaN of none. */
  static double median(double[] column) {
    double[] sorted = sorted(column);
    int n = sorted.length;
    if (n == 0) {
      return Double.NaN;
    }
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  /** The standard deviation of a sample, over n − 1; NaN of fewer than two. */
  static double deviation(double[] column) {
    int n = known(column).length;
    return n < 2 ? Double.NaN : StrictMath.sqrt(power(column, 2) / (n - 1));
  }

  /**
   * Skewness of type 2, G1 = g1·√(n(n−1))/(n−2) (Joanes and Gill 1998); NaN of fewer than three or of equal numbers.
   */
  static double skewness(double[] column) {
    double n = known(column).length;
    double second = power(column, 2) / n;
    if (n < 3 || second == 0) {
      return Double.NaN;
    }
    double g1 = power(column, 3) / n / (second * StrictMath.sqrt(second));
    return g1 * StrictMath.sqrt(n * (n - 1)) / (n - 2);
  }

  /**
   * Excess kurtosis of type 2, G2 = ((n+1)·g2 + 6)(n−1)/((n−2)(n−3)) (Joanes and Gill 1998); NaN of fewer than four or of equal
   * numbers.
   */
  static double kurtosis(double[] column) {
    double n = known(column).length;
    double second = power(column, 2) / n;
    if (n < 4 || second == 0) {
      return Double.NaN;
    }
    double g2 = power(column, 4) / n / (second * second) - 3;
    return ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3));
  }

  private static double power(double[] column, int exponent) {
    double mean = mean(column);
    double sum = 0;
    for (double value : known(column)) {
      double term = 1;
      for (int i = 0; i < exponent; i++) {
        term *= value - mean;
      }
      sum += term;
    }
    return sum;
  }

  /** The rank of each number, 1 for the least, equal numbers sharing the lowest; NaN where missing. */
  static double[] ascendingRanks(double[] column) {
    double[] sorted = sorted(column);
    double[] ranks = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      ranks[i] = Double.isNaN(column[i]) ? Double.NaN : firstOf(sorted, column[i]) + 1;
    }
    return ranks;
  }

  private static int firstOf(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
