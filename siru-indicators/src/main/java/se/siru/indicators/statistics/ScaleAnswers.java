package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import se.siru.core.model.Value;
import se.siru.core.stability.Experimental;

/**
 * The answers to one item on a scale of whole numbers, in one wave (SI-A01). "Don't know" is an answer, and no number.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class ScaleAnswers {
  private final Map<Integer, Long> distribution;
  private final long dontKnow;
  private final OptionalLong invited;

  private ScaleAnswers(Map<Integer, Long> distribution, long dontKnow, OptionalLong invited) {
    this.distribution = distribution;
    this.dontKnow = dontKnow;
    this.invited = invited;
  }

  /**
   * Answers by their number.
   *
   * @param least the least answer of the scale
   * @param greatest its greatest
   * @param counts how many gave each answer; 0 for those that are not there
   * @param dontKnow how many did not know
   * @param invited how many were asked, where that is known
   * @throws IllegalArgumentException where an answer is off the scale, a count is negative, or more answered than were asked
   */
  public static ScaleAnswers of(
      int least, int greatest, Map<Integer, Long> counts, long dontKnow, OptionalLong invited) {
    Map<Integer, Long> distribution = new TreeMap<>();
    for (int answer = least; answer <= greatest; answer++) {
      distribution.put(answer, 0L);
    }
    counts.forEach((answer, count) -> {
      if (count < 0 || distribution.replace(answer, count) == null) {
        throw new IllegalArgumentException(count + " answers of " + answer + " on a scale from " + least + " to " + greatest);
      }
    });
    ScaleAnswers answers = new ScaleAnswers(Collections.unmodifiableMap(distribution), dontKnow, invited);
    if (dontKnow < 0 || invited.isPresent() && answers.answers() > invited.getAsLong()) {
      throw new IllegalArgumentException(answers.answers() + " answers of " + invited + " asked");
    }
    return answers;
  }

  /** How many gave each answer of the scale, from the least. */
  public Map<Integer, Long> distribution() {
    return distribution;
  }

  /** How many gave an answer on the scale. */
  public long rated() {
    return distribution.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many answered, with those who did not know. */
  public long answers() {
    return rated() + dontKnow;
  }

  /** How many did not know. */
  public long dontKnow() {
    return dontKnow;
  }

  /** The share of the answers on the scale that are so high or higher, for example 4 of 5; empty where there are none. */
  public Optional<Value.Ratio> shareAtLeast(int answer) {
    long high = distribution.entrySet().stream().filter(e -> e.getKey() >= answer).mapToLong(Map.Entry::getValue).sum();
    return ratio(high, rated());
  }

  /** Answers, with those who did not know, by how many were asked; empty where that is not known or nobody was. */
  public Optional<Value.Ratio> responseRate() {
    return invited.isEmpty() ? Optional.empty() : ratio(answers(), invited.getAsLong());
  }

  private static Optional<Value.Ratio> ratio(long part, long whole) {
    return whole == 0 ? Optional.empty() : Optional.of(new Value.Ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)));
  }
}
