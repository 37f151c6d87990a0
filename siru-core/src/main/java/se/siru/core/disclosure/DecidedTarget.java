package se.siru.core.disclosure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.BreakdownCodes;
import se.siru.core.model.Row;
import se.siru.core.model.Target;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.DecidedPlan;
import se.siru.core.stability.Provided;

/**
 * A decided target as a publication shows it, those included that an amendment has replaced.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class DecidedTarget {
  private final String named;
  private final @Nullable Indicator indicator;
  private final String periodName;
  private final @Nullable TimePeriod period;
  private final SortedMap<String, String> codes;
  private final @Nullable BigDecimal baseline;
  private final BigDecimal value;
  private final @Nullable String decision;
  private final boolean applies;

  DecidedTarget(Row row, List<Indicator> indicators, DecidedPlan plan) {
    this.named = text(row.get(Target.INDICATOR));
    this.indicator =
        indicators.stream().filter(each -> each.code().equals(named) || each.id().equals(named)).findFirst().orElse(null);
    this.periodName = text(row.get(Target.PERIOD));
    this.period = plan.period(periodName).orElse(null);
    this.codes = Collections.unmodifiableSortedMap(BreakdownCodes.parse(row.get(Target.BREAKDOWN)));
    this.baseline = row.get(Target.BASELINE);
    this.value = Objects.requireNonNull(row.get(Target.VALUE));
    this.decision = row.get(Target.DECISION);
    this.applies = plan.applies(row);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** The code or id that the target names. */
  public String named() {
    return named;
  }

  /** The indicator, where it is among those of the publication. */
  public Optional<Indicator> indicator() {
    return Optional.ofNullable(indicator);
  }

  /** The period as the target names it. */
  public String periodName() {
    return periodName;
  }

  /** The period; empty where the name means none. */
  public Optional<TimePeriod> period() {
    return Optional.ofNullable(period);
  }

  /** Dimension to code; empty for the total. */
  public Map<String, String> codes() {
    return codes;
  }

  /** The value before the operation, if it is stated. */
  public Optional<BigDecimal> baseline() {
    return Optional.ofNullable(baseline);
  }

  /** The decided value, in the unit in which the indicator is shown. */
  public BigDecimal value() {
    return value;
  }

  /** The id of the decision that states it, if one does. */
  public Optional<String> decision() {
    return Optional.ofNullable(decision);
  }

  /** True where it applies on the portfolio's day. */
  public boolean applies() {
    return applies;
  }
}
