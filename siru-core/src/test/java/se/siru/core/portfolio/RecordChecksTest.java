package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.siru.core.portfolio.Records.day;
import static se.siru.core.portfolio.Records.finding;
import static se.siru.core.portfolio.Records.findings;
import static se.siru.core.portfolio.Records.organisation;
import static se.siru.core.portfolio.Records.withOperation;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Assessment;
import se.siru.core.model.Contribution;
import se.siru.core.model.Coverage;
import se.siru.core.model.Effect;
import se.siru.core.model.Employment;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Evidence;
import se.siru.core.model.Initiative;
import se.siru.core.model.Money;
import se.siru.core.model.Output;
import se.siru.core.model.Participation;
import se.siru.core.model.Practice;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.SroiLine;
import se.siru.core.model.Support;
import se.siru.core.model.Uptake;

/** What records are held to beside each other and between their fields. */
class RecordChecksTest {
  private static RowBuilder evidence(String type, String id) {
    return Evidence.TYPE.row()
        .with(Evidence.SUBJECT_TYPE, type)
        .with(Evidence.SUBJECT, id)
        .with(Evidence.KIND, "report");
  }

  private static RowBuilder output(String id, String kind) {
    return Output.TYPE.row(id).with(Output.KIND, kind);
  }

  private static RowBuilder answer(String value) {
    return Assessment.TYPE.row()
        .with(Assessment.ITEM, "useful")
        .with(Assessment.WAVE, "after")
        .with(Assessment.VALUE, value.isEmpty() ? null : new BigDecimal(value))
        .with(Assessment.LEAST, 1L)
        .with(Assessment.GREATEST, 5L);
  }

  private static RowBuilder practice(String organisation, String practice, String practised, String channel) {
    return Practice.TYPE.row()
        .with(Practice.ORGANISATION, organisation)
        .with(Practice.PRACTICE, practice)
        .with(Practice.PRACTISED, practised)
        .with(Practice.CHANNEL, channel);
  }

  private static PortfolioBuilder withFirms() {
    return withOperation().add(organisation("a").build()).add(organisation("b").build());
  }

  private static List<Finding> all(PortfolioBuilder builder) {
    Findings findings = new Findings();
    builder.build(findings);
    return findings.list();
  }

  @ParameterizedTest
  @CsvSource({"stakeholder,a", "output,o", "effect,e", "programme,siru", "support,derived:act/a"})
  void anyRecordWithAnIdCanHaveEvidence(String type, String id) {
    PortfolioBuilder builder =
        withFirms()
            .add(output("o", "tool").build())
            .add(Effect.TYPE.row("e").with(Effect.CLAIM, "x").build())
            .add(Activity.TYPE.row("act").with(Activity.SUPPORT_KIND, "training").with(Activity.SKILL, "green").build())
            .add(Participation.TYPE.row().with(Participation.ACTIVITY, "act").with(Participation.ORGANISATIONS, List.of("a")).build())
            .add(evidence(type, id).build());
    assertEquals(List.of(), all(builder));
  }

  @Test
  void evidenceForARecordThatIsNotThereIsFoundAndTheNearestIdIsNamed() {
    Finding found =
        findings(withFirms().add(output("film-1", "film").build()).add(evidence("output", "film-2").build()),
            PortfolioRules.DANGLING_REFERENCE).get(0);
    assertEquals("evidence:1:subject: There is no output 'film-2'.", found.origin() + ": " + found.message("en"));
    assertEquals("Add the record or correct the id. Similar ids: film-1.", found.help("en"));
  }

  @Test
  void evidenceForAFactThatIsNotThereIsFound() {
    assertEquals(
        "evidence:1:subject: There is no effect 'e'.",
        finding(withFirms().add(Effect.TYPE.row().with(Effect.CLAIM, "x").build()).add(evidence("effect", "e").build()),
            PortfolioRules.DANGLING_REFERENCE));
  }

