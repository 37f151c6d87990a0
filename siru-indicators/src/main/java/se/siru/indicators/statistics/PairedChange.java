package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import se.siru.core.finding.Rule;
import se.siru.core.model.Value;
import se.siru.core.stability.Experimental;

/**
 * How far answers changed between two waves, of the respondents who answered in both (SI-A02). Who answered in one wave only is
 * counted and not compared.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class PairedChange {
  private final Sample changes;
  private final int onlyBefore;
  private final int onlyAfter;
  private final UnpairedShift unpaired;
  private final double confidence;

  private PairedChange(Sample changes, int onlyBefore, int onlyAfter, UnpairedShift unpaired, double confidence) {
    this.changes = changes;
    this.onlyBefore = onlyBefore;
    this.onlyAfter = onlyAfter;
    this.unpaired = unpaired;
    this.confidence = confidence;
  }

  /**
   * The change between the answers of two waves.
   *
   * @param before the answer of each respondent before
   * @param after the answer of each respondent after
   * @param confidence of the interval, above 0 and at most 0.9999; 0.95 is usual
   */
  public static PairedChange of(Map<String, BigDecimal> before, Map<String, BigDecimal> after, double confidence) {
    return of(before, after, Map.of(), Map.of(), confidence);
  }

  /**
   * The change between the answers of two waves, beside answers whose respondents are not known: they can be in no pair, and are in
   * the unpaired shift.
   *
   * @param before the answer of each respondent before
   * @param after the answer of each respondent after
   * @param othersBefore how many others gave each answer before
   * @param othersAfter how many others gave each answer after
   * @param confidence of the intervals, above 0 and at most 0.9999; 0.95 is usual
   */
  public static PairedChange of(
      Map<String, BigDecimal> before,
      Map<String, BigDecimal> after,
      Map<BigDecimal, Long> othersBefore,
      Map<BigDecimal, Long> othersAfter,
      double confidence) {
    List<BigDecimal> changes = new ArrayList<>();
    before.forEach((respondent, answer) -> {
      BigDecimal later = after.get(respondent);
      if (later != null) {
        changes.add(later.subtract(answer));
      }
    });
    return new PairedChange(
        new Sample(changes), before.size() - changes.size(), after.size() - changes.size(),
        UnpairedShift.of(new Sample(before.values(), othersBefore), new Sample(after.values(), othersAfter), confidence),
        Interval.checked(confidence));
  }

  /** How many answered in both waves. */
  public long pairs() {
    return changes.size();
  }

  /** How many answered before and not after: the attrition. */
  public int onlyBefore() {
    return onlyBefore;
  }

  /** How many answered after and not before. */
  public int onlyAfter() {
    return onlyAfter;
  }

  /** The mean of (after − before), exactly; empty without pairs. */
  public Optional<Value.Ratio> meanChange() {
    return pairs() == 0 ? Optional.empty() : Optional.of(changes.exactMean());
  }

  /** The interval of the mean change by Student's t with n − 1 degrees of freedom; empty of fewer than two pairs. */
  public Optional<Interval> interval() {
    if (pairs() < 2) {
      return Optional.empty();
    }
    double error = StrictMath.sqrt(changes.variance() / pairs());
    return Optional.of(Interval.around(changes.mean(), error, pairs() - 1, confidence));
  }

  /**
   * Cohen's d<sub>z</sub>: the mean change by the standard deviation (n − 1) of the changes. It says how uniform the change is and must
   * not be compared with effect sizes between groups. Empty of fewer than two pairs and where all changed by the same.
   */
  public OptionalDouble effectSize() {
    double variance = pairs() < 2 ? 0 : changes.variance();
    return variance == 0 ? OptionalDouble.empty() : OptionalDouble.of(changes.mean() / StrictMath.sqrt(variance));
  }

  /** The difference of the means of all who answered, paired or not. */
  public UnpairedShift unpaired() {
    return unpaired;
  }

  /** A warning where the paired change and the unpaired shift have opposite signs. */
  public Optional<Rule> warning() {
    int paired = changes.sum().signum();
    return paired * unpaired.sign() < 0 ? Optional.of(ChangeRules.OPPOSITE) : Optional.empty();
  }
}
