package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.core.portfolio.Records.activity;
import static se.siru.core.portfolio.Records.day;
import static se.siru.core.portfolio.Records.finding;
import static se.siru.core.portfolio.Records.findings;
import static se.siru.core.portfolio.Records.node;
import static se.siru.core.portfolio.Records.organisation;
import static se.siru.core.portfolio.Records.participation;
import static se.siru.core.portfolio.Records.version;
import static se.siru.core.portfolio.Records.withOperation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Funding;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Money;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

class PortfolioRulesTest {

  @Test
  void aRequiredFieldThatIsNotStatedIsFound() {
    PortfolioBuilder builder = withOperation().add(organisation("a").build()).add(Support.TYPE.row("s").build());
    assertEquals(
        List.of("support:1:kind: The field kind is missing.", "support:1:recipient: The field recipient is missing."),
        findings(builder, PortfolioRules.REQUIRED).stream().map(f -> f.origin() + ": " + f.message("en")).toList());
  }

  @Test
  void aRecordWithoutAnIdIsFound() {
    assertEquals(
        "stakeholders:1:id: The field id is missing.",
        finding(withOperation().add(Stakeholder.TYPE.row().build()), PortfolioRules.REQUIRED));
  }

  @Test
  void anEntityAppendedWithoutAnIdIsFound() {
    PortfolioBuilder builder = withOperation();
    try (BatchAppender appender =
        builder.append(Stakeholder.TYPE, Batch.Provenance.of("stakeholders.csv"))) {
      appender.begin(7);
      appender.commit();
    }
    assertEquals("stakeholders.csv:7:id: The field id is missing.", finding(builder, PortfolioRules.REQUIRED));
  }

  @Test
  void aCodeThatItsListDoesNotHoldIsFound() {
    assertEquals(
        "stakeholders:2:sector: Code list sectors holds no code 'martian'.",
        finding(
            withOperation().add(organisation("a").build()).add(version("b", "", "martian").build()),
            PortfolioRules.UNKNOWN_CODE));
  }

  @Test
  void aNumberOutsideItsBoundsIsFound() {
    assertEquals(
        "participations:1:heads: -1 is outside 0–1000000.",
        finding(
            withOperation().add(activity("a", "2022-01-01").build())
                .add(participation("a").with(Participation.HEADS, -1L).build()),
            PortfolioRules.OUT_OF_RANGE));
  }

  @Test
  void anAmountThatDoesNotFitIsFound() {
    Money most = new Money("SEK", Long.MIN_VALUE);
    assertEquals(
        1,
        findings(
                withOperation().add(Funding.TYPE.row("f").with(Funding.STATUS, "paid").with(Funding.AMOUNT, most).build()),
                PortfolioRules.OUT_OF_RANGE)
            .size());
  }

  @Test
  void aDecimalThatIsTooPreciseIsFoundAndTrailingZerosAreNot() {
    PortfolioBuilder builder =
        withOperation()
            .add(activity("a", "2022-01-01").with(Activity.DURATION_HOURS, new BigDecimal("1.50000")).build())
            .add(activity("b", "2022-01-01").with(Activity.DURATION_HOURS, new BigDecimal("1.50001")).build());
    assertEquals(
        "activities:2:duration-hours: 1.50001 has more than 4 decimals.", finding(builder, PortfolioRules.TOO_PRECISE));
  }

  @Test
  void anotherCurrencyIsRefused() {
    assertEquals(
        "funding:1:amount: The amount is in 5.00 EUR, the portfolio in SEK.",
        finding(
            withOperation()
                .add(Funding.TYPE.row("f").with(Funding.STATUS, "paid").with(Funding.AMOUNT, Money.of("EUR", "5")).build()),
            PortfolioRules.MIXED_CURRENCIES));
  }

  @Test
  void anEntityWithTheIdAndFirstDayOfAnotherIsFoundAndBothRowsAreNamed() {
    PortfolioBuilder builder =
        withOperation()
            .add(organisation("a").build())
            .add(version("a", "2022-01-01", "public").build())
            .add(organisation("b").build())
            .add(version("a", "2022-01-01", "business").build());
    assertEquals(
        "stakeholders:4:id: stakeholder 'a' is there already: stakeholders:2.",
        finding(builder, PortfolioRules.DUPLICATE_ID));
  }

  @Test
  void aFactWithTheIdOfOneInAnotherBatchIsFound() {
    List<se.siru.core.model.Row> rows = List.of(Agreement.TYPE.row("x").build());
    PortfolioBuilder builder =
        withOperation()
            .addBatch(Batch.Provenance.of("2021.csv"), rows)
            .addBatch(Batch.Provenance.of("2022.csv"), rows);
    assertEquals(
        "2022.csv:1:id: agreement 'x' is there already: 2021.csv:1.", finding(builder, PortfolioRules.DUPLICATE_ID));
  }

