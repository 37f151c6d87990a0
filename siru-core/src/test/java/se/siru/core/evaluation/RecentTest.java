package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Fiche;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Lag;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.Value;
import se.siru.core.portfolio.CoveredPart;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** What is recent at the end of a period, and what is too old. */
class RecentTest {
  private static final Measure COUNT =
      Indicator.measure("t:count").over(Support.TYPE).when(TimeRule.recent(Lag.ofMonths(3))).count().build();
  private static final Measure STOCK =
      Indicator.measure("t:stock").over(Support.TYPE).when(TimeRule.recent(Support.DATE, Lag.ofDays(90))).per(Support.RECIPIENT)
          .of(Grouping.Inner.last(FieldPath.of(Support.HOURS))).overGroups(Aggregate.OverGroups.Fold.SUM).build();
  private static final Catalogue CATALOGUE = Catalogue.empty().with(Provider.application(), List.of(COUNT, STOCK), List.of());

  private static PortfolioBuilder supported(String... days) {
    PortfolioBuilder builder = Portfolio.builder()
        .add(ProgrammeNode.TYPE.row("o").with(ProgrammeNode.LEVEL, "operation").build())
        .add(Stakeholder.TYPE.row("a").build());
    for (String day : days) {
      builder.add(Support.TYPE.row("s" + day).with(Support.RECIPIENT, "a").with(Support.KIND, "grant")
          .with(Support.DATE, day.isEmpty() ? null : LocalDate.parse(day)).build());
    }
    return builder;
  }

  private static Value count(PortfolioBuilder builder, String period) {
    return Evaluation.of(builder.build(), CATALOGUE).indicators("t:count").periods(Periods.parse(period)).run().cell("t:count", period).value();
  }

  @Test
  void aRecordIsRecentUntilTheDayToWhichTheStretchLeads() {
    assertEquals(Value.Quantity.of(0), count(supported("2020-12-31"), "2021-Q1"));
    assertEquals(Value.Quantity.of(1), count(supported("2021-01-01"), "2021-Q1"));
    assertEquals(Value.Quantity.of(1), count(supported("2021-03-31"), "2021-Q1"));
    assertEquals(Value.Quantity.of(0), count(supported("2021-04-01"), "2021-Q1"));
  }

  @Test
  void inTotalTheDayOfThePortfolioIsTheLast() {
    String[] days = {"2020-12-31", "2021-01-01", "2021-04-01", ""};
    assertEquals(Value.Quantity.of(2), count(supported(days).recordedAt(LocalDate.parse("2021-03-31")), "total"));
    assertEquals(Value.Quantity.of(4), count(supported(days), "total"));
  }

  @Test
  void recordsAreNeededFromTheBeginningOfTheStretch() {
    CoveredPart year = new CoveredPart(LocalDate.parse("2021-01-01"), LocalDate.parse("2022-01-01"), Set.of());
    List<String> told = Evaluation.of(supported("2021-02-01").covers(Support.TYPE, year).build(), CATALOGUE).indicators("t:count")
        .periods(Periods.parse("2021-01,2021-03,2022-06")).run().findings().stream().map(each -> each.arguments().get("periods")).toList();
    assertEquals(List.of("2021-01"), told);
  }

  @Test
  void aStretchOfNoTimeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> TimeRule.recent(Lag.NONE));
  }

  @Test
  void theRuleIsSaidInWords() {
    assertEquals("Records whose day lies before the period's end, by at most 3 months.", Fiche.of(COUNT).period().in("en"));
    assertEquals("Poster vars dag ligger före periodens slut, högst 90 dagar före det.", Fiche.of(STOCK).period().in("sv"));
  }
}
