package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import se.siru.core.model.Value;

/**
 * How evenly things are spread over categories, exactly.
 *
 * <p>Stateless and thread-safe.
 */
public final class Diversity {
  private Diversity() {}

  /**
   * Blau's index, 1 − Σp²: the chance that two things drawn with replacement are of different categories. From 0, all in one, to
   * 1 − 1/k, evenly over k. Empty where there is nothing.
   *
   * @throws IllegalArgumentException where a count is negative
   */
  public static Optional<Value.Ratio> blau(Collection<Long> counts) {
    BigDecimal all = sum(counts);
    BigDecimal square = all.multiply(all);
    return all.signum() == 0 ? Optional.empty() : Optional.of(new Value.Ratio(square.subtract(squares(counts)), square));
  }

  /**
   * The index of qualitative variation: Blau's index by 1 − 1/k, so that 1 is an even spread over all k categories. Empty where there
   * is nothing, or only one category.
   *
   * @param categories k, how many categories are declared, whether or not something is in them
   * @throws IllegalArgumentException where a count is negative, or more categories hold something than are declared
   */
  public static Optional<Value.Ratio> iqv(Collection<Long> counts, int categories) {
    if (counts.stream().filter(count -> count > 0).count() > categories) {
      throw new IllegalArgumentException("more categories hold something than the " + categories + " that are declared");
    }
    BigDecimal all = sum(counts);
    if (all.signum() == 0 || categories < 2) {
      return Optional.empty();
    }
    BigDecimal square = all.multiply(all);
    BigDecimal numerator = square.subtract(squares(counts)).multiply(BigDecimal.valueOf(categories));
    return Optional.of(new Value.Ratio(numerator, square.multiply(BigDecimal.valueOf(categories - 1L))));
  }

  private static BigDecimal sum(Collection<Long> counts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("a count of " + count);
      }
      sum = sum.add(BigDecimal.valueOf(count));
    }
    return sum;
  }

  private static BigDecimal squares(Collection<Long> counts) {
    return counts.stream().map(BigDecimal::valueOf).map(c -> c.multiply(c)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
