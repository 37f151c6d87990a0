package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Context;
import se.siru.core.indicator.IndicatorFunction.Outcome;
import se.siru.core.indicator.IndicatorFunction.Selection;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Agreement;
import se.siru.core.model.Periods;
import se.siru.core.model.Value;

/** What a plugin's code computes as a total is what its parts say, where its author declares that they add up. */
class DeclaredAdditivityTest {
  private static final IndicatorFunction SUPPLIERS = function((selection, context) -> selection.size());

  private static IndicatorFunction function(BiFunction<Selection, Context, Integer> code) {
    return new Agency.Function((selection, context) -> new Outcome(Value.Quantity.of(code.apply(selection, context)), 0));
  }

  private static Measure.Builder measure() {
    return Agency.measure().code("AG-1").additiveOver("legal-basis").additiveOver("time");
  }

  private static Results run(Measure measure, IndicatorFunction function, String periods, String... by) {
    return Agency.run(Evaluation.of(Agency.portfolio(), Agency.catalogue(List.of(measure), function)).periods(Periods.parse(periods)).by(by));
  }

  @Test
  void partsThatAddUpStandAndMayBeAddedUp() {
    Results results = run(measure().build(), SUPPLIERS, "2024,2024/quarter", "legal-basis,law");
    assertEquals(Value.Quantity.of(6), results.cell("AG-1", "2024").value());
    assertEquals(Value.Quantity.of(4), results.cell("AG-1", "2024", "legal-basis=procurement").value());
    assertEquals(Value.Quantity.of(6), run(measure().build(), SUPPLIERS, "2024/quarter").sumOverPeriods("AG-1"));
    assertEquals(Value.Quantity.of(6), results.sumOverCodes("AG-1", "2024", "legal-basis"));
  }

  @Test
  void aTotalThatIsNotItsPartsFailsWithBoth() {
    IndicatorFunction oneTooMany = function((selection, context) -> selection.size() + 1);
    Results results = run(measure().build(), oneTooMany, "2024", "legal-basis");
    String told = "additivity violated: the parts by legal-basis give 8, the total is 7, in 2024";
    assertEquals(told, Agency.reason(results.cell("AG-1", "2024")));
    assertEquals(told, Agency.reason(results.cell("AG-1", "2024", "legal-basis=grant")));
    assertEquals(
        "additiviteten bryts: delarna efter legal-basis ger 8, totalen är 7, i 2024", Agency.reason(results.cell("AG-1", "2024"), "sv"));
    Finding finding = results.findings().stream().filter(each -> each.rule().id().equals("evaluation.not-additive")).findFirst().orElseThrow();
    assertTrue(finding.message("en").endsWith("the parts by legal-basis give 8, the total is 7, in 2024"));
  }

  @Test
  void aFaultThatShowsInCrossedCellsOnlyIsFound() {
    IndicatorFunction odd = function((selection, context) -> selection.size() == 2 && context.period().label().equals("2024-H1") ? 3 : selection.size());
    Results results = run(measure().build(), odd, "2024-H1", "legal-basis,law");
    assertTrue(Agency.reason(results.cell("AG-1", "2024-H1")).startsWith("additivity violated: the parts by legal-basis give 7, the total is 6"));
  }

  @Test
  void periodsThatAreNotTogetherTheirYearFail() {
    IndicatorFunction atLeastTwo = function((selection, context) -> Math.max(2, selection.size()));
    Results results = run(measure().build(), atLeastTwo, "2024/quarter,2024");
    assertEquals("additivity violated: the parts by time give 10, the total is 6, in 2024", Agency.reason(results.cell("AG-1", "2024")));
    assertEquals(Value.Reason.FAILED, ((Value.Absent) results.cell("AG-1", "2024-Q1").value()).reason());
  }

  @Test
  void theShortestPeriodsThatWereAskedForAreTheParts() {
    IndicatorFunction atLeastOne = function((selection, context) -> Math.max(1, selection.size()));
    Results results = run(measure().build(), atLeastOne, "2024/quarter,2024,2024/half,2024/month");
    assertTrue(Agency.reason(results.cell("AG-1", "2024")).startsWith("additivity violated: the parts by time give "), results::toString);
  }

  @Test
  void whatIsNotDeclaredIsNotComparedAndNotAddedUp() {
    IndicatorFunction oneTooMany = function((selection, context) -> selection.size() + 1);
    Results results = run(Agency.measure().build(), oneTooMany, "2024", "legal-basis");
    assertEquals(Value.Quantity.of(7), results.cell(Agency.ID, "2024").value());
    assertThrows(SiruException.class, () -> results.sumOverCodes(Agency.ID, "2024", "legal-basis"));
  }

  @Test
  void anAxisOnWhichARecordHasSeveralCodesIsNeverAddedUp() {
    IndicatorFunction oneTooMany = function((selection, context) -> selection.size() + 1);
    Measure measure = Agency.measure().additiveOver("clause").build();
    assertEquals(Value.Quantity.of(7), run(measure, oneTooMany, "2024", "clause").cell(Agency.ID, "2024").value());
  }

  @Test
  void anAccumulatorIsHeldToItsAuthorsWordToo() {
    Measure good = Agency.measure(new CountingRecords()).additiveOver("time").build();
    assertEquals(Value.Quantity.of(6), run(good, SUPPLIERS, "2024,2024/month").cell(Agency.ID, "2024").value());
    Measure bad = Agency.measure(new CountingRecords() {
      @Override
      public Value finish(long[] state) {
        return Value.Quantity.of(state[0] * state[0]);
      }
    }).additiveOver("time").build();
    assertEquals("additivity violated: the parts by time give 6, the total is 36, in 2024", Agency.reason(run(bad, SUPPLIERS, "2024,2024/month")));
  }

  @Test
  void ofCountsAndSumsItIsKnownAndOfAllElseNotSo() {
    Measure.Builder mean = Indicator.measure("t:mean").over(Agreement.TYPE).mean(Agreement.VALUE).additiveOver("time");
    assertThrows(IllegalStateException.class, mean::build);
  }
}
