package se.siru.indicators.sroi;

import java.util.List;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.stability.Experimental;

/**
 * The functions of this package for definitions: {@code siru:sroi-total-present-value}, {@code siru:sroi-net-present-value}, {@code
 * siru:sroi-ratio} and {@code siru:sroi-net-ratio}. Their fields are, in this order, something that tells lines apart (two equal lines
 * would be one), quantity, proxy value, deadweight, displacement, attribution, drop-off, duration, input and the year of the input. The
 * parameters {@code discount-rate} and {@code first-year-discounted} must be stated.
 *
 * <p>Thread-safe.
 */
@Experimental(since = "0.1.0")
public final class SroiFunctions {
  private SroiFunctions() {}

  /** All of them. */
  public static List<IndicatorFunction> all() {
    return List.of(SroiFunction.values());
  }
}
