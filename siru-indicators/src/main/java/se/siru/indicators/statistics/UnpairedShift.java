package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import se.siru.core.model.Value;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/**
 * The difference between the means of two waves whose respondents are not matched (SI-A03). Part of it may be that others answered;
 * it is always shown under its {@link #label}.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class UnpairedShift {
  private static final LocalizedText LABEL = LocalizedText.of("Oparad skillnad", "Unpaired shift");

  private final Sample before;
  private final Sample after;
  private final double confidence;

  private UnpairedShift(Sample before, Sample after, double confidence) {
    this.before = before;
    this.after = after;
    this.confidence = confidence;
  }

  /**
   * The shift between the answers of two waves.
   *
   * @param confidence of the interval, above 0 and at most 0.9999; 0.95 is usual
   */
  public static UnpairedShift of(Collection<BigDecimal> before, Collection<BigDecimal> after, double confidence) {
    return of(new Sample(before), new Sample(after), confidence);
  }

  static UnpairedShift of(Sample before, Sample after, double confidence) {
    return new UnpairedShift(before, after, Interval.checked(confidence));
  }

  /** What the figure must be called. */
  public LocalizedText label() {
    return LABEL;
  }

  /** How many answered before. */
  public long before() {
    return before.size();
  }

  /** How many answered after. */
  public long after() {
    return after.size();
  }

  /** Mean after − mean before, exactly; empty where nobody answered in one of the waves. */
  public Optional<Value.Ratio> shift() {
    return before() == 0 || after() == 0
        ? Optional.empty()
        : Optional.of(new Value.Ratio(numerator(), BigDecimal.valueOf(before()).multiply(BigDecimal.valueOf(after()))));
  }

  private BigDecimal numerator() {
    return after.sum().multiply(BigDecimal.valueOf(before())).subtract(before.sum().multiply(BigDecimal.valueOf(after())));
  }

  int sign() {
    return before() == 0 || after() == 0 ? 0 : numerator().signum();
  }

  /**
   * The interval of the shift after Welch, which lets the waves vary differently; empty where one of them has fewer than two answers,
   * or where all answers of each wave are equal.
   */
  public Optional<Interval> interval() {
    if (before() < 2 || after() < 2) {
      return Optional.empty();
    }
    double ofBefore = before.variance() / before();
    double ofAfter = after.variance() / after();
    double square = ofBefore + ofAfter;
    if (square == 0) {
      return Optional.empty();
    }
    double degrees =
        square * square / (ofBefore * ofBefore / (before() - 1) + ofAfter * ofAfter / (after() - 1));
    double shift = numerator().doubleValue() / ((double) before() * after());
    return Optional.of(Interval.around(shift, StrictMath.sqrt(square), degrees, confidence));
  }
}
