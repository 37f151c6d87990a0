package se.siru.core.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.RequiredCoverage;
import se.siru.core.model.Coverage;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Units;

/**
 * Whose registers the portfolio says are complete, and when. What is said to be complete and incomplete on one day is not known to be
 * complete.
 */
final class Registers {
  private static final Comparator<LocalDate> OPEN_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

  private final Portfolio portfolio;
  private final Map<Integer, List<Stretch>> byUnit = new HashMap<>();

  /** Days, half-open; null is open. */
  private record Stretch(boolean complete, @Nullable LocalDate from, @Nullable LocalDate until) {
    boolean meets(Cover.Days days) {
      return (until == null || days.from() == null || days.from().isBefore(until))
          && (from == null || days.until() == null || from.isBefore(days.until()));
    }
  }

  Registers(Portfolio portfolio) {
    this.portfolio = portfolio;
    Units units = portfolio.units(Stakeholder.TYPE.name());
    int yes = portfolio.schema().codelist(Coverage.COMPLETE).position("yes");
    for (Batch batch : portfolio.table(Coverage.TYPE.name()).batches()) {
      Column.Ints buyers = (Column.Ints) batch.column(Coverage.BUYER.name());
      Column.Ints complete = (Column.Ints) batch.column(Coverage.COMPLETE.name());
      for (int row = 0; row < batch.size(); row++) {
        byUnit
            .computeIfAbsent(units.unit(buyers.element(row, 0)), key -> new ArrayList<>())
            .add(new Stretch(complete.element(row, 0) == yes, day(batch, "start", row), day(batch, "end", row)));
      }
    }
    byUnit.values().forEach(own -> own.sort(Comparator.comparing(Stretch::from, OPEN_FIRST)));
  }

  /** In memory a last day is the day after it. */
  private static @Nullable LocalDate day(Batch batch, String field, int row) {
    int day = ((Column.Days) batch.column(field)).value(row);
    return day == Column.Days.MISSING ? null : LocalDate.ofEpochDay(day);
  }

  /** The units whose registers are complete for all that a measure asks about in a period. */
  Set<Integer> complete(Measure measure, RequiredCoverage required, TimePeriod period) {
    Cover.Days asked = Cover.Days.of(portfolio, measure.when(), period);
    Set<Integer> complete = new TreeSet<>();
    byUnit.forEach((unit, stretches) -> {
      if (asked == null || isComplete(stretches, before(asked, required.monthsBefore()))) {
        complete.add(unit);
      }
    });
    return complete;
  }

  private static Cover.Days before(Cover.Days days, int months) {
    LocalDate from = days.from();
    return from == null ? days : new Cover.Days(from.minusMonths(months), days.until());
  }

  /** Goes from one stretch to the next that begins before or where the last one ended. */
  private static boolean isComplete(List<Stretch> stretches, Cover.Days days) {
    if (stretches.stream().anyMatch(each -> !each.complete() && each.meets(days))) {
      return false;
    }
    LocalDate reached = days.from();
    boolean begun = false;
    for (Stretch each : stretches) {
      boolean joins = each.from() == null || reached != null && !each.from().isAfter(reached);
      if (each.complete() && !joins) {
        return false;
      }
      if (each.complete()) {
        if (each.until() == null) {
          return true;
        }
        begun = true;
        reached = reached == null || each.until().isAfter(reached) ? each.until() : reached;
      }
      if (begun && days.until() != null && reached != null && !reached.isBefore(days.until())) {
        return true;
      }
    }
    return false;
  }
}
