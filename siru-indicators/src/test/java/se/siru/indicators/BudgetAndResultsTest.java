package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.CostLine;
import se.siru.core.model.Decision;
import se.siru.core.model.Initiative;
import se.siru.core.model.Money;
import se.siru.core.model.Output;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.model.Uptake;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** Budget that applies beside outcome, and what has become ordinary operations. */
class BudgetAndResultsTest {
  private static Row decision(String id, String date, @Nullable String supersedes) {
    return Decision.TYPE.row(id).with(Decision.NODE, "op1").with(Decision.DATE, LocalDate.parse(date))
        .with(Decision.SUPERSEDES, supersedes).build();
  }

  private static RowBuilder cost(String category) {
    return CostLine.TYPE.row().with(CostLine.NODE, "op1").with(CostLine.CATEGORY, category);
  }

  private static Row budget(@Nullable String decision, String category, String amount) {
    return cost(category).with(CostLine.DECISION, decision).with(CostLine.BUDGET, Money.of("SEK", amount)).build();
  }

  private static Row outcome(String category, String amount, @Nullable String date) {
    return cost(category).with(CostLine.OUTCOME, Money.of("SEK", amount))
        .with(CostLine.DATE, date == null ? null : LocalDate.parse(date)).build();
  }

  private static PortfolioBuilder spent(@Nullable String recordedAt) {
    PortfolioBuilder portfolio = Evaluated.programme();
    return (recordedAt == null ? portfolio : portfolio.recordedAt(LocalDate.parse(recordedAt)))
        .add(decision("d1", "2021-01-15", null))
        .add(decision("d2", "2022-06-01", "d1"))
        .add(budget("d1", "staff", "1000"))
        .add(budget("d1", "travel", "200"))
        .add(budget("d2", "staff", "1500"))
        .add(budget(null, "premises", "100"))
        .add(outcome("staff", "400", "2021-12-31"))
        .add(outcome("staff", "700", "2022-01-01"))
        .add(outcome("travel", "50", null));
  }

  @Test
  void theBudgetIsTheOneThatAppliesAndAnAmendmentReplacesAllBeforeIt() {
    Evaluated all = Evaluated.of(spent("2023-12-31"), "2021..2022/year,total", "cost-category");
    all.gives("1600", "SI-E01.d", "2021");
    all.gives("25", "SI-E01", "2021");
    all.gives("68.75", "SI-E01", "2022");
    all.gives("71.875", "SI-E01", "total");
    assertEquals(1, all.results().cell("SI-E01.n", "2022").unknown(), "one outcome without a day");
    all.gives("1500", "SI-E01.d", "2022", "cost-category=staff");
    // No budget for travel applies any more: the division has no meaning, and no row of the old budget is left.
    assertEquals(
        Value.Reason.UNDEFINED, ((Value.Absent) all.results().cell("SI-E01", "total", "cost-category=travel").value()).reason());
  }

  @Test
  void onAnEarlierDayTheEarlierDecisionApplies() {
    Evaluated all = Evaluated.of(spent("2022-05-31"), "2022..2022/year");
    all.gives("1300", "SI-E01.d", "2022");
    Evaluated.of(spent(null), "2022..2022/year").gives("1600", "SI-E01.d", "2022");
  }

  @Test
  void aCostThatNamesOnlyItsReportingPeriodCountsOnThatPeriodsLastDay() {
    PortfolioBuilder reported =
        Evaluated.programme()
            .add(ReportingPeriod.TYPE.row("P1").with(ReportingPeriod.NUMBER, 1L)
                .with(ReportingPeriod.START, LocalDate.parse("2021-07-01")).with(ReportingPeriod.END, LocalDate.parse("2021-12-31")).build())
            .add(cost("staff").with(CostLine.OUTCOME, Money.of("SEK", "10")).with(CostLine.PERIOD, "P1").build());
    Evaluated all = Evaluated.of(reported, "2021..2022/year");
    all.gives("10", "SI-E02.d", "2021");
    all.gives("0", "SI-E02.d", "2022");
  }

