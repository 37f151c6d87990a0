package se.siru.indicators.sroi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * How far the answer of a model depends on its assumptions: each is set to its low and to its high value while all others keep
 * theirs.
 *
 * <p>Not thread-safe.
 */
@Experimental(since = "0.1.0")
public final class SroiSensitivity {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final SroiModel model;
  private final List<Range> ranges = new ArrayList<>();

  private SroiSensitivity(SroiModel model) {
    this.model = model;
  }

  /** Of a model, whose own values are the base. */
  public static SroiSensitivity of(SroiModel model) {
    return new SroiSensitivity(Objects.requireNonNull(model, "model"));
  }

  /**
   * The range of a parameter of an outcome.
   *
   * @throws IllegalArgumentException where there is no such outcome, a value is out of range, or low ≤ base ≤ high does not hold
   */
  public SroiSensitivity vary(String outcome, SroiParameter parameter, BigDecimal low, BigDecimal high) {
    ValuedOutcome base = model.outcome(outcome);
    return add(new Range(outcome, parameter, low, base.get(parameter), high));
  }

  /**
   * The range of the discount rate.
   *
   * @throws IllegalArgumentException where a value is out of range, or low ≤ base ≤ high does not hold
   */
  public SroiSensitivity varyDiscountRate(BigDecimal low, BigDecimal high) {
    return add(new Range("", SroiParameter.DISCOUNT_RATE, low, model.discountRate(), high));
  }

  /**
   * The range of every assumption: from so much less of itself to so much more, shares within 0 to 1, and durations by one year. What is
   * 0 keeps its value, since no part of it is anything.
   *
   * @param share from 0 to 1; 0.1 is 10 %
   * @throws IllegalArgumentException where it is not
   */
  public SroiSensitivity varyEach(BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
    }
    for (ValuedOutcome outcome : model.outcomes()) {
      for (SroiParameter parameter : StatedOutcome.ASSUMPTIONS) {
        BigDecimal base = outcome.get(parameter);
        if (parameter == SroiParameter.DURATION) {
          vary(outcome.name(), parameter, base.subtract(BigDecimal.ONE).max(BigDecimal.ONE), base.add(BigDecimal.ONE).min(HUNDRED));
        } else if (base.signum() != 0) {
          BigDecimal by = base.abs().multiply(share);
          BigDecimal high = base.add(by);
          vary(outcome.name(), parameter, base.subtract(by), parameter.isShare() ? high.min(BigDecimal.ONE) : high);
        }
      }
    }
    BigDecimal rate = model.discountRate();
    BigDecimal by = rate.multiply(share);
    return rate.signum() == 0 ? this : varyDiscountRate(rate.subtract(by), rate.add(by).min(BigDecimal.ONE));
  }

  private SroiSensitivity add(Range range) {
    at(range, range.low());
    at(range, range.high());
    ranges.add(range);
    return this;
  }

  /**
   * The tornado table: what each range does to the answer, the widest first, equal ones as they came.
   */
  public List<Bar> tornado() {
    return ranges.stream()
        .map(range -> new Bar(range, at(range, range.low()).compute(), model.compute(), at(range, range.high()).compute()))
        .sorted(Comparator.comparing(Bar::swing).reversed())
        .toList();
  }

  private SroiModel at(Range range, BigDecimal value) {
    return range.parameter() == SroiParameter.DISCOUNT_RATE
        ? model.with(value)
        : model.with(model.outcome(range.outcome()).with(range.parameter(), value));
  }

  /**
   * The values that an assumption may have.
   *
   * @param outcome the outcome; empty for the discount rate
   * @param parameter the parameter
   * @param low its low value
   * @param base its value in the model
   * @param high its high value
   */
  @Experimental(since = "0.1.0")
  public record Range(String outcome, SroiParameter parameter, BigDecimal low, BigDecimal base, BigDecimal high) {
    /** Refuses what is not in order. */
    public Range {
      if (low.compareTo(base) > 0 || base.compareTo(high) > 0) {
        throw new IllegalArgumentException(
            parameter.label().in("en") + " of '" + outcome + "': " + low + " ≤ " + base + " ≤ " + high + " does not hold");
      }
    }
  }

  /**
   * A row of the tornado table.
   *
   * @param range what was varied
   * @param low the answer at its low value
   * @param base the answer of the model
   * @param high the answer at its high value
   */
  @Experimental(since = "0.1.0")
  public record Bar(Range range, SroiResult low, SroiResult base, SroiResult high) {
    /** How far the net present value moves between the low and the high value; never negative. */
    public BigDecimal swing() {
      return high.netPresentValue().subtract(low.netPresentValue()).abs();
    }
  }
}
