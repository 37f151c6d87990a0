package se.siru.indicators.composite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small cases, among them those that a published implementation states as its own tests. */
class CompositeStepsTest {
  private static final double GONE = Double.NaN;

  private static double[] normalised(Normalisation how, boolean isLessBetter, double... values) {
    List<String> units = IntStream.range(0, values.length).mapToObj(i -> "u" + (char) ('a' + i)).toList();
    return new Normaliser(units, isLessBetter).normalise(values, how);
  }

  private static double mean(Aggregation how, double[] weights, double... values) {
    List<double[]> parts = Arrays.stream(values).mapToObj(value -> new double[] {value}).toList();
    return new Aggregator(weights, 0).aggregate(parts, how)[0];
  }

  @Test
  void meansAreThoseOfTheTextbook() {
    double[] even = {1, 1, 1};
    assertEquals(Math.cbrt(6), mean(new Aggregation.Geometric(), even, 1, 2, 3), 1e-15);
    assertEquals(Math.pow(18, 0.25), mean(new Aggregation.Geometric(), new double[] {1, 1, 2}, 1, 2, 3), 1e-14);
    assertEquals(2.059767, mean(new Aggregation.Geometric(), new double[] {1, 1, 2}, 1, 2, 3), 5e-7);
    assertEquals(1.411765, mean(new Aggregation.Harmonic(), new double[] {2, 1, 1}, 1, 2, 3), 5e-7);
    assertEquals(Math.sqrt(14 / 3.0), mean(new Aggregation.Generalised(2), even, 1, 2, 3), 1e-15);
    assertEquals(2, mean(new Aggregation.Generalised(1), even, 1, 2, 3), 1e-15);
    assertEquals(2.25, mean(new Aggregation.Arithmetic(), new double[] {1, 1, 2}, 1, 2, 3), 0);
  }

  @Test
  void meansOfWhatIsNotPositiveAreMissingAndNeverZero() {
    double[] even = {1, 1};
    for (Aggregation how : List.of(new Aggregation.Geometric(), new Aggregation.Harmonic(), new Aggregation.Generalised(2))) {
      assertTrue(Double.isNaN(mean(how, even, 0, 3)), how::toString);
      assertTrue(Double.isNaN(mean(how, even, -1, 3)), how::toString);
    }
    assertEquals(1.5, mean(new Aggregation.Arithmetic(), even, 0, 3), 0);
    assertEquals(3, mean(new Aggregation.Arithmetic(), even, GONE, 3), 0);
    assertTrue(Double.isNaN(mean(new Aggregation.Arithmetic(), even, GONE, GONE)));
    assertThrows(IllegalArgumentException.class, () -> new Aggregation.Generalised(0));
  }

  @Test
  void tooLittleKnownWeightGivesNoScore() {
    List<double[]> parts = List.of(new double[] {1, 1}, new double[] {2, GONE}, new double[] {3, GONE});
    double[] even = {1, 1, 1};
    Aggregation mean = new Aggregation.Arithmetic();
    assertArrayEquals(new double[] {2, GONE}, new Aggregator(even, 0.5).aggregate(parts, mean));
    assertArrayEquals(new double[] {2, 1}, new Aggregator(even, 1 / 3.0).aggregate(parts, mean));
  }

  @Test
  void distancesToATargetAreSharesOfTheWayFromTheWorst() {
    assertArrayEquals(new double[] {0, .5, 1.1}, normalised(new Normalisation.DistanceToTarget(10, false), false, 0, 5, 11), 1e-15);
    assertArrayEquals(new double[] {0, .5, 1}, normalised(new Normalisation.DistanceToTarget(10, true), false, 0, 5, 11), 1e-15);
    assertArrayEquals(new double[] {1.1, .9, 0}, normalised(new Normalisation.DistanceToTarget(0, false), true, -1, 1, 10), 1e-15);
    assertArrayEquals(new double[] {GONE, GONE}, normalised(new Normalisation.DistanceToTarget(1, false), false, 2, 5));
  }

  @Test
  void goalpostsAreFixed() {
    Normalisation posts = new Normalisation.Goalposts(0, 10, 1, false);
    assertArrayEquals(new double[] {.1, 1, 0, GONE}, normalised(posts, false, 1, 12, -3, GONE), 1e-15);
    assertArrayEquals(new double[] {.9, 0, 1}, normalised(posts, true, 1, 12, -3), 1e-15);
    assertArrayEquals(
        new double[] {50}, normalised(new Normalisation.Goalposts(1, 100, 100, true), false, 10), 1e-12);
  }

