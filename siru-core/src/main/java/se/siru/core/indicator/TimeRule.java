package se.siru.core.indicator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.Lag;
import se.siru.core.stability.Provided;
import se.siru.core.stability.Stable;

/**
 * Which records belong to a period.
 *
 * @param kind the rule
 * @param date the day that a rule about one day asks about, or null for the record type's own: its event day, else its first day; of a
 *     cohort, its first day, else its event day
 * @param lag how long after that day, of {@link Kind#LAGGED}, or how long it is recent, of {@link Kind#RECENT}; else {@link Lag#NONE}
 * @param within a reference, of rules about first and last days: the record's days are only those that it shares with what it refers to
 *     there, so that a membership ends with its initiative at the latest; null for its own days alone
 */
@Provided(since = "0.1.0")
public record TimeRule(Kind kind, @Nullable Field<?> date, Lag lag, @Nullable Field<?> within) {

  /** Refuses a date or reference that is none, and a lag without the rule that asks for one. */
  public TimeRule {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(lag, "lag");
    if (date != null && (date.kind() != FieldKind.DATE || !kind.asksForOneDay())) {
      throw new IllegalArgumentException(kind + " cannot ask about " + date);
    }
    if (kind != Kind.LAGGED && kind != Kind.RECENT && !lag.equals(Lag.NONE)) {
      throw new IllegalArgumentException(kind + " knows no lag");
    }
    if (kind == Kind.RECENT && lag.equals(Lag.NONE)) {
      throw new IllegalArgumentException("what is recent for no time never is");
    }
    if (within != null && (within.kind() != FieldKind.REFERENCE || within.many() || kind.asksForOneDay())) {
      throw new IllegalArgumentException(kind + " cannot ask within " + within);
    }
  }

  /** A rule about the record's own days. */
  public TimeRule(Kind kind, @Nullable Field<?> date, Lag lag) {
    this(kind, date, lag, null);
  }

  /** A rule without a lag. */
  public TimeRule(Kind kind, @Nullable Field<?> date) {
    this(kind, date, Lag.NONE, null);
  }

  /** The same rule about the days that a record shares with what it refers to. */
  public TimeRule within(Field<?> reference) {
    return new TimeRule(kind, date, lag, reference);
  }

  /** The rules. Days are whole; periods are half-open. A missing first or last day is open; a missing event day is undated. */
  @Stable(since = "0.1.0")
  public enum Kind {
    /** The event's day lies in the period. Undated events belong to the total alone. */
    EVENT("event"),
    /** The event's day lies before the end of the period. Undated events belong to the total alone. */
    CUMULATIVE("cumulative"),
    /**
     * The event's day plus a lag lies in the period: those who left six months before. Undated events belong to the total alone.
     */
    LAGGED("lagged"),
    /**
     * The event's day lies before the end of the period, and the period's last day less than a lag after it: what is so old that
     * nobody should rely on it any more is left out, as is what comes later. For a period without an end the last day is that on
     * which the portfolio describes the world; where nobody said which, nothing is too old. Undated events belong to the total alone.
     */
    RECENT("recent"),
    /**
     * The day on which a record, or a group, began lies in the period, whatever became of it later: a group is dated by its first
     * fact, and all its facts are looked at. What has no such day belongs to the total alone.
     */
    COHORT("cohort"),
    /** The record's days and the period share at least one day. */
    DURING("during"),
    /** The record's first day lies before the end of the period, whether or not it has ended. */
    BEGUN("begun-by-period-end"),
    /**
     * The record's days hold the period's last day. For a period without an end that is the day on which the portfolio describes
     * the world; where nobody said which, a record counts that has no last day.
     */
    STATE("in-force-at-period-end");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The word used in files. */
    public String code() {
      return code;
    }

    /** True for rules about one day, false for rules about a first and a last day. */
    public boolean asksForOneDay() {
      return this != DURING && this != BEGUN && this != STATE;
    }
  }

  /** In the period, by the record type's own day. */
  public static TimeRule event() {
    return new TimeRule(Kind.EVENT, null);
  }

  /** In the period, by a day of the record. */
  public static TimeRule event(Field<?> date) {
    return new TimeRule(Kind.EVENT, date);
  }

  /** Up to the end of the period, by the record type's own day. */
  public static TimeRule cumulative() {
    return new TimeRule(Kind.CUMULATIVE, null);
  }

  /** Up to the end of the period, by a day of the record. */
  public static TimeRule cumulative(Field<?> date) {
    return new TimeRule(Kind.CUMULATIVE, date);
  }

  /** A lag after the record type's own day, in the period. */
  public static TimeRule lagged(Lag lag) {
    return new TimeRule(Kind.LAGGED, null, lag);
  }

  /** A lag after a day of the record, in the period. */
  public static TimeRule lagged(Field<?> date, Lag lag) {
    return new TimeRule(Kind.LAGGED, date, lag);
  }

  /** Not after the end of the period and not older than a stretch of time then, by the record type's own day. */
  public static TimeRule recent(Lag stretch) {
    return new TimeRule(Kind.RECENT, null, stretch);
  }

  /** Not after the end of the period and not older than a stretch of time then, by a day of the record. */
  public static TimeRule recent(Field<?> date, Lag stretch) {
    return new TimeRule(Kind.RECENT, date, stretch);
  }

  /** Begun in the period, by the record type's first day, or else its own. */
  public static TimeRule cohort() {
    return new TimeRule(Kind.COHORT, null);
  }

  /** Begun in the period, by a day of the record. */
  public static TimeRule cohort(Field<?> date) {
    return new TimeRule(Kind.COHORT, date);
  }

  /** Overlapping the period. */
  public static TimeRule during() {
    return new TimeRule(Kind.DURING, null);
  }

  /** Begun before the end of the period, ended or not. */
  public static TimeRule begun() {
    return new TimeRule(Kind.BEGUN, null);
  }

  /** In force on the period's last day. */
  public static TimeRule inForceAtPeriodEnd() {
    return new TimeRule(Kind.STATE, null);
  }

  @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
  public boolean equals(@Nullable Object object) {
    return object instanceof TimeRule rule
        && kind == rule.kind
        && Objects.equals(date, rule.date)
        && lag.equals(rule.lag)
        && Objects.equals(within, rule.within);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * kind.hashCode() + Objects.hashCode(date)) + lag.hashCode()) + Objects.hashCode(within);
  }
}
