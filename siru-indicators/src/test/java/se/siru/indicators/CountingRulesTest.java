package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.indicators.Evaluated.activity;
import static se.siru.indicators.Evaluated.attended;
import static se.siru.indicators.Evaluated.enterprise;
import static se.siru.indicators.Evaluated.member;
import static se.siru.indicators.Evaluated.organisation;
import static se.siru.indicators.Evaluated.programme;
import static se.siru.indicators.Evaluated.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.evaluation.Cell;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.CostLine;
import se.siru.core.model.Effect;
import se.siru.core.model.Funding;
import se.siru.core.model.Initiative;
import se.siru.core.model.Money;
import se.siru.core.model.Network;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.StageChange;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.Target;
import se.siru.core.model.Value;
import se.siru.core.portfolio.PortfolioBuilder;

/** The counting rules of the catalogue, each on the smallest portfolio that shows it. */
class CountingRulesTest {

  private static PortfolioBuilder supported() {
    return programme()
        .add(enterprise("a", "small"))
        .add(enterprise("b", "micro"))
        .add(enterprise("c", "micro"))
        .add(Stakeholder.TYPE.row("region").with(Stakeholder.ECONOMIC, "no").build())
        .add(Stakeholder.TYPE.row("unclear").build())
        .add(support("1", "op1", "a", "loan", "2021-03-01").build())
        .add(support("2", "op1", "a", "grant", "2022-03-01").build())
        .add(support("3", "op2", "a", "guidance", "2022-05-01").with(Support.HOURS, new BigDecimal("5")).build())
        .add(support("4", "op1", "b", "guidance", "2022-05-01").with(Support.HOURS, new BigDecimal("5")).build())
        .add(support("5", "op1", "b", "training", "2023-05-01").with(Support.HOURS, new BigDecimal("3")).build())
        .add(support("6", "op1", "c", "guidance", "2021-05-01").build())
        .add(support("7", "op1", "region", "grant", "2021-05-01").build())
        .add(support("8", "op1", "unclear", "grant", "2021-05-01").build());
  }

  @Test
  void anEnterpriseCountsOnceInEachObjectiveFromItsFirstSupportOn() {
    Evaluated all = Evaluated.of(supported(), "2021..2023/year");
    all.gives("2", "RCO01", "2021");
    all.gives("4", "RCO01", "2022");
    all.gives("4", "RCO01", "2023");
    all.gives("1", "RCO02", "2023");
    all.gives("1", "RCO03", "2023");
    all.gives("3", "RCO04", "2023");
    all.gives("3", "CO01", "2023");
  }

  @Test
  void whetherARecipientIsAnEnterpriseIsShownAsUnknownAndNeverInferred() {
    Evaluated all = Evaluated.of(supported(), "2021..2021/year");
    assertEquals(1, all.results().cell("RCO01", "2021").unknown());
  }

  @Test
  void anEnterpriseBelowTheThresholdOfHoursIsInNeitherUnionNorPart() {
    Evaluated all = Evaluated.under(Evaluated.hours("8"), supported(), "2022..2023/year");
    all.gives("0", "RCO04", "2022");
    all.gives("1", "RCO04", "2023");
    all.gives("1", "RCO01", "2022");
    all.gives("2", "RCO01", "2023");
  }

  @Test
  void theSizeClassIsThatOfTheFirstSupport() {
    PortfolioBuilder grown =
        programme()
            .add(enterprise("a", "micro"))
            .add(
                Stakeholder.TYPE.row("a").with(Stakeholder.ECONOMIC, "yes").with(Stakeholder.SIZE, "medium")
                    .with(Stakeholder.VALID_FROM, LocalDate.parse("2022-01-01")).build())
            .add(support("1", "op1", "a", "grant", "2021-03-01").build())
            .add(support("2", "op1", "a", "grant", "2022-03-01").build());
    Evaluated all = Evaluated.of(grown, "2022..2022/year", "size");
    all.gives("1", "RCO01", "2022", "size=micro");
    assertTrue(
        all.results().cells()
            .filter(cell -> cell.codes().containsValue("medium") && cell.indicator().code().equals("RCO01"))
            .allMatch(cell -> cell.number().orElseThrow().signum() == 0));
  }

