package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.indicators.Evaluated.activity;
import static se.siru.indicators.Evaluated.attended;
import static se.siru.indicators.Evaluated.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Output;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Uptake;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** What organisations of several sectors do jointly, each rule on the smallest portfolio that shows it. */
class CooperationRulesTest {
  /** Names of the Interreg monitoring system Jems: codes that ask for organisations of at least two countries. */
  private static final Set<String> INTERREG =
      Set.of("RCO81", "RCO82", "RCO83", "RCO84", "RCO85", "RCO86", "RCO87", "RCO90", "RCO115", "RCO116", "RCO117", "RCO118", "RCO119",
          "RCO120", "RCR79", "RCR81", "RCR82", "RCR83", "RCR84", "RCR85", "RCR104");

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static RuleSet rules(String indicator, String parameter, String value) {
    return RuleSet.builder("agency", "1")
        .value(new RuleSet.Value(List.of(indicator), parameter, value, Indicator.Evidence.CONFIRMED, "decision 1"))
        .build();
  }

  private static Row node(String id, String level, @Nullable String parent, @Nullable String end) {
    return ProgrammeNode.TYPE.row(id).with(ProgrammeNode.LEVEL, level).with(ProgrammeNode.PARENT, parent)
        .with(ProgrammeNode.END, end == null ? null : day(end)).build();
  }

  /** An operation that ends on 2022-12-31, whose work package ends half a year before. */
  private static PortfolioBuilder operation() {
    return Portfolio.builder(Schema.standard())
        .add(node("fund", "fund-programme", null, "2027-12-31"))
        .add(node("op", "operation", "fund", "2022-12-31"))
        .add(node("wp", "work-package", "op", "2022-06-30"))
        .add(organisation("town", "public"))
        .add(organisation("region", "public"))
        .add(organisation("club", "civil-society"))
        .add(organisation("firm", "business"));
  }

  @Test
  void noCodeOfTheCatalogueIsAnOfficialCodeOfInterreg() {
    List<Indicator> all = new StandardIndicatorsPlugin().indicators();
    assertEquals(List.of(), all.stream().map(Indicator::code).filter(INTERREG::contains).toList());
    List<Indicator> own =
        all.stream().filter(each -> INTERREG.contains(each.code().substring(0, each.code().length() - 1))).toList();
    assertEquals(
        Set.of("RCO81a", "RCO83a", "RCO84a", "RCO85a", "RCO87a", "RCO115a", "RCO116a", "RCR79a", "RCR84a", "RCR104a"),
        Set.copyOf(own.stream().map(Indicator::code).toList()));
    for (Indicator each : own) {
      String official = each.code().substring(0, each.code().length() - 1);
      assertTrue(each.definition().in("sv").contains("Egen programspecifik kod: " + official), each.code());
      assertTrue(each.definition().in("en").contains("code of our own: " + official), each.code());
      assertFalse(each.isConfirmed(), each.code());
    }
  }

  private static PortfolioBuilder meetings() {
    return operation()
        .add(Stakeholder.TYPE.row("p").with(Stakeholder.KIND, "person").build())
        .add(Stakeholder.TYPE.row("q").with(Stakeholder.KIND, "person").build())
        .add(activity("mixed", "held", "2022-02-01").build())
        .add(activity("public", "held", "2022-02-01").build())
        .add(attended("mixed", "town").with(Participation.PERSON, "p").build())
        .add(attended("mixed", "town").with(Participation.PERSON, "p").build())
        .add(attended("mixed", "club").with(Participation.HEADS, 3L).build())
        .add(attended("mixed", "firm").with(Participation.PERSON, "q").with(Participation.ROLE, "speaker").build())
        .add(attended("public", "town", "region").with(Participation.PERSON, "p").build())
        .add(attended("public", "firm").with(Participation.STATUS, "no-show").build());
  }

  @Test
  void participationsInJointActionsArePersonsOnceForEachActivityOfSeveralSectorsAndHeadsBesideThem() {
    Evaluated all = Evaluated.of(meetings(), "2022..2022/year", "sector");
    all.gives("4", "RCO81a", "2022");
    all.gives("1", "RCO81a", "2022", "sector=public");
    all.gives("3", "RCO81a", "2022", "sector=civil-society");
    Evaluated.under(rules("RCO81a", "joint-sectors", "1"), meetings(), "total").gives("5", "RCO81a", "total");
    Evaluated.under(rules("RCO81a", "joint-sectors", "3"), meetings(), "total").gives("0", "RCO81a", "total");
  }

  private static Row enrolled(String course, String organisation, @Nullable String outcome) {
    return Enrolment.TYPE.row().with(Enrolment.NODE, "op").with(Enrolment.ACTIVITY, course).with(Enrolment.HEADS, 2L)
        .with(Enrolment.ORGANISATION, organisation).with(Enrolment.OUTCOME, outcome).with(Enrolment.START, day("2022-01-01")).build();
  }

