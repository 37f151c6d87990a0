package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Activity;
import se.siru.core.model.Decision;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Target;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.DecidedPlan;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** Attainment follows the decision that applies, also in its own reporting periods. */
class PlannedTargetsTest {
  private static final Catalogue CATALOGUE =
      Catalogue.empty()
          .with(
              Provider.application(),
              List.of(
                  Indicator.measure("t:all").code("T").over(Activity.TYPE).count().build(),
                  Indicator.measure("t:fewer").code("F").direction(Indicator.Direction.DOWN).over(Activity.TYPE).count().build(),
                  Indicator.formula("t:attainment").code("A").unit("percent")
                      .expression(new Expression.Attainment("*")).build()),
              List.of());

  private static Row target(String period, String value, String decision) {
    return Target.TYPE.row()
        .with(Target.INDICATOR, "T")
        .with(Target.PERIOD, period)
        .with(Target.VALUE, new BigDecimal(value))
        .with(Target.DECISION, decision)
        .build();
  }

  private static Row decision(String id, String date, String supersedes) {
    RowBuilder row = Decision.TYPE.row(id).with(Decision.DATE, LocalDate.parse(date));
    return (supersedes.isEmpty() ? row : row.with(Decision.SUPERSEDES, supersedes)).build();
  }

  private static Row period(String id, long number, String start, String end) {
    return ReportingPeriod.TYPE.row(id)
        .with(ReportingPeriod.NUMBER, number)
        .with(ReportingPeriod.START, LocalDate.parse(start))
        .with(ReportingPeriod.END, LocalDate.parse(end))
        .build();
  }

  private static Portfolio portfolio(String recordedAt) {
    PortfolioBuilder builder =
        Portfolio.builder()
            .recordedAt(LocalDate.parse(recordedAt))
            .add(ProgrammeNode.TYPE.row("o").with(ProgrammeNode.LEVEL, "operation").build())
            .add(decision("d1", "2021-01-01", ""))
            .add(decision("d2", "2022-06-01", "d1"))
            .add(period("P1", 1, "2021-01-01", "2021-12-31"))
            .add(period("P2", 2, "2022-01-01", "2022-12-31"))
            .add(target("total", "4", "d1"))
            .add(target("total", "10", "d2"))
            .add(target("P1..P2", "8", "d2"))
            .add(target("P2", "4", "d2"));
    for (int i = 0; i < 5; i++) {
      builder.add(
          Activity.TYPE.row("a" + i).with(Activity.START, LocalDate.parse(i < 2 ? "2021-03-01" : "2022-03-01")).build());
    }
    return builder.build();
  }

  private static String attainment(Portfolio portfolio, String period) {
    return attainment(portfolio, "T", period);
  }

  private static String attainment(Portfolio portfolio, String of, String period) {
    Results results =
        Evaluation.of(portfolio, CATALOGUE)
            .indicators("A")
            .periods(Stream.concat(DecidedPlan.of(portfolio).periods().stream(), Stream.of(TimePeriod.TOTAL)).toList())
            .run();
    Value value = results.cell("A(" + of + ")", period).value();
    return value instanceof Value.Ratio ratio
        ? ratio.numerator().stripTrailingZeros().toPlainString() + "/"
            + ratio.denominator().stripTrailingZeros().toPlainString()
        : ((Value.Absent) value).reason().code();
  }

  /** Of what less is better, 5 from a baseline of 8 is three quarters of the way to 4; from no baseline, no way leads up to 4. */
  @Test
  void lessIsBetterOnlyTowardsATargetBelowTheBaseline() {
    assertEquals("-3/-4", ofFewer("8"));
    assertEquals("undefined", ofFewer("0"));
  }

  private static String ofFewer(String baseline) {
    Portfolio portfolio =
        portfolio("2022-12-31").toBuilder()
            .add(Target.TYPE.row().with(Target.INDICATOR, "F").with(Target.PERIOD, "total").with(Target.BASELINE, new BigDecimal(baseline))
                .with(Target.VALUE, new BigDecimal("4")).build())
            .build();
    return attainment(portfolio, "F", "total");
  }

  @Test
  void theTargetIsThatOfTheDecisionThatApplies() {
    assertEquals("5/4", attainment(portfolio("2022-05-31"), "total"));
    assertEquals("5/10", attainment(portfolio("2022-06-01"), "total"));
  }

  @Test
  void aTargetOfReportingPeriodsIsThatOfTheirDays() {
    Portfolio portfolio = portfolio("2022-12-31");
    assertEquals("3/4", attainment(portfolio, "2022-01-01/2023-01-01"));
    assertEquals("5/8", attainment(portfolio, "2021-01-01/2023-01-01"));
    assertEquals("not-applicable", attainment(portfolio, "2021-01-01/2022-01-01"));
  }
}
