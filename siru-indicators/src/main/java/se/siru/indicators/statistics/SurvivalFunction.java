package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * The share of things that survive a number of days. What had not ended by the end of the period, or by the day on which the portfolio
 * describes the world, is followed until then. Fields: the thing, the day it began, the day it ended; with the parameter {@code
 * ended-by}, also a state and the day it was entered: the thing ends on the first day of the state that the parameter names, where
 * that is earlier.
 */
final class SurvivalFunction implements IndicatorFunction {
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  @Override
  public String id() {
    return "siru:survival";
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    int days = StatisticsFunctions.whole(context, "days");
    Optional<LocalDate> seen = context.unseenFrom();
    if (seen.isEmpty()) {
      return new Outcome(Value.Absent.of(Value.Reason.UNDEFINED, "ingen dag att följa till", "no day to follow until"), 0);
    }
    long until = seen.get().toEpochDay();
    KaplanMeier.Builder curve = KaplanMeier.builder();
    long unknown = 0;
    for (Life life : lives(selection, context.parameters().get("ended-by"))) {
      if (life.start == Selection.UNKNOWN) {
        unknown++;
      } else if (life.ended() <= until) {
        curve.ended(Math.max(life.ended() - life.start, 0));
      } else if (life.start < until) {
        curve.followed(until - life.start);
      }
    }
    Value value =
        curve.build().survival(days)
            .<Value>map(share -> new Value.Ratio(share.round(SHOWN), BigDecimal.ONE))
            .orElse(Value.Absent.of(Value.Reason.UNDEFINED, "ingen har följts så länge", "none has been followed that long"));
    return new Outcome(value, unknown);
  }

  /** When a thing began and ended: of its versions, the first known beginning and the last known end. */
  private static final class Life {
    private long start = Selection.UNKNOWN;
    private long end = Selection.UNKNOWN; // the least of all numbers
    private long endedBy = Long.MAX_VALUE;

    /** The first day on which it was no more; the greatest of all numbers where it has not ended. */
    long ended() {
      return Math.min(end == Selection.UNKNOWN ? Long.MAX_VALUE : end, endedBy);
    }
  }

  private static Collection<Life> lives(Selection selection, @Nullable String endedBy) {
    Map<Long, Life> lives = new TreeMap<>();
    for (int row = 0; row < selection.size(); row++) {
      if (selection.value(row, 0) != Selection.UNKNOWN) {
        Life life = lives.computeIfAbsent(selection.value(row, 0), thing -> new Life());
        long start = selection.value(row, 1);
        boolean isEarlier = start != Selection.UNKNOWN && (life.start == Selection.UNKNOWN || start < life.start);
        life.start = isEarlier ? start : life.start;
        life.end = Math.max(life.end, selection.value(row, 2));
        if (endedBy != null && selection.value(row, 3) != Selection.UNKNOWN && selection.code(row, 3).equals(endedBy)) {
          long day = selection.value(row, 4);
          life.endedBy = day == Selection.UNKNOWN ? life.endedBy : Math.min(life.endedBy, day);
        }
      }
    }
    return lives.values();
  }
}
