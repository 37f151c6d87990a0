package se.siru.core.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.RecordType;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.CoverageOfType;
import se.siru.core.portfolio.Portfolio;

/** How far the records behind measures reach, period by period: a number of what is not covered would be a false zero. */
final class Cover {
  private final Portfolio portfolio;
  private final List<TimePeriod> periods;
  private final Map<String, CoverageOfType> types = new HashMap<>();
  private final Map<TimeRule, Map<String, CoverageOfType.Extent[]>> extents = new HashMap<>();

  Cover(Portfolio portfolio, List<TimePeriod> periods) {
    this.portfolio = portfolio;
    this.periods = periods;
  }

  /** The extent of each period, for records that a rule asks for. */
  CoverageOfType.Extent[] extents(RecordType type, TimeRule rule) {
    return extents
        .computeIfAbsent(rule, key -> new HashMap<>())
        .computeIfAbsent(type.name(), key -> periods.stream().map(p -> extent(type, rule, p)).toArray(CoverageOfType.Extent[]::new));
  }

  private CoverageOfType.Extent extent(RecordType type, TimeRule rule, TimePeriod period) {
    CoverageOfType coverage = types.computeIfAbsent(type.name(), key -> portfolio.coverage(type));
    Days days = Days.of(portfolio, rule, period);
    return days == null ? CoverageOfType.Extent.WHOLE : coverage.extent(days.from(), days.until());
  }

  /**
   * The days of records that a rule asks about in a period.
   *
   * @param from the first, or null where it is open
   * @param until the day after the last, or null where it is open
   */
  record Days(@Nullable LocalDate from, @Nullable LocalDate until) {
    /** The days, or null where none of them has been yet: they need no cover. */
    static @Nullable Days of(Portfolio portfolio, TimeRule rule, TimePeriod period) {
      LocalDate tomorrow = portfolio.recordedAt().map(day -> day.plusDays(1)).orElse(null);
      boolean isRecent = rule.kind() == TimeRule.Kind.RECENT;
      LocalDate from = recorded(rule, isRecent ? period.until() : period.from());
      LocalDate until = isRecent ? period.until() : recorded(rule, period.until());
      if (from != null && tomorrow != null && !from.isBefore(tomorrow)) {
        return null;
      }
      LocalDate end = until == null || tomorrow != null && tomorrow.isBefore(until) ? tomorrow : until;
      switch (rule.kind()) {
        case CUMULATIVE:
        case BEGUN:
          return new Days(null, end);
        case STATE:
          return new Days(end == null ? from : end.minusDays(1), end);
        default:
          return new Days(from, end);
      }
    }
  }

  /** The first day of records that are asked about on a day or later: with a lag, one before it. */
  private static @Nullable LocalDate recorded(TimeRule rule, @Nullable LocalDate day) {
    return day == null ? null : rule.lag().firstReaching(day);
  }

  /** Makes the cells of periods that are not covered at all missing. */
  void leaveOut(Series series, MeasurePlan measure) {
    measure.needs().distinct().forEach(type -> {
      CoverageOfType.Extent[] covered = extents(type, measure.measure().when());
      for (int period = 0; period < covered.length; period++) {
        if (covered[period] == CoverageOfType.Extent.NONE) {
          series.fill(period, Absences.notCovered(type));
        }
      }
    });
  }
}
