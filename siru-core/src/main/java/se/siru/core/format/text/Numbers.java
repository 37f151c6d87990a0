package se.siru.core.format.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import se.siru.core.evaluation.Cell;
import se.siru.core.model.Value;

/**
 * Writes the numbers of rows of one kind for people: all with the same decimals, so that they stand under each other,
 * thousands apart by a narrow space. The exact values are in the formats for machines.
 */
final class Numbers {
  private static final char NARROW_SPACE = '\u202f';
  private static final char MINUS = '\u2212';
  private static final char TO = '\u2013';
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int CENTS = 2;
  private static final int THOUSANDTHS = 3;

  private final char point;
  private final boolean percent;
  private final String sign;
  private final int decimals;

  Numbers(Collection<Cell> cells, boolean swedish) {
    this.point = swedish ? ',' : '.';
    this.percent = cells.stream().anyMatch(cell -> cell.indicator().unit().equals("percent"));
    this.sign = !percent ? "" : swedish ? NARROW_SPACE + "%" : "%";
    this.decimals = percent ? 1 : decimals(cells);
  }

  private static int decimals(Collection<Cell> cells) {
    boolean whole = cells.stream().allMatch(cell -> cell.number().filter(number -> !isWhole(number)).isEmpty());
    if (whole) {
      return 0;
    }
    BigDecimal greatest =
        cells.stream()
            .flatMap(cell -> cell.number().stream())
            .map(BigDecimal::abs)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    boolean money = cells.stream().anyMatch(cell -> cell.indicator().unit().equals("currency"));
    if (money || greatest.compareTo(BigDecimal.ONE) > 0) {
      return greatest.compareTo(HUNDRED) >= 0 && !money ? 1 : CENTS;
    }
    return THOUSANDTHS;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /** The number of a cell; empty where it has none. */
  String text(Cell cell) {
    Value value = cell.value();
    if (value instanceof Value.Interval) {
      Value.Interval interval = (Value.Interval) value;
      return plain(interval.least()) + TO + plain(interval.most()) + sign;
    }
    return cell.number().map(number -> plain(number) + sign).orElse("");
  }

  /** A count. */
  static String whole(long count) {
    return plain(BigDecimal.valueOf(count), 0, '.');
  }

  private String plain(BigDecimal number) {
    return plain(number, decimals, point);
  }

  private static String plain(BigDecimal number, int decimals, char point) {
    String digits = number.abs().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    StringBuilder text = new StringBuilder();
    boolean negative = number.signum() < 0 && digits.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
    if (negative) {
      text.append(MINUS);
    }
    for (int i = 0; i < end; i++) {
      if (i > 0 && (end - i) % 3 == 0) {
        text.append(NARROW_SPACE);
      }
      text.append(digits.charAt(i));
    }
    if (end < digits.length()) {
      text.append(point).append(digits, end + 1, digits.length());
    }
    return text.toString();
  }
}
