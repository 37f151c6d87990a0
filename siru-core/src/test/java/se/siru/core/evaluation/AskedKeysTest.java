package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Periods;

/** Time keys that are asked for, against the periods that hold them. */
class AskedKeysTest {
  private static final Calendar CALENDAR = new Calendar(Periods.parse("2021..2023/quarter,total"), null);
  private static final int TOTAL = 12;

  private static BitSet periods(int mask) {
    return BitSet.valueOf(new long[] {mask});
  }

  @Property(tries = 200)
  void asksForWhatACountedPeriodHoldsAndForEventsWithoutADay(
      @ForAll TimeRule.Kind rule, @ForAll @IntRange(min = 1, max = (1 << TOTAL + 1) - 1) int mask) {
    AskedKeys asked = new AskedKeys(rule, CALENDAR, periods(mask));
    for (int timeKey = 0; timeKey < asked.timeKeys(); timeKey++) {
      int key = timeKey;
      boolean isHeld = periods(mask).stream().anyMatch(period -> CALENDAR.holds(rule, period, key));
      assertEquals(asked.isAll() || isHeld || CALENDAR.isUndated(rule, key), asked.has(key), rule + " " + key);
      assertEquals(asked.has(key), asked.has(key), "asked again");
    }
  }

  @Test
  void ofNoPeriodsNothingIsAskedFor() {
    AskedKeys asked = new AskedKeys(TimeRule.Kind.EVENT, CALENDAR, new BitSet());
    for (int timeKey = 0; timeKey < asked.timeKeys(); timeKey++) {
      assertFalse(asked.has(timeKey));
    }
  }

  @Test
  void aQuarterHasFewOfTheTimeKeysAndTheTotalMost() {
    assertFalse(new AskedKeys(TimeRule.Kind.EVENT, CALENDAR, periods(1)).isMost());
    assertTrue(new AskedKeys(TimeRule.Kind.EVENT, CALENDAR, periods(1 << TOTAL)).isMost());
    assertTrue(AskedKeys.all(TimeRule.Kind.EVENT, CALENDAR).isMost());
  }
}
