package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import se.siru.core.model.Value;

/** Numbers in ascending order, with their exact sum. */
final class Sample {
  private final List<BigDecimal> sorted;
  private final BigDecimal sum;

  Sample(Collection<BigDecimal> numbers) {
    this.sorted = numbers.stream().sorted().toList();
    this.sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  int size() {
    return sorted.size();
  }

  BigDecimal sum() {
    return sum;
  }

  Value.Ratio exactMean() {
    return new Value.Ratio(sum, BigDecimal.valueOf(size()));
  }

  double mean() {
    return sum.doubleValue() / size();
  }

  /** Over n − 1, from exact sums: n·Σx² − (Σx)² has no rounding. */
  double variance() {
    BigDecimal n = BigDecimal.valueOf(size());
    BigDecimal squares = sorted.stream().map(x -> x.multiply(x)).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal spread = n.multiply(squares).subtract(sum.multiply(sum));
    return spread.doubleValue() / (size() * (size() - 1.0));
  }
}
