package se.siru.indicators.sroi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.siru.core.stability.Experimental;

/**
 * What a calculation of social return gives, unrounded. It is an estimate that rests on assumptions: show it with its sensitivity, and
 * never compare the ratios of calculations that assume different things.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class SroiResult {
  private final List<Year> years;

  SroiResult(List<Year> years) {
    this.years = List.copyOf(years);
  }

  /**
   * A year of the calculation.
   *
   * @param year 0 is the beginning, 1 the first year
   * @param value the value of outcomes, not discounted
   * @param cost what was put in, not discounted
   * @param presentValue the value of outcomes today
   * @param presentCost what was put in, today
   */
  @Experimental(since = "0.1.0")
  public record Year(int year, BigDecimal value, BigDecimal cost, BigDecimal presentValue, BigDecimal presentCost) {}

  /** The years, from the beginning. */
  public List<Year> years() {
    return years;
  }

  /** The total present value of all outcomes (SI-S01). */
  public BigDecimal totalPresentValue() {
    return sum(Year::presentValue);
  }

  /** The present value of what was put in. */
  public BigDecimal presentInputs() {
    return sum(Year::presentCost);
  }

  /** Total present value less the present value of what was put in (SI-S02). */
  public BigDecimal netPresentValue() {
    return totalPresentValue().subtract(presentInputs());
  }

  /** Total present value by the present value of what was put in (SI-S03), to 34 digits; empty where nothing was put in. */
  public Optional<BigDecimal> ratio() {
    return by(totalPresentValue());
  }

  /** Net present value by the present value of what was put in, to 34 digits; empty where nothing was put in. */
  public Optional<BigDecimal> netRatio() {
    return by(netPresentValue());
  }

  private Optional<BigDecimal> by(BigDecimal value) {
    BigDecimal inputs = presentInputs();
    return inputs.signum() == 0 ? Optional.empty() : Optional.of(value.divide(inputs, SroiModel.PRECISION));
  }

  private BigDecimal sum(Function<Year, BigDecimal> part) {
    return years.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