  @Test
  void aReferenceToNothingIsFoundAndSimilarIdsAreNamed() {
    PortfolioBuilder builder =
        withOperation()
            .add(organisation("jonkoping").build())
            .add(organisation("other").build())
            .add(activity("a", "2022-01-01").build())
            .add(participation("a", "jonkopin", "other").build());
    Finding found = findings(builder, PortfolioRules.DANGLING_REFERENCE).get(0);
    assertEquals("participations:1:organisations", found.origin().toString());
    assertEquals("There is no stakeholder 'jonkopin'.", found.message("en"));
    assertEquals("Add the record or correct the id. Similar ids: jonkoping.", found.help("en"));
  }

  /** Not in the order in which ids came into the portfolio, which depends on the threads that read it. */
  @Test
  void referencesToNothingInOneCellAreToldInTheOrderOfTheirIds() {
    PortfolioBuilder builder = withOperation().add(activity("a", "2022-01-01").build());
    builder.add(participation("a", "z").build()).add(participation("a", "m", "z", "b").build());
    assertEquals(
        List.of("1 z", "2 b", "2 m", "2 z"),
        findings(builder, PortfolioRules.DANGLING_REFERENCE).stream()
            .map(found -> found.origin().row() + " " + found.arguments().get("value"))
            .toList());
  }

  @Test
  void recordsBeforeFirstVersionsAreToldInTheOrderOfIdsToo() {
    PortfolioBuilder builder =
        withOperation()
            .add(version("z", "2022-01-01", "public").build())
            .add(version("b", "2022-01-01", "public").build())
            .add(activity("a", "2021-01-01").build())
            .add(participation("a", "z", "b").with(Participation.DATE, day("2021-06-01")).build());
    assertEquals(
        List.of("b", "z"),
        findings(builder, PortfolioRules.BEFORE_FIRST_VERSION).stream().map(found -> found.arguments().get("value")).toList());
  }

  @Test
  void aReferenceOfAnEntityToNothingIsFound() {
    assertEquals(
        "activities:1:node: There is no programme 'sriu'.",
        finding(
            withOperation().add(activity("a", "2022-01-01").with(Activity.NODE, "sriu").build()),
            PortfolioRules.DANGLING_REFERENCE));
  }

  @Test
  void aRecordBeforeTheFirstVersionIsWarnedAbout() {
    PortfolioBuilder builder =
        withOperation()
            .add(version("a", "2022-01-01", "public").build())
            .add(Membership.TYPE.row().with(Membership.MEMBER, "a").with(Membership.START, day("2021-12-31")).build());
    assertEquals(
        "memberships:1:member: The record is of 2021-12-31, but stakeholder 'a' is only valid from 2022-01-01.",
        finding(builder, PortfolioRules.BEFORE_FIRST_VERSION));
    assertEquals(Severity.WARNING, PortfolioRules.BEFORE_FIRST_VERSION.severity());
  }

  @Test
  void anEntityThatArisesFromItselfIsFound() {
    PortfolioBuilder builder =
        withOperation()
            .add(Initiative.TYPE.row("b").with(Initiative.AROSE_FROM_INITIATIVE, "c").build())
            .add(Initiative.TYPE.row("c").with(Initiative.AROSE_FROM_INITIATIVE, "a").build())
            .add(Initiative.TYPE.row("a").with(Initiative.AROSE_FROM_INITIATIVE, "b").build())
            .add(Initiative.TYPE.row("outside").with(Initiative.AROSE_FROM_INITIATIVE, "c").build());
    assertEquals(
        "initiatives:3:arose-from-initiative: The chain leads back to itself: a → b → c → a.",
        finding(builder, PortfolioRules.CYCLE));
  }

  @Test
  void aNodeAboveItselfIsFound() {
    assertEquals(
        "programme:1:parent: The chain leads back to itself: x → x.",
        finding(
            Portfolio.builder().add(node("x", "operation").with(ProgrammeNode.PARENT, "x").build()),
            PortfolioRules.CYCLE));
  }

  @Test
  void aParentOfTheSameOrALowerLevelIsFound() {
    PortfolioBuilder builder =
        Portfolio.builder()
            .add(node("fund", "fund-programme").build())
            .add(node("op", "operation").with(ProgrammeNode.PARENT, "fund").build())
            .add(node("other", "operation").with(ProgrammeNode.PARENT, "op").build());
    assertEquals(
        "programme:3:parent: 'other' of level operation lies below 'op' of level operation.",
        finding(builder, PortfolioRules.PARENT_LEVEL));
  }

  @Test
  void anEndBeforeTheStartIsFoundAndADayThatIsBothIsNot() {
    PortfolioBuilder builder =
        withOperation()
            .add(activity("a", "2022-01-02").with(Activity.END, day("2022-01-02")).build())
            .add(activity("b", "2022-01-02").with(Activity.END, day("2022-01-01")).build());
    assertEquals(
        "activities:2:end: The last day 2022-01-01 is before the first day 2022-01-02.",
        finding(builder, PortfolioRules.REVERSED_PERIOD));
  }

