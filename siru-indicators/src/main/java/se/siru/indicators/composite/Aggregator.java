package se.siru.indicators.composite;

import java.util.List;

/** Computes the numbers of an aggregate from those of its parts. */
final class Aggregator {
  private final double[] weights;
  private final double least;

  /**
   * Over parts of the given weights.
   *
   * @param least the share of the weight that must be known of a unit, 0 to 1
   */
  Aggregator(double[] weights, double least) {
    this.weights = weights.clone();
    this.least = least;
  }

  /** The aggregate by unit; NaN where too little is known or it is undefined. */
  double[] aggregate(List<double[]> parts, Aggregation how) {
    int units = parts.get(0).length;
    double[] result = new double[units];
    double all = known(parts, -1);
    double[] copeland = how instanceof Aggregation.Copeland ? copeland(parts) : result;
    for (int unit = 0; unit < units; unit++) {
      double known = known(parts, unit);
      boolean isEnough = known > 0 && known >= least * all * (1 - 1e-12); // a share such as 2/3 is itself rounded
      result[unit] = !isEnough ? Double.NaN : how instanceof Aggregation.Copeland ? copeland[unit] : mean(parts, unit, known, how);
    }
    return result;
  }

  /** The weight of the parts that are known of a unit; of all parts for −1. */
  private double known(List<double[]> parts, int unit) {
    double sum = 0;
    for (int part = 0; part < weights.length; part++) {
      sum += unit < 0 || !Double.isNaN(parts.get(part)[unit]) ? weights[part] : 0;
    }
    return sum;
  }

  private double mean(List<double[]> parts, int unit, double known, Aggregation how) {
    double sum = 0;
    for (int part = 0; part < weights.length; part++) {
      double value = parts.get(part)[unit];
      if (Double.isNaN(value) || weights[part] == 0) {
        continue;
      }
      if (!(how instanceof Aggregation.Arithmetic) && value <= 0) {
        return Double.NaN;
      }
      sum += weights[part] * forward(value, how);
    }
    return back(sum / known, how);
  }

  private static double forward(double value, Aggregation how) {
    if (how instanceof Aggregation.Geometric) {
      return StrictMath.log(value);
    } else if (how instanceof Aggregation.Harmonic) {
      return 1 / value;
    } else if (how instanceof Aggregation.Generalised generalised) {
      return StrictMath.pow(value, generalised.power());
    }
    return value;
  }

  private static double back(double mean, Aggregation how) {
    if (how instanceof Aggregation.Geometric) {
      return StrictMath.exp(mean);
    } else if (how instanceof Aggregation.Harmonic) {
      return 1 / mean;
    } else if (how instanceof Aggregation.Generalised generalised) {
      return StrictMath.pow(mean, 1 / generalised.power());
    }
    return mean;
  }

  /** The share of the weight by which each unit is better than each other; NaN on the diagonal and where nothing compares. */
  double[][] outranking(List<double[]> parts) {
    int units = parts.get(0).length;
    double[][] better = new double[units][units];
    for (int one = 0; one < units; one++) {
      for (int other = 0; other < units; other++) {
        better[one][other] = one == other ? Double.NaN : share(parts, one, other);
      }
    }
    return better;
  }

  private double share(List<double[]> parts, int one, int other) {
    double won = 0;
    double compared = 0;
    for (int part = 0; part < weights.length; part++) {
      double mine = parts.get(part)[one];
      double theirs = parts.get(part)[other];
      if (!Double.isNaN(mine) && !Double.isNaN(theirs)) {
        compared += weights[part];
        won += mine > theirs ? weights[part] : mine == theirs ? weights[part] / 2 : 0;
      }
    }
    return compared == 0 ? Double.NaN : won / compared;
  }

  private double[] copeland(List<double[]> parts) {
    double[][] better = outranking(parts);
    double[] scores = new double[better.length];
    for (int one = 0; one < scores.length; one++) {
      for (int other = 0; other < scores.length; other++) {
        double mine = better[one][other];
        double theirs = better[other][one];
        scores[one] += mine > theirs ? 1 : mine < theirs ? -1 : 0;
      }
    }
    return scores;
  }
}
