package se.siru.core.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts are rounded as Eurostat rounds them. */
class RoundingTest {
  private static final Rounding EUROSTAT = Rounding.eurostat();

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 5", "5, 5", "7, 5", "8, 10", "10, 10", "14, 10", "16, 20", "24, 20", "26, 30", "994, 990", "996, 1000"})
  void theFiguresThatEurostatStates(long count, long rounded) {
    assertEquals(rounded, EUROSTAT.round(count));
  }

  @Property
  void aGreaterCountIsNeverRoundedToLess(@ForAll @LongRange(max = 1_000_000) long count, @ForAll @LongRange(max = 50) long more) {
    assertTrue(EUROSTAT.round(count) <= EUROSTAT.round(count + more));
  }

  @Property
  void roundingMovesACountByHalfAStepAtMost(@ForAll @LongRange(min = 8, max = 1_000_000_000L) long count) {
    assertTrue(Math.abs(EUROSTAT.round(count) - count) <= 5);
    assertEquals(0, EUROSTAT.round(count) % 10);
    assertEquals(EUROSTAT.round(count), EUROSTAT.round(EUROSTAT.round(count)));
  }

  @Test
  void whatIsNoCountOrNoLongerOneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> EUROSTAT.round(-1));
    assertThrows(ArithmeticException.class, () -> EUROSTAT.round(Long.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> new Rounding(7, 5, 0));
  }
}
