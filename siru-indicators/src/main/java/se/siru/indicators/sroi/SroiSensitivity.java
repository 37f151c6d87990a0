package se.siru.indicators.sroi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How far the answer of a model depends on its assumptions: each is set to its low and to its high value while all others keep
 * theirs.
 *
 * <p>Not thread-safe.
 */
public final class SroiSensitivity {
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
  public record Bar(Range range, SroiResult low, SroiResult base, SroiResult high) {
    /** How far the net present value moves between the low and the high value; never negative. */
    public BigDecimal swing() {
      return high.netPresentValue().subtract(low.netPresentValue()).abs();
    }
  }
}