  @Test
  void factsOfOneIdAreFoundWhereIdsMayBeLeftOutAndFactsWithoutAreNot() {
    PortfolioBuilder builder = withOperation();
    for (String id : new String[] {"e", "", "", "e"}) {
      builder.add(Effect.TYPE.row().with(Effect.ID, id.isEmpty() ? null : id).with(Effect.CLAIM, "x").build());
    }
    assertEquals("effects:4:id: effect 'e' is there already: effects:1.", finding(builder, PortfolioRules.DUPLICATE_ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg"})
  void whatIsNoHashIsFound(String hash) {
    assertEquals(
        "evidence:1:hash: '" + hash + "' is no SHA-256.",
        finding(withFirms().add(evidence("stakeholder", "a").with(Evidence.HASH, hash).build()), RecordRules.NOT_A_HASH));
  }

  @Test
  void anUptakeIsOfAnOutputOrAnInitiativeAndNotOfBoth() {
    PortfolioBuilder builder =
        withFirms().add(output("o", "tool").build()).add(Initiative.TYPE.row("i").build())
            .add(Uptake.TYPE.row().with(Uptake.DEGREE, "tested").with(Uptake.OUTPUT, "o").build())
            .add(Uptake.TYPE.row().with(Uptake.DEGREE, "used").with(Uptake.INITIATIVE, "i").build())
            .add(Uptake.TYPE.row().with(Uptake.DEGREE, "used").build())
            .add(Uptake.TYPE.row().with(Uptake.DEGREE, "used").with(Uptake.OUTPUT, "o").with(Uptake.INITIATIVE, "i").build());
    assertEquals(
        List.of(
            "uptakes:3:output: Of output, initiative, 0 are stated; one should be.",
            "uptakes:4:output: Of output, initiative, 2 are stated; one should be."),
        all(builder).stream().map(f -> f.origin() + ": " + f.message("en")).toList());
  }

  @Test
  void aContributionIsToOneGoalAndALineOfSroiIsAnOutcomeOrAnInput() {
    PortfolioBuilder builder =
        withFirms()
            .add(Contribution.TYPE.row().with(Contribution.SUBJECT_TYPE, "stakeholder").with(Contribution.SUBJECT, "a")
                .with(Contribution.SDG, "4.4").with(Contribution.STRATEGY, "climate").build())
            .add(SroiLine.TYPE.row().with(SroiLine.QUANTITY, BigDecimal.ONE).with(SroiLine.INPUT, Money.of("SEK", "1")).build());
    assertEquals(
        List.of(
            "contributions:1:sdg: Of sdg, criterion, strategy, 2 are stated; one should be.",
            "sroi-lines:1:quantity: Of quantity, input, 2 are stated; one should be."),
        findings(builder, RecordRules.NOT_ONE_OF).stream().map(f -> f.origin() + ": " + f.message("en")).sorted().toList());
  }

  @Test
  void sensitiveDataOfAPersonAreRefusedAndThoseOfUnnamedHeadsAreNot() {
    RowBuilder heads = Enrolment.TYPE.row().with(Enrolment.HEADS, 10L).with(Enrolment.DISABILITY, 2L);
    assertEquals(List.of(), all(withFirms().add(heads.build())));
    assertEquals(
        "enrolments:1:disability: Sensitive data (disability) of a person.",
        finding(withFirms().add(heads.with(Enrolment.PERSON, "a").build()), RecordRules.SENSITIVE_OF_PERSON));
  }

  @Test
  void aNamedPersonIsOneAndHeadsStandInARowOfTheirOwn() {
    RowBuilder named = Enrolment.TYPE.row().with(Enrolment.PERSON, "a");
    assertEquals(List.of(), all(withFirms().add(named.with(Enrolment.HEADS, 1L).build())));
    assertEquals(
        "enrolments:1:heads: The record names a person but counts 3.",
        finding(withFirms().add(named.with(Enrolment.HEADS, 3L).build()), PortfolioRules.PERSON_WITH_HEADS));
    assertEquals(
        "participations:1:heads: The record names a person but counts 7.",
        finding(
            withFirms().add(Activity.TYPE.row("meeting").build()).add(
                Participation.TYPE.row().with(Participation.ACTIVITY, "meeting").with(Participation.PERSON, "a")
                    .with(Participation.HEADS, 7L).build()),
            PortfolioRules.PERSON_WITH_HEADS));
  }

  @Test
  void partsOfHeadsAndPostsAreNotMoreThanTheWhole() {
    assertEquals(
        "enrolments:1:minority: minority is 2, but heads is 1.",
        finding(withFirms().add(Enrolment.TYPE.row().with(Enrolment.MINORITY, 2L).build()), RecordRules.PART_EXCEEDS_WHOLE));
    assertEquals(
        "employments:1:fte: Women and men are 3.75, but fte is 3.5.",
        finding(
            withFirms().add(Employment.TYPE.row().with(Employment.ORGANISATION, "a").with(Employment.FTE, new BigDecimal("3.5"))
                .with(Employment.FTE_WOMEN, new BigDecimal("2.75")).with(Employment.FTE_MEN, BigDecimal.ONE).build()),
            PortfolioRules.HEADS));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "5,1", "5.01,0", "6,0"})
  void anAnswerIsOnTheScaleOfItsItem(String value, int good) {
    assertEquals(1 - good, findings(withFirms().add(answer(value).build()), RecordRules.OUTSIDE_SCALE).size());
  }

  @Test
  void anItemHasOneScale() {
    assertEquals(
        "assessments:2:least: The item 'useful' has the scale 1–7 here and 1–5 at assessments:1.",
        finding(
            withFirms().add(answer("3").build()).add(answer("3").with(Assessment.GREATEST, 7L).build()),
            RecordRules.TWO_SCALES));
  }

  @Test
  void aRowIsAnAnswerOrAnInvitation() {
    assertEquals(
        "assessments:1:invited: The row states both value and invited.",
        finding(withFirms().add(answer("3").with(Assessment.INVITED, 9L).build()), RecordRules.ANSWER_AND_NOT));
    assertEquals(
        "assessments:1:dont-know: The row states both value and dont-know.",
        finding(withFirms().add(answer("3").with(Assessment.DONT_KNOW, "yes").build()), RecordRules.ANSWER_AND_NOT));
  }

  @Test
  void answersAreOneWhereNobodyCountedThemAndInvitationsAreNone() {
    Portfolio portfolio =
        withFirms()
            .add(answer("3").build())
            .add(answer("4").with(Assessment.ANSWERS, 7L).build())
            .add(answer("").with(Assessment.DONT_KNOW, "yes").build())
            .add(answer("").build())
            .add(answer("").with(Assessment.INVITED, 20L).build())
            .build();
    assertEquals(
        "[1, 7, 1, null, null]", portfolio.rows(Assessment.TYPE).map(row -> row.get(Assessment.ANSWERS)).toList().toString());
  }

  @Test
  void everybodyInAnAuditIsHeldToTheSamePracticesAndDoesThemOrNot() {
    PortfolioBuilder builder =
        withFirms()
            .add(practice("a", "local-purchasing", "yes", "website").build())
            .add(practice("a", "local-purchasing", "no", "social-media").build())
            .add(practice("a", "biodiversity", "no", "website").build())
            .add(practice("b", "biodiversity", "yes", "website").build());
    assertEquals(
        List.of(
            "practices:2:practised: 'a' both does and does not do 'local-purchasing' in one audit, see practices:1.",
            "practices:4:practice: 'b' was not held to 1 practices of the audit that others were: local-purchasing."),
        all(builder).stream().map(f -> f.origin() + ": " + f.message("en")).toList());
  }

  @Test
  void auditsOfDifferentStudiesAreApart() {
    PortfolioBuilder builder =
        withFirms().add(output("s1", "study").build()).add(output("s2", "case-study").build())
            .add(practice("a", "local-purchasing", "yes", "website").with(Practice.STUDY, "s1").build())
            .add(practice("b", "biodiversity", "yes", "website").with(Practice.STUDY, "s2").build());
    assertEquals(List.of(), all(builder));
  }

  @Test
  void aPublicationTellsOfAStudy() {
    PortfolioBuilder builder =
        withOperation().add(output("s", "case-study").build()).add(output("t", "tool").build())
            .add(output("article", "article").with(Output.STUDY, "s").build())
            .add(output("film", "film").with(Output.STUDY, "t").build());
    assertEquals("outputs:4:study: 't' is no study but of kind tool.", finding(builder, RecordRules.NOT_A_STUDY));
  }

  @Test
  void aCriterionIsMetOrUnmet() {
    assertEquals(
        "agreements:1:criteria-unmet: The criterion 'iop-no-market' is both met and not met.",
        finding(
            withOperation().add(Agreement.TYPE.row("a").with(Agreement.CRITERIA_MET, List.of("iop-no-market", "iop-long-term"))
                .with(Agreement.CRITERIA_UNMET, List.of("iop-no-market")).build()),
            RecordRules.MET_AND_UNMET));
  }

  @ParameterizedTest
  @CsvSource({"2022-06-01,no,1", "2022-06-01,yes,0", "2022-07-01,no,0"})
  void aRegisterIsNotCompleteAndIncompleteOnOneDay(String start, String complete, int found) {
    PortfolioBuilder builder =
        withFirms()
            .add(Coverage.TYPE.row().with(Coverage.BUYER, "a").with(Coverage.END, day("2022-06-30"))
                .with(Coverage.COMPLETE, "yes").build())
            .add(Coverage.TYPE.row().with(Coverage.BUYER, "a").with(Coverage.START, day(start))
                .with(Coverage.COMPLETE, complete).build())
            .add(Coverage.TYPE.row().with(Coverage.BUYER, "b").with(Coverage.COMPLETE, "no").build());
    assertEquals(found, findings(builder, RecordRules.COVERAGE_CONTRADICTS).size());
  }

  @Test
  void supportThatFollowsFromAttendanceIsInTheSkillOfItsActivity() {
    Portfolio portfolio =
        withFirms()
            .add(Activity.TYPE.row("act").with(Activity.SUPPORT_KIND, "training").with(Activity.SKILL, "green").build())
            .add(Participation.TYPE.row().with(Participation.ACTIVITY, "act").with(Participation.ORGANISATIONS, List.of("a")).build())
            .build();
    assertEquals(List.of("green"), portfolio.rows(Support.TYPE).map(row -> row.get(Support.SKILL)).toList());
  }
}
