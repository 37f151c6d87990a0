package se.siru.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.TimePeriod;

/** What is due on the way to a target. */
class MilestonesTest {
  private static final Indicator EVENTS = Indicator.measure("t:events").over(Activity.TYPE).count().build();
  private static final Indicator SO_FAR =
      Indicator.measure("t:so-far").over(Activity.TYPE).when(TimeRule.cumulative()).count().build();
  private static final TimePeriod WHOLE = days("2021-01-01", "2023-01-01");
  private static final TimePeriod FIRST = days("2021-01-01", "2022-01-01");
  private static final TimePeriod SECOND = days("2021-04-01", "2022-01-01");

  private static TimePeriod days(String from, String until) {
    return TimePeriod.of(LocalDate.parse(from), LocalDate.parse(until));
  }

  private static BigDecimal n(long number) {
    return BigDecimal.valueOf(number);
  }

  private static Milestones fromTenToHundred() {
    return new Milestones(WHOLE, n(10), n(100));
  }

  private static Due on(Milestones milestones, String day) {
    return milestones.at(LocalDate.parse(day));
  }

  @Test
  void withoutMilestonesThePaceIsEven() {
    assertEquals(new Due(n(10), n(100), 365, 730), on(fromTenToHundred(), "2022-01-01"));
    assertEquals(new Due(n(10), n(100), 730, 730), on(fromTenToHundred(), "2023-01-01"));
    assertEquals(new Due(n(10), n(100), 730, 730), on(fromTenToHundred(), "2024-05-05"));
  }

  @Test
  void aMilestoneIsDueInFullAtItsEndAndTheRestEvenlyAfterIt() {
    Milestones milestones = fromTenToHundred();
    milestones.add(EVENTS, FIRST, n(20));
    assertEquals(new Due(n(10), n(20), 365, 365), on(milestones, "2022-01-01"));
    assertEquals(new Due(n(20), n(100), 31, 365), on(milestones, "2022-02-01"));
    assertEquals(new Due(n(10), n(20), 31, 365), on(milestones, "2021-02-01"));
  }

  @Test
  void whatIsCountedFromALaterDayIsNoMilestoneUnlessOnlyTheEndCounts() {
    Milestones ofEvents = fromTenToHundred();
    ofEvents.add(EVENTS, SECOND, n(20));
    assertEquals(new Due(n(10), n(100), 365, 730), on(ofEvents, "2022-01-01"));
    Milestones soFar = fromTenToHundred();
    soFar.add(SO_FAR, SECOND, n(20));
    assertEquals(new Due(n(10), n(20), 365, 365), on(soFar, "2022-01-01"));
  }

  @Test
  void theTargetItselfAndLaterOnesAreNoMilestones() {
    Milestones milestones = fromTenToHundred();
    milestones.add(EVENTS, WHOLE, n(99));
    milestones.add(EVENTS, days("2021-01-01", "2024-01-01"), n(200));
    assertEquals(new Due(n(10), n(100), 365, 730), on(milestones, "2022-01-01"));
  }

  @Test
  void twoThatDifferOnOneDayAreNoneAndTwoThatAgreeAreOne() {
    Milestones milestones = fromTenToHundred();
    milestones.add(SO_FAR, FIRST, n(20));
    milestones.add(SO_FAR, SECOND, n(20));
    assertEquals(new Due(n(10), n(20), 365, 365), on(milestones, "2022-01-01"));
    milestones.add(SO_FAR, days("2021-09-01", "2022-01-01"), n(30));
    assertEquals(new Due(n(10), n(100), 365, 730), on(milestones, "2022-01-01"));
  }
}
