package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Value;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;

/**
 * The least and the greatest value that an indicator can have, both inclusive, in the unit in which it is shown: a share in per cent
 * lies from 0 to 100. A value outside is a mistake of whoever computed it, and its cell is {@link Value.Reason#FAILED}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param least the least value; null where there is no bound below
 * @param most the greatest value; null where there is no bound above
 */
@Stable(since = "0.1.0")
public record Range(@Nullable BigDecimal least, @Nullable BigDecimal most) {
  private static final int MOST_DIGITS = 34;

  /** Every number. */
  public static final Range ANY = new Range(null, null);

  /** 0 and more. */
  public static final Range NOT_NEGATIVE = atLeast(0);

  /**
   * Equal bounds are equal however they are written.
   *
   * @throws IllegalArgumentException where the least value is above the greatest, or a bound has more than 34 digits
   */
  public Range {
    least = tidy(least);
    most = tidy(most);
    if (least != null && most != null && least.compareTo(most) > 0) {
      throw new IllegalArgumentException("a range from " + least.toPlainString() + " to " + most.toPlainString() + " holds nothing");
    }
  }

  private static @Nullable BigDecimal tidy(@Nullable BigDecimal bound) {
    if (bound == null) {
      return null;
    }
    if (bound.signum() == 0) {
      return BigDecimal.ZERO;
    }
    ExpressionParser.requireShort(bound);
    BigDecimal stripped = bound.stripTrailingZeros();
    if (stripped.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException("a bound of a range has at most " + MOST_DIGITS + " digits");
    }
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** From one whole number to another. */
  public static Range between(long least, long most) {
    return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
  }

  /** A whole number and all above it. */
  public static Range atLeast(long least) {
    return new Range(BigDecimal.valueOf(least), null);
  }

  /** True where every number is within. */
  public boolean isAny() {
    return least == null && most == null;
  }

  /** True where no number below 0 is within. */
  boolean isNeverNegative() {
    return least != null && least.signum() >= 0;
  }

  /** True where some number lies in this range and in another. */
  boolean meets(Range other) {
    BigDecimal low = greater(least, other.least);
    BigDecimal high = lesser(most, other.most);
    return low == null || high == null || low.compareTo(high) <= 0;
  }

  private static @Nullable BigDecimal greater(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null ? other : other == null ? one : one.max(other);
  }

  private static @Nullable BigDecimal lesser(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null ? other : other == null ? one : one.min(other);
  }

  /**
   * What lies in this range and in another.
   *
   * @throws IllegalArgumentException where nothing does
   */
  Range and(Range other) {
    if (!meets(other)) {
      throw new IllegalArgumentException("the values lie " + other.words().in("en") + ", so the range cannot be " + words().in("en"));
    }
    return new Range(greater(least, other.least), lesser(most, other.most));
  }

  /**
   * Whether a value lies within; of an interval, all of it. What has no number lies in every range.
   *
   * @param unit the unit in which the value is shown; of ratios in {@code percent}, a hundred times the quotient is
   */
  public boolean contains(Value value, String unit) {
    if (isAny()) {
      return true;
    }
    if (value instanceof Value.Quantity quantity) {
      return contains(quantity.number(), BigDecimal.ONE);
    }
    if (value instanceof Value.Ratio ratio) {
      return unit.equals("percent")
          ? contains(ratio.numerator().movePointRight(2), ratio.denominator())
          : contains(ratio.numerator(), ratio.denominator());
    }
    return !(value instanceof Value.Interval interval)
        || contains(interval.least(), BigDecimal.ONE) && contains(interval.most(), BigDecimal.ONE);
  }

  /** A quotient is compared without dividing. */
  private boolean contains(BigDecimal numerator, BigDecimal denominator) {
    return (least == null || order(numerator, denominator, least) >= 0) && (most == null || order(numerator, denominator, most) <= 0);
  }

  private static int order(BigDecimal numerator, BigDecimal denominator, BigDecimal bound) {
    int sign = denominator.signum();
    if (bound.signum() == 0) {
      return numerator.signum() * sign;
    }
    return sign * numerator.compareTo(bound.multiply(denominator));
  }

  /** The range in words, such as <i>from 0 to 100</i>. */
  public LocalizedText words() {
    String low = Objects.toString(least == null ? null : least.toPlainString(), "");
    String high = Objects.toString(most == null ? null : most.toPlainString(), "");
    if (isAny()) {
      return LocalizedText.of("alla tal", "every number");
    }
    if (most == null) {
      return LocalizedText.of("minst " + low, "at least " + low);
    }
    return least == null
        ? LocalizedText.of("högst " + high, "at most " + high)
        : LocalizedText.of("från " + low + " till " + high, "from " + low + " to " + high);
  }
}
