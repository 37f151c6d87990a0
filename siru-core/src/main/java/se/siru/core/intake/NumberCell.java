package se.siru.core.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Rule;
import se.siru.core.model.FieldKind;

/**
 * Reads whole numbers, decimals and amounts in plain style: digits, a point before decimals, a leading hyphen or minus sign.
 * Amounts may end in a blank and the portfolio's currency.
 */
final class NumberCell extends CellReader {
  private static final char MINUS = '\u2212';
  private static final int MOST_DIGITS = 18;
  private static final int MOST_PLAIN_DIGITS = 9;
  private static final long LIMIT = 999_999_999_999_999_999L;
  private static final int SCALE_OF_MONEY = 2;

  private final int scale;
  private final long one;
  private final long least;
  private final long most;
  private final String currency;

  NumberCell(Target target) {
    super(target);
    this.scale = field.kind() == FieldKind.MONEY ? SCALE_OF_MONEY : field.scale();
    this.one = scale > MOST_PLAIN_DIGITS ? 0 : BigDecimal.ONE.movePointRight(scale).longValueExact();
    this.least = bound(field.least(), -LIMIT);
    this.most = bound(field.most(), LIMIT);
    this.currency = field.kind() == FieldKind.MONEY ? target.currency() : "";
  }

  private long bound(@Nullable BigDecimal stated, long otherwise) {
    return stated == null ? otherwise : stated.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
  }

  /** Whole numbers without a sign. */
  @Override
  void filled(ByteRows rows, int column, int at, int first) {
    byte[] bytes = rows.bytes();
    int[] from = rows.from();
    int[] to = rows.to();
    long[] numbers = into.numbers(index);
    int fields = rows.columns();
    int count = rows.count();
    long factor = one;
    long lowest = least;
    long highest = most;
    int longest = scale > MOST_PLAIN_DIGITS ? 0 : MOST_PLAIN_DIGITS;
    int cell = first * fields + column;
    for (int row = first; row < count; row++) {
      int start = from[cell];
      int end = to[cell];
      cell += fields;
      if (start == end) {
        continue;
      }
      int number = bytes[start] - '0';
      boolean plain = number >= 0 && number <= 9 && end - start <= longest;
      for (int i = start + 1; plain && i < end; i++) {
        int digit = bytes[i] - '0';
        plain = digit >= 0 && digit <= 9;
        number = number * 10 + digit;
      }
      long scaled = number * factor;
      if (plain && scaled >= lowest && scaled <= highest) {
        numbers[at + row] = scaled;
      } else {
        rows.leave(row, column);
      }
    }
  }

  @Override
  boolean read(char[] chars, int from, int to, long row) {
    int end = to;
    if (!currency.isEmpty() && to - from > 4 && chars[to - 4] == ' ' && isLetter(chars[to - 1])) {
      end = to - 4;
      for (int i = 0; i < 3; i++) {
        if (chars[end + 1 + i] != currency.charAt(i)) {
          return refuse(CellRules.CURRENCY, row, "value", new String(chars, from, to - from), "currency", currency);
        }
      }
    }
    boolean negative = chars[from] == '-' || chars[from] == MINUS;
    int at = negative ? from + 1 : from;
    long number = 0;
    int digits = 0;
    int decimals = -1; // none until the point
    boolean exact = true;
    if (at == end) {
      return refuseText(CellRules.NOT_A_NUMBER, chars, from, to, row);
    }
    for (int i = at; i < end; i++) {
      char c = chars[i];
      int digit = c - '0';
      if (digit >= 0 && digit <= 9) {
        if (decimals >= scale) {
          exact &= digit == 0;
          decimals++;
          continue;
        }
        if (decimals >= 0) {
          decimals++;
        }
        if (number != 0 || digit != 0) {
          digits++;
        }
        if (digits <= MOST_DIGITS) {
          number = number * 10 + digit;
        }
      } else if (c == '.' && decimals < 0 && i > at && i < end - 1) {
        decimals = 0;
      } else {
        return refuseText(CellRules.NOT_A_NUMBER, chars, from, to, row);
      }
    }
    if (!exact) {
      return refuse(CellRules.TOO_MANY_DECIMALS, row,
          "value", new String(chars, from, to - from), "scale", Integer.toString(scale));
    }
    for (int i = Math.max(decimals, 0); i < scale; i++) {
      digits += number == 0 ? 0 : 1;
      number *= digits <= MOST_DIGITS ? 10 : 1;
    }
    long value = negative ? -number : number;
    if (digits > MOST_DIGITS || value < least || value > most) {
      return refuse(CellRules.OUT_OF_RANGE, row, "value", new String(chars, from, to - from),
          "least", BigDecimal.valueOf(least, scale).toPlainString(), "most", BigDecimal.valueOf(most, scale).toPlainString());
    }
    into.number(index, value);
    return true;
  }

  private boolean refuseText(Rule rule, char[] chars, int from, int to, long row) {
    return refuse(rule, row, "value", new String(chars, from, to - from));
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
