package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Finding;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.CoveredPart;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** Indicators over records that are complete for some days only. */
class CoverTest {
  private static final Indicator ACTIVITIES = Indicator.measure("t:activities").over(Activity.TYPE).count().build();
  private static final Indicator SO_FAR =
      Indicator.measure("t:so-far").over(Activity.TYPE).when(TimeRule.cumulative()).count().build();
  private static final Indicator IN_FORCE =
      Indicator.measure("t:in-force").over(Activity.TYPE).when(TimeRule.inForceAtPeriodEnd()).count().build();
  private static final Indicator ORGANISATIONS =
      Indicator.measure("t:organisations").over(Participation.TYPE).distinct(Participation.ORGANISATIONS).build();
  private static final Indicator TWICE = Indicator.formula("t:twice").expression("[t:activities] * 2").build();
  private static final Catalogue CATALOGUE =
      Catalogue.empty()
          .with(Provider.application(), List.of(ACTIVITIES, SO_FAR, IN_FORCE, ORGANISATIONS, TWICE), List.of());

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static PortfolioBuilder portfolio() {
    return Portfolio.builder()
        .recordedAt(day("2023-06-30"))
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
        .add(activity("a", "2021-02-01"))
        .add(activity("b", "2022-08-01"))
        .holds(Participation.TYPE)
        .holds(Stakeholder.TYPE);
  }

  private static Row activity(String id, String start) {
    return Activity.TYPE.row(id).with(Activity.START, day(start)).with(Activity.KIND, "dialogue-forum").build();
  }

  private static CoveredPart days(String from, String until) {
    return new CoveredPart(day(from), day(until), Set.of());
  }

  private static Results run(PortfolioBuilder portfolio, String by, String... indicators) {
    Evaluation evaluation =
        Evaluation.of(portfolio.build(), CATALOGUE)
            .indicators(indicators)
            .periods(Periods.parse("2020..2024/year,total"));
    return (by.isEmpty() ? evaluation : evaluation.by(by)).run();
  }

  /** Period, and the value or the reason why there is none. */
  private static String values(Results results, String indicator) {
    return results.cells()
        .filter(cell -> cell.codes().isEmpty() && cell.indicator().id().equals(indicator))
        .map(cell -> cell.period() + "=" + (cell.value() instanceof Value.Absent absent
            ? absent.reason().code()
            : cell.number().orElseThrow().toPlainString()))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aPeriodThatIsNotCoveredIsMissingAndOneThatIsCoveredIsZero() {
    PortfolioBuilder some = portfolio().covers(Activity.TYPE, days("2021-01-01", "2023-01-01"));
    Results results = run(some, "", "t:activities", "t:twice");
    assertEquals("2020=missing 2021=1 2022=1 2023=missing 2024=not-due total=2", values(results, "t:activities"));
    assertEquals("2020=missing 2021=2 2022=2 2023=missing 2024=missing total=4", values(results, "t:twice").replace("not-due", "missing"));
    assertEquals(
        "2020=0 2021=1 2022=1 2023=0 2024=not-due total=2",
        values(run(portfolio(), "", "t:activities"), "t:activities"));
    Value.Absent absent = (Value.Absent) results.cell("t:activities", "2020").value();
    assertTrue(absent.note().in("sv").contains("täcker inte perioden"), absent.note()::toString);
  }

  @Test
  void aPeriodThatIsCoveredInPartHasItsNumberAndAWarning() {
    Results results =
        run(portfolio().covers(Activity.TYPE, days("2021-07-01", "2023-03-01")), "", "t:activities", "t:so-far");
    assertEquals("2020=missing 2021=1 2022=1 2023=0 2024=not-due total=2", values(results, "t:activities"));
    List<Finding> findings = results.findings();
    assertEquals(List.of("evaluation.partly-covered"), findings.stream().map(each -> each.rule().id()).toList());
    assertEquals(
        "The activities cover 2021, 2023, total, 2022 only in part: t:activities, t:so-far", findings.get(0).message("en"));
  }

  @Test
  void aStateNeedsTheLastDayAndACumulativeCountAllDaysBefore() {
    PortfolioBuilder some = portfolio().covers(Activity.TYPE, days("2021-12-01", "2022-12-31"));
    Results results = run(some, "", "t:in-force", "t:so-far");
    assertEquals("2020=missing", values(results, "t:in-force").split(" ")[0]);
    assertTrue(values(results, "t:in-force").contains("2022=missing 2023=missing"), values(results, "t:in-force"));
    assertTrue(values(results, "t:in-force").matches(".*2021=[0-9]+ .*"), values(results, "t:in-force"));
    assertEquals("2020=missing 2021=1 2022=2 2023=2 2024=not-due total=2", values(results, "t:so-far"));
  }

  @Test
  void everyRowOfThePeriodIsMissing() {
    Results results =
        run(portfolio().covers(Activity.TYPE, days("2022-01-01", "2023-01-01")), "activity-kind", "t:activities");
    assertEquals(
        Set.of(Value.Reason.MISSING),
        results.cells()
            .filter(cell -> cell.period().label().equals("2021"))
            .map(cell -> ((Value.Absent) cell.value()).reason())
            .collect(Collectors.toSet()));
    assertEquals(Value.Quantity.of(1), results.cell("t:activities", "2022", "activity-kind=dialogue-forum").value());
  }

  @Test
  void whatAnIndicatorRefersToMustBeCoveredToo() {
    Results results =
        run(portfolio().covers(Stakeholder.TYPE, days("2021-01-01", "2022-01-01")), "", "t:organisations", "t:activities");
    assertEquals("2020=missing 2021=0 2022=missing 2023=missing 2024=not-due total=0", values(results, "t:organisations"));
    assertEquals("2020=0 2021=1 2022=1 2023=0 2024=not-due total=2", values(results, "t:activities"));
  }

  @Test
  void aNodeCoversItsOwnPartOfThePortfolio() {
    PortfolioBuilder two =
        portfolio()
            .add(ProgrammeNode.TYPE.row("op-2").with(ProgrammeNode.LEVEL, "operation").with(ProgrammeNode.END, day("2021-12-31")).build())
            .covers(Activity.TYPE, new CoveredPart(null, null, Set.of("op")));
    Results results = run(two, "", "t:activities");
    assertEquals("2020=0 2021=1 2022=1 2023=0 2024=not-due total=2", values(results, "t:activities"));
    assertEquals("2020, 2021, total", results.findings().get(0).arguments().get("periods"));
  }
}
