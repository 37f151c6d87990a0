package se.siru.cli.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/** The middle of a few measured numbers. */
final class Medians {
  private Medians() {}

  /** The middle one, or the mean of the two in the middle. */
  static double of(List<? extends Number> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** The median of the ratios of pairs that were measured one after the other, so that slow minutes fall on both. */
  static double ofRatios(List<? extends Number> numerators, List<? extends Number> denominators) {
    return of(
        IntStream.range(0, Math.min(numerators.size(), denominators.size()))
            .mapToObj(i -> numerators.get(i).doubleValue() / denominators.get(i).doubleValue())
            .toList());
  }
}
