package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.indicators.Evaluated.enterprise;
import static se.siru.indicators.Evaluated.organisation;
import static se.siru.indicators.Evaluated.programme;
import static se.siru.indicators.Evaluated.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.Value;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginSource;
import se.siru.core.portfolio.PortfolioBuilder;

/** The rules by which participants are counted, each on the smallest portfolio that shows it. */
class ParticipantRulesTest {
  private static Row person(String id, @Nullable String gender) {
    return Stakeholder.TYPE.row(id).with(Stakeholder.KIND, "person").with(Stakeholder.GENDER, gender).build();
  }

  private static RowBuilder enrolled(String node, @Nullable String person, String start, @Nullable String end) {
    return Enrolment.TYPE.row().with(Enrolment.NODE, node).with(Enrolment.PERSON, person)
        .with(Enrolment.START, LocalDate.parse(start)).with(Enrolment.END, end == null ? null : LocalDate.parse(end));
  }

  private static RowBuilder heads(String node, long heads, @Nullable Long women, @Nullable Long men) {
    return enrolled(node, null, "2022-02-01", "2022-06-30")
        .with(Enrolment.HEADS, heads).with(Enrolment.WOMEN, women).with(Enrolment.MEN, men);
  }

  private static PortfolioBuilder people() {
    return programme()
        .add(person("p-ada", "women")).add(person("p-bo", "men")).add(person("p-cy", "non-binary")).add(person("p-di", null));
  }

  @Test
  void noParticipantsAreReportedAsNought() {
    Evaluated none = Evaluated.of(people().holds(Enrolment.TYPE).holds(Support.TYPE), "2022..2022/year");
    for (String code : List.of(
        "EECO01", "EECO01.women", "EECO05", "EECO06", "EECO07", "EECO08", "EECO12", "EECO15", "EECO18", "EECO19", "EECR03", "EECR05")) {
      none.gives("0", code, "2022");
    }
  }

  @Test
  void aPersonCountsOnceInEachOperationAndUnnamedHeadsBeside() {
    PortfolioBuilder portfolio = people()
        .add(enrolled("op1", "p-ada", "2021-02-01", "2021-03-01").build())
        .add(enrolled("op1", "p-ada", "2022-02-01", null).build())
        .add(enrolled("op2", "p-ada", "2022-02-01", null).build())
        .add(enrolled("op1", "p-bo", "2022-05-01", null).build())
        .add(enrolled("op1", "p-cy", "2022-05-01", null).build())
        .add(enrolled("op1", "p-di", "2022-05-01", null).build())
        .add(heads("op1", 5, 3L, 1L).build())
        .add(heads("op1", 5, 3L, 1L).build())
        .add(heads("op1", 4, null, null).build())
        .add(enrolled("op1", "p-bo", "2021-01-01", null).with(Enrolment.OUTCOME, "not-started").build());
    Evaluated all = Evaluated.of(portfolio, "2021..2022/year");
    all.gives("1", "EECO01", "2021");
    all.gives("19", "EECO01", "2022"); // ada twice, bo, cy, di, 5 + 5 + 4
    all.gives("8", "EECO01.women", "2022");
    all.gives("3", "EECO01.men", "2022");
    all.gives("1", "EECO01.non-binary", "2022");
    all.gives("7", "EECO01.unknown", "2022"); // di, 1 + 1 + 4
  }

