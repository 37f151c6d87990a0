package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.siru.core.model.CostLine;
import se.siru.core.model.Decision;
import se.siru.core.model.Field;
import se.siru.core.model.Money;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Target;
import se.siru.core.model.TimePeriod;

/** What decisions and their amendments say on a day. */
class DecidedPlanTest {
  private static Row decision(String id, String date, String supersedes) {
    RowBuilder row = Decision.TYPE.row(id).with(Decision.DATE, date.isEmpty() ? null : Records.day(date));
    return (supersedes.isEmpty() ? row : row.with(Decision.SUPERSEDES, supersedes)).build();
  }

  private static Row target(String decision, String value) {
    return Target.TYPE.row()
        .with(Target.INDICATOR, "X")
        .with(Target.PERIOD, "total")
        .with(Target.VALUE, new BigDecimal(value))
        .with(Target.DECISION, decision.isEmpty() ? null : decision)
        .build();
  }

  private static Row budget(String decision, String amount) {
    return CostLine.TYPE.row()
        .with(CostLine.BUDGET, Money.of("SEK", amount))
        .with(CostLine.DECISION, decision)
        .build();
  }

  private static Row period(String id, String validFrom, String decision, int number, String start, String end) {
    return ReportingPeriod.TYPE.row(id)
        .with(ReportingPeriod.VALID_FROM, validFrom.isEmpty() ? null : Records.day(validFrom))
        .with(ReportingPeriod.DECISION, decision)
        .with(ReportingPeriod.NUMBER, (long) number)
        .with(ReportingPeriod.START, Records.day(start))
        .with(ReportingPeriod.END, Records.day(end))
        .build();
  }

  /** A decision of January 2021; an amendment of June 2022 that states targets and periods anew, and leaves the budget. */
  private static Portfolio amended() {
    return Records.withOperation()
        .add(decision("d1", "2021-01-15", ""))
        .add(decision("d2", "2022-06-01", "d1"))
        .add(target("d1", "10"))
        .add(target("d1", "11"))
        .add(target("d2", "20"))
        .add(target("", "99"))
        .add(budget("d1", "1000.00"))
        .add(CostLine.TYPE.row().with(CostLine.OUTCOME, Money.of("SEK", "1.00")).with(CostLine.DECISION, "d2").build())
        .add(period("P1", "", "d1", 1, "2021-01-01", "2021-12-31"))
        .add(period("P2", "", "d1", 2, "2022-01-01", "2022-12-31"))
        .add(period("P1", "2022-06-01", "d2", 1, "2021-01-01", "2021-12-31"))
        .add(period("P2", "2022-06-01", "d2", 2, "2022-01-01", "2023-06-30"))
        .add(period("P3", "2022-06-01", "d2", 3, "2023-07-01", "2023-12-31"))
        .build();
  }

  private static List<String> values(List<SourcedRow> lines, Field<BigDecimal> field) {
    return lines.stream().map(line -> line.row().find(field).orElseThrow().stripTrailingZeros().toPlainString()).toList();
  }

  private static List<String> labels(List<TimePeriod> periods) {
    return periods.stream().map(TimePeriod::label).toList();
  }

  @Test
  void beforeItsDateAnAmendmentChangesNothing() {
    DecidedPlan plan = DecidedPlan.on(amended(), Records.day("2022-05-31"));
    assertEquals(List.of("10", "11", "99"), values(plan.targets(), Target.VALUE));
    assertEquals(
        List.of("2021-01-01/2022-01-01", "2022-01-01/2023-01-01", "2021-01-01/2023-01-01"), labels(plan.periods()));
  }

  @Test
  void fromItsDateOnAnAmendmentTakesThePlaceOfAllLinesOfTheKindsThatItStates() {
    DecidedPlan plan = DecidedPlan.on(amended(), Records.day("2022-06-01"));
    assertEquals(List.of("20", "99"), values(plan.targets(), Target.VALUE));
    assertEquals(
        List.of(
            "2021-01-01/2022-01-01", "2022-01-01/2023-07-01", "2023-07-01/2024-01-01", "2021-01-01/2023-07-01",
            "2021-01-01/2024-01-01"),
        labels(plan.periods()));
  }

  @Test
  void whatAnAmendmentDoesNotStateStaysAndAnOutcomeIsNoBudget() {
    DecidedPlan plan = DecidedPlan.of(amended());
    assertEquals(1, plan.budget().size());
    assertEquals(Money.of("SEK", "1000.00"), plan.budget().get(0).row().get(CostLine.BUDGET));
  }

  @Test
  void historyStaysInThePortfolio() {
    assertEquals(4, amended().rows(Target.TYPE).count());
    assertEquals(5, amended().rows(ReportingPeriod.TYPE).count());
  }

  @Test
  void anAmendmentReplacesTheLinesOfDecisionsThatItSupersedesThroughOthers() {
    Portfolio portfolio =
        Records.withOperation()
            .add(decision("d1", "2021-01-01", ""))
            .add(decision("d2", "2021-02-01", "d1"))
            .add(decision("d3", "2021-03-01", "d2"))
            .add(target("d1", "1"))
            .add(target("d3", "3"))
            .build();
    assertEquals(List.of("1"), values(DecidedPlan.on(portfolio, Records.day("2021-02-28")).targets(), Target.VALUE));
    assertEquals(List.of("3"), values(DecidedPlan.on(portfolio, Records.day("2021-03-01")).targets(), Target.VALUE));
  }