  @Test
  void budgetUseIsToldByWorkPackageAndPartner() {
    PortfolioBuilder parts =
        Evaluated.programme()
            .add(ProgrammeNode.TYPE.row("wp").with(ProgrammeNode.LEVEL, "work-package").with(ProgrammeNode.PARENT, "op1").build())
            .add(Evaluated.organisation("a", "public"))
            .add(Evaluated.organisation("b", "public"))
            .add(CostLine.TYPE.row().with(CostLine.NODE, "wp").with(CostLine.PARTNER, "a").with(CostLine.BUDGET, Money.of("SEK", "100")).build())
            .add(CostLine.TYPE.row().with(CostLine.NODE, "wp").with(CostLine.PARTNER, "b").with(CostLine.BUDGET, Money.of("SEK", "300")).build())
            .add(CostLine.TYPE.row().with(CostLine.NODE, "wp").with(CostLine.PARTNER, "a").with(CostLine.OUTCOME, Money.of("SEK", "40"))
                .with(CostLine.DATE, LocalDate.parse("2021-05-01")).build());
    Evaluated all = Evaluated.of(parts, "2021..2021/year", "partner", "work-package");
    all.gives("40", "SI-E01", "2021", "partner=a");
    all.gives("0", "SI-E01", "2021", "partner=b");
    all.gives("10", "SI-E01", "2021", "work-package=wp");
  }

  private static RowBuilder uptake(String degree, @Nullable String start, @Nullable String end) {
    return Uptake.TYPE.row().with(Uptake.DEGREE, degree).with(Uptake.START, start == null ? null : LocalDate.parse(start))
        .with(Uptake.END, end == null ? null : LocalDate.parse(end));
  }

  private static RowBuilder ordinary(@Nullable String start, @Nullable String end) {
    return uptake("ordinary-operations", start, end).with(Uptake.NODE, "wp");
  }

