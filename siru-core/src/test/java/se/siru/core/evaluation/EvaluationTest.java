package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Funding;
import se.siru.core.model.Money;
import se.siru.core.model.Participation;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.text.LocalizedText;

/** A portfolio small enough to count on one's fingers. */
class EvaluationTest {
  private static final Portfolio PORTFOLIO =
      Portfolio.builder()
          .add(
              ProgrammeNode.TYPE
                  .row("op")
                  .with(ProgrammeNode.LEVEL, "operation")
                  .with(ProgrammeNode.REGIONS, List.of("SE211", "SE212", "SE213"))
                  .build())
          .add(stakeholder("a", "business", "0680").with(Stakeholder.ECONOMIC, "yes").build())
          .add(stakeholder("b", "public", "0680").build())
          .add(stakeholder("c", "public", "0780").with(Stakeholder.ECONOMIC, "no").build())
          .add(Stakeholder.TYPE.row("d").build())
          .add(activity("w1", "2021-02-01").build())
          .add(activity("w2", "2021-05-01").build())
          .add(activity("w3", "2022-05-01").build())
          .add(participation("w1", 2, "a").build())
          .add(participation("w1", 3, "a", "b").build())
          .add(participation("w2", 5, "b", "c").build())
          .add(participation("w3", 7, "d").build())
          .add(participation("w3", 1).build())
          .add(support("s1", "a", "2021-03-01", "3").build())
          .add(support("s2", "a", "2022-03-01", "6").build())
          .add(support("s3", "d", "2022-03-01", "9").build())
          .add(
              Funding.TYPE
                  .row("f1")
                  .with(Funding.NODE, "op")
                  .with(Funding.STATUS, "decided")
                  .with(Funding.AMOUNT, Money.of("SEK", "100.00"))
                  .build())
          .build();

  private static final Indicator HEADS =
      Indicator.measure("t:heads").over(Participation.TYPE).sum(Participation.HEADS).build();
  private static final Indicator ORGANISATIONS =
      Indicator.measure("t:organisations").over(Participation.TYPE).distinct(Participation.ORGANISATIONS).build();

  private static RowBuilder stakeholder(String id, String sector, String region) {
    return Stakeholder.TYPE.row(id).with(Stakeholder.SECTOR, sector).with(Stakeholder.REGION, region);
  }

  private static RowBuilder activity(String id, String start) {
    return Activity.TYPE.row(id).with(Activity.START, LocalDate.parse(start)).with(Activity.STATUS, "held");
  }

  private static RowBuilder participation(String activity, long heads, String... organisations) {
    return Participation.TYPE
        .row()
        .with(Participation.ACTIVITY, activity)
        .with(Participation.HEADS, heads)
        .with(Participation.ORGANISATIONS, List.of(organisations));
  }

  private static RowBuilder support(String id, String recipient, String date, String hours) {
    return Support.TYPE
        .row(id)
        .with(Support.RECIPIENT, recipient)
        .with(Support.KIND, "non-financial")
        .with(Support.DATE, LocalDate.parse(date))
        .with(Support.HOURS, new BigDecimal(hours));
  }

  private static Results run(String periods, String by, Indicator... indicators) {
    Evaluation evaluation =
        Evaluation.of(PORTFOLIO, Catalogue.empty().with(Provider.application(), List.of(indicators), List.of()))
            .indicators("*")
            .periods(Periods.parse(periods));
    return (by.isEmpty() ? evaluation : evaluation.by(by)).run();
  }

  private static Value number(long number) {
    return Value.Quantity.of(number);
  }

  private static Value.Reason reason(Value value) {
    return ((Value.Absent) value).reason();
  }

  @Test
  void aSumCountsEachRecordOnceInTheTotalAndOnceInEachCodeItHas() {
    Results results = run("2021,2022,total", "sector", HEADS);
    assertEquals(number(10), results.cell("t:heads", "2021").value());
    assertEquals(number(8), results.cell("t:heads", "2022").value());
    assertEquals(number(18), results.cell("t:heads", "total").value());
    assertEquals(number(5), results.cell("t:heads", "2021", "sector=business").value());
    assertEquals(number(8), results.cell("t:heads", "2021", "sector=public").value());
    assertEquals(number(0), results.cell("t:heads", "2022", "sector=public").value());
    assertEquals(number(8), results.cell("t:heads", "2022", "sector=unknown").value());
  }

  @Test
  void aDistinctCountReadsADimensionOnWhatItCounts() {
    Results results = run("2021..2022/quarter,total", "sector,county", ORGANISATIONS);
    assertEquals(number(4), results.cell("t:organisations", "total").value());
    assertEquals(number(2), results.cell("t:organisations", "2021-Q1").value());
    assertEquals(number(1), results.cell("t:organisations", "2021-Q1", "sector=public").value());
    assertEquals(number(2), results.cell("t:organisations", "2021-Q2", "sector=public").value());
    assertEquals(number(1), results.cell("t:organisations", "2021-Q2", "sector=public", "county=SE211").value());
    assertEquals(number(2), results.cell("t:organisations", "total", "county=SE211").value());
    assertEquals(1, results.cell("t:organisations", "2022-Q2").unknown());
  }

