package se.siru.indicators.sroi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * A calculation of social return on investment, in one currency.
 *
 * <p>The value of an outcome in year k is impact × (1 − drop-off)^(k−1). What falls in year k, value or cost, is divided by
 * (1 + rate)^k where the first year is discounted, and by (1 + rate)^(k−1) where it is not; the beginning, year 0, is never discounted.
 * Everything is exact but that division, which keeps 34 digits; nothing is rounded before it is shown.
 *
 * <p>Source: A Guide to Social Return on Investment (Social Value UK, 2012), recalled and not re-read; its tables discount the first
 * year, which therefore must be said. Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class SroiModel {
  /** The precision of divisions. */
  static final MathContext PRECISION = MathContext.DECIMAL128;

  private static final int LAST_YEAR = 100;

  private final BigDecimal discountRate;
  private final boolean isFirstYearDiscounted;
  private final Map<String, ValuedOutcome> outcomes;
  private final List<Input> inputs;

  private SroiModel(
      BigDecimal discountRate, boolean isFirstYearDiscounted, Map<String, ValuedOutcome> outcomes, List<Input> inputs) {
    SroiParameter.DISCOUNT_RATE.check(discountRate);
    this.discountRate = discountRate;
    this.isFirstYearDiscounted = isFirstYearDiscounted;
    this.outcomes = outcomes;
    this.inputs = inputs;
  }

  /**
   * Starts a model.
   *
   * @param discountRate a year; 0.035 is 3.5 %
   * @param firstYearDiscounted whether what falls in year 1 is discounted by one year, or not at all
   */
  public static Builder builder(BigDecimal discountRate, boolean firstYearDiscounted) {
    return new Builder(discountRate, firstYearDiscounted);
  }

  /**
   * Something put in.
   *
   * @param name what people read
   * @param amount what it is worth, in the currency of the model
   * @param year when: 0 is the beginning, 1 the first year
   */
  @Experimental(since = "0.1.0")
  public record Input(String name, BigDecimal amount, int year) {
    /** Refuses amounts below 0 and years outside 0 to 100. */
    public Input {
      Objects.requireNonNull(name, "name");
      if (amount.signum() < 0 || year < 0 || year > LAST_YEAR) {
        throw new IllegalArgumentException("input " + name + ": " + amount + " in year " + year);
      }
    }
  }

  /** The discount rate. */
  public BigDecimal discountRate() {
    return discountRate;
  }

  /** Whether the first year is discounted. */
  public boolean isFirstYearDiscounted() {
    return isFirstYearDiscounted;
  }

  /** The outcomes, as they came. */
  public List<ValuedOutcome> outcomes() {
    return List.copyOf(outcomes.values());
  }

  /** What was put in, as it came. */
  public List<Input> inputs() {
    return inputs;
  }

  /** The outcome of a name. */
  ValuedOutcome outcome(String name) {
    ValuedOutcome found = outcomes.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no outcome '" + name + "'");
    }
    return found;
  }

  /** This model with another outcome in place of the one of its name. */
  SroiModel with(ValuedOutcome outcome) {
    Map<String, ValuedOutcome> changed = new LinkedHashMap<>(outcomes);
    changed.put(outcome.name(), outcome);
    return new SroiModel(discountRate, isFirstYearDiscounted, changed, inputs);
  }

  /** This model with another discount rate. */
  SroiModel with(BigDecimal otherRate) {
    return new SroiModel(otherRate, isFirstYearDiscounted, outcomes, inputs);
  }

  /** What the model gives. */
  public SroiResult compute() {
    int last = outcomes.values().stream().mapToInt(ValuedOutcome::years).max().orElse(0);
    last = Math.max(last, inputs.stream().mapToInt(Input::year).max().orElse(0));
    List<SroiResult.Year> years = new ArrayList<>();
    for (int year = 0; year <= last; year++) {
      BigDecimal value = BigDecimal.ZERO;
      for (ValuedOutcome outcome : outcomes.values()) {
        value = year == 0 ? value : value.add(outcome.value(year));
      }
      BigDecimal cost = BigDecimal.ZERO;
      for (Input input : inputs) {
        cost = input.year() == year ? cost.add(input.amount()) : cost;
      }
      years.add(new SroiResult.Year(year, value, cost, present(value, year), present(cost, year)));
    }
    return new SroiResult(years);
  }

  private BigDecimal present(BigDecimal amount, int year) {
    int times = Math.max(isFirstYearDiscounted ? year : year - 1, 0);
    return amount.divide(BigDecimal.ONE.add(discountRate).pow(times), PRECISION);
  }

  /** Collects a model. Not thread-safe. */
  @Experimental(since = "0.1.0")
  public static final class Builder {
    private final BigDecimal discountRate;
    private final boolean firstYearDiscounted;
    private final Map<String, ValuedOutcome> outcomes = new LinkedHashMap<>();
    private final List<Input> inputs = new ArrayList<>();

    private Builder(BigDecimal discountRate, boolean firstYearDiscounted) {
      this.discountRate = Objects.requireNonNull(discountRate, "discountRate");
      this.firstYearDiscounted = firstYearDiscounted;
    }

    /**
     * One more outcome.
     *
     * @throws IllegalArgumentException where there is one of its name
     */
    public Builder outcome(ValuedOutcome outcome) {
      if (outcomes.putIfAbsent(outcome.name(), outcome) != null) {
        throw new IllegalArgumentException("two outcomes are named '" + outcome.name() + "'");
      }
      return this;
    }

    /** One more thing put in. */
    public Builder input(Input input) {
      inputs.add(Objects.requireNonNull(input, "input"));
      return this;
    }

    /**
     * The model.
     *
     * @throws IllegalArgumentException where the discount rate is not from 0 to 1
     */
    public SroiModel build() {
      return new SroiModel(discountRate, firstYearDiscounted, new LinkedHashMap<>(outcomes), List.copyOf(inputs));
    }
  }
}
