package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Decision;
import se.siru.core.model.Evidence;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Output;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Target;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** Conditions that look beyond the record: at the plan that applies, at what is about it, and at the days of what it belongs to. */
class RelatedConditionsTest {
  private static PortfolioBuilder programme() {
    return Portfolio.builder().add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
  }

  private static Measure count(Measure.Builder measure) {
    return measure.count().build();
  }

  private static Value value(Portfolio portfolio, String period, Indicator indicator) {
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(indicator), List.of());
    return Evaluation.of(portfolio, catalogue).indicators("*").periods(Periods.parse(period)).run().cell(indicator.id(), period).value();
  }

  private static Row decision(String id, String date, @Nullable String supersedes) {
    return Decision.TYPE.row(id).with(Decision.DATE, LocalDate.parse(date)).with(Decision.SUPERSEDES, supersedes).build();
  }

  private static Row target(@Nullable String decision, String period) {
    return Target.TYPE.row().with(Target.INDICATOR, "X").with(Target.PERIOD, period).with(Target.VALUE, BigDecimal.ONE)
        .with(Target.DECISION, decision).build();
  }

  private static PortfolioBuilder amended() {
    return programme()
        .add(decision("first", "2021-01-01", null))
        .add(decision("targets", "2022-01-01", "first"))
        .add(decision("periods", "2023-01-01", "targets"))
        .add(target("first", "2021"))
        .add(target("first", "2022"))
        .add(target("targets", "2023"))
        .add(target(null, "2024"))
        .add(ReportingPeriod.TYPE.row("P1").with(ReportingPeriod.DECISION, "first").with(ReportingPeriod.NUMBER, 1L)
            .with(ReportingPeriod.START, LocalDate.parse("2021-01-01")).with(ReportingPeriod.END, LocalDate.parse("2021-12-31")).build())
        .add(ReportingPeriod.TYPE.row("Q1").with(ReportingPeriod.DECISION, "periods").with(ReportingPeriod.NUMBER, 1L)
            .with(ReportingPeriod.START, LocalDate.parse("2021-01-01")).with(ReportingPeriod.END, LocalDate.parse("2021-12-31")).build());
  }

  @ParameterizedTest
  @CsvSource({"2020-12-31,1,0", "2021-12-31,3,1", "2022-12-31,2,1", "2023-12-31,2,1", ",2,1"})
  void aLineAppliesUntilADecisionInEffectStatesItsKindAnew(@Nullable String day, long targets, long periods) {
    PortfolioBuilder builder = amended();
    Portfolio portfolio = (day == null ? builder : builder.recordedAt(LocalDate.parse(day))).build();
    assertEquals(
        Value.Quantity.of(targets),
        value(portfolio, "total", count(Indicator.measure("t:targets").over(Target.TYPE).where(Target.DECISION.isInEffect()))));
    assertEquals(
        Value.Quantity.of(4 - targets),
        value(portfolio, "total", count(Indicator.measure("t:gone").over(Target.TYPE).where(Target.DECISION.isInEffect().not()))));
    assertEquals(
        Value.Quantity.of(periods),
        value(
            portfolio,
            "total",
            count(Indicator.measure("t:periods").over(ReportingPeriod.TYPE).where(ReportingPeriod.DECISION.isInEffect()))));
  }

  @Test
  void onlyTheDecisionOfALineIsInEffect() {
    assertThrows(IllegalArgumentException.class, Decision.SUPERSEDES::isInEffect);
    assertThrows(IllegalArgumentException.class, Target.NODE::isInEffect);
    assertTrue(reading("{\"id\":\"x:a\",\"over\":\"target\",\"where\":{\"node\":{\"in-effect\":true}},\"aggregate\":\"count\"}").hasErrors());
  }

  private static Findings reading(String json) {
    Findings findings = new Findings();
    DefinitionReader.over(Schema.standard()).read(json, "test", findings);
    return findings;
  }

  @Test
  void aRecordIsAboutAnotherByTypeAndIdAndVersionsAreOne() {
    Portfolio portfolio =
        programme()
            .add(Output.TYPE.row("o").with(Output.KIND, "tool").build())
            .add(Output.TYPE.row("o").with(Output.KIND, "tool").with(Output.VALID_FROM, LocalDate.parse("2022-01-01")).build())
            .add(Output.TYPE.row("p").with(Output.KIND, "tool").build())
            .add(Initiative.TYPE.row("p").build())
            .add(evidence("output", "o", "report"))
            .add(evidence("initiative", "p", "minutes"))
            .build();
    assertEquals(Value.Quantity.of(1), value(portfolio, "total", about(Condition.always())));
    assertEquals(Value.Quantity.of(0), value(portfolio, "total", about(Evidence.KIND.is("minutes"))));
  }

  private static Row evidence(String type, String id, String kind) {
    return Evidence.TYPE.row().with(Evidence.SUBJECT_TYPE, type).with(Evidence.SUBJECT, id).with(Evidence.KIND, kind).build();
  }

  private static Measure about(Condition evidence) {
    return count(Indicator.measure("t:proved").over(Output.TYPE).where(Condition.whereAny(Evidence.SUBJECT, evidence)));
  }

  @Test
  void whatNothingCanBeAboutIsRefusedWhereItIsRead() {
    String json = "{\"id\":\"x:a\",\"over\":\"participation\",\"where\":{\"where-any\":{\"record\":\"evidence\",\"via\":\"subject\"}},"
        + "\"aggregate\":\"count\"}";
    assertTrue(reading(json).hasErrors());
    assertTrue(!reading(json.replace("participation", "output")).hasErrors());
    assertThrows(
        IllegalArgumentException.class, () -> Condition.whereAny(Participation.DATE, Condition.always()));
  }

  @Test
  void aQuestionAboutRecordsThatThePortfolioDoesNotHoldIsMissing() {
    Portfolio portfolio = programme().add(Output.TYPE.row("o").with(Output.KIND, "tool").build()).build();
    assertEquals(Value.Reason.MISSING, ((Value.Absent) value(portfolio, "total", about(Condition.always()))).reason());
  }

  @Test
  void aNumberOfALegalPersonHasItsFormAndCheckDigit() {
    PortfolioBuilder builder = programme().add(Stakeholder.TYPE.row("none").build());
    List<String> numbers = List.of("556000-0001", "5560000001", "556000-0002", "900101-0017", "text");
    for (int i = 0; i < numbers.size(); i++) {
      builder.add(Stakeholder.TYPE.row("s" + i).with(Stakeholder.ORGANISATION_NUMBER, numbers.get(i)).build());
    }
    Portfolio portfolio = builder.build();
    Condition valid = Stakeholder.ORGANISATION_NUMBER.isLegalNumber();
    assertEquals(Value.Quantity.of(2), value(portfolio, "total", count(Indicator.measure("t:valid").over(Stakeholder.TYPE).where(valid))));
    assertEquals(Value.Quantity.of(4), value(portfolio, "total", count(Indicator.measure("t:other").over(Stakeholder.TYPE).where(valid.not()))));
  }

  @Test
  void aMembershipLastsAsLongAsTheNewestVersionOfWhatItIsIn() {
    Portfolio portfolio =
        programme()
            .add(Stakeholder.TYPE.row("s").build())
            .add(Initiative.TYPE.row("i").with(Initiative.START, LocalDate.parse("2021-03-01")).build())
            .add(Initiative.TYPE.row("i").with(Initiative.START, LocalDate.parse("2021-03-01"))
                .with(Initiative.END, LocalDate.parse("2022-06-30")).with(Initiative.VALID_FROM, LocalDate.parse("2022-01-01")).build())
            .add(Membership.TYPE.row().with(Membership.MEMBER, "s").with(Membership.INITIATIVE, "i")
                .with(Membership.START, LocalDate.parse("2021-01-01")).build())
            .add(Membership.TYPE.row().with(Membership.MEMBER, "s").with(Membership.INITIATIVE, "i")
                .with(Membership.START, LocalDate.parse("2022-07-01")).build())
            .add(Membership.TYPE.row().with(Membership.MEMBER, "s").build())
            .build();
    TimeRule during = TimeRule.during().within(Membership.INITIATIVE);
    for (var expected : List.of(List.of("2020", "1"), List.of("2021", "2"), List.of("2021-02", "1"), List.of("2022-H1", "2"), List.of("2022-H2", "1"))) {
      assertEquals(
          Value.Quantity.of(Long.parseLong(expected.get(1))),
          value(portfolio, expected.get(0), count(Indicator.measure("t:in").over(Membership.TYPE).when(during))), expected.get(0));
    }
    assertThrows(IllegalArgumentException.class, () -> TimeRule.event().within(Membership.INITIATIVE));
    assertThrows(IllegalArgumentException.class, () -> TimeRule.during().within(Membership.START));
  }
}
