package se.siru.cli.benchmark;

import java.util.SplittableRandom;

/** Draws positions in proportion to their weights. */
final class Weighted {
  private final double[] weights;
  private final double[] until;

  private Weighted(double[] weights) {
    this.weights = weights;
    this.until = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      until[i] = sum;
    }
  }

  /** The weights {@code 1 / (rank + shift) ^ exponent} (Zipf–Mandelbrot), the ranks in random order. */
  static Weighted zipf(int size, double shift, double exponent, SplittableRandom random) {
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      weights[i] = weights[j];
      weights[j] = 1 / StrictMath.pow(i + 1 + shift, exponent);
    }
    return new Weighted(weights);
  }

  /** The same weights for a choice of the positions. */
  Weighted only(int[] positions) {
    double[] chosen = new double[positions.length];
    for (int i = 0; i < positions.length; i++) {
      chosen[i] = weights[positions[i]];
    }
    return new Weighted(chosen);
  }

  int draw(SplittableRandom random) {
    double at = random.nextDouble() * until[until.length - 1];
    int low = 0;
    int high = until.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (until[middle] <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
