package se.siru.example.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.intake.Cell;

/**
 * The numbers of a workbook, and the days that they stand for. Excel computes with 15 digits and stores 17, so that 1.1 is
 * stored as {@code 1.1000000000000001}; the 15 that people see are read. Days are counted from 1900 with a 29 February that
 * year never had, which Lotus 1-2-3 began, or from 1904; a time of day is dropped.
 */
final class Serials {
  private static final MathContext SEEN = new MathContext(15, RoundingMode.HALF_EVEN);
  private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{1,20}Z?)?");
  private static final int LENGTH_OF_DAY = 10;
  private static final int LONGEST = 64;
  private static final int LONGEST_EXPONENT = "E+308".length();
  private static final int LARGEST_EXPONENT = 310;
  private static final LocalDate BEFORE_LEAP_DAY = LocalDate.of(1899, 12, 31);
  private static final LocalDate AFTER_LEAP_DAY = LocalDate.of(1899, 12, 30);
  private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
  private static final int LEAP_DAY = 60;
  private static final int LAST_1900 = 2_958_465;
  private static final int LAST_1904 = 2_957_003;

  private Serials() {}

  /** The number that a workbook stores as a text; null where it is none. */
  static @Nullable BigDecimal number(String text) {
    int exponent = Math.max(text.indexOf('E'), text.indexOf('e'));
    boolean isLong = text.length() > LONGEST || exponent >= 0 && text.length() - exponent > LONGEST_EXPONENT;
    if (isLong || text.chars().anyMatch(c -> c > 'z')) { // digits of other scripts are none here
      return null;
    }
    BigDecimal stored;
    try {
      stored = new BigDecimal(text);
    } catch (NumberFormatException notOne) {
      return null;
    }
    BigDecimal seen = stored.precision() > SEEN.getPrecision() ? stored.round(SEEN) : stored;
    return Math.abs((long) seen.precision() - seen.scale()) > LARGEST_EXPONENT ? null : seen;
  }

  /** The day that a text {@code 2023-01-31} or {@code 2023-01-31T09:30:00} begins with, as a cell; null where it is none. */
  static @Nullable Cell isoDay(String text) {
    if (!ISO.matcher(text).matches()) {
      return null;
    }
    try {
      return Cell.day(LocalDate.parse(text.substring(0, LENGTH_OF_DAY)));
    } catch (DateTimeParseException noSuchDay) {
      return null;
    }
  }

  /** A number as a cell. */
  static Cell cell(BigDecimal number) {
    return Cell.number(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
  }

  /** A day as a cell; what no calendar has is the error that Excel shows. */
  static Cell day(BigDecimal serial, boolean is1904) {
    boolean inCalendar = serial.signum() >= 0 && serial.compareTo(BigDecimal.valueOf(is1904 ? LAST_1904 + 1L : LAST_1900 + 1L)) < 0;
    if (!inCalendar) {
      return Cell.error("#####");
    }
    int whole = serial.intValue();
    if (is1904) {
      return Cell.day(FROM_1904.plusDays(whole));
    }
    if (whole == 0 || whole == LEAP_DAY) {
      return Cell.error(whole == 0 ? "1900-01-00" : "1900-02-29");
    }
    return Cell.day((whole < LEAP_DAY ? BEFORE_LEAP_DAY : AFTER_LEAP_DAY).plusDays(whole));
  }
}
