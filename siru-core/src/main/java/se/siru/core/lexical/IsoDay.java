package se.siru.core.lexical;

/**
 * Calendar days written {@code yyyy-MM-dd}, of the proleptic Gregorian calendar. Read by hand, since a file may hold a
 * day in every row.
 */
public final class IsoDay {
  /** No day. */
  public static final long NONE = Long.MIN_VALUE;

  private IsoDay() {}

  /** Days since 1970-01-01, or {@link #NONE} where the characters are no day of the calendar. */
  public static long epochDay(char[] chars, int from, int to) {
    if (to - from != 10 || chars[from + 4] != '-' || chars[from + 7] != '-') {
      return NONE;
    }
    int year = digits(chars, from, from + 4);
    int month = digits(chars, from + 5, from + 7);
    int day = digits(chars, from + 8, from + 10);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
      return NONE;
    }
    return epochDay(year, month, day);
  }

  /** Days since 1970-01-01 of a day of the calendar. */
  public static long epochDay(int year, int month, int day) {
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
