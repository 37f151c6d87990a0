package se.siru.core.model;

import java.math.BigDecimal;
import java.util.Objects;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;

/** What a cell of a result holds: a number of some shape, or the reason why there is none. Zero is a number. */
@Stable(since = "0.1.0")
public sealed interface Value {

  /** One exact number. */
  @Stable(since = "0.1.0")
  record Quantity(BigDecimal number) implements Value {
    /** A whole number. */
    public static Quantity of(long number) {
      return new Quantity(BigDecimal.valueOf(number));
    }
  }

  /** A ratio, kept whole until it is shown; the denominator is never 0. */
  @Stable(since = "0.1.0")
  record Ratio(BigDecimal numerator, BigDecimal denominator) implements Value {
    /** Refuses a denominator of 0. */
    public Ratio {
      if (denominator.signum() == 0) {
        throw new IllegalArgumentException("a ratio over 0 is Absent.UNDEFINED");
      }
    }
  }

  /** A number known only to lie between two others, both inclusive. */
  @Stable(since = "0.1.0")
  record Interval(BigDecimal least, BigDecimal most) implements Value {}

  /** No number, and why. */
  @Stable(since = "0.1.0")
  record Absent(Reason reason, LocalizedText note) implements Value {
    /** Checks the components. */
    public Absent {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(note, "note");
    }

    /** An absence with a note in Swedish and English on what is behind it. */
    public static Absent of(Reason reason, String swedish, String english) {
      return new Absent(reason, LocalizedText.of(swedish, english));
    }

    /** An absence whose reason says all. */
    public static Absent of(Reason reason) {
      return new Absent(reason, LocalizedText.empty());
    }
  }

  /** Why there is no number. */
  @Stable(since = "0.1.0")
  enum Reason {
    /** The portfolio does not hold what the number is made of. */
    MISSING("missing"),
    /** The period has not begun at the portfolio's date. */
    NOT_DUE("not-due"),
    /** The question has no meaning here, for example attainment without a target. */
    NOT_APPLICABLE("not-applicable"),
    /** Arithmetic gives no number, for example a division by zero. */
    UNDEFINED("undefined"),
    /** The code that computes it failed. */
    FAILED("failed"),
    /** The number is kept from this audience. */
    SUPPRESSED("suppressed");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The word used in files. */
    public String code() {
      return code;
    }
  }
}
