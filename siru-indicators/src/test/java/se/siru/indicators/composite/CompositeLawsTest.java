package se.siru.indicators.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of composite indices on small tables of whole numbers. */
class CompositeLawsTest {
  private static final CompositeIndex INDEX =
      CompositeIndex.of(
              Component.of(
                  "index",
                  Component.indicator("x").weight(2),
                  Component.of("part", Component.indicator("y"), Component.indicator("z").lessIsBetter())))
          .step(new Step.Normalise(new Normalisation.MinMax(0, 100)))
          .build();

  @Provide
  Arbitrary<List<int[]>> rows() {
    return Arbitraries.integers().between(-50, 50).array(int[].class).ofSize(3).list().ofMinSize(2).ofMaxSize(8);
  }

  private static UnitTable table(List<int[]> rows, List<Integer> order, double factor, double shift) {
    UnitTable.Builder table = UnitTable.builder();
    for (int unit : order) {
      table.value("u" + unit, "x", rows.get(unit)[0] * factor + shift);
      table.value("u" + unit, "y", rows.get(unit)[1]);
      table.value("u" + unit, "z", rows.get(unit)[2]);
    }
    return table.build();
  }

  private static List<Integer> inOrder(List<int[]> rows) {
    return new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
  }

  @Property
  void theOrderOfUnitsChangesNotOneDigit(@ForAll("rows") List<int[]> rows, @ForAll Random random) {
    List<Integer> shuffled = inOrder(rows);
    Collections.shuffle(shuffled, random);
    CompositeResult one = INDEX.of(table(rows, inOrder(rows), 1, 0));
    CompositeResult other = INDEX.of(table(rows, shuffled, 1, 0));
    one.units().forEach(unit -> assertEquals(one.score(unit, "index"), other.score(unit, "index")));
    assertEquals(one.log().size(), other.log().size());
  }

  @Property
  void minMaxIsTheSameOnEveryScale(
      @ForAll("rows") List<int[]> rows,
      @ForAll @IntRange(min = 1, max = 1000) int factor,
      @ForAll @IntRange(min = -99, max = 99) int shift) {
    CompositeResult one = INDEX.of(table(rows, inOrder(rows), 1, 0));
    CompositeResult other = INDEX.of(table(rows, inOrder(rows), factor, shift));
    for (String unit : one.units()) {
      assertEquals(one.score(unit, "x").isPresent(), other.score(unit, "x").isPresent());
      one.score(unit, "x").ifPresent(score -> assertEquals(score, other.score(unit, "x").orElseThrow(), 1e-9));
    }
  }

  @Property
  void aBetterPartNeverMakesAMeanWorse(
      @ForAll @IntRange(min = 1, max = 100) int first,
      @ForAll @IntRange(min = 1, max = 100) int second,
      @ForAll @IntRange(min = 1, max = 100) int better) {
    for (Aggregation how : means()) {
      double before = mean(how, first, second);
      assertTrue(mean(how, first + better, second) > before, how::toString);
    }
  }

  @Property
  void meansLieBetweenTheirPartsInTheOrderOfTheirPowers(
      @ForAll @IntRange(min = 1, max = 100) int first, @ForAll @IntRange(min = 1, max = 100) int second) {
    double last = Math.min(first, second);
    for (Aggregation how : means()) {
      double mean = mean(how, first, second);
      assertTrue(mean >= last - 1e-9, how::toString);
      last = mean;
    }
    assertTrue(last <= Math.max(first, second) + 1e-9);
  }

  /** From the least power to the greatest. */
  private static List<Aggregation> means() {
    return List.of(
        new Aggregation.Generalised(-3), new Aggregation.Harmonic(), new Aggregation.Geometric(), new Aggregation.Arithmetic(),
        new Aggregation.Generalised(3));
  }

  private static double mean(Aggregation how, double first, double second) {
    return new Aggregator(new double[] {3, 1}, 0).aggregate(List.of(new double[] {first}, new double[] {second}), how)[0];
  }

  @Property
  void copelandScoresAddUpToNothing(@ForAll("rows") List<int[]> rows) {
    List<double[]> parts =
        IntStream.range(0, 3).mapToObj(part -> rows.stream().mapToDouble(row -> row[part]).toArray()).toList();
    double[] scores = new Aggregator(new double[] {1, 2, 3}, 0).aggregate(parts, new Aggregation.Copeland());
    assertEquals(0, Arrays.stream(scores).sum());
  }

  @Property
  void treatmentKeepsTheOrderOfNumbers(@ForAll("rows") List<int[]> rows) {
    double[] cubed = rows.stream().mapToDouble(row -> Math.pow(row[0], 3)).toArray();
    double[] treated = Treatment.of(cubed, new Step.Treat(1, 1, 1)).values();
    for (int i = 0; i < cubed.length; i++) {
      for (int j = 0; j < cubed.length; j++) {
        assertTrue(cubed[i] > cubed[j] || treated[i] <= treated[j]);
      }
    }
  }

  @Property
  void effectiveWeightsOfIndicatorsAddUpToOne(
      @ForAll @IntRange(min = 1, max = 9) int one, @ForAll @IntRange(min = 1, max = 9) int two) {
    Component part = Component.of("p", Component.indicator("y").weight(two), Component.indicator("z"));
    Component tree = Component.of("index", Component.indicator("x").weight(one), part);
    Map<String, Double> weights = CompositeIndex.of(tree).build().effectiveWeights();
    assertEquals(1, weights.get("x") + weights.get("y") + weights.get("z"), 1e-12);
  }
}
