package se.siru.core.evaluation;

import java.util.BitSet;
import se.siru.core.indicator.TimeRule;

/**
 * Of which time keys states are asked for: where only some periods are counted anew, those that one of these holds, and that of events
 * without a day, which are told of in every period. Used by one thread.
 */
final class AskedKeys {
  private static final int MANY = 1 << 12;

  private final TimeRule.Kind rule;
  private final Calendar calendar;
  private final BitSet periods;
  private final boolean isAll;
  private final BitSet known = new BitSet();
  private final BitSet asked = new BitSet();
  private int last = TimeReader.NEVER;
  private boolean hasLast;

  /** The time keys of some periods of a calendar under a rule. */
  AskedKeys(TimeRule.Kind rule, Calendar calendar, BitSet periods) {
    this.rule = rule;
    this.calendar = calendar;
    this.periods = periods;
    this.isAll = periods.cardinality() == calendar.periods().size();
  }

  /** All time keys. */
  static AskedKeys all(TimeRule.Kind rule, Calendar calendar) {
    BitSet periods = new BitSet();
    periods.set(0, calendar.periods().size());
    return new AskedKeys(rule, calendar, periods);
  }

  /** How many time keys there may be. */
  int timeKeys() {
    return calendar.timeKeys(rule);
  }

  /** True where every time key is asked for, be it of no period. */
  boolean isAll() {
    return isAll;
  }

  /**
   * True where they are more than half of the time keys that some period holds. Where there may be too many to look at each, the periods have
   * to be more than half.
   */
  boolean isMost() {
    if (isAll || timeKeys() > MANY) {
      return 2 * periods.cardinality() > calendar.periods().size();
    }
    int held = 0;
    int found = 0;
    for (int timeKey = 0; timeKey < timeKeys(); timeKey++) {
      held += calendar.periodsOf(rule, timeKey).length > 0 ? 1 : 0;
      found += has(timeKey) ? 1 : 0;
    }
    return 2 * found > held;
  }

  /** True where states of a time key are asked for. */
  boolean has(int timeKey) {
    if (isAll || timeKey == last) {
      return isAll || hasLast;
    }
    if (!known.get(timeKey)) {
      known.set(timeKey);
      asked.set(timeKey, isAsked(timeKey));
    }
    last = timeKey;
    hasLast = asked.get(timeKey);
    return hasLast;
  }

  private boolean isAsked(int timeKey) {
    boolean isAsked = calendar.isUndated(rule, timeKey) && !periods.isEmpty();
    for (int period : calendar.periodsOf(rule, timeKey)) {
      isAsked |= periods.get(period);
    }
    return isAsked;
  }
}
