package se.siru.core.pack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Row;
import se.siru.core.model.Target;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.SourcedRow;

/**
 * A target that applies.
 *
 * @param source its record
 * @param indicator the indicator that it names; null where it is not known
 * @param full the days of its period; null where that is not known
 * @param soFar those of them that had passed at the end of the reporting period; null where none had
 * @param codes dimension to code of its breakdown
 */
record TargetLine(
    SourcedRow source, @Nullable Indicator indicator, @Nullable TimePeriod full, @Nullable TimePeriod soFar,
    SortedMap<String, String> codes) {
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  Row target() {
    return source.row();
  }

  /** The baseline, 0 where none is stated. */
  BigDecimal baseline() {
    return Optional.ofNullable(target().get(Target.BASELINE)).orElse(BigDecimal.ZERO);
  }

  BigDecimal value() {
    return Objects.requireNonNull(target().get(Target.VALUE));
  }

  boolean hasNoDirection() {
    return indicator != null && indicator.direction() == Indicator.Direction.NONE;
  }

  /** True where no way leads to the target, or one that leads away from what is better. */
  boolean isUndefined() {
    int way = value().compareTo(baseline());
    return way == 0 || way > 0 && indicator != null && indicator.direction() == Indicator.Direction.DOWN;
  }

  /**
   * A part of the way from baseline to target, in percent.
   *
   * @param come the part, times a number
   * @param times that number
   */
  BigDecimal shareOfWay(BigDecimal come, BigDecimal times) {
    return come.movePointRight(2).divide(value().subtract(baseline()).multiply(times), SHOWN);
  }
}