  @Test
  void rankNormalisationsCountTheWorse() {
    double[] ten = {5, 3, 9, 1, 7, 2, 10, 4, 8, 6};
    double[] borda = normalised(new Normalisation.Borda(), false, ten);
    assertArrayEquals(IntStream.range(0, 10).asDoubleStream().toArray(), DoubleStream.of(borda).sorted().toArray());
    assertArrayEquals(new double[] {1, 2, 2, 4, GONE}, normalised(new Normalisation.Rank(), false, 1, 3, 3, 9, GONE));
    assertArrayEquals(new double[] {4, 2, 2, 1}, normalised(new Normalisation.Rank(), true, 1, 3, 3, 9));
    assertArrayEquals(new double[] {0, .5, 1}, normalised(new Normalisation.PercentileRank(), false, 1, 3, 9));
  }

  @Test
  void theOtherScales() {
    assertArrayEquals(new double[] {-1, 0, 1}, normalised(new Normalisation.ZScore(0, 1), false, 1, 2, 3), 1e-15);
    assertArrayEquals(new double[] {110, 100, 90}, normalised(new Normalisation.ZScore(100, 10), true, 1, 2, 3), 1e-12);
    assertArrayEquals(new double[] {100, 50, 0}, normalised(new Normalisation.MinMax(0, 100), true, 2, 4, 6));
    assertArrayEquals(new double[] {0, .25, 1}, normalised(new Normalisation.DistanceToMax(), false, 2, 3, 6));
    assertArrayEquals(new double[] {.25, .5, 1}, normalised(new Normalisation.FractionOfMax(), false, 1, 2, 4));
    assertArrayEquals(new double[] {1, .5, .25}, normalised(new Normalisation.FractionOfMax(), true, 1, 2, 4));
    assertArrayEquals(new double[] {GONE, GONE}, normalised(new Normalisation.FractionOfMax(), false, 0, 2));
    assertArrayEquals(
        new double[] {0, 1, 2}, normalised(new Normalisation.DistanceToReference("ub", false), false, 1, 2, 3), 1e-15);
    assertArrayEquals(new double[] {GONE, GONE}, normalised(new Normalisation.MinMax(0, 1), false, 4, 4));
  }

  @Test
  void outrankingIsTheWeightOfTheBetterParts() {
    List<double[]> parts = List.of(new double[] {1, 2, 3, 4}, new double[] {3, 2, 1, 5}, new double[] {2, 3, 1, 4});
    Aggregator aggregator = new Aggregator(new double[] {1, 1, 1}, 0);
    double[][] better = aggregator.outranking(parts);
    assertEquals(2 / 3.0, better[1][0], 1e-15);
    assertEquals(1 / 3.0, better[2][0], 1e-15);
    assertEquals(1, better[3][0], 0);
    long dominant = Arrays.stream(better).flatMapToDouble(Arrays::stream).filter(share -> share == 1).count();
    assertEquals(3, dominant);
    assertArrayEquals(new double[] {-1, 1, -3, 3}, aggregator.aggregate(parts, new Aggregation.Copeland()));
  }

  @Test
  void outermostNumbersAreDrawnInOneByOne() {
    double[] eleven = DoubleStream.concat(IntStream.rangeClosed(1, 10).asDoubleStream(), DoubleStream.of(100)).toArray();
    Treatment treated = Treatment.of(eleven, Step.Treat.usual());
    assertEquals(10, treated.values()[10]);
    assertEquals(Change.Reason.WINSORISED, treated.reason());
    double[] low = Arrays.stream(eleven).map(value -> -value).toArray();
    assertEquals(-10, Treatment.of(low, Step.Treat.usual()).values()[10]);
  }

  @Test
  void whereThePermittedNumbersDoNotSufficeLogarithmsStandIn() {
    double[] values = DoubleStream.concat(IntStream.rangeClosed(1, 20).asDoubleStream(), DoubleStream.of(100, 200)).toArray();
    Treatment one = Treatment.of(values, new Step.Treat(2, 3.5, 1));
    assertEquals(Change.Reason.LOGGED, one.reason());
    assertEquals(Math.log(199 / 100.0), one.values()[0], 1e-15);
    assertEquals(Change.Reason.WINSORISED, Treatment.of(values, new Step.Treat(2, 3.5, 2)).reason());
    double[] tied = DoubleStream.concat(IntStream.rangeClosed(1, 20).asDoubleStream(), DoubleStream.of(200, 200)).toArray();
    assertEquals(Change.Reason.LOGGED, Treatment.of(tied, new Step.Treat(2, 3.5, 1)).reason(), "two equal numbers are two");
  }

  @Test
  void skewnessAndKurtosisAreThoseOfTypeTwo() {
    // Worked by hand: 1, 2, 3, 10 has mean 4, Σd² = 50, Σd³ = 180, Σd⁴ = 1394.
    double g1 = 180 / 4.0 / Math.pow(12.5, 1.5);
    double g2 = 1394 / 4.0 / (12.5 * 12.5) - 3;
    assertEquals(g1 * Math.sqrt(12) / 2, Moments.skewness(new double[] {1, 2, GONE, 3, 10}), 1e-14);
    assertEquals((5 * g2 + 6) * 3 / 2, Moments.kurtosis(new double[] {1, 2, GONE, 3, 10}), 1e-14);
    assertTrue(Double.isNaN(Moments.skewness(new double[] {4, 4, 4, 4})));
  }

