package se.siru.indicators.composite;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Puts the numbers of one indicator on a scale. */
final class Normaliser {
  private final List<String> units;
  private final boolean isLessBetter;

  Normaliser(List<String> units, boolean isLessBetter) {
    this.units = units;
    this.isLessBetter = isLessBetter;
  }

  /** The normalised numbers; NaN where missing or undefined. */
  double[] normalise(double[] raw, Normalisation how) {
    if (how instanceof Normalisation.MinMax scale) {
      return ends(raw, scale.from(), scale.to());
    } else if (how instanceof Normalisation.DistanceToMax) {
      return ends(raw, 0, 1);
    } else if (how instanceof Normalisation.ZScore scale) {
      return zScore(raw, scale);
    } else if (how instanceof Normalisation.Goalposts posts) {
      return each(raw, value -> goalposts(value, posts));
    } else if (how instanceof Normalisation.DistanceToTarget to) {
      return distance(raw, to.target(), to.isCapped());
    } else if (how instanceof Normalisation.DistanceToReference to) {
      return distance(raw, of(raw, to.unit()), to.isCapped());
    } else if (how instanceof Normalisation.FractionOfMax) {
      return fraction(raw);
    }
    double[] ranks = Moments.ascendingRanks(upward(raw));
    if (how instanceof Normalisation.Rank) {
      return ranks;
    }
    double others = Moments.known(raw).length - 1;
    return each(ranks, how instanceof Normalisation.Borda ? rank -> rank - 1 : rank -> defined((rank - 1) / others));
  }

  private double[] upward(double[] raw) {
    return isLessBetter ? each(raw, value -> -value) : raw;
  }

  private double[] ends(double[] raw, double from, double to) {
    double[] up = upward(raw);
    double min = Moments.min(up);
    double range = Moments.max(up) - min;
    return each(up, value -> defined((value - min) / range * (to - from) + from));
  }

  private double[] zScore(double[] raw, Normalisation.ZScore scale) {
    double[] up = upward(raw);
    double mean = Moments.mean(up);
    double deviation = Moments.deviation(up);
    return each(up, value -> defined((value - mean) / deviation * scale.deviation() + scale.mean()));
  }

  private double goalposts(double value, Normalisation.Goalposts posts) {
    double within = Math.min(Math.max(value, posts.low()), posts.high());
    double share =
        posts.isLogarithmic()
            ? (StrictMath.log(within) - StrictMath.log(posts.low()))
                / (StrictMath.log(posts.high()) - StrictMath.log(posts.low()))
            : (within - posts.low()) / (posts.high() - posts.low());
    return (isLessBetter ? 1 - share : share) * posts.scale();
  }

  private double[] distance(double[] raw, double target, boolean isCapped) {
    double worst = isLessBetter ? Moments.max(raw) : Moments.min(raw);
    double way = target - worst;
    boolean isBeyond = isLessBetter ? way >= 0 : way <= 0;
    return each(
        raw,
        value -> {
          double covered = isBeyond ? Double.NaN : (value - worst) / way;
          return isCapped ? Math.min(covered, 1) : covered;
        });
  }

  private double of(double[] raw, String unit) {
    int at = Collections.binarySearch(units, unit);
    if (at < 0) {
      throw new IllegalArgumentException("no unit '" + unit + "' to compare with");
    }
    return raw[at];
  }

  private double[] fraction(double[] raw) {
    double min = Moments.min(raw);
    double max = Moments.max(raw);
    return each(raw, value -> !(min > 0) ? Double.NaN : isLessBetter ? min / value : value / max);
  }

  private static double defined(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }

  private static double[] each(double[] column, DoubleUnaryOperator change) {
    return Arrays.stream(column).map(value -> Double.isNaN(value) ? value : change.applyAsDouble(value)).toArray();
  }
}