  @Test
  void fundingOfAnOperationNeverEntersAnEnterpriseIndicator() {
    PortfolioBuilder funded =
        programme().holds(Support.TYPE).add(enterprise("a", "small")).add(
            Funding.TYPE.row("f").with(Funding.NODE, "op1").with(Funding.PARTNER, "a").with(Funding.STATUS, "decided")
                .with(Funding.AMOUNT, Money.of("SEK", "100")).with(Funding.DATE, LocalDate.parse("2021-01-01")).build());
    Evaluated all = Evaluated.of(funded, "total");
    all.gives("0", "RCO01", "total");
    all.gives("0", "CO01", "total");
    all.gives("100", "SI-E03", "total");
  }

  @Test
  void onlyDecidedFundingCountsAndInItsOperationsCounties() {
    PortfolioBuilder funded =
        programme()
            .add(
                ProgrammeNode.TYPE.row("op3").with(ProgrammeNode.LEVEL, "operation").with(ProgrammeNode.PARENT, "so1")
                    .with(ProgrammeNode.REGIONS, List.of("SE211", "SE110")).build())
            .add(funding("1", "decided", "100.00"))
            .add(funding("2", "paid", "60.00"));
    Evaluated all = Evaluated.of(funded, "total", "county", "county/split");
    all.gives("100", "SI-E03", "total");
    for (String county : List.of("SE211", "SE110")) {
      all.gives("100", "SI-E03", "total", "county=" + county);
      all.gives("50", "SI-E03", "total", "county/split=" + county);
    }
  }

  private static Row funding(String id, String status, String amount) {
    return Funding.TYPE.row(id).with(Funding.NODE, "op3").with(Funding.STATUS, status)
        .with(Funding.AMOUNT, Money.of("SEK", amount)).with(Funding.DATE, LocalDate.parse("2021-01-01")).build();
  }

  private static PortfolioBuilder meetings() {
    return programme()
        .add(organisation("town", "public"))
        .add(organisation("firm", "business"))
        .add(organisation("club", "civil-society"))
        .add(organisation("nobody-knows", null))
        .add(activity("mixed", "held", "2022-02-01").with(Activity.KIND, "dialogue-forum").build())
        .add(activity("alone", "held", "2022-03-01").with(Activity.KIND, "dialogue-forum").build())
        .add(activity("empty", "held", "2022-03-01").with(Activity.KIND, "conference").build())
        .add(activity("off", "cancelled", "2022-04-01").build())
        .add(attended("mixed", "town", "firm").with(Participation.HEADS, 3L).build())
        .add(attended("mixed", "club").with(Participation.HEADS, 2L).build())
        .add(attended("alone", "town").build())
        .add(attended("alone", "nobody-knows").build())
        .add(attended("alone", "firm").with(Participation.STATUS, "no-show").build())
        .add(attended("alone", "club").with(Participation.ROLE, "speaker").build())
        .add(attended("off", "town", "firm").with(Participation.STATUS, "registered").build());
  }

  @Test
  void participationsAreHeadsOfThoseWhoAttendedAsParticipants() {
    Evaluated all = Evaluated.of(meetings(), "2022..2022/year", "activity-kind");
    all.gives("7", "SI-P03", "2022");
    all.gives("7", "SI-P03", "2022", "activity-kind=dialogue-forum");
    all.gives("4", "SI-P01", "2022");
    all.gives("3", "SI-P04", "2022");
  }

  /** An attendance of somebody not known may be one more organisation, one of nobody is none. */
  @Test
  void whoeverRepresentsNobodyIsNoUnknownOrganisation() {
    PortfolioBuilder builder = meetings()
        .add(attended("alone").build())
        .add(attended("alone").with(Participation.REPRESENTS, "organisations").build())
        .add(attended("alone").with(Participation.REPRESENTS, "nobody").build());
    Evaluated all = Evaluated.of(builder, "2022..2022/year", "activity-kind");
    Cell reached = all.results().cell("SI-P01", "2022");
    assertEquals(List.of(Value.Quantity.of(4), 2L), List.of(reached.value(), reached.unknown()));
    all.gives("10", "SI-P03", "2022");
  }