  @Test
  void factsAreOf1990To2100() {
    PortfolioBuilder builder = withOperation().add(activity("a", "2022-01-01").build());
    for (String date : List.of("1989-12-31", "1990-01-01", "2100-12-31", "2101-01-01")) {
      builder.add(participation("a").with(Participation.DATE, day(date)).build());
    }
    assertEquals(
        List.of(
            "participations:1:date: 1989-12-31 is outside 1990-01-01–2100-12-31.",
            "participations:4:date: 2101-01-01 is outside 1990-01-01–2100-12-31."),
        findings(builder, PortfolioRules.DATE_OUT_OF_RANGE).stream()
            .map(f -> f.origin() + ": " + f.message("en"))
            .toList());
  }

  @Test
  void entitiesAreOf1600To2100AndTheLastDayIsIncluded() {
    PortfolioBuilder builder =
        withOperation()
            .add(activity("a", "1600-01-01").with(Activity.END, day("2100-12-31")).build())
            .add(activity("b", "1599-12-31").with(Activity.END, day("2101-01-01")).build())
            .add(organisation("o").with(Stakeholder.REGISTERED, LocalDate.MAX).build());
    assertEquals(
        List.of("activities:2:end", "activities:2:start", "stakeholders:1:registered"),
        findings(builder, PortfolioRules.DATE_OUT_OF_RANGE).stream().map(f -> f.origin().toString()).toList());
  }

  @Test
  void moreWomenAndMenThanHeadsIsFoundAndEmptyHeadsMeansOne() {
    PortfolioBuilder builder =
        withOperation()
            .add(activity("a", "2022-01-01").build())
            .add(participation("a").with(Participation.WOMEN, 1L).build())
            .add(participation("a").with(Participation.HEADS, 5L).with(Participation.WOMEN, 3L).with(Participation.MEN, 2L).build())
            .add(participation("a").with(Participation.WOMEN, 1L).with(Participation.MEN, 1L).build());
    assertEquals("participations:3:heads: Women and men are 2, but heads is 1.", finding(builder, PortfolioRules.HEADS));
  }

  @Test
  void aCodeThatWasNotValidOnTheDayIsWarnedAbout() {
    LocalizedText text = LocalizedText.of("x", "x");
    Codelist modes =
        Codelist.of(
            "activity-modes",
            "2",
            text,
            List.of(new Code("old", text, null, null, day("2020-01-01"), day("2022-01-01"), List.of())));
    PortfolioBuilder builder = Portfolio.builder(Schema.standard().withCodelists(List.of(modes)));
    builder.add(activity("undated", "2022-01-01").build());
    for (String date : List.of("2019-12-31", "2020-01-01", "2021-12-31", "2022-01-01")) {
      builder.add(participation("undated").with(Participation.DATE, day(date)).with(Participation.MODE, "old").build());
    }
    assertEquals(
        List.of(
            "participations:1:mode: Code old of activity-modes was not valid on 2019-12-31.",
            "participations:4:mode: Code old of activity-modes was not valid on 2022-01-01."),
        findings(builder, PortfolioRules.CODE_NOT_VALID).stream().map(f -> f.origin() + ": " + f.message("en")).toList());
  }

  @Test
  void factsWithoutANodeAreCountedWhereThereAreSeveralOperations() {
    PortfolioBuilder builder =
        withOperation()
            .add(node("second", "operation").build())
            .add(activity("a", "2022-01-01").build())
            .add(participation("a").build())
            .add(participation("a").with(Participation.NODE, "siru").build())
            .add(participation("a").build());
    assertEquals(
        "participations: 2 records state no node, and the portfolio has 2 operations.",
        finding(builder, PortfolioRules.NODE_NOT_STATED));
  }

  @Test
  void allErrorsComeAtOnceAndThereIsNoPortfolio() {
    PortfolioBuilder builder =
        withOperation()
            .add(version("a", "", "martian").build())
            .add(participation("nothing").build());
    Findings findings = new Findings();
    assertTrue(builder.build(findings).isEmpty());
    assertEquals(2, findings.count(Severity.ERROR));
  }

  @Test
  void aRefusalCarriesTheFindings() {
    SiruException refusal =
        assertThrows(SiruException.class, () -> withOperation().add(participation("nothing").build()).build());
    assertEquals(ErrorCode.REFUSED_INPUT, refusal.code());
    assertEquals(List.of(PortfolioRules.DANGLING_REFERENCE), refusal.findings().stream().map(Finding::rule).toList());
  }

  @Test
  void aFaultOnEveryRowIsCountedWholeAndKeptInPart() {
    PortfolioBuilder builder = withOperation();
    for (int i = 0; i < 3_000; i++) {
      builder.add(participation("nothing").build());
    }
    Findings findings = new Findings();
    assertFalse(builder.build(findings).isPresent());
    assertEquals(3_000, findings.count(Severity.ERROR));
    assertEquals(Findings.MOST_PER_SEVERITY, findings.list().size());
  }

  @Test
  void everyRuleIsListedOnce() {
    List<String> ids = PortfolioRules.all().stream().map(rule -> rule.id()).toList();
    assertEquals(ids.size(), ids.stream().distinct().count());
    assertTrue(ids.stream().allMatch(id -> id.startsWith("portfolio.")));
  }
}
