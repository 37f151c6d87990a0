package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction.Outcome;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Periods;
import se.siru.core.model.Row;
import se.siru.core.model.Value;

/** Code that gives something else when it is asked again, in another order and in other batches, has failed, where one asks for that. */
class VerifiedDeterminismTest {
  private static Evaluation evaluation(Measure measure, Agency.Function... functions) {
    return Evaluation.of(Agency.portfolio(), Agency.catalogue(List.of(measure), functions)).periods(Periods.parse("2024,2024/half")).by("legal-basis");
  }

  private static String reason(Evaluation evaluation) {
    Results results = Agency.run(evaluation.verifyDeterminism());
    Finding finding = results.findings().stream().filter(each -> each.rule().id().equals("evaluation.non-deterministic")).findFirst().orElseThrow();
    assertTrue(finding.message("sv").startsWith("Koden bakom agency:f är inte deterministisk: "));
    return Agency.reason(results);
  }

  @Test
  void codeThatKeepsItsWordStands() {
    Agency.Function suppliers = new Agency.Function((selection, context) -> new Outcome(Value.Quantity.of(selection.size()), 0));
    assertEquals(Value.Quantity.of(6), Agency.run(evaluation(Agency.measure().build(), suppliers).verifyDeterminism()).cell(Agency.ID, "2024").value());
    Measure counting = Agency.measure(new CountingRecords()).build();
    assertEquals(Value.Quantity.of(6), Agency.run(evaluation(counting).verifyDeterminism()).cell(Agency.ID, "2024").value());
  }

  @Test
  void aFunctionThatCountsItsCallsIsFoundAndOnlyWhereOneAsks() {
    AtomicInteger calls = new AtomicInteger();
    Agency.Function counting = new Agency.Function((selection, context) -> new Outcome(Value.Quantity.of(calls.incrementAndGet()), 0));
    Results unasked = Agency.run(evaluation(Agency.measure().build(), counting));
    assertEquals(Value.Quantity.of(1), unasked.cell(Agency.ID, "2024").value());
    calls.set(0);
    String reason = reason(evaluation(Agency.measure().build(), counting));
    assertTrue(reason.startsWith("not deterministic: 1 (6 + 0) the first time, "), reason);
  }

  @Test
  void whatLeaksFromOneCellIntoTheNextIsFound() {
    List<Integer> seen = new ArrayList<>();
    Agency.Function leaking = new Agency.Function((selection, context) -> {
      seen.add(selection.size());
      return new Outcome(Value.Quantity.of(seen.size() > 1 ? seen.get(seen.size() - 2) : 0), 0);
    });
    assertTrue(reason(evaluation(Agency.measure().build(), leaking)).startsWith("not deterministic: "));
  }

  @Test
  void anAccumulatorThatDependsOnTheOrderOfRecordsIsFound() {
    Measure latest = Agency.measure(new CountingRecords() {
      @Override
      public void add(long[] state, List<? extends Row> rows) {
        rows.forEach(row -> state[0] = Long.parseLong(String.valueOf(row.get(Agreement.ID)).substring(1)));
      }

      @Override
      public long[] merge(long[] first, long[] second) {
        return new long[] {second[0]};
      }
    }).build();
    assertTrue(reason(evaluation(latest)).startsWith("not deterministic: "));
  }

  @Test
  void anAccumulatorThatCountsItsBatchesIsFound() {
    Measure batches = Agency.measure(new CountingRecords() {
      @Override
      public void add(long[] state, List<? extends Row> rows) {
        state[0]++;
      }
    }).build();
    assertTrue(reason(evaluation(batches)).startsWith("not deterministic: "));
  }

  @Test
  void aConditionThatAnswersNowAndThenIsFound() {
    AtomicInteger calls = new AtomicInteger();
    Condition sometimes = Condition.of("now and then", row -> calls.getAndIncrement() % 4 == 0);
    Measure measure = Indicator.measure(Agency.ID).over(Agreement.TYPE).where(sometimes).count().build();
    assertTrue(reason(evaluation(measure)).startsWith("not deterministic: 2 (2 + 0) the first time, "));
  }

  @Test
  void codeThatFailsTheSecondTimeIsFound() {
    AtomicInteger calls = new AtomicInteger();
    Agency.Function onceOnly = new Agency.Function((selection, context) -> {
      if (calls.incrementAndGet() > 9) { // three cells in each of three periods
        throw new IllegalStateException("again");
      }
      return new Outcome(Value.Quantity.of(selection.size()), 0);
    });
    assertEquals(
        "not deterministic: 6 (6 + 0) the first time, failed (0 + 0) the second, in 2024", reason(evaluation(Agency.measure().build(), onceOnly)));
  }

  @Test
  void whatIsComputedWithItFailsAndWhatOthersComputeStands() {
    AtomicInteger calls = new AtomicInteger();
    Agency.Function counting = new Agency.Function((selection, context) -> new Outcome(Value.Quantity.of(calls.incrementAndGet()), 0));
    Indicator twice = Indicator.formula("agency:twice").expression("2 * [agency:f]").build();
    Catalogue catalogue = Agency.catalogue(List.of(Agency.measure().build(), twice), counting);
    Results results = Agency.run(Evaluation.of(Agency.portfolio(), catalogue).verifyDeterminism());
    assertTrue(Agency.reason(results.cell("agency:twice", "total")).startsWith("agency:f: not deterministic: "));
  }

  @Test
  void theApplicationsCodeIsAskedAgainAndTheLibrarysIsNot() {
    for (Provider provider : List.of(Provider.application(), new Provider("siru", "1", "x"))) {
      AtomicInteger calls = new AtomicInteger();
      Agency.Function counting = new Agency.Function((selection, context) -> new Outcome(Value.Quantity.of(calls.incrementAndGet()), 0));
      Catalogue catalogue = Catalogue.empty().with(provider, List.of(Agency.measure().build()), List.of(counting));
      Evaluation.of(Agency.portfolio(), catalogue).verifyDeterminism().run();
      assertEquals(provider.isLibrary() ? 1 : 2, calls.get());
    }
  }

  @Test
  void codeThatDidNotComeBackIsNotAskedAgain() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    Agency.Function late = new Agency.Function((selection, context) -> {
      calls.incrementAndGet();
      try {
        never.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new Outcome(Value.Quantity.of(1), 0);
    });
    Results results = Agency.run(evaluation(Agency.measure().build(), late).pluginBudget(Duration.ofMillis(100)).verifyDeterminism());
    assertEquals("gave no result within 100 ms and was stopped", Agency.reason(results));
    assertEquals(1, calls.get());
  }

  @Test
  void partsThatNobodyKnowsOfAreNotReadAgain() {
    Evaluation evaluation = evaluation(Agency.measure(new CountingRecords()).build()).verifyDeterminism();
    assertEquals(ErrorCode.MISUSE, assertThrows(SiruException.class, evaluation::inParts).code());
  }
}
