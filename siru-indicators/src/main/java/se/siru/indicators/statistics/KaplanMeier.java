package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.siru.core.stability.Experimental;

/**
 * The share of things that survive a time, where some are not followed to their end (Kaplan and Meier 1958). What is followed until a
 * time without ending is at risk until then, also on that day, and says nothing about later.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class KaplanMeier {
  private static final MathContext PRECISION = MathContext.DECIMAL128;

  private final List<Step> steps;
  private final long things;
  private final long last;

  private KaplanMeier(List<Step> steps, long things, long last) {
    this.steps = steps;
    this.things = things;
    this.last = last;
  }

  /**
   * A time at which something ended.
   *
   * @param time the time
   * @param atRisk how many had neither ended nor left sight before
   * @param ended how many ended then
   * @param survival the share that survives it, to 34 digits
   * @param error its standard error after Greenwood; 0 where nothing survives
   */
  @Experimental(since = "0.1.0")
  public record Step(long time, long atRisk, long ended, BigDecimal survival, double error) {}

  /** Starts a curve. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many things were followed. */
  public long things() {
    return things;
  }

  /** The curve: its steps in order of time. */
  public List<Step> steps() {
    return steps;
  }

  /**
   * The share that survives a time, to 34 digits; empty where nothing was followed so long and something that was still there
   * might have ended since.
   */
  public Optional<BigDecimal> survival(long time) {
    BigDecimal survival = things == 0 ? BigDecimal.ZERO : BigDecimal.ONE;
    for (Step step : steps) {
      survival = step.time() <= time ? step.survival() : survival;
    }
    boolean isKnown = things > 0 && (time <= last || survival.signum() == 0);
    return isKnown ? Optional.of(survival) : Optional.empty();
  }

  /** Collects what was followed. Not thread-safe. */
  @Experimental(since = "0.1.0")
  public static final class Builder {
    private final Map<Long, Long> ends = new TreeMap<>();
    private final Map<Long, Long> all = new TreeMap<>();

    private Builder() {}

    /** Something that ended after a time, which is not negative. */
    public Builder ended(long time) {
      followed(time);
      ends.merge(time, 1L, Long::sum);
      return this;
    }

    /** Something that was still there when it was last seen, after a time that is not negative. */
    public Builder followed(long time) {
      if (time < 0) {
        throw new IllegalArgumentException("time " + time);
      }
      all.merge(time, 1L, Long::sum);
      return this;
    }

    /** The curve. */
    public KaplanMeier build() {
      long things = all.values().stream().mapToLong(Long::longValue).sum();
      long atRisk = things;
      BigDecimal survival = BigDecimal.ONE;
      double greenwood = 0;
      List<Step> steps = new ArrayList<>();
      for (Map.Entry<Long, Long> each : all.entrySet()) {
        long ended = ends.getOrDefault(each.getKey(), 0L);
        if (ended > 0) {
          survival = survival.multiply(BigDecimal.valueOf(atRisk - ended)).divide(BigDecimal.valueOf(atRisk), PRECISION);
          greenwood += (double) ended / ((double) atRisk * (atRisk - ended));
          double error = survival.signum() == 0 ? 0 : survival.doubleValue() * StrictMath.sqrt(greenwood);
          steps.add(new Step(each.getKey(), atRisk, ended, survival, error));
        }
        atRisk -= each.getValue();
      }
      long last = all.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
      return new KaplanMeier(List.copyOf(steps), things, last);
    }
  }
}