  private static UnitTable gaps() {
    return UnitTable.builder()
        .value("c", "x", 4).value("c", "y", 1).value("c", "people", 0)
        .value("a", "x", 1).value("a", "people", 10)
        .value("b", "x", 3).value("b", "y", 5).value("b", "people", 10)
        .unit("d").group("a", "kind", "town").group("b", "kind", "town").group("c", "kind", "rural").group("d", "kind", "none")
        .build();
  }

  @Test
  void missingStaysMissingUntilAStepSaysOtherwise() {
    Component tree = Component.of("index", Component.indicator("x").per("people"), Component.indicator("y"));
    CompositeResult result = CompositeIndex.of(tree).step(new Step.Denominate()).build().of(gaps());
    assertEquals(0.1, result.score("a", "index").orElseThrow(), 1e-15);
    assertEquals(1, result.score("c", "index").orElseThrow(), "only y is known where nobody lives");
    assertTrue(result.score("d", "index").isEmpty());
    assertEquals(OptionalInt.empty(), result.rank("d"));
    assertEquals(List.of("b", "c", "a"), result.ranking("index").stream().map(CompositeResult.Place::unit).toList());
    assertTrue(result.log().stream().anyMatch(c -> c.unit().equals("c") && c.reason() == Change.Reason.NO_DENOMINATOR));
    assertTrue(result.log().stream().anyMatch(c -> c.unit().equals("d") && c.reason() == Change.Reason.NOT_AGGREGATED));
  }

  @Test
  void imputationTakesFiguresOfTheSameGroupOnly() {
    Component tree = Component.of("index", Component.indicator("x"), Component.indicator("y"));
    CompositeIndex index =
        CompositeIndex.of(tree).step(new Step.Impute(Step.Impute.By.MEAN, Optional.of("kind"))).build();
    CompositeResult result = index.of(gaps());
    assertEquals(5, result.score("a", "y").orElseThrow());
    assertTrue(result.score("d", "y").isEmpty(), "a group of its own has no other number");
    CompositeResult median =
        CompositeIndex.of(tree).step(new Step.Impute(Step.Impute.By.MEDIAN, Optional.empty())).build().of(gaps());
    assertEquals(3, median.score("d", "x").orElseThrow());
    assertEquals(3, median.score("d", "y").orElseThrow());
  }

  @Test
  void screeningLeavesOutUnitsAndSaysSo() {
    Component tree = Component.of("index", Component.indicator("x"), Component.indicator("y"));
    CompositeResult result = CompositeIndex.of(tree).step(new Step.Screen(0.6)).build().of(gaps());
    assertEquals(List.of("b", "c"), result.units());
    assertEquals(2, result.log().stream().filter(change -> change.reason() == Change.Reason.SCREENED_OUT).count());
    assertEquals(List.of("a", "b", "c"), CompositeIndex.of(tree).step(new Step.Screen(0.5)).build().of(gaps()).units());
  }

  @Test
  void equalScoresShareTheBestRank() {
    UnitTable table = UnitTable.builder().value("a", "x", 2).value("b", "x", 2).value("c", "x", 1).build();
    CompositeResult result = CompositeIndex.of(Component.of("index", Component.indicator("x"))).build().of(table);
    assertEquals(
        List.of(1, 1, 3), result.ranking("index").stream().map(CompositeResult.Place::rank).toList());
  }

  @Test
  void theOnlyPartCannotBeTakenOut() {
    UnitTable table = UnitTable.builder().value("a", "x", 2).value("b", "x", 1).build();
    CompositeResult result = CompositeIndex.of(Component.of("index", Component.indicator("x"))).build().of(table);
    assertTrue(Robustness.rankShiftsByRemoval(result).isEmpty());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> CompositeIndex.of(Component.indicator("x")));
    assertThrows(
        IllegalArgumentException.class,
        () -> CompositeIndex.of(Component.of("x", Component.indicator("x"))));
    assertThrows(IllegalArgumentException.class, () -> Component.of("index", Component.indicator("x").weight(0)));
    assertThrows(IllegalArgumentException.class, () -> Component.indicator("x").weight(GONE));
    assertThrows(IllegalArgumentException.class, () -> UnitTable.builder().value("a", "x", GONE));
    assertThrows(IllegalArgumentException.class, () -> UnitTable.builder().value("a", "x", 1).value("a", "x", 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> CompositeIndex.of(Component.of("index", Component.indicator("nowhere"))).build().of(gaps()));
  }
}