  /** Uptakes in a work package of an operation that ends on 2022-12-31. */
  private static PortfolioBuilder adopted() {
    return Portfolio.builder(Schema.standard())
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation")
            .with(ProgrammeNode.END, LocalDate.parse("2022-12-31")).build())
        .add(ProgrammeNode.TYPE.row("wp").with(ProgrammeNode.LEVEL, "work-package").with(ProgrammeNode.PARENT, "op").build())
        .add(Evaluated.organisation("town", "public"))
        .add(Evaluated.organisation("club", "civil-society"))
        .add(Output.TYPE.row("tool").with(Output.KIND, "tool").build())
        .add(Output.TYPE.row("strategy").with(Output.KIND, "strategy").build())
        .add(Output.TYPE.row("brief").with(Output.KIND, "tool").build())
        .add(Output.TYPE.row("undated").with(Output.KIND, "tool").build())
        .add(Initiative.TYPE.row("together").with(Initiative.KIND, "collaboration").build())
        .add(Initiative.TYPE.row("later").with(Initiative.KIND, "collaboration").build())
        .add(Initiative.TYPE.row("latest").with(Initiative.KIND, "collaboration").build())
        .add(Initiative.TYPE.row("product").with(Initiative.KIND, "product").build())
        .add(ordinary("2022-01-01", null).with(Uptake.OUTPUT, "tool").with(Uptake.ADOPTER, "town").build())
        .add(ordinary("2022-12-31", null).with(Uptake.OUTPUT, "tool").with(Uptake.ADOPTER, "club").build())
        .add(uptake("used", "2021-01-01", null).with(Uptake.OUTPUT, "strategy").with(Uptake.NODE, "wp").build())
        .add(ordinary("2022-01-01", "2022-12-31").with(Uptake.OUTPUT, "strategy").with(Uptake.ADOPTER, "town").build())
        .add(ordinary("2023-01-01", "2023-12-30").with(Uptake.OUTPUT, "brief").with(Uptake.ADOPTER, "town").build())
        .add(ordinary(null, null).with(Uptake.OUTPUT, "undated").with(Uptake.ADOPTER, "town").build())
        .add(ordinary("2023-01-01", "2023-12-31").with(Uptake.INITIATIVE, "together").with(Uptake.ADOPTER, "town").build())
        .add(ordinary("2023-12-31", null).with(Uptake.INITIATIVE, "later").with(Uptake.ADOPTER, "town").build())
        .add(ordinary("2024-01-01", null).with(Uptake.INITIATIVE, "latest").with(Uptake.ADOPTER, "town").build())
        .add(ordinary("2021-01-01", null).with(Uptake.INITIATIVE, "product").with(Uptake.ADOPTER, "town").build());
  }

  private static Evaluated measured(String point) {
    RuleSet rules =
        RuleSet.builder("agency", "1")
            .value(new RuleSet.Value(List.of("SI-R03"), "measurement-point", point, Indicator.Evidence.CONFIRMED, "decision 1"))
            .build();
    return Evaluated.under(rules, adopted(), "2021..2024/year", "adopter-sector");
  }

  /** The tool and the strategy: the last day is a day of use. */
  @Test
  void aResultCountsOnceWhereItIsInOrdinaryOperationsOnTheLastDayOfItsOperation() {
    for (Evaluated all : List.of(measured("at-end"), Evaluated.of(adopted(), "2021..2024/year", "adopter-sector"))) {
      all.gives("0", "SI-R03", "2021");
      all.gives("2", "SI-R03", "2022");
      all.gives("2", "SI-R03", "2024");
      all.gives("0", "SI-R03.collaborations", "2024");
      all.gives("2", "SI-R03", "2022", "adopter-sector=public");
      all.gives("1", "SI-R03", "2022", "adopter-sector=civil-society");
      assertEquals(1, all.results().cell("SI-R03.outputs", "2022").unknown(), "the one without a first day");
    }
  }

  /** On 2023-12-31: the tool, and collaborations that end or begin on that very day. */
  @Test
  void aYearAfterTheEndIsTheSameDayOfTheNextYear() {
    Evaluated all = measured("one-year-after");
    all.gives("1", "SI-R03", "2022");
    all.gives("3", "SI-R03", "2023");
    all.gives("2", "SI-R03.collaborations", "2023");
    all.gives("3", "SI-R03", "2024");
  }

  /** All but the strategy, whose last day is the operation's. */
  @Test
  void afterTheEndIsAnyDayAfterIt() {
    Evaluated all = measured("after");
    all.gives("1", "SI-R03", "2022");
    all.gives("2", "SI-R03.outputs", "2023");
    all.gives("2", "SI-R03.collaborations", "2023");
    all.gives("3", "SI-R03.collaborations", "2024");
    assertEquals(1, all.results().cell("SI-R03.outputs", "2023").unknown());
  }

  @Test
  void withoutTheLastDayOfTheOperationNobodyKnowsWhenToMeasure() {
    PortfolioBuilder open =
        Evaluated.programme()
            .add(Output.TYPE.row("tool").with(Output.KIND, "tool").build())
            .add(uptake("ordinary-operations", "2022-01-01", null).with(Uptake.OUTPUT, "tool").with(Uptake.NODE, "op1").build());
    Evaluated all = Evaluated.of(open, "2022..2022/year");
    all.gives("0", "SI-R03.outputs", "2022");
    assertEquals(1, all.results().cell("SI-R03.outputs", "2022").unknown());
  }

  @Test
  void moneyThatNobodyBudgetedIsNoShare() {
    PortfolioBuilder none = Evaluated.programme().add(outcome("staff", "10", "2021-05-01"));
    Value value = Evaluated.of(none, "2021..2021/year").results().cell("SI-E01", "2021").value();
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) value).reason());
    assertEquals(BigDecimal.TEN.setScale(2), Evaluated.of(
        Evaluated.programme().add(outcome("staff", "10", "2021-05-01")), "total").results().cell("SI-E01.n", "total").number().orElseThrow());
  }
}
