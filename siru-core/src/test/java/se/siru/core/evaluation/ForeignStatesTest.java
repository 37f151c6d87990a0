package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Accumulator;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Periods;
import se.siru.core.model.Row;
import se.siru.core.model.Value;

/** The states of a plugin's accumulator are needed for many cells: what spoils one for another is a failure, never another number. */
class ForeignStatesTest {
  private static final String CHANGED = "a state changed while cells were made of it: merge or finish changes what it is given";

  private static Results run(Accumulator<?> accumulator) {
    Measure measure = Agency.measure(accumulator).build();
    return Agency.run(
        Evaluation.of(Agency.portfolio(), Agency.catalogue(List.of(measure))).periods(Periods.parse("2024,2024/quarter,total")).by("legal-basis"));
  }

  @Test
  void statesThatAreLeftAloneGiveEveryCell() {
    Results results = run(new CountingRecords());
    assertEquals(Value.Quantity.of(6), results.cell(Agency.ID, "2024").value());
    assertEquals(Value.Quantity.of(3), results.cell(Agency.ID, "2024-Q1").value());
    assertEquals(Value.Quantity.of(2), results.cell(Agency.ID, "total", "legal-basis=grant").value());
  }

  @Test
  void aMergeThatGivesBackTheSecondStateAndChangesItLaterIsFound() {
    assertEquals(CHANGED, Agency.reason(run(new CountingRecords() {
      @Override
      public long[] merge(long[] first, long[] second) {
        return first[0] == 0 ? second : super.merge(first, second);
      }
    })));
  }

  @Test
  void aMergeThatEmptiesTheSecondStateIsFound() {
    assertEquals(CHANGED, Agency.reason(run(new CountingRecords() {
      @Override
      public long[] merge(long[] first, long[] second) {
        super.merge(first, second);
        second[0] = 0;
        return first;
      }
    })));
  }

  @Test
  void aFinishThatChangesItsStateIsFound() {
    assertEquals(CHANGED, Agency.reason(run(new CountingRecords() {
      @Override
      public Value finish(long[] state) {
        return Value.Quantity.of(state[0]++);
      }
    })));
  }

  @Test
  void aMergeThatOnlyReadsTheSecondStateMayGiveItBack() {
    Results results = run(new CountingRecords() {
      @Override
      public long[] merge(long[] first, long[] second) {
        return first[0] == 0 ? second : new long[] {first[0] + second[0]};
      }
    });
    assertEquals(Value.Quantity.of(6), results.cell(Agency.ID, "2024").value());
  }

  @Test
  void noStateIsAFailureThatNamesTheMethod() {
    assertEquals("create returned null", Agency.reason(run(new CountingRecords() {
      @Override
      public long[] create() {
        return nothing();
      }
    })));
    assertEquals("merge returned null", Agency.reason(run(new CountingRecords() {
      @Override
      public long[] merge(long[] first, long[] second) {
        return nothing();
      }
    })));
    assertEquals("gave null instead of a value", Agency.reason(run(new CountingRecords() {
      @Override
      public Value finish(long[] state) {
        return nothing();
      }
    })));
  }

  @SuppressWarnings("NullAway") // a plugin is not compiled as this library is
  private static <T> T nothing() {
    return null;
  }

  @Test
  void codeThatIsLeftRunningCannotChangeTheNumbersOfOthers() {
    CountDownLatch never = new CountDownLatch(1);
    Condition stuck = Condition.of("is stuck", row -> {
      for (boolean isOpen = false; !isOpen; ) {
        try {
          never.await();
          isOpen = true;
        } catch (InterruptedException e) {
          isOpen = Thread.currentThread().isInterrupted(); // as bad code does
        }
      }
      return true;
    });
    Measure late = Indicator.measure(Agency.ID).over(Agreement.TYPE).per(Agreement.SUPPLIER).where(stuck).count().build();
    Results results =
        Agency.run(Evaluation.of(Agency.portfolio(), Agency.catalogue(List.of(late))).pluginBudget(Duration.ofMillis(100)).by("legal-basis"));
    never.countDown();
    assertTrue(Agency.reason(results).endsWith("left running, since it does not heed interrupts"), () -> Agency.reason(results));
    assertEquals(Value.Quantity.of(2), results.cell("t:count", "total", "legal-basis=grant").value());
  }

  @Test
  void rowsThatAPluginKeepsStayAsTheyWere() {
    List<Row> kept = new ArrayList<>();
    Results results = run(new CountingRecords() {
      @Override
      public void add(long[] state, List<? extends Row> rows) {
        kept.addAll(rows);
        super.add(state, rows);
      }
    });
    kept.clear();
    assertEquals(Value.Quantity.of(6), results.cell(Agency.ID, "total").value());
  }
}
