package se.siru.indicators.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Quantiles against printed tables, and against another implementation. */
class StudentTTest {
  @Test
  void quantilesAreThoseOfPrintedTables() {
    assertEquals(12.706, new StudentT(1).quantile(0.975), 5e-4);
    assertEquals(4.303, new StudentT(2).quantile(0.975), 5e-4);
    assertEquals(2.262, new StudentT(9).quantile(0.975), 5e-4);
    assertEquals(2.042, new StudentT(30).quantile(0.975), 5e-4);
    assertEquals(2.750, new StudentT(30).quantile(0.995), 5e-4);
    assertEquals(1.960, new StudentT(1_000_000).quantile(0.975), 5e-4);
    // Closed forms: tan(π(p − 1/2)) of one degree, and (2p − 1)·√(2/(1 − (2p − 1)²)) of two.
    assertEquals(Math.tan(Math.PI * 0.475), new StudentT(1).quantile(0.975), 1e-11);
    assertEquals(0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95)), new StudentT(2).quantile(0.975), 1e-12);
  }

  @Property
  void quantilesGiveBackTheirShareInAnotherImplementation(
      @ForAll @IntRange(min = 5001, max = 9999) int tenThousandths, @ForAll @IntRange(min = 7, max = 50_000) int tenths) {
    double share = tenThousandths / 1e4;
    double degrees = tenths / 1e1;
    double quantile = new StudentT(degrees).quantile(share);
    assertEquals(share, TDistribution.of(degrees).cumulativeProbability(quantile), 1e-12);
  }
}