  @Test
  void jointTrainingHasPersonsOfSeveralSectorsThatBegan() {
    PortfolioBuilder portfolio =
        operation().add(activity("course", "held", "2022-01-01").build()).add(activity("other", "held", "2022-01-01").build())
            .add(enrolled("course", "town", "completed")).add(enrolled("course", "club", "left")).add(enrolled("course", "firm", null))
            .add(enrolled("other", "town", "completed")).add(enrolled("other", "club", "not-started"));
    Evaluated.of(portfolio, "2022..2022/year").gives("6", "RCO85a", "2022");
  }

  @Test
  void jointPublicEventsAreOpenHeldAndOrganisedBySeveralSectors() {
    PortfolioBuilder portfolio =
        operation()
            .add(Stakeholder.TYPE.row("nobody-knows").build())
            .add(event("both", "held", "yes", "town", "club"))
            .add(event("one-sector", "held", "yes", "town", "region"))
            .add(event("perhaps", "held", "yes", "town", "nobody-knows"))
            .add(event("closed", "held", "no", "town", "club"))
            .add(event("planned", "planned", "yes", "town", "club"))
            .add(event("nobody", "held", "yes"));
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("1", "RCO115a", "2022");
    assertEquals(2, all.results().cell("RCO115a", "2022").unknown());
  }

  private static Row event(String id, String status, String open, String... organisers) {
    return activity(id, status, "2022-05-01").with(Activity.OPEN, open).with(Activity.ORGANISERS, List.of(organisers)).build();
  }

  private static RowBuilder output(String id, String kind, String status, @Nullable String day) {
    return Output.TYPE.row(id).with(Output.NODE, "wp").with(Output.KIND, kind).with(Output.STATUS, status)
        .with(Output.DATE, day == null ? null : day(day)).with(Output.JOINT, "yes")
        .with(Output.DEVELOPERS, List.of("town", "club")).with(Output.LEGAL_ADMINISTRATIVE, "no").with(Output.UPTAKE_PLAN, "yes");
  }

  @Test
  void strategiesAreFinalisedSaidToBeJointAndOfSeveralSectors() {
    PortfolioBuilder portfolio =
        operation()
            .add(output("s", "strategy", "finalised", "2022-03-01").build())
            .add(output("plan", "action-plan", "published", "2022-03-01").build())
            .add(output("draft", "strategy", "in-progress", null).build())
            .add(output("own", "strategy", "finalised", "2022-03-01").with(Output.JOINT, "no").build())
            .add(output("unsaid", "strategy", "finalised", "2022-03-01").with(Output.JOINT, null).build())
            .add(output("public", "strategy", "finalised", "2022-03-01").with(Output.DEVELOPERS, List.of("town", "region")).build());
    Evaluated all = Evaluated.of(portfolio, "2021..2022/year");
    all.gives("0", "RCO83a", "2021");
    all.gives("2", "RCO83a", "2022");
    assertEquals(1, all.results().cell("RCO83a", "2022").unknown());
  }

  @ParameterizedTest
  @CsvSource({"2022-12-31, 1", "2023-01-01, 0", "2022-07-01, 1"})
  void aPilotIsFinalisedByTheEndOfTheOperationNotOfItsWorkPackage(String finalised, int expected) {
    PortfolioBuilder portfolio = operation().add(output("p", "pilot", "implemented", finalised).build());
    Evaluated.of(portfolio, "2023..2023/year").gives("" + expected, "RCO84a", "2023");
  }

  @Test
  void aPilotThatWasNotImplementedOrWithoutADayIsNone() {
    PortfolioBuilder portfolio =
        operation().add(output("a", "pilot", "finalised", "2022-05-01").build()).add(output("b", "pilot", "implemented", null).build());
    Evaluated all = Evaluated.of(portfolio, "total");
    all.gives("0", "RCO84a", "total");
    assertEquals(1, all.results().cell("RCO84a", "total").unknown());
  }

