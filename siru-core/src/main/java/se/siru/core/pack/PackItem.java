package se.siru.core.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** What stands in one place of a table. */
public sealed interface PackItem {
  /** A text for people. */
  record Text(String text) implements PackItem {
    /** Checks the component. */
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A number.
   *
   * @param value the exact value; of a share, times 100
   * @param unit {@code percent}, an ISO 4217 currency, or empty
   * @param decimals how many decimals are shown
   */
  record Number(BigDecimal value, String unit, int decimals) implements PackItem {
    /** Checks the components. */
    public Number {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(unit, "unit");
    }
  }

  /** A day. */
  record Day(LocalDate day) implements PackItem {
    /** Checks the component. */
    public Day {
      Objects.requireNonNull(day, "day");
    }
  }

  /** No number, and why, in words. */
  record Absent(String reason) implements PackItem {
    /** Checks the component. */
    public Absent {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
