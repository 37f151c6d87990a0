package se.siru.indicators.network;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

/**
 * Functions of ties in a period and before it. The fields are, in this order, what ties nodes together, the node, and when: one day,
 * or a first and a last day where the parameter {@code days} is {@code span}. The selection holds the records of the period and of
 * all time before it. The other parameters are those of {@link NetworkFunction}.
 */
enum ChangeFunction implements IndicatorFunction {
  /**
   * Ties of both the period and the one before it, out of the ties of either (Jaccard). Undefined where the period before has no tie
   * that could last.
   */
  PERSISTENCE("siru:tie-persistence") {
    @Override
    Value value(long[] counts) {
      return counts[THEN] + counts[BOTH] == 0
          ? Undefined.NOTHING_BEFORE
          : Ratios.of(counts[BOTH], counts[NOW] + counts[THEN] + counts[BOTH], Undefined.NOTHING_BEFORE);
    }

    @Override
    Optional<TimePeriod> before(TimePeriod period) {
      return previous(period);
    }
  },

  /** Ties of the period that are not ties of the time before it. */
  NEW_TIES("siru:new-ties") {
    @Override
    Value value(long[] counts) {
      return Value.Quantity.of(counts[NOW]);
    }

    @Override
    Optional<TimePeriod> before(TimePeriod period) {
      return Optional.of(allBefore(period));
    }
  };

  static final int NOW = 1;
  static final int THEN = 2;
  private static final int BOTH = NOW | THEN;
  private static final int TIMES = 2;

  private final String id;

  ChangeFunction(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /** The value of how many ties there are at each time. */
  abstract Value value(long[] counts);

  /** The time before a period that it is held against, if there is one. */
  abstract Optional<TimePeriod> before(TimePeriod period);

  @Override
  public Outcome apply(Selection selection, Context context) {
    Optional<TimePeriod> before = before(context.period());
    if (before.isEmpty()) {
      return new Outcome(Undefined.NO_PERIOD_BEFORE, 0);
    }
    Affiliations.Times times = times(selection, context, before.get());
    Affiliations affiliations =
        Affiliations.of(selection, Affiliations.NONE, NetworkFunction.largestGroup(context), times);
    return new Outcome(value(affiliations.countsByTime(TIMES, context::each)), 0);
  }

  /** When the rows of a selection are: {@link #NOW} in the period, {@link #THEN} in that before it, or both. */
  static Affiliations.Times times(Selection selection, Context context, TimePeriod before) {
    boolean isSpan = "span".equals(context.parameters().get("days"));
    boolean hasBefore = before.until() != null;
    return row ->
        (isIn(context.period(), selection, row, isSpan) ? NOW : 0)
            | (hasBefore && isIn(before, selection, row, isSpan) ? THEN : 0);
  }

  /** All the time before a period. */
  static TimePeriod allBefore(TimePeriod period) {
    return new TimePeriod("before", null, period.from());
  }

  /** A day that is not stated: an open end of a span; an event that lies in all time alone. */
  private static boolean isIn(TimePeriod period, Selection selection, int row, boolean isSpan) {
    long first = selection.value(row, 2);
    long after = isSpan ? selection.value(row, 3) : first == Selection.UNKNOWN ? first : first + 1;
    if (!isSpan && first == Selection.UNKNOWN) {
      return period.isTotal();
    }
    LocalDate from = period.from();
    LocalDate until = period.until();
    return (until == null || first < until.toEpochDay())
        && (from == null || after == Selection.UNKNOWN || after > from.toEpochDay());
  }

  /** The period of the same length before a period: of as many months where it has whole ones, else of as many days. */
  static Optional<TimePeriod> previous(TimePeriod period) {
    LocalDate from = period.from();
    LocalDate until = period.until();
    if (from == null || until == null) {
      return Optional.empty();
    }
    boolean wholeMonths = from.getDayOfMonth() == 1 && until.getDayOfMonth() == 1;
    ChronoUnit unit = wholeMonths ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
    return Optional.of(TimePeriod.of(from.minus(unit.between(from, until), unit), from));
  }
}
