package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static se.siru.indicators.Evaluated.activity;
import static se.siru.indicators.Evaluated.attended;
import static se.siru.indicators.Evaluated.enterprise;
import static se.siru.indicators.Evaluated.organisation;
import static se.siru.indicators.Evaluated.programme;
import static se.siru.indicators.Evaluated.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Activity;
import se.siru.core.model.Employment;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Initiative;
import se.siru.core.model.Innovation;
import se.siru.core.model.Membership;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.Value;
import se.siru.core.portfolio.IdentityLink;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** The rules of new enterprises, jobs, innovations, research and skills, each on the smallest portfolio that shows it. */
class EnterpriseRulesTest {

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static RowBuilder firm(String id, String size) {
    return Stakeholder.TYPE.row(id).with(Stakeholder.ECONOMIC, "yes").with(Stakeholder.SIZE, size);
  }

  private static Row registered(String id, String registered) {
    return firm(id, "micro").with(Stakeholder.REGISTERED, day(registered)).build();
  }

  private static RuleSet rules(String indicator, String parameter, String value) {
    return RuleSet.builder("agency", "1")
        .value(new RuleSet.Value(List.of(indicator), parameter, value, Indicator.Evidence.CONFIRMED, "decision 1"))
        .build();
  }

  /** The programme of {@link Evaluated}, whose first operation lasts from 2021 to 2023. */
  private static PortfolioBuilder dated() {
    return Portfolio.builder(Schema.standard())
        .add(node("fund", "fund-programme", null))
        .add(node("so1", "objective", "fund"))
        .add(node("so2", "objective", "fund"))
        .add(
            ProgrammeNode.TYPE.row("op1").with(ProgrammeNode.LEVEL, "operation").with(ProgrammeNode.PARENT, "so1")
                .with(ProgrammeNode.START, day("2021-01-01")).with(ProgrammeNode.END, day("2023-12-31")).build())
        .add(node("wp1", "work-package", "op1"))
        .add(node("op2", "operation", "so2"));
  }

