package se.siru.indicators.sroi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a line states of an outcome. Every assumption must be stated, but for the drop-off of an outcome of one year: what nobody wrote is
 * not 0.
 */
final class StatedOutcome {
  /** The assumptions about an outcome, in the order in which definitions and files name them. */
  static final List<SroiParameter> ASSUMPTIONS =
      List.of(
          SroiParameter.QUANTITY, SroiParameter.PROXY, SroiParameter.DEADWEIGHT, SroiParameter.DISPLACEMENT, SroiParameter.ATTRIBUTION,
          SroiParameter.DROP_OFF, SroiParameter.DURATION);

  private final Function<SroiParameter, @Nullable BigDecimal> stated;

  StatedOutcome(Function<SroiParameter, @Nullable BigDecimal> stated) {
    this.stated = stated;
  }

  /** What is lacking. */
  List<SroiParameter> missing() {
    BigDecimal duration = stated.apply(SroiParameter.DURATION);
    boolean isOneYear = duration != null && duration.compareTo(BigDecimal.ONE) == 0;
    List<SroiParameter> missing = new ArrayList<>();
    for (SroiParameter each : ASSUMPTIONS) {
      if (stated.apply(each) == null && !(each == SroiParameter.DROP_OFF && isOneYear)) {
        missing.add(each);
      }
    }
    return missing;
  }

  /** The outcome under a name; empty where something is lacking. */
  Optional<ValuedOutcome> named(String name) {
    if (!missing().isEmpty()) {
      return Optional.empty();
    }
    ValuedOutcome outcome = ValuedOutcome.of(name, BigDecimal.ZERO, BigDecimal.ZERO);
    for (SroiParameter each : ASSUMPTIONS) {
      BigDecimal value = stated.apply(each);
      outcome = value == null ? outcome : outcome.with(each, value);
    }
    return Optional.of(outcome);
  }
}
