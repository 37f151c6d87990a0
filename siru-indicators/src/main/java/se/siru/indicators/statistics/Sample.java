package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.siru.core.model.Value;

/** Numbers in ascending order, each with how often it is there, and their exact sum. */
final class Sample {
  private final SortedMap<BigDecimal, Long> counts = new TreeMap<>();
  private final long size;
  private final BigDecimal sum;

  /** Numbers one by one. */
  Sample(Collection<BigDecimal> numbers) {
    this(numbers, Map.of());
  }

  /** Numbers one by one, and others with how often each is there. */
  Sample(Collection<BigDecimal> numbers, Map<BigDecimal, Long> counted) {
    numbers.forEach(number -> counts.merge(number, 1L, Math::addExact));
    counted.forEach((number, count) -> counts.merge(number, count, Math::addExact));
    this.size = counts.values().stream().reduce(0L, Math::addExact);
    this.sum = total(1);
  }

  /** The sum of a power of all numbers. */
  private BigDecimal total(int power) {
    return counts.entrySet().stream()
        .map(each -> each.getKey().pow(power).multiply(BigDecimal.valueOf(each.getValue())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  long size() {
    return size;
  }

  BigDecimal sum() {
    return sum;
  }

  Value.Ratio exactMean() {
    return new Value.Ratio(sum, BigDecimal.valueOf(size));
  }

  double mean() {
    return sum.doubleValue() / size;
  }

  /** Over n − 1, from exact sums: n·Σx² − (Σx)² has no rounding. */
  double variance() {
    BigDecimal spread = BigDecimal.valueOf(size).multiply(total(2)).subtract(sum.multiply(sum));
    return spread.doubleValue() / (size * (size - 1.0));
  }
}
