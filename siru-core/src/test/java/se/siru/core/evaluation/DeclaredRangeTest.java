package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Finding;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Range;
import se.siru.core.model.Agreement;
import se.siru.core.model.Periods;
import se.siru.core.model.Value;

/** A value that its indicator cannot have is a failed cell that says so, and never a number. */
class DeclaredRangeTest {
  private static final Range SHARE = Range.between(0, 100);

  private static String reason(Range range, String unit, Value value) {
    return Agency.reason(Agency.run(Agency.measure().unit(unit).range(range).build(), Agency.Function.giving(value)));
  }

  @Test
  void fewerParticipantsThanNoneFailWithTheRange() {
    assertEquals("-3 lies outside the declared range, at least 0", reason(Range.NOT_NEGATIVE, "participants", Value.Quantity.of(-3)));
  }

  @Test
  void moreThanAllFailsWithTheRangeInPerCent() {
    Value most = new Value.Ratio(new BigDecimal("7"), new BigDecimal("5"));
    assertEquals("140 % lies outside the declared range, from 0 to 100", reason(SHARE, "percent", most));
    Value.Interval interval = new Value.Interval(BigDecimal.ONE, new BigDecimal("101"));
    assertEquals("1–101 % lies outside the declared range, from 0 to 100", reason(SHARE, "percent", interval));
  }

  @Test
  void theReasonIsGivenInSwedishToo() {
    Results results = Agency.run(Agency.measure().range(Range.NOT_NEGATIVE).build(), Agency.Function.giving(Value.Quantity.of(-3)));
    assertEquals("-3 ligger utanför det deklarerade intervallet, minst 0", Agency.reason(results.cell(Agency.ID, "total"), "sv"));
  }

  @Test
  void theBoundsThemselvesLieWithin() {
    for (String bound : List.of("0", "100", "100.00")) {
      Value value = Agency.number(bound);
      Results results = Agency.run(Agency.measure().unit("percent").range(SHARE).build(), Agency.Function.giving(value));
      assertEquals(value, results.cell(Agency.ID, "total").value());
    }
  }

  @Test
  void onlyTheCellsThatLieOutsideFailAndAFindingTellsOfTheFirst() {
    Agency.Function negativeInMarch =
        new Agency.Function(
            (selection, context) ->
                new IndicatorFunction.Outcome(Value.Quantity.of(context.period().label().equals("2024-03") ? -selection.size() : selection.size()), 0));
    Measure measure = Agency.measure().code("AG-1").range(Range.NOT_NEGATIVE).build();
    Results results =
        Agency.run(
            Evaluation.of(Agency.portfolio(), Agency.catalogue(List.of(measure), negativeInMarch)).periods(Periods.months(2024, 2024)).by("legal-basis"));
    assertEquals(Value.Quantity.of(1), results.cell("AG-1", "2024-02").value());
    assertEquals("-1 lies outside the declared range, at least 0", Agency.reason(results.cell("AG-1", "2024-03")));
    assertEquals("-1 lies outside the declared range, at least 0", Agency.reason(results.cell("AG-1", "2024-03", "legal-basis=grant")));
    assertEquals(1, results.cell("AG-1", "2024-03").records());
    Finding finding = results.findings().stream().filter(each -> each.rule().id().equals("evaluation.out-of-range")).findFirst().orElseThrow();
    assertEquals("2 values of AG-1 lie outside the declared range, at least 0; the first is -1 in 2024-03", finding.message("en"));
    assertEquals("2 värden av AG-1 ligger utanför det deklarerade intervallet, minst 0; det första är -1 i 2024-03", finding.message("sv"));
  }

  @Test
  void whatIsComputedWithItFailsToo() {
    Measure measure = Agency.measure().range(Range.NOT_NEGATIVE).build();
    Indicator twice = Indicator.formula("agency:twice").expression("2 * [agency:f]").build();
    Indicator before = Indicator.formula("agency:before").expression("previous([agency:f])").build();
    Catalogue catalogue = Agency.catalogue(List.of(measure, twice, before), Agency.Function.giving(Value.Quantity.of(-3)));
    Results results = Agency.run(Evaluation.of(Agency.portfolio(), catalogue).periods(Periods.years(2025, 2025)));
    assertEquals("agency:f: -3 lies outside the declared range, at least 0", Agency.reason(results.cell("agency:twice", "2025")));
    assertEquals("agency:f: -3 lies outside the declared range, at least 0", Agency.reason(results.cell("agency:before", "2025")));
  }

  @Test
  void aFormulaIsHeldToItsRange() {
    Indicator share = Indicator.formula("t:share").unit("percent").range(SHARE).expression("7 * [t:count] / (5 * [t:count])").build();
    Results results = Agency.run(Evaluation.of(Agency.portfolio(), Agency.catalogue(List.of(share))));
    assertEquals("140 % lies outside the declared range, from 0 to 100", Agency.reason(results.cell("t:share", "total")));
  }

  @Test
  void whatRecordsDoNotReachIsHeldToItToo() {
    Measure some = Indicator.measure("t:some").range(Range.atLeast(1)).over(Agreement.TYPE).where(Agreement.LAW.is("lou")).count().build();
    Results results = Agency.run(Evaluation.of(Agency.portfolio(), Agency.catalogue(List.of(some))));
    assertEquals("0 lies outside the declared range, at least 1", Agency.reason(results.cell("t:some", "total")));
  }
}
