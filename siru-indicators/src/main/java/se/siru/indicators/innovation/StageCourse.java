package se.siru.indicators.innovation;

import se.siru.core.indicator.IndicatorFunction.Selection;

/** The way of one initiative through stages, before a day and from it on. Not thread-safe. */
final class StageCourse {
  private static final long NONE = Selection.UNKNOWN; // the least of all numbers

  private long start = NONE;
  private long end = NONE;
  private long stage = NONE;
  private Kind kind = Kind.ON_THE_WAY;
  private long since = NONE;
  private long highestAfter = NONE;

  /** What a stage is to those who might advance. */
  enum Kind {
    ON_THE_WAY,
    LAST,
    ENDED
  }

  /** Where an initiative stood on a day. */
  enum Standing {
    /** It was not there yet, had ended, or could go no further. */
    NOT_AT_RISK,
    /** It was in a stage that others follow. */
    AT_RISK,
    /** It was there, or may have been, and no stage is known. */
    UNKNOWN
  }

  /** First day and day after the last as one version states them: the earliest known beginning counts, and the latest known end. */
  void lasts(long from, long until) {
    start = start == NONE || from != NONE && from < start ? from : start;
    end = Math.max(end, until);
  }

  /** A stage, by its position in the list, and the day it was entered; of several on one day the highest counts. */
  void entered(long position, Kind what, long day, long parting) {
    if (day >= parting) {
      highestAfter = what == Kind.ENDED ? highestAfter : Math.max(highestAfter, position);
    } else if (since == NONE || day > since || day == since && position > stage) {
      since = day;
      stage = position;
      kind = what;
    }
  }

  /** Where it stood before the day at which the course is parted. */
  Standing before(long day) {
    boolean isNew = start != NONE && start >= day;
    boolean hasEnded = end != NONE && end <= day;
    if (isNew || hasEnded) {
      return Standing.NOT_AT_RISK;
    }
    if (since == NONE) {
      return Standing.UNKNOWN;
    }
    return kind == Kind.ON_THE_WAY ? Standing.AT_RISK : Standing.NOT_AT_RISK;
  }

  /** True where a later stage followed than the one it stood in. */
  boolean isAdvanced() {
    return highestAfter > stage;
  }

  /** True where it had neither ended by its last day nor by its stage. */
  boolean isRunningBefore(long day) {
    return kind != Kind.ENDED && (end == NONE || end >= day);
  }
}