  @Test
  void groupsAreTestedOverThePeriodAndReadAtTheirFirstFact() {
    Indicator supported =
        Indicator.measure("t:supported")
            .over(Support.TYPE)
            .when(TimeRule.cumulative())
            .per(Support.RECIPIENT)
            .having(Grouping.Inner.sum(FieldPath.of(Support.HOURS)).atLeast("8"))
            .count()
            .build();
    Results results = run("2021,2022", "sector", supported);
    assertEquals(number(0), results.cell("t:supported", "2021").value());
    assertEquals(number(2), results.cell("t:supported", "2022").value());
    assertEquals(number(1), results.cell("t:supported", "2022", "sector=business").value());
    assertEquals(number(1), results.cell("t:supported", "2022", "sector=unknown").value());
    assertEquals(2, results.cell("t:supported", "2022", "sector=business").records());
  }

  @Test
  void aSplitSumSharesAnAmountExactly() {
    Indicator decided = Indicator.measure("t:decided").over(Funding.TYPE).sum(Funding.AMOUNT).build();
    Results results = run("total", "county/split", decided);
    assertEquals(
        new Value.Ratio(BigDecimal.valueOf(100), BigDecimal.valueOf(3)),
        results.cell("t:decided", "total", "county/split=SE211").value());
    assertEquals(new Value.Quantity(new BigDecimal("100.00")), results.cell("t:decided", "total").value());
  }

  @Test
  void bandsAreADimension() {
    Indicator mix =
        Indicator.measure("t:mix")
            .over(Participation.TYPE)
            .per(Participation.ACTIVITY)
            .band(
                new Grouping.Band(
                    "sectors",
                    Grouping.Inner.distinct(FieldPath.of(Participation.ORGANISATIONS, Stakeholder.SECTOR)),
                    List.of(
                        new Grouping.Band.Step("one", LocalizedText.of("en", "one"), BigDecimal.ONE),
                        new Grouping.Band.Step("two", LocalizedText.of("två", "two"), BigDecimal.valueOf(2)))))
            .count()
            .build();
    Results results = run("total", "sectors", mix);
    assertEquals(number(3), results.cell("t:mix", "total").value());
    assertEquals(number(1), results.cell("t:mix", "total", "sectors=one").value());
    assertEquals(number(1), results.cell("t:mix", "total", "sectors=two").value());
    assertEquals(number(1), results.cell("t:mix", "total", "sectors=unknown").value());
  }

  @Test
  void aStateOverAllTimeIsThatOfTheDayOnWhichThePortfolioDescribesTheWorld() {
    Indicator inForce =
        Indicator.measure("t:in-force").over(Agreement.TYPE).when(TimeRule.inForceAtPeriodEnd()).count().build();
    Portfolio portfolio =
        Portfolio.builder()
            .recordedAt(LocalDate.of(2023, 6, 30))
            .add(agreement("ended", "2021-01-01", "2023-06-29"))
            .add(agreement("last-day", "2021-01-01", "2023-06-30"))
            .add(agreement("open", "2021-01-01", null))
            .add(agreement("to-come", "2023-07-01", null))
            .build();
    Results results =
        Evaluation.of(portfolio, Catalogue.empty().with(Provider.application(), List.of(inForce), List.of()))
            .periods(Periods.parse("total,2023-H1,2021"))
            .run();
    assertEquals(number(2), results.cell("t:in-force", "total").value());
    assertEquals(number(2), results.cell("t:in-force", "2023-H1").value());
    assertEquals(number(3), results.cell("t:in-force", "2021").value());
  }

  private static Row agreement(String id, String start, @Nullable String end) {
    return Agreement.TYPE
        .row(id)
        .with(Agreement.START, LocalDate.parse(start))
        .with(Agreement.END, end == null ? null : LocalDate.parse(end))
        .build();
  }

  @Test
  void whatAddsUpIsAddedUpAndWhatDoesNotIsRefusedWithWhatToAskInstead() {
    Results results = run("2021,2022", "activity-kind", HEADS, ORGANISATIONS);
    assertEquals(number(18), results.sumOverPeriods("t:heads"));
    assertEquals(number(10), results.sumOverCodes("t:heads", "2021", "activity-kind"));
    assertRefused("the whole period", () -> results.sumOverPeriods("t:organisations"));
    assertRefused("its total", () -> results.sumOverCodes("t:organisations", "2021", "activity-kind"));
    assertRefused("its total", () -> run("2021", "sector", HEADS).sumOverCodes("t:heads", "2021", "sector"));
    assertRefused("overlap", () -> run("2021,2021-Q1", "", HEADS).sumOverPeriods("t:heads"));
  }

  private static void assertRefused(String instead, Executable call) {
    SiruException refused = assertThrows(SiruException.class, call);
    assertEquals(ErrorCode.NOT_ADDITIVE, refused.code());
    assertTrue(String.valueOf(refused.getMessage()).contains(instead), refused.getMessage());
  }

  @Test
  void aFormulaKeepsItsRatioAndIsUndefinedOverZero() {
    Indicator each = Indicator.formula("t:each").expression("[t:heads] / [t:organisations]").build();
    Results results = run("2021,2023", "", HEADS, ORGANISATIONS, each);
    assertEquals(new Value.Ratio(BigDecimal.TEN, BigDecimal.valueOf(3)), results.cell("t:each", "2021").value());
    assertEquals(Value.Reason.UNDEFINED, reason(results.cell("t:each", "2023").value()));
  }

  @Test
  void aRecordTypeThatIsNotHeldIsMissingAndNotZero() {
    Indicator agreements =
        Indicator.measure("t:agreements").over(Agreement.TYPE).aggregate(new Aggregate.Count()).build();
    assertEquals(Value.Reason.MISSING, reason(run("2021", "", agreements).cell("t:agreements", "2021").value()));
  }
}
