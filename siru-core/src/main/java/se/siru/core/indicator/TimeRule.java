package se.siru.core.indicator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;

/**
 * Which records belong to a period.
 *
 * @param kind the rule
 * @param date the day that an event rule asks about, or null for the record type's own: its event day, else its first day
 */
public record TimeRule(Kind kind, @Nullable Field<?> date) {

  /** Refuses a date that is none. */
  public TimeRule {
    Objects.requireNonNull(kind, "kind");
    if (date != null && (date.kind() != FieldKind.DATE || !kind.asksForOneDay())) {
      throw new IllegalArgumentException(kind + " cannot ask about " + date);
    }
  }

  /** The rules. Days are whole; periods are half-open. A missing first or last day is open; a missing event day is undated. */
  public enum Kind {
    /** The event's day lies in the period. Undated events belong to the total alone. */
    EVENT("event"),
    /** The event's day lies before the end of the period. Undated events belong to the total alone. */
    CUMULATIVE("cumulative"),
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
      return this == EVENT || this == CUMULATIVE;
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
}
