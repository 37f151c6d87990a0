package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Optional;
import se.siru.core.model.Value;
import se.siru.core.stability.Experimental;

/**
 * How evenly things are spread over categories: exactly, but for {@link #shannon}.
 *
 * <p>Stateless and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class Diversity {
  /** More digits of a sum of logarithms would not be sure. */
  private static final int DIGITS = 13;

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

  /**
   * Gini's coefficient of the counts, Σ(2i − n − 1)x(i) / (n Σx) with x in ascending order: 0 where all are equal, 1 − 1/n where one has
   * all. Categories of which nothing is known are not there; one with a count of 0 is. Empty where there is nothing.
   *
   * @throws IllegalArgumentException where a count is negative
   */
  public static Optional<Value.Ratio> gini(Collection<Long> counts) {
    BigDecimal all = sum(counts);
    long[] ascending = counts.stream().mapToLong(Long::longValue).sorted().toArray();
    BigDecimal weighted = BigDecimal.ZERO;
    for (int i = 0; i < ascending.length; i++) {
      weighted = weighted.add(BigDecimal.valueOf(2L * i + 1 - ascending.length).multiply(BigDecimal.valueOf(ascending[i])));
    }
    return all.signum() == 0
        ? Optional.empty()
        : Optional.of(new Value.Ratio(weighted, all.multiply(BigDecimal.valueOf(ascending.length))));
  }

  /**
   * Shannon's entropy in nats, −Σ p ln p: 0 where all is in one category, ln k for an even spread over k. Added up in ascending order of
   * counts, so that no order of records changes a digit, and rounded to {@value #DIGITS} digits. Empty where there is nothing.
   *
   * @throws IllegalArgumentException where a count is negative
   */
  public static Optional<Value.Quantity> shannon(Collection<Long> counts) {
    double all = sum(counts).doubleValue();
    double entropy = 0;
    for (long count : counts.stream().mapToLong(Long::longValue).sorted().toArray()) {
      entropy -= count == 0 ? 0 : count / all * StrictMath.log(count / all);
    }
    return all == 0
        ? Optional.empty()
        : Optional.of(new Value.Quantity(BigDecimal.valueOf(Math.max(entropy, 0)).round(new MathContext(DIGITS))));
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
