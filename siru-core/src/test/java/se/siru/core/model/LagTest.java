package se.siru.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.indicator.TimeRule;

class LagTest {
  @ParameterizedTest
  @CsvSource({
    "2023-01-31, 1, 2023-02-28", "2024-01-31, 1, 2024-02-29", "2023-08-31, 6, 2024-02-29", "2024-02-29, 12, 2025-02-28",
    "2023-02-28, 6, 2023-08-28", "2022-12-15, 6, 2023-06-15"
  })
  void aMonthAfterADayIsThatDayOfTheMonthOrItsLast(LocalDate day, int months, LocalDate after) {
    assertEquals(after, Lag.ofMonths(months).after(day));
  }

  @Property
  void aLaterDayIsNeverMovedBeforeAnEarlierOne(
      @ForAll @IntRange(max = 40_000) int day, @ForAll @IntRange(max = 60) int more, @ForAll @IntRange(max = 40) int months) {
    LocalDate first = LocalDate.ofEpochDay(day);
    assertFalse(Lag.ofMonths(months).after(first.plusDays(more)).isBefore(Lag.ofMonths(months).after(first)));
  }

  @Property
  void theFirstDayThatReachesAnotherIsTheFirst(@ForAll @IntRange(max = 40_000) int day, @ForAll @IntRange(max = 40) int months) {
    Lag lag = Lag.ofMonths(months);
    LocalDate reached = LocalDate.ofEpochDay(day);
    LocalDate first = lag.firstReaching(reached);
    assertFalse(lag.after(first).isBefore(reached));
    assertTrue(lag.after(first.minusDays(1)).isBefore(reached));
  }

  @Test
  void aLagIsInMonthsOrInDaysAndNeverBack() {
    assertThrows(IllegalArgumentException.class, () -> new Lag(1, 1));
    assertThrows(IllegalArgumentException.class, () -> Lag.ofDays(-1));
    assertThrows(IllegalArgumentException.class, () -> new TimeRule(TimeRule.Kind.EVENT, null, Lag.ofDays(1)));
  }
}