  @Test
  void solutionsSayHowToTakeThemUpAndAreNotLegalOrAdministrative() {
    PortfolioBuilder portfolio =
        operation()
            .add(output("a", "solution", "finalised", "2022-05-01").build())
            .add(output("b", "solution", "finalised", "2022-05-01").with(Output.LEGAL_ADMINISTRATIVE, "yes").build())
            .add(output("c", "solution", "finalised", "2022-05-01").with(Output.UPTAKE_PLAN, "no").build())
            .add(output("d", "solution", "finalised", "2022-05-01").with(Output.LEGAL_ADMINISTRATIVE, null).build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("1", "RCO116a", "2022");
    assertEquals(1, all.results().cell("RCO116a", "2022").unknown());
  }

  private static Row uptake(String output, String degree, @Nullable String documented, @Nullable String start) {
    return Uptake.TYPE.row().with(Uptake.NODE, "op").with(Uptake.OUTPUT, output).with(Uptake.ADOPTER, "firm")
        .with(Uptake.DEGREE, degree).with(Uptake.DOCUMENTED, documented).with(Uptake.START, start == null ? null : day(start)).build();
  }

  @Test
  void aStrategyIsTakenUpOnceItIsFinalisedAndInUse() {
    PortfolioBuilder portfolio =
        operation()
            .add(output("s", "strategy", "finalised", "2022-03-01").build())
            .add(output("tested", "strategy", "finalised", "2022-03-01").build())
            .add(output("early", "strategy", "finalised", "2022-03-01").build())
            .add(output("undated", "strategy", "finalised", "2022-03-01").build())
            .add(uptake("s", "used", null, "2023-03-01")).add(uptake("s", "ordinary-operations", null, "2023-06-01"))
            .add(uptake("tested", "tested", null, "2022-04-01"))
            .add(uptake("early", "used", null, "2022-02-01"))
            .add(uptake("undated", "used", null, null));
    Evaluated all = Evaluated.of(portfolio, "2022..2023/year,total");
    all.gives("0", "RCR79a", "2022");
    all.gives("1", "RCR79a", "2023");
    all.gives("1", "RCR79a", "total");
    assertEquals(1, all.results().cell("RCR79a", "total").unknown());
  }

  @ParameterizedTest
  @CsvSource({"2022-06-01, yes, used, 1", "2023-12-31, yes, used, 1", "2024-01-01, yes, used, 0", "2022-06-01, no, used, 0",
      "2022-06-01, yes, tested, 0", "2022-06-01, , used, 0"})
  void aSolutionIsTakenUpWithinAYearAfterTheOperationAsTheAdopterDocumented(
      String start, @Nullable String documented, String degree, int expected) {
    PortfolioBuilder portfolio =
        operation().add(output("a", "solution", "finalised", "2022-05-01").build())
            .add(uptake("a", degree, documented, start)).add(uptake("a", degree, documented, start));
    Evaluated.of(portfolio, "2024..2024/year").gives("" + expected, "RCR104a", "2024");
  }

  @Test
  void aSolutionToALegalObstacleIsCountedElsewhere() {
    PortfolioBuilder portfolio =
        operation().add(output("a", "solution", "finalised", "2022-05-01").with(Output.LEGAL_ADMINISTRATIVE, "yes").build())
            .add(uptake("a", "used", "yes", "2022-06-01"));
    Evaluated.of(portfolio, "2022..2022/year").gives("0", "RCR104a", "2022");
  }

  private static Row partner(String member, String role, @Nullable String initiative) {
    return Membership.TYPE.row().with(Membership.NODE, "op").with(Membership.MEMBER, member).with(Membership.ROLE, role)
        .with(Membership.INITIATIVE, initiative).with(Membership.START, day("2022-01-01")).build();
  }

  private static RowBuilder agreement(String id, String partnership, String signed, String... parties) {
    return Agreement.TYPE.row(id).with(Agreement.NODE, "wp").with(Agreement.PARTNERSHIP, partnership)
        .with(Agreement.SIGNED, day(signed)).with(Agreement.PARTIES, List.of(parties));
  }

  @Test
  void partnersAndAssociatedOrganisationsCountThatTheAgreementNames() {
    PortfolioBuilder portfolio =
        operation().add(Initiative.TYPE.row("i").build()).add(organisation("college", "academia"))
            .add(partner("town", "owner", null)).add(partner("town", "partner", null)).add(partner("club", "associated", null))
            .add(partner("region", "funder", null)).add(partner("firm", "partner", null)).add(partner("college", "partner", "i"))
            .add(agreement("1", "collaboration-agreement", "2021-12-01", "town", "club", "region", "college").build())
            .add(agreement("2", "letter-of-intent", "2021-12-01", "firm").build());
    Evaluated.of(portfolio, "2022..2022/year").gives("2", "RCO87a", "2022");
  }

  private static PortfolioBuilder continued(@Nullable String start, @Nullable String end) {
    return operation().add(
        agreement("1", "continuation-agreement", "2022-05-01", "town", "club")
            .with(Agreement.START, start == null ? null : day(start)).with(Agreement.END, end == null ? null : day(end)).build());
  }

  @ParameterizedTest
  @CsvSource({
    "2022-05-01, , 2, 2", "2022-05-01, 2022-12-31, 0, 0", "2022-05-01, 2023-01-01, 2, 0", "2023-12-31, , 2, 2", "2024-01-01, , 0, 0",
    ", , 2, 2", "2022-05-01, 2023-12-30, 2, 0", "2022-05-01, 2023-12-31, 2, 2"
  })
  void anAgreementToGoOnIsInForceInTheYearAfterTheOperation(
      @Nullable String start, @Nullable String end, int expected, int throughout) {
    Evaluated all = Evaluated.of(continued(start, end), "2022..2022/year", "sector");
    all.gives("" + expected, "RCR84a", "2022");
    Evaluated.under(rules("RCR84a", "continuation-lasting-months", "12"), continued(start, end), "2022..2022/year")
        .gives("" + throughout, "RCR84a", "2022");
  }

  @Test
  void aLetterOfIntentIsNoFormalAgreement() {
    PortfolioBuilder portfolio = operation().add(agreement("1", "letter-of-intent", "2022-05-01", "town", "club").build());
    Evaluated.of(portfolio, "2022..2022/year").gives("0", "RCR84a", "2022");
  }
}
