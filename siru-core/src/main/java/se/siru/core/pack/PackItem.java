package se.siru.core.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/** What stands in one place of a table. */
@Experimental(since = "0.1.0")
public sealed interface PackItem {
  /** A text for people. */
  @Experimental(since = "0.1.0")
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
  @Experimental(since = "0.1.0")
  record Number(BigDecimal value, String unit, int decimals) implements PackItem {
    /** Checks the components. */
    public Number {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(unit, "unit");
    }
  }

  /** A day. */
  @Experimental(since = "0.1.0")
  record Day(LocalDate day) implements PackItem {
    /** Checks the component. */
    public Day {
      Objects.requireNonNull(day, "day");
    }
  }

  /** No number, and why, in words. */
  @Experimental(since = "0.1.0")
  record Absent(String reason) implements PackItem {
    /** Checks the component. */
    public Absent {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
