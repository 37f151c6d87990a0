package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Value;

/**
 * The values of many cells, packed: decimals, and ratios of a decimal and a whole number, as long as their digits fit into a {@code long},
 * take no object; a {@link Value} is made when somebody asks for it. What does not fit, intervals and absences are kept as they are.
 * A cell that nothing was said of has no value.
 *
 * <p>Whoever loops over cells asks for {@link #isWhole} first, since most are.
 */
final class ValueColumn {
  private static final byte NONE = 0;
  private static final byte OBJECT = 1;

  /** Of a decimal with no decimals; one more for each decimal. */
  private static final byte DECIMAL = 2;

  /** Of a ratio whose numerator has no decimals; one more for each decimal. */
  private static final byte RATIO = 32;

  /** As many digits always fit into a {@code long}, and as many decimals are told apart. */
  private static final int SAFE_DIGITS = 18;

  private byte[] kinds;
  private long[] numbers;
  private long @Nullable [] denominators;
  private @Nullable Value @Nullable [] objects;

  /** So many cells without a value. */
  ValueColumn(int size) {
    this.kinds = new byte[size];
    this.numbers = new long[size];
  }

  int size() {
    return kinds.length;
  }

  /** Makes room for more cells. */
  void grow(int size) {
    kinds = Arrays.copyOf(kinds, size);
    numbers = Arrays.copyOf(numbers, size);
    if (denominators != null) {
      denominators = Arrays.copyOf(denominators, size);
    }
    if (objects != null) {
      objects = Arrays.copyOf(objects, size);
    }
  }

  /** Sets a whole number. */
  void set(int cell, long whole) {
    kinds[cell] = DECIMAL;
    numbers[cell] = whole;
  }

  /** Sets a decimal by its digits, of which {@code scale} stand behind the point. */
  void set(int cell, long digits, int scale) {
    if (isSafe(scale)) {
      kinds[cell] = (byte) (DECIMAL + scale);
      numbers[cell] = digits;
    } else {
      setObject(cell, new Value.Quantity(BigDecimal.valueOf(digits, scale)));
    }
  }

  /** Sets a ratio of a decimal, as {@link #set(int, long, int)} takes it, and a whole number, which is not 0. */
  void setRatio(int cell, long digits, int scale, long denominator) {
    if (denominator == 0) {
      throw new IllegalArgumentException("a ratio over 0");
    }
    if (isSafe(scale)) {
      kinds[cell] = (byte) (RATIO + scale);
      numbers[cell] = digits;
      denominators()[cell] = denominator;
    } else {
      setObject(cell, new Value.Ratio(BigDecimal.valueOf(digits, scale), BigDecimal.valueOf(denominator)));
    }
  }

  void set(int cell, Value value) {
    if (value instanceof Value.Quantity quantity && isSafe(quantity.number())) {
      set(cell, digits(quantity.number()), quantity.number().scale());
    } else if (value instanceof Value.Ratio ratio
        && isSafe(ratio.numerator())
        && isSafe(ratio.denominator())
        && ratio.denominator().scale() == 0) {
      setRatio(cell, digits(ratio.numerator()), ratio.numerator().scale(), digits(ratio.denominator()));
    } else {
      setObject(cell, value);
    }
  }

  private void setObject(int cell, Value value) {
    kinds[cell] = OBJECT;
    objects()[cell] = value;
  }

  private static boolean isSafe(BigDecimal number) {
    return isSafe(number.scale()) && number.precision() <= SAFE_DIGITS;
  }

  private static boolean isSafe(int scale) {
    return scale >= 0 && scale <= SAFE_DIGITS;
  }

  private static long digits(BigDecimal number) {
    return number.scale() == 0 ? number.longValue() : number.unscaledValue().longValue();
  }

  private long[] denominators() {
    long[] known = denominators;
    if (known == null) {
      known = new long[kinds.length];
      denominators = known;
    }
    return known;
  }

  private @Nullable Value[] objects() {
    @Nullable Value[] known = objects;
    if (known == null) {
      known = new Value[kinds.length];
      objects = known;
    }
    return known;
  }

  /** One value in all cells. */
  void fill(Value value) {
    for (int cell = 0; cell < kinds.length; cell++) {
      set(cell, value);
    }
  }

  /** Makes a ratio over 1 of every decimal, so that what is shown in per cent is shown alike whether or not it comes out even. */
  void makeRatios() {
    for (int cell = 0; cell < kinds.length; cell++) {
      if (kinds[cell] >= DECIMAL && kinds[cell] < RATIO) {
        setRatio(cell, numbers[cell], kinds[cell] - DECIMAL, 1);
      } else if (kinds[cell] == OBJECT && objects()[cell] instanceof Value.Quantity even) {
        setObject(cell, new Value.Ratio(even.number(), BigDecimal.ONE));
      }
    }
  }

  /** Takes the values of some cells that follow each other from another column; where there is none, there is none here. */
  void copy(int into, ValueColumn other, int from, int count) {
    System.arraycopy(other.kinds, from, kinds, into, count);
    System.arraycopy(other.numbers, from, numbers, into, count);
    if (other.denominators != null) {
      System.arraycopy(other.denominators, from, denominators(), into, count);
    }
    if (other.objects != null) {
      System.arraycopy(other.objects, from, objects(), into, count);
    }
  }

  /** True where something was said of a cell. */
  boolean isSet(int cell) {
    return kinds[cell] != NONE;
  }

  /** True where the value is a whole number, written without decimals, which {@link #digits} gives. */
  boolean isWhole(int cell) {
    return kinds[cell] == DECIMAL;
  }

  /** True where the value is a ratio of whole numbers, which {@link #digits} and {@link #denominator} give. */
  boolean isWholeRatio(int cell) {
    return kinds[cell] == RATIO;
  }

  /** The digits of a decimal or numerator that is packed. */
  long digits(int cell) {
    return numbers[cell];
  }

  /** The denominator of a ratio that is packed. */
  long denominator(int cell) {
    return denominators()[cell];
  }

  /** Why there is no number; null where there is one, or nothing was said. */
  Value.@Nullable Absent absent(int cell) {
    return kinds[cell] == OBJECT && objects()[cell] instanceof Value.Absent absent ? absent : null;
  }

  /** True where the value is a ratio of any numbers. */
  boolean isRatio(int cell) {
    return kinds[cell] >= RATIO || kinds[cell] == OBJECT && objects()[cell] instanceof Value.Ratio;
  }

  /** The value of a cell of which something was said. */
  Value known(int cell) {
    return Objects.requireNonNull(value(cell), "every cell is set");
  }

  /** The value; null where nothing was said. */
  @Nullable Value value(int cell) {
    int kind = kinds[cell];
    if (kind >= RATIO) {
      return new Value.Ratio(BigDecimal.valueOf(numbers[cell], kind - RATIO), BigDecimal.valueOf(denominators()[cell]));
    }
    if (kind >= DECIMAL) {
      return new Value.Quantity(BigDecimal.valueOf(numbers[cell], kind - DECIMAL));
    }
    return kind == NONE ? null : objects()[cell];
  }
}
