package se.siru.core.intake;

import java.time.LocalDate;
import se.siru.core.model.FieldRole;

/** Reads calendar days written {@code yyyy-MM-dd}; an inclusive last day becomes the day after it. */
final class DayCell extends CellReader {
  private static final int FIRST_YEAR_OF_FACTS = 1990;
  private static final int FIRST_YEAR_OF_ENTITIES = 1600;
  private static final int LAST_YEAR = 2100;

  private final int firstYear;
  private final int shift;

  DayCell(Target target) {
    super(target);
    this.firstYear = target.type().isEntity() ? FIRST_YEAR_OF_ENTITIES : FIRST_YEAR_OF_FACTS;
    this.shift = field.role() == FieldRole.END ? 1 : 0;
  }

  @Override
  boolean read(char[] chars, int from, int to, long row) {
    long day = epochDay(chars, from, to);
    if (day == Long.MIN_VALUE) {
      return refuse(CellRules.NOT_A_DATE, row, "value", new String(chars, from, to - from));
    }
    int year = digits(chars, from, from + 4);
    if (year < firstYear || year > LAST_YEAR) {
      return refuse(CellRules.OUT_OF_RANGE, row, "value", new String(chars, from, to - from),
          "least", LocalDate.of(firstYear, 1, 1).toString(), "most", LocalDate.of(LAST_YEAR, 12, 31).toString());
    }
    into.day(index, (int) day + shift);
    return true;
  }

  /** Days since 1970-01-01, or {@link Long#MIN_VALUE} where the characters are no day of the calendar. */
  static long epochDay(char[] chars, int from, int to) {
    if (to - from != 10 || chars[from + 4] != '-' || chars[from + 7] != '-') {
      return Long.MIN_VALUE;
    }
    int year = digits(chars, from, from + 4);
    int month = digits(chars, from + 5, from + 7);
    int day = digits(chars, from + 8, from + 10);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
      return Long.MIN_VALUE;
    }
    // Counts from 1 March, so that the leap day is the last of its year.
    int shiftedYear = month > 2 ? year : year - 1;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long leapDays = Math.floorDiv(shiftedYear, 4) - Math.floorDiv(shiftedYear, 100) + Math.floorDiv(shiftedYear, 400);
    return shiftedYear * 365L + leapDays + dayOfYear - 719_468;
  }

  private static int lengthOfMonth(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** ASCII digits only: those of other scripts are not ISO 8601. */
  private static int digits(char[] chars, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = chars[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