  @Test
  void decisionsOfOtherOperationsAreLeftAlone() {
    Portfolio portfolio =
        Records.withOperation()
            .add(decision("d1", "2021-01-01", ""))
            .add(decision("other", "2022-01-01", ""))
            .add(target("d1", "1"))
            .add(target("other", "2"))
            .build();
    assertEquals(List.of("1", "2"), values(DecidedPlan.of(portfolio).targets(), Target.VALUE));
  }

  @Test
  void beforeTheFirstDecisionOnlyLinesWithoutOneApply() {
    DecidedPlan plan = DecidedPlan.on(amended(), Records.day("2021-01-14"));
    assertEquals(List.of("99"), values(plan.targets(), Target.VALUE));
    assertTrue(plan.periods().isEmpty());
  }

  @Test
  void periodsGoByTheNamesOfThePlan() {
    DecidedPlan plan = DecidedPlan.of(amended());
    assertEquals(
        List.of("P1", "P2", "P3", "P1..P2", "P1..P3"),
        plan.periods().stream().map(period -> plan.name(period).orElse("")).toList());
    assertEquals(Optional.of("2022-01-01/2023-07-01"), plan.period("P2").map(TimePeriod::label));
    assertEquals(Optional.of("2022-01-01/2024-01-01"), plan.period("P2..P3").map(TimePeriod::label));
    assertEquals(Optional.of("2021-01-01/2023-07-01"), plan.until("P2").map(TimePeriod::label));
    assertEquals(Optional.of("2021-Q3"), plan.period("2021-Q3").map(TimePeriod::label));
    assertEquals(Optional.empty(), plan.period("P3..P2"));
    assertEquals(Optional.empty(), plan.period("P9"));
    assertEquals(Optional.empty(), plan.period("2021..2023"));
    assertEquals(Optional.empty(), plan.name(TimePeriod.TOTAL));
  }

  @Test
  void eachOperationHasStretchesOfItsOwn() {
    Portfolio portfolio =
        Records.withOperation()
            .add(decision("d1", "2021-01-01", ""))
            .add(decision("e1", "2021-01-01", ""))
            .add(decision("e2", "2021-06-01", "e1"))
            .add(period("D1", "", "d1", 1, "2021-01-01", "2021-12-31"))
            .add(period("E1", "", "e1", 1, "2021-03-01", "2021-05-31"))
            .add(period("E1", "2021-06-01", "e2", 1, "2021-04-01", "2021-12-31"))
            .add(period("E2", "2021-06-01", "e2", 2, "2022-01-01", "2022-12-31"))
            .add(period("D2", "", "d1", 2, "2022-01-01", "2022-12-31"))
            .build();
    DecidedPlan plan = DecidedPlan.of(portfolio);
    assertEquals(
        List.of("D1", "D2", "E1", "D1..D2", "E1..E2"),
        plan.periods().stream().map(period -> plan.name(period).orElse("")).toList());
    assertEquals(Optional.of("2021-04-01/2023-01-01"), plan.until("E2").map(TimePeriod::label));
  }

  /** Of a chain of amendments, each of which states one target, exactly the newest in effect applies. */
  @Property(tries = 50)
  void ofAChainOfAmendmentsTheNewestInEffectApplies(
      @ForAll @IntRange(min = 1, max = 6) int length, @ForAll @IntRange(min = 0, max = 8) int day) {
    PortfolioBuilder builder = Records.withOperation();
    for (int i = 1; i <= length; i++) {
      builder.add(decision("d" + i, "2021-01-0" + i, i == 1 ? "" : "d" + (i - 1)));
      builder.add(target("d" + i, Integer.toString(i)));
    }
    DecidedPlan plan = DecidedPlan.on(builder.build(), Records.day("2020-12-31").plusDays(day));
    int newest = Math.min(length, day);
    assertEquals(
        newest == 0 ? List.of() : List.of(Integer.toString(newest)), values(plan.targets(), Target.VALUE));
  }

  @Test
  void competingAndEarlyAmendmentsAreWarnedOf() {
    assertEquals(
        "decisions:3:supersedes: Both d3 and d2 supersede the decision 'd1'.",
        Records.finding(
            Records.withOperation()
                .add(decision("d1", "2021-01-01", ""))
                .add(decision("d2", "2021-02-01", "d1"))
                .add(decision("d3", "2021-03-01", "d1")),
            PortfolioRules.SUPERSEDED_TWICE));
    assertEquals(
        "decisions:2:supersedes: The decision d2 (2020-12-31) supersedes d1, which is younger (2021-01-01).",
        Records.finding(
            Records.withOperation()
                .add(decision("d1", "2021-01-01", ""))
                .add(decision("d2", "2020-12-31", "d1")),
            PortfolioRules.AMENDED_BEFORE));
  }

  @Test
  void reportingPeriodsThatShareADayAreWarnedOf() {
    PortfolioBuilder builder =
        Records.withOperation()
            .add(decision("d1", "2021-01-01", ""))
            .add(period("P1", "", "d1", 1, "2021-01-01", "2021-06-30"))
            .add(period("P2", "", "d1", 2, "2021-06-30", "2021-12-31"))
            .add(period("P2", "2022-01-01", "d1", 2, "2021-07-01", "2021-12-31"));
    assertEquals(
        "reporting-periods:2:start: The reporting periods P2 and P1 of one decision overlap.",
        Records.finding(builder, PortfolioRules.REPORTING_PERIODS_OVERLAP));
  }

  @Test
  void decisionsThatSupersedeEachOtherInACircleAreRefused() {
    assertEquals(
        1,
        Records.findings(
            Records.withOperation()
                .add(decision("d1", "2021-01-01", "d2"))
                .add(decision("d2", "2021-01-01", "d1")),
            PortfolioRules.CYCLE).size());
  }
}
