package se.siru.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.SiruException;

/** Every day from 1999 to 2035 lies in exactly one period of each length, and its name is that of the calendar. */
class PeriodEdgesTest {
  private static final int FIRST = 1999;
  private static final int LAST = 2035;

  private static void assertPartition(List<TimePeriod> periods, LocalDate from, LocalDate until, Function<LocalDate, String> label) {
    LocalDate edge = from;
    int at = 0;
    for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
      if (day.equals(periods.get(at).until())) {
        edge = day;
        at++;
      }
      TimePeriod period = periods.get(at);
      assertEquals(edge, period.from());
      assertTrue(period.contains(day));
      assertEquals(label.apply(day), period.label());
    }
    assertEquals(periods.size() - 1, at);
    assertEquals(until, periods.get(at).until());
  }

  private static void assertYears(List<TimePeriod> periods, Function<LocalDate, String> label) {
    assertPartition(periods, LocalDate.of(FIRST, 1, 1), LocalDate.of(LAST + 1, 1, 1), label);
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  @Test
  void daysArePartitionedIntoYearsHalvesQuartersAndMonths() {
    assertYears(Periods.years(FIRST, LAST), day -> day.getYear() + "");
    assertYears(Periods.halves(FIRST, LAST), day -> day.getYear() + (day.getMonthValue() <= 6 ? "-H1" : "-H2"));
    assertYears(Periods.quarters(FIRST, LAST), day -> day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3);
    assertYears(Periods.months(FIRST, LAST), day -> day.getYear() + "-" + two(day.getMonthValue()));
  }

  /** The week of a day is that of its Thursday, whose place in its year says which it is. */
  private static String week(LocalDate day) {
    LocalDate thursday = day.plusDays(4 - day.getDayOfWeek().getValue());
    return thursday.getYear() + "-W" + two((thursday.getDayOfYear() + 6) / 7);
  }

  @Test
  void daysArePartitionedIntoWeeksAcrossYears() {
    assertPartition(Periods.weeks(FIRST, LAST), LocalDate.of(1999, 1, 4), LocalDate.of(2035, 12, 31), PeriodEdgesTest::week);
  }

  @Test
  void weeksAtTheEdgesOfYearsAreThoseOfIso8601() {
    assertEquals(new TimePeriod("2020-W53", LocalDate.of(2020, 12, 28), LocalDate.of(2021, 1, 4)), Periods.parse("2020-W53").get(0));
    assertEquals(new TimePeriod("2025-W01", LocalDate.of(2024, 12, 30), LocalDate.of(2025, 1, 6)), Periods.parse("2025-W01").get(0));
    assertEquals(53, Periods.parse("2020/week").size());
    assertEquals(52, Periods.parse("2021/week").size());
    for (String none : List.of("2021-W53", "2021-W00", "2021-W7", "2021-w07", "1599-W01")) {
      assertThrows(SiruException.class, () -> Periods.parse(none), none);
    }
  }

  @Test
  void everyNameIsReadBackAsThePeriod() {
    List<List<TimePeriod>> all =
        List.of(Periods.years(FIRST, LAST), Periods.halves(FIRST, LAST), Periods.quarters(FIRST, LAST), Periods.months(FIRST, LAST),
            Periods.weeks(2020, 2021));
    all.forEach(list -> list.forEach(period -> assertEquals(List.of(period), Periods.parse(period.label()))));
  }

  @Test
  void aPeriodOfTheSameLengthStandsBeforeEachOne() {
    for (List<TimePeriod> series :
        List.of(Periods.years(FIRST, LAST), Periods.halves(FIRST, LAST), Periods.quarters(FIRST, LAST), Periods.months(FIRST, LAST),
            Periods.weeks(FIRST, LAST))) {
      for (int i = 5; i < series.size(); i++) {
        assertEquals(Optional.of(series.get(i - 1)), Periods.earlier(series.get(i), 1));
        assertEquals(Optional.of(series.get(i - 5)), Periods.earlier(Periods.earlier(series.get(i), 2).orElseThrow(), 3));
      }
    }
  }
}