  private static Row node(String id, String level, @Nullable String parent) {
    return ProgrammeNode.TYPE.row(id).with(ProgrammeNode.LEVEL, level).with(ProgrammeNode.PARENT, parent).build();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-06-15, 1", "2019-06-14, 0", "2019-06-13, 0", "2022-06-14, 1", "2023-01-01, 1", "2020-02-29, 1"
  })
  void anEnterpriseIsNewWhereItWasRegisteredLessThanThreeYearsBeforeItsFirstSupport(String registered, int expected) {
    PortfolioBuilder portfolio =
        programme().add(registered("a", registered))
            .add(support("1", "op1", "a", "grant", "2022-06-14").build())
            .add(support("2", "op1", "a", "grant", "2023-06-14").build());
    Evaluated.of(portfolio, "2023..2023/year").gives("" + expected, "RCO05", "2023");
  }

  @Test
  void threeYearsFromALeapDayEndOnTheLastDayOfFebruary() {
    PortfolioBuilder portfolio =
        programme().add(registered("a", "2020-02-29")).add(registered("b", "2020-02-29"))
            .add(support("1", "op1", "a", "grant", "2023-02-27").build())
            .add(support("2", "op1", "b", "grant", "2023-02-28").build());
    Evaluated.of(portfolio, "2023..2023/year").gives("1", "RCO05", "2023");
  }

  @Test
  void whoeverWasNewAtTheFirstSupportStaysSoAndCountsOnceInEachObjective() {
    PortfolioBuilder portfolio =
        programme().add(registered("a", "2019-01-01"))
            .add(support("1", "op1", "a", "grant", "2021-06-01").build())
            .add(support("2", "op1", "a", "grant", "2023-06-01").build())
            .add(support("3", "op2", "a", "grant", "2021-07-01").build())
            .add(support("4", "op2", "a", "loan", "2023-07-01").build());
    Evaluated all = Evaluated.of(portfolio, "2021..2023/year");
    all.gives("2", "RCO05", "2021");
    all.gives("2", "RCO05", "2023");
  }

  @Test
  void aDayOfRegistrationThatIsNotKnownIsUnknownAndNotOld() {
    PortfolioBuilder portfolio =
        programme().add(enterprise("a", "micro")).add(registered("b", "2021-01-01"))
            .add(support("1", "op1", "a", "grant", "2021-06-01").build())
            .add(support("2", "op1", "b", "grant", "2021-06-01").build());
    Evaluated all = Evaluated.of(portfolio, "2021..2021/year");
    all.gives("1", "RCO05", "2021");
    assertEquals(1, all.results().cell("RCO05", "2021").unknown());
  }

  @Test
  void anotherLegalFormMakesNoEnterpriseNew() {
    PortfolioBuilder portfolio =
        programme().add(registered("association", "2010-01-01")).add(registered("company", "2021-05-01"))
            .identity(new IdentityLink("association", "company", IdentityLink.Kind.SUCCESSOR, day("2021-05-01")))
            .add(support("1", "op1", "company", "grant", "2021-06-01").build());
    Evaluated.of(portfolio, "2021..2021/year").gives("0", "RCO05", "2021");
  }

  @Test
  void theDayFromWhichNewIsReckonedAndTheMonthsAreParameters() {
    Supplier<PortfolioBuilder> portfolio =
        () -> dated().add(registered("a", "2018-06-01")).add(support("1", "wp1", "a", "grant", "2022-06-01").build());
    Evaluated.of(portfolio.get(), "2022..2022/year").gives("0", "RCO05", "2022");
    Evaluated.of(portfolio.get(), "2022..2022/year").gives("1", "CO05", "2022");
    Evaluated.under(rules("RCO05", "new-reference", "operation-start"), portfolio.get(), "total").gives("1", "RCO05", "total");
    Evaluated.under(rules("RCO05", "new-within-months", "60"), portfolio.get(), "total").gives("1", "RCO05", "total");
    Evaluated.under(rules("CO05", "new-within-months", "24"), portfolio.get(), "total").gives("0", "CO05", "total");
  }

  @Test
  void anOperationWithoutAStartLeavesOpenWhoIsNewIn20142020() {
    PortfolioBuilder portfolio =
        dated().add(registered("a", "2018-06-01")).add(support("1", "op2", "a", "grant", "2022-06-01").build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("0", "CO05", "2022");
    assertEquals(1, all.results().cell("CO05", "2022").unknown());
  }

  @Test
  void anEnterpriseBelowTheHoursOfRco01IsNoNewOneEither() {
    Supplier<PortfolioBuilder> portfolio =
        () -> programme().add(registered("a", "2021-01-01"))
            .add(support("1", "op1", "a", "guidance", "2021-06-01").with(Support.HOURS, new BigDecimal("5")).build());
    Evaluated.under(Evaluated.hours("8"), portfolio.get(), "2021..2021/year").gives("0", "RCO05", "2021");
    Evaluated.of(portfolio.get(), "2021..2021/year").gives("1", "RCO05", "2021");
  }

  @Test
  void theFormsOfSupportArePartsThatMayAddUpToMoreThanTheWholeAndEachEnterpriseIsAdvisedOrNew() {
    PortfolioBuilder portfolio =
        dated().add(registered("a", "2000-01-01")).add(registered("b", "2020-01-01")).add(registered("c", "2000-01-01"))
            .add(support("1", "op1", "a", "grant", "2021-06-01").build())
            .add(support("2", "op1", "a", "guidance", "2021-07-01").build())
            .add(support("3", "op1", "b", "equity", "2021-06-01").build())
            .add(support("4", "op1", "c", "grant", "2021-06-01").build())
            .add(support("5", "op2", "a", "grant", "2021-08-01").build());
    Evaluated all = Evaluated.of(portfolio, "2021..2021/year");
    all.gives("3", "CO01", "2021");
    all.gives("2", "CO02", "2021");
    all.gives("1", "CO03", "2021");
    all.gives("1", "CO04", "2021");
    all.gives("1", "CO05", "2021");
    all.gives("1", "CO01.neither", "2021");
  }

  private static Row posts(String organisation, String point, String day, @Nullable String fte) {
    return Employment.TYPE.row().with(Employment.NODE, "op1").with(Employment.ORGANISATION, organisation)
        .with(Employment.POINT, point).with(Employment.DATE, day(day))
        .with(Employment.FTE, fte == null ? null : new BigDecimal(fte)).build();
  }

  private static PortfolioBuilder jobs() {
    return programme().add(enterprise("a", "small")).add(enterprise("b", "small")).add(enterprise("c", "small"))
        .add(support("1", "op1", "a", "grant", "2021-01-01").build())
        .add(support("2", "op1", "b", "grant", "2021-01-01").build())
        .add(support("3", "op1", "c", "grant", "2021-01-01").build())
        .add(posts("a", "before", "2021-01-01", "10.5"))
        .add(posts("a", "at-end", "2022-12-31", "12"))
        .add(posts("a", "one-year-after", "2023-12-31", "15.25"))
        .add(posts("b", "before", "2021-01-01", "4"))
        .add(posts("b", "at-end", "2022-12-31", "2"))
        .add(posts("c", "at-end", "2022-12-31", "7"));
  }

  @Test
  void jobsAreAfterLessBeforeOfEachOrganisationAndLossesAreDeducted() {
    Evaluated all = Evaluated.of(jobs(), "2021..2023/year");
    // 12 − 10.5 + 2 − 4; c was not measured before, so that it is unknown and not 7.
    all.gives("-0.5", "RCR01", "2022");
    assertEquals(1, all.results().cell("RCR01", "2022").unknown());
    assertEquals(4, all.results().cell("RCR01", "2022").records());
    assertInstanceOf(Value.Absent.class, all.results().cell("RCR01", "2021").value());
  }

  @Test
  void theRuleSetSaysWhenResultsAreMeasured() {
    Evaluated later = Evaluated.under(rules("RCR01", "measurement-point", "one-year-after"), jobs(), "2022..2023/year");
    later.gives("4.75", "RCR01", "2023");
    assertInstanceOf(Value.Absent.class, later.results().cell("RCR01", "2022").value());
    Evaluated.under(rules("RCR01", "measurement-point", "after"), jobs(), "2023..2023/year").gives("2.75", "RCR01", "2023");
    Evaluated.of(jobs(), "2023..2023/year").gives("-0.5", "CO08", "2023");
  }

  @Test
  void anOrganisationInTwoOperationsOfOneObjectiveIsComparedOnceFromItsFirstToItsLastMeasurement() {
    PortfolioBuilder portfolio =
        programme().add(enterprise("a", "small")).add(support("1", "op1", "a", "grant", "2021-01-01").build())
            .add(posts("a", "before", "2021-01-01", "10")).add(posts("a", "before", "2021-01-01", "10"))
            .add(posts("a", "at-end", "2022-01-01", "12")).add(posts("a", "before", "2022-01-02", "12"))
            .add(posts("a", "at-end", "2023-01-01", "13"));
    Evaluated.of(portfolio, "2023..2023/year").gives("3", "RCR01", "2023");
  }

  @Test
  void postsThatNobodyStatedAreUnknownAndThoseOfWhomNobodySupportedDoNotCount() {
    PortfolioBuilder portfolio =
        programme().add(enterprise("a", "small")).add(enterprise("b", "small"))
            .add(support("1", "op1", "a", "grant", "2021-01-01").build())
            .add(posts("a", "before", "2021-01-01", "1")).add(posts("a", "at-end", "2022-01-01", null))
            .add(posts("b", "before", "2021-01-01", "1")).add(posts("b", "at-end", "2022-01-01", "9"));
    Evaluated all = Evaluated.of(portfolio, "2023..2023/year");
    assertInstanceOf(Value.Absent.class, all.results().cell("RCR01", "2023").value());
    assertEquals(2, all.results().cell("RCR01", "2023").unknown());
  }

  @Test
  void aNewEnterpriseSurvivesWhereItIsActiveAtTheMeasurementPoint() {
    Evaluated.of(survivors(), "2023..2023/year").gives("3", "RCO05", "2023");
    Evaluated.of(survivors(), "2023..2023/year").gives("1", "RCR17", "2023");
    Evaluated.under(rules("RCR17", "measurement-point", "one-year-after"), survivors(), "total").gives("0", "RCR17", "total");
  }

  @Test
  void withoutRecordsOfSupportNobodyKnowsWhoseJobsAndInnovationsCount() {
    PortfolioBuilder portfolio =
        programme().add(enterprise("a", "micro")).add(innovation("a", "good", "new-to-firm", "2022-06-01"))
            .add(posts("a", "before", "2021-01-01", "1")).add(posts("a", "at-end", "2022-01-01", "2"));
    Evaluated all = Evaluated.of(portfolio, "total");
    for (String indicator : List.of("RCR01", "RCR03", "CO28")) {
      assertInstanceOf(Value.Absent.class, all.results().cell(indicator, "total").value(), indicator);
    }
    Evaluated.of(
        programme().holds(Support.TYPE).add(enterprise("a", "micro")).add(innovation("a", "good", "new-to-firm", "2022-06-01")), "total")
        .gives("0", "RCR03", "total");
  }

  private static PortfolioBuilder survivors() {
    PortfolioBuilder portfolio =
        programme().add(registered("a", "2021-01-01")).add(registered("b", "2021-01-01")).add(registered("c", "2001-01-01"))
            .add(registered("d", "2021-01-01"));
    for (String id : List.of("a", "b", "c", "d")) {
      portfolio.add(support("s" + id, "op1", id, "grant", "2021-06-01").build());
    }
    return portfolio.add(active("a", "at-end", "yes")).add(active("a", "one-year-after", "no"))
        .add(active("b", "at-end", "no")).add(active("c", "at-end", "yes"));
  }

  private static Row active(String organisation, String point, String active) {
    return Employment.TYPE.row().with(Employment.NODE, "op1").with(Employment.ORGANISATION, organisation)
        .with(Employment.POINT, point).with(Employment.DATE, day("2023-01-01")).with(Employment.ACTIVE, active).build();
  }

  private static Row innovation(String enterprise, String kind, @Nullable String novelty, @Nullable String day) {
    return Innovation.TYPE.row().with(Innovation.NODE, "op1").with(Innovation.ENTERPRISE, enterprise).with(Innovation.KIND, kind)
        .with(Innovation.NOVELTY, novelty).with(Innovation.DATE, day == null ? null : day(day)).build();
  }

  @Test
  void anInnovationCountsFromTheDayOfTheFirstSupportOnAndNewToTheFirmSuffices() {
    PortfolioBuilder portfolio =
        programme().add(enterprise("a", "micro")).add(enterprise("b", "medium")).add(enterprise("big", "large"))
            .add(enterprise("alone", "micro"))
            .add(support("1", "op1", "a", "grant", "2022-06-01").build())
            .add(support("2", "op1", "b", "grant", "2022-06-01").build())
            .add(support("3", "op1", "big", "grant", "2022-06-01").build())
            .add(innovation("a", "good", "new-to-firm", "2022-06-01"))
            .add(innovation("a", "process", "new-to-market", "2022-07-01"))
            .add(innovation("b", "service", "new-to-market", "2022-05-31"))
            .add(innovation("big", "service", "new-to-market", "2022-08-01"))
            .add(innovation("alone", "service", "new-to-market", "2022-08-01"));
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year", "size");
    all.gives("1", "RCR03", "2022");
    all.gives("1", "RCR03", "2022", "size=micro");
    all.gives("1", "CO28", "2022");
    all.gives("2", "CO29", "2022");
  }

  @Test
  void anInnovationWithoutADayOrNoveltyIsUnknownAndNotRefused() {
    PortfolioBuilder portfolio =
        programme().add(enterprise("a", "micro")).add(support("1", "op1", "a", "grant", "2022-06-01").build())
            .add(innovation("a", "good", "new-to-firm", null))
            .add(innovation("a", "good", null, "2022-07-01"));
    Evaluated all = Evaluated.of(portfolio, "total");
    all.gives("0", "RCR03", "total");
    assertEquals(2, all.results().cell("RCR03", "total").unknown());
  }

  @Test
  void whoIsAnSmeIsAskedAtTheSupportAndNotAtTheInnovation() {
    PortfolioBuilder portfolio =
        programme().add(enterprise("a", "medium"))
            .add(firm("a", "large").with(Stakeholder.VALID_FROM, day("2022-07-01")).build())
            .add(support("1", "op1", "a", "grant", "2022-06-01").build())
            .add(innovation("a", "good", "new-to-firm", "2022-08-01"));
    Evaluated.of(portfolio, "2022..2022/year").gives("1", "RCR03", "2022");
  }

  private static Row member(String member, String initiative, @Nullable String role, String start, @Nullable String end) {
    return Membership.TYPE.row().with(Membership.NODE, "op1").with(Membership.MEMBER, member).with(Membership.INITIATIVE, initiative)
        .with(Membership.ROLE, role).with(Membership.START, day(start)).with(Membership.END, end == null ? null : day(end)).build();
  }

  @Test
  void anEnterpriseCooperatesWithResearchWhereBothAreInAnInitiativeAtTheSameTime() {
    PortfolioBuilder portfolio =
        programme()
            .add(Stakeholder.TYPE.row("university").with(Stakeholder.SECTOR, "academia").build())
            .add(Stakeholder.TYPE.row("institute").with(Stakeholder.SECTOR, "academia").with(Stakeholder.ECONOMIC, "yes").build())
            .add(Initiative.TYPE.row("i").build()).add(Initiative.TYPE.row("j").build()).add(Initiative.TYPE.row("k").build());
    for (String id : List.of("with", "before", "funder", "elsewhere", "last-day")) {
      portfolio.add(firm(id, "micro").with(Stakeholder.SECTOR, "business").build());
    }
    portfolio
        .add(member("university", "i", "partner", "2022-03-01", "2022-09-30"))
        .add(member("with", "i", null, "2022-01-01", null))
        .add(member("before", "i", "partner", "2021-01-01", "2022-02-28"))
        .add(member("last-day", "i", "partner", "2022-09-30", null))
        .add(member("funder", "i", "funder", "2022-01-01", null))
        .add(member("elsewhere", "j", "partner", "2022-01-01", null))
        .add(member("institute", "k", "partner", "2022-01-01", null));
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("2", "RCO10", "2022");
  }

  @Test
  void participationsInDiscoveryArePairsOfOrganisationAndActivity() {
    PortfolioBuilder portfolio =
        programme().add(organisation("town", "public")).add(organisation("club", "civil-society"))
            .add(activity("first", "held", "2022-02-01").with(Activity.KIND, "dialogue-forum").build())
            .add(activity("second", "held", "2022-03-01").with(Activity.KIND, "dialogue-forum").build())
            .add(activity("lunch", "held", "2022-03-01").with(Activity.KIND, "knowledge-lunch").build())
            .add(attended("first", "town").build()).add(attended("first", "town", "club").build())
            .add(attended("second", "town").build()).add(attended("lunch", "club").build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year", "sector");
    all.gives("3", "RCO16", "2022");
    all.gives("2", "RCO16", "2022", "sector=public");
  }

  @Test
  void smesInvestInSkillsWhereTheyGetTraining() {
    PortfolioBuilder portfolio =
        programme().add(enterprise("a", "micro")).add(enterprise("big", "large")).add(enterprise("c", "small"))
            .add(support("1", "op1", "a", "training", "2022-01-01").with(Support.SKILL, "digital").build())
            .add(support("2", "op1", "a", "training", "2022-02-01").with(Support.SKILL, "green").build())
            .add(support("3", "op1", "big", "training", "2022-01-01").build())
            .add(support("4", "op1", "c", "guidance", "2022-01-01").build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year", "skill");
    all.gives("1", "RCO101", "2022");
    all.gives("1", "RCO101", "2022", "skill=digital");
    all.gives("1", "RCO101", "2022", "skill=green");
  }

  private static RowBuilder enrolled(String outcome, String end) {
    return Enrolment.TYPE.row().with(Enrolment.NODE, "op1").with(Enrolment.ACTIVITY, "course").with(Enrolment.ORGANISATION, "a")
        .with(Enrolment.OUTCOME, outcome).with(Enrolment.START, day("2022-01-01")).with(Enrolment.END, day(end));
  }

  @Test
  void whoCompletedACourseCountsOnceForItOnTheDayOfItsEnd() {
    PortfolioBuilder portfolio =
        programme().add(enterprise("a", "micro"))
            .add(Stakeholder.TYPE.row("p").with(Stakeholder.KIND, "person").build())
            .add(Stakeholder.TYPE.row("q").with(Stakeholder.KIND, "person").build())
            .add(activity("course", "held", "2022-01-01").build())
            .add(enrolled("completed", "2022-12-31").with(Enrolment.PERSON, "p").build())
            .add(enrolled("completed", "2022-12-31").with(Enrolment.PERSON, "p").build())
            .add(enrolled("left", "2022-03-01").with(Enrolment.PERSON, "q").build())
            .add(enrolled("completed", "2023-01-01").with(Enrolment.HEADS, 5L).build());
    Evaluated all = Evaluated.of(portfolio, "2022..2023/year");
    all.gives("1", "RCR98", "2022");
    all.gives("6", "RCR98", "2023");
  }
}