  @Test
  void whoComesBackIsCountedByWhatHeldAtTheFirstEntry() {
    PortfolioBuilder portfolio = people()
        .add(enrolled("op1", "p-ada", "2021-02-01", "2021-03-01")
            .with(Enrolment.LABOUR_STATUS, "unemployed").with(Enrolment.AGE_CLASS, "18-29").build())
        .add(enrolled("op1", "p-ada", "2022-02-01", null)
            .with(Enrolment.LABOUR_STATUS, "self-employed").with(Enrolment.AGE_CLASS, "30-54").build())
        .add(enrolled("op1", "p-bo", "2022-02-01", null)
            .with(Enrolment.LABOUR_STATUS, "self-employed").with(Enrolment.AGE_CLASS, "30-54").build())
        .add(enrolled("op1", "p-di", "2022-02-01", null).build())
        .add(heads("op1", 3, 2L, 1L).with(Enrolment.LABOUR_STATUS, "employed").with(Enrolment.AGE_CLASS, "55-plus").build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("4", "EECO05", "2022");
    all.gives("2", "EECO05.women", "2022");
    all.gives("0", "EECO06", "2022");
    all.gives("1", "EECO07", "2022");
    all.gives("3", "EECO08", "2022");
    assertEquals(1, all.results().cell("EECO05", "2022").unknown());
    assertEquals(1, all.results().cell("EECO07", "2022").unknown());
  }

  @Test
  void recordsOfOneDayThatContradictEachOtherSayNothing() {
    PortfolioBuilder portfolio = people()
        .add(enrolled("op1", "p-ada", "2022-02-01", null).with(Enrolment.LABOUR_STATUS, "unemployed").build())
        .add(enrolled("op1", "p-ada", "2022-02-01", null).with(Enrolment.LABOUR_STATUS, "employed").build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("0", "EECO05", "2022");
    assertEquals(1, all.results().cell("EECO05", "2022").unknown());
  }

  @Test
  void sensitiveCategoriesAreCountsOfHeadsAndMissingDataAreNeverNought() {
    PortfolioBuilder portfolio = people()
        .add(heads("op1", 5, null, null).with(Enrolment.DISABILITY, 2L).with(Enrolment.SENSITIVE_ASKED, "yes").build())
        .add(heads("op1", 3, null, null).with(Enrolment.SENSITIVE_ASKED, "yes").build())
        .add(heads("op1", 2, null, null).build())
        .add(enrolled("op1", "p-ada", "2022-02-01", null).with(Enrolment.SENSITIVE_ASKED, "no").build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("2", "EECO12", "2022");
    all.gives("3", "EECO12.declined", "2022");
    all.gives("3", "EECO12.not-asked", "2022");
    assertEquals(2, all.results().cell("EECO12", "2022").unknown());
    assertTrue(all.results().cell("EECO15", "2022").value() instanceof Value.Absent);
    all.gives("8", "EECO15.declined", "2022");
  }

  @Test
  void trainingMakesParticipantsAndOtherSupportMakesBeneficiaries() {
    PortfolioBuilder portfolio = people()
        .add(enterprise("sole", "micro")).add(enterprise("coop", "small")).add(enterprise("big", "large"))
        .add(organisation("town", "public"))
        .add(enrolled("op1", "p-ada", "2022-02-01", null)
            .with(Enrolment.ORGANISATION, "sole").with(Enrolment.LABOUR_STATUS, "self-employed").build())
        .add(support("1", "op1", "sole", "training", "2022-02-01").build())
        .add(support("2", "op1", "coop", "guidance", "2022-02-01").build())
        .add(support("3", "op1", "coop", "grant", "2022-03-01").build())
        .add(support("4", "op2", "coop", "grant", "2022-03-01").build())
        .add(support("5", "op1", "big", "guidance", "2022-03-01").build())
        .add(support("6", "op1", "town", "process-support", "2022-03-01").build())
        .add(support("7", "op1", "town", "training", "2022-03-01").build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("1", "EECO05", "2022");
    all.gives("2", "EECO19", "2022"); // coop in two operations
    all.gives("1", "EECO18", "2022");
  }

  private static RowBuilder qualified(String person, String end, String qualification, @Nullable String day) {
    return enrolled("op1", person, "2022-01-10", end).with(Enrolment.QUALIFICATION, qualification)
        .with(Enrolment.QUALIFICATION_DATE, day == null ? null : LocalDate.parse(day));
  }

  @Test
  void aQualificationCountsUpToFourWeeksAfterTheLastDay() {
    PortfolioBuilder portfolio = people()
        .add(person("p-eve", "women")).add(person("p-fay", "women")).add(person("p-guy", "men"))
        .add(qualified("p-ada", "2022-05-01", "course-certificate", "2022-05-29").build())
        .add(qualified("p-bo", "2022-05-01", "course-certificate", "2022-05-30").build())
        .add(qualified("p-cy", "2022-05-01", "attendance-certificate", "2022-05-02").build())
        .add(qualified("p-di", "2022-05-01", "formal-education", null).build())
        .add(qualified("p-eve", "2022-12-20", "validated-competence", "2023-01-10").build())
        .add(qualified("p-fay", "2022-05-01", "course-certificate", "2022-01-09").build())
        .add(qualified("p-guy", "2022-05-01", "course-certificate", "2022-05-02").build())
        .add(enrolled("op1", "p-guy", "2022-06-01", null).with(Enrolment.QUALIFICATION, "none").build())
        .add(heads("op1", 4, 1L, 2L).with(Enrolment.QUALIFICATION, "course-certificate")
            .with(Enrolment.QUALIFICATION_DATE, LocalDate.parse("2022-06-30")).build());
    Evaluated all = Evaluated.of(portfolio, "2022..2023/year");
    all.gives("5", "EECR03", "2022"); // ada and four heads; guy is back and has not left
    all.gives("6", "EECR03", "2023"); // eve by the day of her certificate
    all.gives("2", "EECR03.women", "2022");
    assertEquals(1, all.results().cell("EECR03", "2022").unknown()); // di
  }

  @Test
  void theWeeksAfterLeavingAreThoseOfTheRuleSet() {
    RuleSet five = RuleSet.builder("agency", "1")
        .value(new RuleSet.Value(List.of("EECR03"), "weeks-after-leaving", "5", Indicator.Evidence.CONFIRMED, "decision 1")).build();
    Evaluated all = Evaluated.under(
        five, people().add(qualified("p-bo", "2022-05-01", "course-certificate", "2022-06-05").build()), "2022..2022/year");
    all.gives("1", "EECR03", "2022");
  }

  private static PortfolioBuilder followed() {
    return people()
        .add(enrolled("op1", "p-ada", "2022-01-10", "2022-06-30").with(Enrolment.LABOUR_STATUS, "unemployed")
            .with(Enrolment.LABOUR_STATUS_LATER, "employed").build())
        .add(enrolled("op1", "p-bo", "2022-01-10", "2022-08-31").with(Enrolment.LABOUR_STATUS, "employed")
            .with(Enrolment.LABOUR_STATUS_LATER, "self-employed").build())
        .add(enrolled("op1", "p-cy", "2022-01-10", "2022-05-31").build())
        .add(enrolled("op1", "p-di", "2022-01-10", "2022-03-31").with(Enrolment.LABOUR_STATUS_LATER, "employed").build())
        .add(enrolled("op1", "p-di", "2022-04-01", "2022-05-31").with(Enrolment.LABOUR_STATUS_LATER, "unemployed").build())
        .add(heads("op1", 7, 7L, 0L).with(Enrolment.LABOUR_STATUS, "unemployed").with(Enrolment.LABOUR_STATUS_LATER, "inactive").build());
  }

  @Test
  void employmentIsThatOfTheDaySixMonthsAfterTheLastExit() {
    Evaluated all = Evaluated.of(followed(), "2022..2023/half");
    all.gives("1", "EECR05", "2022-H2"); // ada, on 30 December
    all.gives("2", "EECR05", "2023-H1"); // bo, on 28 February
    all.gives("9", "EECR05.followed", "2022-H2"); // ada, di, seven heads
    assertEquals(1, all.results().cell("EECR05", "2022-H2").unknown()); // cy
  }

  @Test
  void aRuleSetMayAskOnlyOfThoseWhoWereNotEmployedAtEntry() {
    RuleSet rules = RuleSet.builder("agency", "1")
        .value(new RuleSet.Value(List.of("EECR05"), "of-whom", "not-employed", Indicator.Evidence.CONFIRMED, "decision 1")).build();
    Evaluated.under(rules, followed(), "2023..2023/year").gives("1", "EECR05", "2023");
  }

  @Test
  void underTheRulesOfTheSocialFundAllOfThemArePreviews() {
    PluginRegistry esf =
        PluginRegistry.builder().source(PluginSource.ofPlugins(new StandardIndicatorsPlugin())).rules("esf-plus").build();
    for (Indicator indicator : esf.catalogue().indicators()) {
      assertEquals(indicator.code().startsWith("EEC"), esf.catalogue().rules().isPreview(indicator), indicator.code());
    }
  }

  private static RowBuilder inProgramme(String activity, String person, String start, @Nullable String outcome) {
    return enrolled("op1", person, start, null).with(Enrolment.ACTIVITY, activity).with(Enrolment.OUTCOME, outcome);
  }

  @Test
  void aProgrammeIsCompletedByTheCohortThatBeganIt() {
    PortfolioBuilder portfolio = people()
        .add(Evaluated.activity("course", "held", "2021-01-01").build())
        .add(inProgramme("course", "p-ada", "2021-02-01", "left").build())
        .add(inProgramme("course", "p-ada", "2022-02-01", "completed").build())
        .add(inProgramme("course", "p-bo", "2021-02-01", "ongoing").build())
        .add(enrolled("op1", "p-bo", "2021-03-01", null).with(Enrolment.OUTCOME, "completed").build())
        .add(enrolled("op1", null, "2021-03-01", null).with(Enrolment.HEADS, 4L).with(Enrolment.OUTCOME, "completed").build())
        .add(enrolled("op1", null, "2021-03-01", null).with(Enrolment.HEADS, 4L).with(Enrolment.OUTCOME, "completed").build())
        .add(enrolled("op1", null, "2021-03-01", null).with(Enrolment.HEADS, 9L).with(Enrolment.OUTCOME, "not-started").build())
        .add(enrolled("op1", "p-di", "2022-03-01", null).build());
    Evaluated all = Evaluated.of(portfolio, "2021..2023/year");
    Value.Ratio rate = (Value.Ratio) all.results().cell("SI-P06", "2021").value();
    assertEquals(List.of("10", "11"), List.of(plain(rate.numerator()), plain(rate.denominator())));
    all.gives("0", "SI-P06.completed", "2022");
    all.gives("1", "SI-P06.started", "2022");
    assertTrue(all.results().cell("SI-P06", "2023").value() instanceof Value.Absent);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
