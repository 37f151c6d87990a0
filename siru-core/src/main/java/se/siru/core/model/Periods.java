package se.siru.core.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.stability.Stable;

/** Makes lists of periods, from years or from text. Years run from 1600 to 2100. */
@Stable(since = "0.1.0")
public final class Periods {
  private static final int FIRST_YEAR = 1600;
  private static final int LAST_YEAR = 2100;
  private static final Pattern SPAN = Pattern.compile("(\\d{4})(?:\\.\\.(\\d{4}))?(?:/(year|half|quarter|month|week))?");
  private static final Pattern PART = Pattern.compile("(\\d{4})-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2]))");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d\\d)");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private Periods() {}

  /** The single period of all time. */
  public static List<TimePeriod> total() {
    return List.of(TimePeriod.TOTAL);
  }

  /**
   * The calendar years from first to last, both inclusive, labelled {@code 2021}.
   *
   * @throws IllegalArgumentException where first is after last, or a year lies outside 1600 to 2100
   */
  public static List<TimePeriod> years(int first, int last) {
    return split(first, last, 1);
  }

  /**
   * The half-years of the calendar years from first to last, labelled {@code 2021-H1}.
   *
   * @throws IllegalArgumentException where first is after last, or a year lies outside 1600 to 2100
   */
  public static List<TimePeriod> halves(int first, int last) {
    return split(first, last, 2);
  }

  /**
   * The quarters of the calendar years from first to last, labelled {@code 2021-Q1}.
   *
   * @throws IllegalArgumentException where first is after last, or a year lies outside 1600 to 2100
   */
  public static List<TimePeriod> quarters(int first, int last) {
    return split(first, last, 4);
  }

  /**
   * The months of the calendar years from first to last, labelled {@code 2021-01}.
   *
   * @throws IllegalArgumentException where first is after last, or a year lies outside 1600 to 2100
   */
  public static List<TimePeriod> months(int first, int last) {
    return split(first, last, 12);
  }

  /**
   * The weeks of ISO 8601 of the week-years from first to last, both inclusive, labelled {@code 2020-W53}: from Monday, and the first of a
   * year is that with its first Thursday. So 2024-12-30 is in 2025-W01, and 2021-01-03 in 2020-W53.
   *
   * @throws IllegalArgumentException where first is after last, or a year lies outside 1600 to 2100
   */
  public static List<TimePeriod> weeks(int first, int last) {
    requireYears(first, last);
    List<TimePeriod> weeks = new ArrayList<>();
    LocalDate end = firstMonday(last + 1);
    for (LocalDate monday = firstMonday(first); monday.isBefore(end); monday = monday.plusWeeks(1)) {
      weeks.add(week(monday));
    }
    return List.copyOf(weeks);
  }

  /** The Monday of the week with 4 January. */
  private static LocalDate firstMonday(int year) {
    return LocalDate.of(year, 1, 4).with(ChronoField.DAY_OF_WEEK, 1);
  }

  private static TimePeriod week(LocalDate monday) {
    int number = monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    String label = monday.get(IsoFields.WEEK_BASED_YEAR) + (number < 10 ? "-W0" : "-W") + number;
    return new TimePeriod(label, monday, monday.plusWeeks(1));
  }

  /**
   * Periods from text: {@code total}, {@code 2021}, {@code 2021..2023/quarter}, {@code 2021-Q3}, {@code 2021-07},
   * {@code 2021-W07}, {@code 2021-01-01/2021-04-15} (until exclusive), and lists of these separated by commas.
   *
   * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where the text is none of these or names a period twice
   */
  public static List<TimePeriod> parse(String text) {
    List<TimePeriod> periods = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      for (TimePeriod period : parseOne(part.strip())) {
        if (periods.contains(period)) {
          throw new SiruException(ErrorCode.UNKNOWN_NAME, "period " + period + " is named twice");
        }
        periods.add(period);
      }
    }
    return List.copyOf(periods);
  }

  private static List<TimePeriod> parseOne(String text) {
    if (text.equals("total")) {
      return total();
    }
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      int first = Integer.parseInt(span.group(1));
      int last = span.group(2) == null ? first : Integer.parseInt(span.group(2));
      String unit = span.group(3) == null ? "year" : span.group(3);
      if (first > last) {
        throw new SiruException(ErrorCode.UNKNOWN_NAME, "period '" + text + "' ends before it begins");
      }
      if (first < FIRST_YEAR || last > LAST_YEAR) {
        throw new SiruException(ErrorCode.UNKNOWN_NAME, "period '" + text + "': years run from 1600 to 2100");
      }
      return unit.equals("week") ? weeks(first, last) : split(first, last, unit.equals("year") ? 1 : unit.equals("half") ? 2 : unit.equals("quarter") ? 4 : 12);
    }
    Matcher part = PART.matcher(text);
    if (part.matches() && Integer.parseInt(part.group(1)) >= FIRST_YEAR && Integer.parseInt(part.group(1)) <= LAST_YEAR) {
      int year = Integer.parseInt(part.group(1));
      int parts = part.group(2) != null ? 2 : part.group(3) != null ? 4 : 12;
      String number = part.group(2) != null ? part.group(2) : part.group(3) != null ? part.group(3) : part.group(4);
      return List.of(part(year, parts, Integer.parseInt(number) - 1));
    }
    Matcher week = WEEK.matcher(text);
    if (week.matches() && Integer.parseInt(week.group(1)) >= FIRST_YEAR && Integer.parseInt(week.group(1)) <= LAST_YEAR) {
      int year = Integer.parseInt(week.group(1));
      Optional<TimePeriod> found = weeks(year, year).stream().filter(each -> each.label().equals(text)).findFirst();
      if (found.isPresent()) {
        return List.of(found.get());
      }
    }
    int slash = text.indexOf('/');
    if (slash > 0) {
      try {
        LocalDate from = LocalDate.parse(text.substring(0, slash), DAY);
        LocalDate until = LocalDate.parse(text.substring(slash + 1), DAY);
        if (from.isBefore(until)) {
          return List.of(TimePeriod.of(from, until));
        }
      } catch (DateTimeParseException notDays) {
        // falls through to the one message that names every form
      }
    }
    throw new SiruException(
        ErrorCode.UNKNOWN_NAME,
        "not a period: '" + text + "'; write total, 2021, 2021..2023/quarter (year, half, quarter, month, week), 2021-H1,"
            + " 2021-Q3, 2021-07, 2021-W07 or 2021-01-01/2021-04-15 (until exclusive)");
  }

  private static List<TimePeriod> split(int first, int last, int parts) {
    requireYears(first, last);
    List<TimePeriod> periods = new ArrayList<>();
    for (int year = first; year <= last; year++) {
      for (int i = 0; i < parts; i++) {
        periods.add(part(year, parts, i));
      }
    }
    return List.copyOf(periods);
  }

  private static void requireYears(int first, int last) {
    if (first > last || first < FIRST_YEAR || last > LAST_YEAR) {
      throw new IllegalArgumentException("years " + first + ".." + last);
    }
  }

  /**
   * The period so many periods of its length before a calendar year, half-year, quarter, month or week, known by its days; empty for all
   * time, other stretches of days, and beyond the years from 1600 to 2100.
   *
   * @param steps at least 0
   */
  public static Optional<TimePeriod> earlier(TimePeriod period, int steps) {
    LocalDate from = period.from();
    if (from != null && from.getDayOfWeek() == DayOfWeek.MONDAY && from.plusWeeks(1).equals(period.until())) {
      LocalDate monday = from.minusWeeks(steps);
      return monday.isBefore(firstMonday(FIRST_YEAR)) ? Optional.empty() : Optional.of(week(monday));
    }
    int months = months(period);
    return months == 0 ? Optional.empty() : starting(Objects.requireNonNull(from).minusMonths((long) months * steps), months);
  }

  /** The period of the same name a year before a calendar year, half-year, quarter or month; as {@link #earlier}. */
  public static Optional<TimePeriod> aYearEarlier(TimePeriod period) {
    int months = months(period);
    return months == 0 ? Optional.empty() : earlier(period, 12 / months);
  }

  /**
   * The days from the beginning of the year to the end of a calendar year, half-year, quarter or month: a calendar period where there is
   * such a one, else days; empty as {@link #earlier}.
   */
  public static Optional<TimePeriod> yearToDate(TimePeriod period) {
    int months = months(period);
    LocalDate until = period.until();
    if (months == 0 || until == null) {
      return Optional.empty();
    }
    LocalDate last = until.minusDays(1);
    LocalDate first = last.withDayOfYear(1);
    TimePeriod days = TimePeriod.of(first, until);
    int own = months(days);
    return own == 0 ? Optional.of(days) : starting(first, own);
  }

  /** How many months a calendar period has; 0 where it is none. */
  private static int months(TimePeriod period) {
    LocalDate from = period.from();
    LocalDate until = period.until();
    if (from == null || until == null || from.getDayOfMonth() != 1 || until.getDayOfMonth() != 1) {
      return 0;
    }
    long months = ChronoUnit.MONTHS.between(from, until);
    boolean isCalendar = (months == 1 || months == 3 || months == 6 || months == 12) && (from.getMonthValue() - 1) % months == 0;
    return isCalendar ? (int) months : 0;
  }

  private static Optional<TimePeriod> starting(LocalDate from, int months) {
    return from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR
        ? Optional.empty()
        : Optional.of(part(from.getYear(), 12 / months, (from.getMonthValue() - 1) / months));
  }

  private static TimePeriod part(int year, int parts, int index) {
    int months = 12 / parts;
    LocalDate from = LocalDate.of(year, 1 + index * months, 1);
    String label =
        parts == 1
            ? Integer.toString(year)
            : parts == 12
                ? year + (index < 9 ? "-0" : "-") + (index + 1)
                : year + (parts == 2 ? "-H" : "-Q") + (index + 1);
    return new TimePeriod(label, from, from.plusMonths(months));
  }
}