  private static Row cost(String outcome, String source, String form) {
    RowBuilder row = CostLine.TYPE.row().with(CostLine.NODE, "op1").with(CostLine.CATEGORY, "staff")
        .with(CostLine.OUTCOME, Money.of("SEK", outcome)).with(CostLine.DATE, LocalDate.parse("2022-03-01"));
    row = source.isEmpty() ? row : row.with(CostLine.COFINANCING, source);
    return (form.isEmpty() ? row : row.with(CostLine.FORM, form)).build();
  }

  @Test
  void cofinancingIsWhatOthersPaidOfAllThatWasPaidWithCashAndInKindApart() {
    PortfolioBuilder builder = programme()
        .add(cost("50", "", "")).add(cost("10", "eu", "cash")).add(cost("20", "public", "")).add(cost("8", "private", "cash"))
        .add(cost("12", "public", "in-kind"))
        .add(CostLine.TYPE.row().with(CostLine.NODE, "op1").with(CostLine.CATEGORY, "staff")
            .with(CostLine.BUDGET, Money.of("SEK", "1000")).with(CostLine.COFINANCING, "public").build());
    Evaluated all = Evaluated.of(builder, "2022..2022/year", "cost-category");
    assertEquals(ratio("40", "100"), decimals(all.results().cell("SI-E02", "2022").value()));
    assertEquals(ratio("28", "100"), decimals(all.results().cell("SI-E02.cash", "2022").value()));
    assertEquals(ratio("12", "100"), decimals(all.results().cell("SI-E02.in-kind", "2022").value()));
    assertTrue(Evaluated.of(programme(), "2022..2022/year", "cost-category").results().cell("SI-E02", "2022").value()
        instanceof Value.Absent);
  }

  private static List<BigDecimal> ratio(String numerator, String denominator) {
    return List.of(new BigDecimal(numerator), new BigDecimal(denominator));
  }

  private static List<BigDecimal> decimals(Value value) {
    Value.Ratio ratio = (Value.Ratio) value;
    return List.of(ratio.numerator().stripTrailingZeros().setScale(0), ratio.denominator().stripTrailingZeros().setScale(0));
  }

  private static Row effect(String degree, String judge) {
    RowBuilder row = Effect.TYPE.row().with(Effect.CLAIM, "Vi vågar mer.").with(Effect.NODE, "op1")
        .with(Effect.DATE, LocalDate.parse("2022-03-01")).with(Effect.JUDGE, judge);
    return (degree.isEmpty() ? row : row.with(Effect.DEGREE, degree)).build();
  }

  private static PortfolioBuilder effects() {
    return programme().add(effect("none", "participants")).add(effect("partly", "participants"))
        .add(effect("largely", "evaluator")).add(effect("largely", "participants")).add(effect("", "evaluator"));
  }

  @Test
  void effectsAreCountedByDegreeAndByJudgeAndThoseWithoutADegreeAreUnknown() {
    Evaluated byDegree = Evaluated.of(effects(), "2022..2022/year", "degree");
    byDegree.gives("4", "SI-R01", "2022");
    byDegree.gives("2", "SI-R01", "2022", "degree=largely");
    assertEquals(1, byDegree.results().cell("SI-R01", "2022").unknown());
    Evaluated byJudge = Evaluated.of(effects(), "2022..2022/year", "judge");
    byJudge.gives("5", "SI-R02", "2022");
    byJudge.gives("2", "SI-R02", "2022", "judge=evaluator");
  }

  @Test
  void aHeldActivityWithoutParticipationsIsInTheDenominator() {
    Evaluated all = Evaluated.of(meetings(), "2022..2022/year", "activity-kind");
    assertEquals(ratio(1, 3), all.results().cell("SI-P09", "2022").value());
    assertEquals(ratio(1, 3), all.results().cell("SI-P09.k3", "2022").value());
    assertEquals(ratio(0, 3), all.results().cell("SI-P09.k4", "2022").value());
    assertEquals(ratio(1, 2), all.results().cell("SI-P09", "2022", "activity-kind=dialogue-forum").value());
    assertEquals(ratio(0, 1), all.results().cell("SI-P09", "2022", "activity-kind=conference").value());
  }

