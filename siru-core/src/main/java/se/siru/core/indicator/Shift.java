package se.siru.core.indicator;

import java.util.Optional;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.stability.Stable;

/**
 * From a period to another one, whose value a formula computes with. Calendar years, half-years, quarters and months can be shifted,
 * whatever they are called; all time and other stretches of days cannot.
 *
 * @param kind to which period
 * @param steps how many periods back, 1 to 1,200, of {@link Kind#PREVIOUS}; else 1
 */
@Stable(since = "0.1.0")
public record Shift(Kind kind, int steps) {
  /** The most periods back. */
  static final int MOST_STEPS = 1_200;

  /** Refuses steps that are none. */
  public Shift {
    if (steps < 1 || steps > MOST_STEPS || kind != Kind.PREVIOUS && steps != 1) {
      throw new IllegalArgumentException(kind + " by " + steps + " steps");
    }
  }

  /** To which period. */
  @Stable(since = "0.1.0")
  public enum Kind {
    /** To the one so many periods of its length earlier: quarters to quarters. */
    PREVIOUS("previous"),
    /** To the days from the beginning of its year to its own end. */
    YEAR_TO_DATE("yearToDate"),
    /** To the one of the same name a year earlier. */
    SAME_PERIOD_LAST_YEAR("samePeriodLastYear");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The word used in formulas. */
    public String code() {
      return code;
    }

    /** The kind of a word, if it is one. */
    static Optional<Kind> of(String word) {
      for (Kind kind : values()) {
        if (kind.code.equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** So many periods back. */
  public static Shift previous(int steps) {
    return new Shift(Kind.PREVIOUS, steps);
  }

  /** The year so far. */
  public static Shift yearToDate() {
    return new Shift(Kind.YEAR_TO_DATE, 1);
  }

  /** A year back. */
  public static Shift samePeriodLastYear() {
    return new Shift(Kind.SAME_PERIOD_LAST_YEAR, 1);
  }

  /** The period that another is shifted to; empty where that one cannot be shifted, or beyond the years from 1600 to 2100. */
  public Optional<TimePeriod> of(TimePeriod period) {
    switch (kind) {
      case PREVIOUS:
        return Periods.earlier(period, steps);
      case YEAR_TO_DATE:
        return Periods.yearToDate(period);
      default:
        return Periods.aYearEarlier(period);
    }
  }
}
