package se.siru.indicators.sroi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.siru.core.stability.Experimental;

/**
 * An outcome for a group of people, what a unit of it is worth in a year, and how much of that is owed to the work.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class ValuedOutcome {
  private final String name;
  private final Map<SroiParameter, BigDecimal> parameters;

  private ValuedOutcome(String name, Map<SroiParameter, BigDecimal> parameters) {
    this.name = name;
    this.parameters = parameters;
  }

  /**
   * An outcome that lasts one year and is wholly owed to the work, until said otherwise.
   *
   * @param name unique in its model
   * @param quantity how many had it; negative where the value is a loss
   * @param proxy what one is worth in a year, in the currency of the model
   */
  public static ValuedOutcome of(String name, BigDecimal quantity, BigDecimal proxy) {
    Map<SroiParameter, BigDecimal> parameters = new TreeMap<>();
    parameters.put(SroiParameter.QUANTITY, Objects.requireNonNull(quantity, "quantity"));
    parameters.put(SroiParameter.PROXY, Objects.requireNonNull(proxy, "proxy"));
    parameters.put(SroiParameter.DURATION, BigDecimal.ONE);
    return new ValuedOutcome(Objects.requireNonNull(name, "name"), parameters);
  }

  /** This outcome with the share that would have happened anyway, 0 to 1. */
  public ValuedOutcome deadweight(BigDecimal share) {
    return with(SroiParameter.DEADWEIGHT, share);
  }

  /** This outcome with the share that pushed something else aside, 0 to 1. */
  public ValuedOutcome displacement(BigDecimal share) {
    return with(SroiParameter.DISPLACEMENT, share);
  }

  /** This outcome with the share that is owed to others, 0 to 1. */
  public ValuedOutcome attribution(BigDecimal share) {
    return with(SroiParameter.ATTRIBUTION, share);
  }

  /** This outcome with the share that is lost in each year after the first, 0 to 1. */
  public ValuedOutcome dropOff(BigDecimal share) {
    return with(SroiParameter.DROP_OFF, share);
  }

  /** This outcome with the number of years that it lasts, 1 to 100. */
  public ValuedOutcome years(int years) {
    return with(SroiParameter.DURATION, BigDecimal.valueOf(years));
  }

  /**
   * This outcome with another value of a parameter.
   *
   * @throws IllegalArgumentException where the value is out of range, or the parameter is one of the whole model
   */
  public ValuedOutcome with(SroiParameter parameter, BigDecimal value) {
    if (parameter == SroiParameter.DISCOUNT_RATE) {
      throw new IllegalArgumentException("the discount rate is of the whole model");
    }
    parameter.check(value);
    Map<SroiParameter, BigDecimal> changed = new TreeMap<>(parameters);
    changed.put(parameter, value);
    return new ValuedOutcome(name, changed);
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The value of a parameter; 0 for a share that nobody stated. */
  public BigDecimal get(SroiParameter parameter) {
    return parameters.getOrDefault(parameter, BigDecimal.ZERO);
  }

  /** How many years it lasts. */
  int years() {
    return get(SroiParameter.DURATION).intValueExact();
  }

  /** Quantity × proxy × (1 − deadweight)(1 − displacement)(1 − attribution), exactly: the value of the first year. */
  public BigDecimal impact() {
    return get(SroiParameter.QUANTITY)
        .multiply(get(SroiParameter.PROXY))
        .multiply(rest(SroiParameter.DEADWEIGHT))
        .multiply(rest(SroiParameter.DISPLACEMENT))
        .multiply(rest(SroiParameter.ATTRIBUTION));
  }

  /** Impact × (1 − drop-off)^(year − 1), exactly; 0 after the last year. */
  BigDecimal value(int year) {
    return year > years() ? BigDecimal.ZERO : impact().multiply(rest(SroiParameter.DROP_OFF).pow(year - 1));
  }

  private BigDecimal rest(SroiParameter share) {
    return BigDecimal.ONE.subtract(get(share));
  }

  /** The name and the parameters. */
  @Override
  public String toString() {
    return name + " " + parameters;
  }
}