  /** A forum that began on the last day of a year, and whose guests came on the next: both numbers are those of the first year. */
  @Test
  void anActivityCountsOnItsOwnDayOnWhateverDayItsParticipantsCame() {
    PortfolioBuilder forum =
        programme()
            .add(organisation("town", "public"))
            .add(organisation("firm", "business"))
            .add(activity("forum", "held", "2021-12-31").build())
            .add(activity("late", "cancelled", "2022-01-01").build())
            .add(attended("forum", "town").with(Participation.DATE, LocalDate.parse("2022-01-01")).build())
            .add(attended("forum", "firm").with(Participation.DATE, LocalDate.parse("2022-01-02")).build())
            .add(attended("late", "town", "firm").build());
    Evaluated all = Evaluated.of(forum, "2021..2022/year");
    assertEquals(ratio(1, 1), all.results().cell("SI-P09", "2021").value());
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) all.results().cell("SI-P09", "2022").value()).reason());
    all.gives("0", "SI-P09.n2", "2022");
  }

  private static Value ratio(long numerator, long denominator) {
    return new Value.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  @Test
  void anInitiativeStandsInTheStageItEnteredLast() {
    PortfolioBuilder staged =
        programme()
            .add(Initiative.TYPE.row("i").build())
            .add(Initiative.TYPE.row("j").build())
            .add(stage("i", "idea", "2021-02-01"))
            .add(stage("i", "pilot", "2022-02-01"))
            .add(stage("j", "idea", "2022-02-01"));
    Evaluated all = Evaluated.of(staged, "2021..2022/year", "stage");
    all.gives("1", "SI-I01", "2021");
    all.gives("1", "SI-I01", "2021", "stage=idea");
    all.gives("2", "SI-I01", "2022");
    all.gives("1", "SI-I01", "2022", "stage=idea");
    all.gives("1", "SI-I01", "2022", "stage=pilot");
  }

  private static Row stage(String initiative, String stage, String date) {
    return StageChange.TYPE.row().with(StageChange.INITIATIVE, initiative).with(StageChange.STAGE, stage)
        .with(StageChange.DATE, LocalDate.parse(date)).build();
  }

  @Test
  void tiesArePairsThatShareAnInitiative() {
    PortfolioBuilder members =
        programme()
            .add(organisation("a", "public"))
            .add(organisation("b", "business"))
            .add(organisation("c", "business"))
            .add(organisation("d", null))
            .add(Initiative.TYPE.row("i").build())
            .add(Initiative.TYPE.row("j").build())
            .add(member("a", "i"))
            .add(member("b", "i"))
            .add(member("c", "i"))
            .add(member("a", "j"))
            .add(member("b", "j"))
            .add(member("d", "j"));
    Evaluated all = Evaluated.of(members, "total");
    assertEquals(ratio(1, 3), all.results().cell("SI-N02", "total").value());
    assertEquals(1, all.results().cell("SI-N02", "total").unknown());
    assertEquals(ratio(2, 3), all.results().cell("SI-N02.share", "total").value());
  }

  @Test
  void whoMeetsAtInteractiveActivitiesHasATieFromTheFirstOfThemOn() {
    PortfolioBuilder attended =
        meetings()
            .add(activity("again", "held", "2023-02-01").with(Activity.KIND, "network-meeting").build())
            .add(attended("again", "town").build())
            .add(attended("again", "club").build())
            .add(attended("again", "nobody-knows").build());
    Evaluated all = Evaluated.of(attended, "2022..2023/year");
    // Town, firm and club were at one forum, town and the unknown at another; the no-show and the speaker met nobody.
    all.gives("4", "SI-N01.ties.attendance", "2022");
    all.gives("3", "SI-N01.ties.attendance", "2023");
    all.gives("4", "SI-N09.attendance", "2022");
    all.gives("1", "SI-N09.attendance", "2023");
    assertEquals(ratio(2, 5), all.results().cell("SI-N07.attendance", "2023").value());
  }

  @Test
  void anAgreementWithoutAValueCountsButAddsNothing() {
    PortfolioBuilder agreements =
        programme()
            .add(agreement("1", "direct-award").with(Agreement.VALUE, Money.of("SEK", "500")).build())
            .add(agreement("2", "direct-award").build())
            .add(agreement("3", "reserved-sheltered").build());
    Evaluated all = Evaluated.of(agreements, "2022..2022/year", "legal-basis");
    all.gives("3", "SI-Q01", "2022");
    all.gives("500", "SI-Q02", "2022");
    assertEquals(2, all.results().cell("SI-Q02", "2022").unknown());
    Cell reserved = all.results().cell("SI-Q02", "2022", "legal-basis=reserved-sheltered");
    assertEquals(Value.Reason.MISSING, ((Value.Absent) reserved.value()).reason());
  }

  private static RowBuilder agreement(String id, String basis) {
    return Agreement.TYPE.row(id).with(Agreement.LEGAL_BASIS, basis).with(Agreement.SIGNED, LocalDate.parse("2022-06-01"));
  }

  @Test
  void anIopIsActiveWhileItIsInForceOnThePeriodsLastDay() {
    PortfolioBuilder agreements =
        programme()
            .add(iop("1", "2021-06-01", "2022-12-31"))
            .add(iop("2", "2022-06-01", "2022-12-30"))
            .add(agreement("3", "direct-award").with(Agreement.START, LocalDate.parse("2021-01-01"))
                .with(Agreement.PARTNERSHIP, "none").build());
    Evaluated all = Evaluated.of(agreements, "2020..2023/year");
    all.gives("0", "SI-Q05", "2020");
    all.gives("1", "SI-Q05", "2021");
    all.gives("1", "SI-Q05", "2022");
    all.gives("0", "SI-Q05", "2023");
  }

  private static Row iop(String id, String start, String end) {
    return Agreement.TYPE.row(id).with(Agreement.PARTNERSHIP, "iop").with(Agreement.START, LocalDate.parse(start))
        .with(Agreement.END, LocalDate.parse(end)).build();
  }

  @Test
  void networksCountWhereTheyBeganByTheirOrigin() {
    PortfolioBuilder networks =
        programme()
            .add(Network.TYPE.row("n").with(Network.ORIGIN, "started").with(Network.START, LocalDate.parse("2021-05-01")).build())
            .add(Network.TYPE.row("undated").build());
    Evaluated all = Evaluated.of(networks, "2021..2021/year,total", "origin");
    all.gives("1", "SI-N08", "2021");
    all.gives("1", "SI-N08", "2021", "origin=started");
    all.gives("2", "SI-N08", "total");
    all.gives("1", "SI-N08", "total", "origin=unknown");
  }

  @Test
  void operationsRunWhileTheyShareADayWithThePeriod() {
    PortfolioBuilder operations =
        programme().add(
            ProgrammeNode.TYPE.row("op3").with(ProgrammeNode.LEVEL, "operation").with(ProgrammeNode.PARENT, "so1")
                .with(ProgrammeNode.START, LocalDate.parse("2021-12-31"))
                .with(ProgrammeNode.END, LocalDate.parse("2022-01-01")).build());
    Evaluated all = Evaluated.of(operations, "2020..2023/year");
    all.gives("2", "SI-O01", "2020");
    all.gives("3", "SI-O01", "2021");
    all.gives("3", "SI-O01", "2022");
    all.gives("2", "SI-O01", "2023");
  }

  @Test
  void attainmentIsShownForEachIndicatorWithATarget() {
    PortfolioBuilder targets =
        supported().add(
            Target.TYPE.row().with(Target.INDICATOR, "RCO01").with(Target.PERIOD, "2023")
                .with(Target.BASELINE, BigDecimal.ZERO).with(Target.VALUE, new BigDecimal("8")).build());
    Evaluated all = Evaluated.of(targets, "2023..2023/year");
    Cell attained =
        all.results().cells().filter(cell -> cell.code().equals("SI-C01(RCO01)")).findFirst().orElseThrow();
    assertEquals(0, new BigDecimal("50").compareTo(attained.number().orElseThrow()), attained::toString);
  }
}
