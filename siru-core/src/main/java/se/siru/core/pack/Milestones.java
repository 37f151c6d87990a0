package se.siru.core.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.TimePeriod;

/**
 * The values that a plan states on the way to one target: the targets of the same indicator and codes whose periods begin on the same
 * day and end earlier. What is cumulative or a state depends on the end of a period alone, so that all of its earlier targets are on
 * the way. Two that differ on one day are none. Not thread-safe.
 */
final class Milestones {
  private final TimePeriod whole;
  private final BigDecimal baseline;
  private final BigDecimal target;
  private final TreeMap<LocalDate, BigDecimal> values = new TreeMap<>();
  private final Set<LocalDate> contradicting = new HashSet<>();

  /** No milestones yet, on the way from a baseline to a target in its period. */
  Milestones(TimePeriod whole, BigDecimal baseline, BigDecimal target) {
    this.whole = whole;
    this.baseline = baseline;
    this.target = target;
  }

  /** True where the value of an indicator at the end of a period does not depend on where the period begins. */
  static boolean standsAtAnEnd(Indicator indicator) {
    return indicator instanceof Measure measure
        && (measure.when().kind() == TimeRule.Kind.CUMULATIVE
            || measure.when().kind() == TimeRule.Kind.BEGUN
            || measure.when().kind() == TimeRule.Kind.STATE);
  }

  /** Takes another target of the same indicator and codes, if it is one on the way. */
  void add(Indicator indicator, TimePeriod period, BigDecimal value) {
    LocalDate end = until(period);
    boolean onTheWay = end.isAfter(from()) && end.isBefore(until(whole));
    if (!onTheWay || !standsAtAnEnd(indicator) && !Objects.equals(period.from(), whole.from())) {
      return;
    }
    BigDecimal before = values.putIfAbsent(end, value);
    if (before != null && before.compareTo(value) != 0) {
      contradicting.add(end);
    }
  }

  /**
   * What is due at the beginning of a day.
   *
   * @param day after the beginning of the whole period; beyond its end, its end
   */
  Due at(LocalDate day) {
    TreeMap<LocalDate, BigDecimal> line = new TreeMap<>(values);
    line.keySet().removeAll(contradicting);
    line.put(from(), baseline);
    line.put(until(whole), target);
    LocalDate until = day.isAfter(until(whole)) ? until(whole) : day;
    Map.Entry<LocalDate, BigDecimal> before = Objects.requireNonNull(line.lowerEntry(until));
    Map.Entry<LocalDate, BigDecimal> after = Objects.requireNonNull(line.ceilingEntry(until));
    return new Due(
        before.getValue(), after.getValue(), ChronoUnit.DAYS.between(before.getKey(), until),
        ChronoUnit.DAYS.between(before.getKey(), after.getKey()));
  }

  private LocalDate from() {
    return Objects.requireNonNull(whole.from());
  }

  private static LocalDate until(TimePeriod period) {
    return Objects.requireNonNull(period.until());
  }
}
