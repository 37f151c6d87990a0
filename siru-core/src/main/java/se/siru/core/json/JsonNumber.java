package se.siru.core.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number, exact. It has at most 34 significant digits, at most 52 digits before and 52 after the decimal
 * point, and a written exponent between −18 and 18; anything else is refused before arithmetic with it could become
 * slow. The scale is never negative and is kept as written, so {@code 2.50} stays {@code 2.50} while {@code 1e3}
 * becomes {@code 1000}. Every number in these bounds, printed plainly, is in these bounds again. Immutable.
 */
public final class JsonNumber implements JsonValue {

  static final int MAX_EXPONENT = 18;
  static final int MAX_PRECISION = 34;
  static final int MAX_DIGITS = MAX_PRECISION + MAX_EXPONENT;

  private final BigDecimal value;
  private final boolean writtenAsInteger;
  private final JsonPosition position;

  private JsonNumber(BigDecimal value, boolean writtenAsInteger, JsonPosition position) {
    this.value = value;
    this.writtenAsInteger = writtenAsInteger;
    this.position = position;
  }

  public static JsonNumber of(long value) {
    return new JsonNumber(BigDecimal.valueOf(value), true, JsonPosition.NONE);
  }

  /**
   * The number with this value and scale.
   *
   * @throws IllegalArgumentException when it is out of the bounds of a JSON number
   */
  public static JsonNumber of(BigDecimal value) {
    if (!inBounds(value)) {
      throw new IllegalArgumentException("a number of at most " + MAX_PRECISION + " significant digits and at most "
          + MAX_DIGITS + " digits on either side of the decimal point is needed");
    }
    BigDecimal plain = plain(value);
    return new JsonNumber(plain, plain.scale() == 0, JsonPosition.NONE);
  }

  /** The same number at another place. */
  JsonNumber at(JsonPosition place) {
    return new JsonNumber(value, writtenAsInteger, place);
  }

  static JsonNumber read(long value, JsonPosition position) {
    return new JsonNumber(BigDecimal.valueOf(value), true, position);
  }

  /** The number that a token spells, or null when it is out of bounds. The token is well-formed and not long. */
  static @Nullable JsonNumber read(String token, boolean writtenAsInteger, JsonPosition position) {
    int e = Math.max(token.indexOf('e'), token.indexOf('E'));
    if (e >= 0 && !exponentInBounds(token, e + 1)) {
      return null;
    }
    BigDecimal value = new BigDecimal(token);
    return inBounds(value) ? new JsonNumber(plain(value), writtenAsInteger, position) : null;
  }

  private static boolean exponentInBounds(String token, int from) {
    int exponent = 0;
    for (int i = from; i < token.length(); i++) {
      int digit = token.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        continue; // the sign
      }
      exponent = exponent * 10 + digit;
      if (exponent > MAX_EXPONENT) {
        return false;
      }
    }
    return true;
  }

  private static boolean inBounds(BigDecimal value) {
    return value.scale() <= MAX_DIGITS
        && (long) value.precision() - value.scale() <= MAX_DIGITS
        && (value.precision() <= MAX_PRECISION || value.stripTrailingZeros().precision() <= MAX_PRECISION);
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** The exact value; its scale, never negative, is the number of decimals written. */
  public BigDecimal value() {
    return value;
  }

  /** Whether the value is whole, however it was written: true for {@code 3}, {@code 3.0} and {@code 3e2}. */
  public boolean isInteger() {
    return value.scale() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  /** Whether it was written without fraction and exponent: {@code 3}, but neither {@code 3.0} nor {@code 3e2}. */
  public boolean writtenAsInteger() {
    return writtenAsInteger;
  }

  @Override
  public JsonPosition position() {
    return position;
  }

  @Override
  public String kind() {
    return "number";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonNumber that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
