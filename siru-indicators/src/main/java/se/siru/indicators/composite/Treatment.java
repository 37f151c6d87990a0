package se.siru.indicators.composite;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The treatment of one indicator: what its numbers become, and which of them were drawn in. */
final class Treatment {
  private final double[] values;
  private final Change.Reason reason;

  private Treatment(double[] values, Change.Reason reason) {
    this.values = values;
    this.reason = reason;
  }

  static Treatment of(double[] raw, Step.Treat rule) {
    double[] values = raw.clone();
    while (!isWithin(values, rule) && drawnIn(values, raw) < rule.most()) {
      drawIn(values);
    }
    if (isWithin(values, rule) && drawnIn(values, raw) <= rule.most()) {
      return new Treatment(values, Change.Reason.WINSORISED);
    }
    double[] logarithms = logarithms(raw);
    return new Treatment(logarithms, isWithin(logarithms, rule) ? Change.Reason.LOGGED : Change.Reason.STILL_SKEWED);
  }

  double[] values() {
    return values;
  }

  Change.Reason reason() {
    return reason;
  }

  private static boolean isWithin(double[] values, Step.Treat rule) {
    double skewness = Moments.skewness(values);
    double kurtosis = Moments.kurtosis(values);
    // Comparisons with NaN, of too few or equal numbers, are false: nothing is treated there.
    return !(Math.abs(skewness) >= rule.skewness() && kurtosis >= rule.kurtosis());
  }

  /** How many numbers have been drawn in. */
  private static long drawnIn(double[] values, double[] raw) {
    return IntStream.range(0, raw.length).filter(row -> values[row] != raw[row] && !Double.isNaN(raw[row])).count();
  }

  /** Puts the outermost number, with those that stand on it, on the next within. Not all are equal: they would not be skewed. */
  private static void drawIn(double[] values) {
    boolean isHigh = Moments.skewness(values) > 0;
    Comparator<Integer> outwards = Comparator.comparingDouble(row -> isHigh ? -values[row] : values[row]);
    List<Integer> rows =
        IntStream.range(0, values.length).filter(row -> !Double.isNaN(values[row])).boxed().sorted(outwards).toList();
    double outermost = values[rows.get(0)];
    double next = rows.stream().mapToDouble(row -> values[row]).filter(value -> value != outermost).findFirst().orElseThrow();
    rows.stream().filter(row -> values[row] == outermost).forEach(row -> values[row] = next);
  }

  private static double[] logarithms(double[] raw) {
    double min = Moments.min(raw);
    double max = Moments.max(raw);
    double shift = (max - min) / 100;
    return Moments.skewness(raw) > 0
        ? Arrays.stream(raw).map(value -> StrictMath.log(value - min + shift)).toArray()
        : Arrays.stream(raw).map(value -> -StrictMath.log(max - value + shift)).toArray();
  }
}
