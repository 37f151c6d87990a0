package se.siru.indicators.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.siru.core.model.Value;

class DiversityTest {
  private static void is(long numerator, long denominator, Value.Ratio found) {
    BigDecimal left = found.numerator().multiply(BigDecimal.valueOf(denominator));
    BigDecimal right = found.denominator().multiply(BigDecimal.valueOf(numerator));
    assertEquals(0, left.compareTo(right), found::toString);
  }

  @Test
  void publishedAndExactExamples() {
    is(9, 10, Diversity.blau(Collections.nCopies(10, 1L)).orElseThrow());
    is(1, 1, Diversity.iqv(Collections.nCopies(10, 1L), 10).orElseThrow());
    is(1, 2, Diversity.blau(List.of(4L, 4L)).orElseThrow());
    is(1, 1, Diversity.iqv(List.of(4L, 4L), 2).orElseThrow());
    is(31, 50, Diversity.blau(List.of(5L, 3L, 2L)).orElseThrow());
    is(93, 100, Diversity.iqv(List.of(5L, 3L, 2L), 3).orElseThrow());
    is(31 * 6, 50 * 5, Diversity.iqv(List.of(5L, 3L, 2L), 6).orElseThrow());
  }

  @Test
  void giniAndEntropyOfSpreadsThatAreKnown() {
    is(0, 1, Diversity.gini(List.of(3L, 3L, 3L)).orElseThrow());
    is(3, 4, Diversity.gini(List.of(0L, 0L, 0L, 8L)).orElseThrow()); // 1 − 1/n
    is(1, 4, Diversity.gini(List.of(1L, 3L)).orElseThrow());
    assertTrue(Diversity.gini(List.of(0L)).isEmpty());
    assertEquals("0", Diversity.shannon(List.of(7L)).orElseThrow().number().stripTrailingZeros().toPlainString());
    assertEquals(Math.log(6), Diversity.shannon(Collections.nCopies(6, 4L)).orElseThrow().number().doubleValue(), 1e-12);
    assertEquals(
        0.5 * Math.log(2) + 0.5 * Math.log(4), Diversity.shannon(List.of(2L, 1L, 1L)).orElseThrow().number().doubleValue(), 1e-12);
    assertTrue(Diversity.shannon(List.of()).isEmpty());
  }

  /** The mean difference of two drawn with replacement, by twice the mean. */
  @Property
  void giniIsTheMeanDifferenceOfTwoByTwiceTheMean(@ForAll("counts") List<Long> counts) {
    long differences = 0;
    long all = counts.stream().mapToLong(Long::longValue).sum();
    for (long one : counts) {
      for (long other : counts) {
        differences += Math.abs(one - other);
      }
    }
    is(differences, 2L * counts.size() * all, Diversity.gini(counts).orElseThrow());
  }

  @Property
  void entropyIsTheSameInAnyOrder(@ForAll("counts") List<Long> counts) {
    List<Long> turned = new ArrayList<>(counts);
    Collections.reverse(turned);
    assertEquals(Diversity.shannon(counts), Diversity.shannon(turned));
  }

  @Test
  void ofNothingAndOfOneCategoryThereIsNone() {
    assertTrue(Diversity.blau(List.of()).isEmpty());
    assertTrue(Diversity.iqv(List.of(0L, 0L), 2).isEmpty());
    assertTrue(Diversity.iqv(List.of(3L), 1).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> Diversity.iqv(List.of(1L, 1L, 1L), 2));
    assertThrows(IllegalArgumentException.class, () -> Diversity.blau(List.of(-1L)));
  }

  @Provide
  Arbitrary<List<Long>> counts() {
    return Arbitraries.longs().between(0, 30).list().ofSize(6).filter(list -> list.stream().anyMatch(count -> count > 0));
  }

  @Property
  void blauIsTheChanceThatTwoDrawsDiffer(@ForAll("counts") List<Long> counts) {
    long all = counts.stream().mapToLong(Long::longValue).sum();
    long differ = 0;
    for (int i = 0; i < counts.size(); i++) {
      for (int j = 0; j < counts.size(); j++) {
        differ += i == j ? 0 : counts.get(i) * counts.get(j);
      }
    }
    is(differ, all * all, Diversity.blau(counts).orElseThrow());
  }

  @Property
  void theIndexOfVariationLiesBetweenNothingAndOne(@ForAll("counts") List<Long> counts) {
    Value.Ratio iqv = Diversity.iqv(counts, 6).orElseThrow();
    assertTrue(iqv.numerator().signum() >= 0 && iqv.numerator().compareTo(iqv.denominator()) <= 0);
  }

  @Property
  void emptyCategoriesChangeNothingButTheirNumber(@ForAll("counts") List<Long> counts) {
    List<Long> filled = counts.stream().filter(count -> count > 0).toList();
    assertEquals(Diversity.iqv(counts, 9), Diversity.iqv(filled, 9));
    assertEquals(Diversity.blau(counts), Diversity.blau(filled));
  }
}
