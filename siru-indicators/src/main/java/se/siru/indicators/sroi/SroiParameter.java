package se.siru.indicators.sroi;

import java.math.BigDecimal;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/** What a calculation of social return assumes. */
@Experimental(since = "0.1.0")
public enum SroiParameter {
  /** How many had the outcome. */
  QUANTITY(Bounds.NONE, "mängd", "quantity"),
  /** What one is worth in a year. */
  PROXY(Bounds.NONE, "värde per enhet", "proxy value"),
  /** The share that would have happened anyway. */
  DEADWEIGHT(Bounds.SHARE, "hade hänt ändå", "deadweight"),
  /** The share that pushed something else aside. */
  DISPLACEMENT(Bounds.SHARE, "undanträngning", "displacement"),
  /** The share that is owed to others. */
  ATTRIBUTION(Bounds.SHARE, "andras del", "attribution"),
  /** The share that is lost in each year after the first. */
  DROP_OFF(Bounds.SHARE, "avtagande", "drop-off"),
  /** How many years the outcome lasts. */
  DURATION(Bounds.YEARS, "varaktighet", "duration"),
  /** The discount rate of the whole model; 0.035 is 3.5 % a year. */
  DISCOUNT_RATE(Bounds.RATE, "diskonteringsränta", "discount rate");

  private final Bounds bounds;
  private final LocalizedText label;

  SroiParameter(Bounds bounds, String swedish, String english) {
    this.bounds = bounds;
    this.label = LocalizedText.of(swedish, english);
  }

  /** What people read. */
  public LocalizedText label() {
    return label;
  }

  boolean isShare() {
    return bounds == Bounds.SHARE;
  }

  /** Refuses a value out of range. */
  void check(BigDecimal value) {
    boolean isWithin =
        switch (bounds) {
          case NONE -> true;
          case SHARE -> isBetween(value, 0, 1);
          case YEARS -> isBetween(value, 1, 100) && value.stripTrailingZeros().scale() <= 0;
          case RATE -> isBetween(value, 0, 1);
        };
    if (!isWithin) {
      throw new IllegalArgumentException(label.in("en") + " cannot be " + value + "; " + bounds.text);
    }
  }

  private static boolean isBetween(BigDecimal value, int least, int most) {
    return value.compareTo(BigDecimal.valueOf(least)) >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  /** What values a parameter may have. */
  enum Bounds {
    NONE("any number"),
    SHARE("a share is from 0 to 1"),
    YEARS("whole years from 1 to 100"),
    RATE("a rate is from 0 to 1");

    private final String text;

    Bounds(String text) {
      this.text = text;
    }
  }
}
