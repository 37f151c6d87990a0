package se.siru.indicators.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Outcome;
import se.siru.core.indicator.IndicatorFunction.Selection;
import se.siru.core.model.Value;

class MixingFunctionTest {
  private static final int NONE = EdgeSelection.NONE;

  private static Value value(IndicatorFunction function, Selection selection) {
    return function.apply(selection, AskedOf.NOTHING).value();
  }

  private static Value ratio(long numerator, long denominator) {
    return new Value.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  private static Selection rows(int[]... rows) {
    return EdgeSelection.of(List.of(rows));
  }

  private static int[] row(int group, int node, int attribute) {
    return new int[] {group, node, attribute};
  }

  @Test
  void zacharysKarateClubHasThePublishedFigures() throws IOException {
    Selection karate = NetworkData.zachary();
    assertEquals(ratio(11 - 67, 78), value(MixingFunction.E_I_INDEX, karate));
    assertEquals(ratio(17, 561), value(MixingFunction.E_I_EXPECTED, karate));
    assertEquals(-0.717949, asDouble(value(MixingFunction.E_I_INDEX, karate)), 5e-7);
    assertEquals(0.030303, asDouble(value(MixingFunction.E_I_EXPECTED, karate)), 5e-7);
    // With fewer ties than pairs within and between the clubs, the scale is the index's own.
    assertEquals(-0.717949, asDouble(value(MixingFunction.E_I_RESCALED, karate)), 5e-7);
    assertEquals(ratio(11, 78), value(MixingFunction.CROSS_TIE_SHARE, karate));
    assertEquals(Value.Quantity.of(11), value(MixingFunction.CROSS_TIES, karate));
    assertEquals(0.717531, asDouble(value(MixingFunction.ASSORTATIVITY, karate)), 5e-7);
    assertEquals(0.358235, asDouble(value(MixingFunction.MODULARITY, karate)), 5e-7);
  }

  @Test
  void theOrganisationsOfDsi4euMixAsCountedIndependently() throws IOException {
    Map<String, Integer> types = new HashMap<>();
    Map<String, Integer> typeNumbers = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (String[] organisation : NetworkData.lines("dsi4eu/organisations.csv")) {
      String type = organisation[2];
      types.put(organisation[0], type.isEmpty() ? NONE : typeNumbers.computeIfAbsent(type, key -> typeNumbers.size()));
    }
    List<int[]> rows = new ArrayList<>();
    for (String[] link : NetworkData.lines("dsi4eu/links.csv")) {
      int initiative = numbers.computeIfAbsent("initiative " + link[0], key -> numbers.size());
      int organisation = numbers.computeIfAbsent(link[1], key -> numbers.size());
      rows.add(row(initiative, organisation, types.get(link[1])));
    }
    Selection selection = EdgeSelection.of(rows);
    assertEquals(ratio(205 - 84, 289), value(MixingFunction.E_I_INDEX, selection));
    assertEquals(ratio(205, 289), value(MixingFunction.CROSS_TIE_SHARE, selection));
  }

  @Test
  void nodesOfUnknownAttributeAreLeftOutAndCounted() {
    Selection selection = rows(row(0, 1, 7), row(0, 2, 8), row(0, 3, NONE), row(1, 3, NONE), row(1, 1, 7));
    Outcome outcome = MixingFunction.E_I_INDEX.apply(selection, AskedOf.NOTHING);
    assertEquals(ratio(1, 1), outcome.value());
    assertEquals(1, outcome.unknown());
  }

  @Test
  void aNodeWithTwoAttributesBelongsToNoSide() {
    Selection selection = rows(row(0, 1, 7), row(0, 2, 7), row(0, 3, 7), row(1, 3, 8));
    Outcome outcome = MixingFunction.E_I_INDEX.apply(selection, AskedOf.NOTHING);
    assertEquals(ratio(-1, 1), outcome.value());
    assertEquals(1, outcome.unknown());
  }

  @Test
  void anAttributeStatedOnceIsKnownEverywhere() {
    Selection selection = rows(row(0, 1, 7), row(0, 2, NONE), row(1, 2, 8));
    assertEquals(ratio(1, 1), value(MixingFunction.E_I_INDEX, selection));
  }

  @Test
  void withoutTiesTheIndexIsUndefinedAndNotZero() {
    Selection loners = rows(row(0, 1, 7), row(1, 2, 8), row(NONE, 3, 7), row(NONE, 4, 8));
    for (MixingFunction function : MixingFunction.values()) {
      if (function == MixingFunction.E_I_EXPECTED || function == MixingFunction.CROSS_TIES) {
        continue;
      }
      assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) value(function, loners)).reason(), function.id());
    }
    assertEquals(Value.Quantity.of(0), value(MixingFunction.CROSS_TIES, loners));
    assertEquals(ratio(2, 6).getClass(), value(MixingFunction.E_I_EXPECTED, loners).getClass());
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) value(MixingFunction.E_I_EXPECTED, rows())).reason());
  }

  @Test
  void theRescaledIndexReachesBothEnds() {
    // Four pairs cross and two do not; five ties can have at least three, so never fewer than (3 − 2) / 5.
    int[] attributes = {0, 0, 1, 1};
    List<int[]> most = List.of(new int[] {0, 2}, new int[] {0, 3}, new int[] {1, 2}, new int[] {1, 3}, new int[] {0, 1});
    List<int[]> least = List.of(new int[] {0, 2}, new int[] {0, 3}, new int[] {1, 2}, new int[] {2, 3}, new int[] {0, 1});
    assertEquals(1, asDouble(value(MixingFunction.E_I_RESCALED, EdgeSelection.ofEdges(most, attributes))));
    assertEquals(-1, asDouble(value(MixingFunction.E_I_RESCALED, EdgeSelection.ofEdges(least, attributes))));
  }

  @Test
  void whereOnlyOneValueIsPossibleTheScaleIsUndefined() {
    Selection pair = rows(row(0, 1, 7), row(0, 2, 8));
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) value(MixingFunction.E_I_RESCALED, pair)).reason());
  }

  @Test
  void assortativityIsUndefinedWhereAllTiesHaveOneAttributeAndModularityIsNot() {
    Selection one = rows(row(0, 1, 7), row(0, 2, 7), row(1, 3, 8));
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) value(MixingFunction.ASSORTATIVITY, one)).reason());
    assertEquals(0, asDouble(value(MixingFunction.MODULARITY, one)));
    Selection bipartite = rows(row(0, 1, 7), row(0, 2, 8), row(1, 3, 7), row(1, 2, 8));
    assertEquals(-1, asDouble(value(MixingFunction.ASSORTATIVITY, bipartite)));
  }

  @Property
  void theIndexIsThatOfPairsCountedOneByOne(@ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int size) {
    List<int[]> rows = randomRows(seed, size);
    Map<Integer, Integer> attribute = new HashMap<>();
    rows.forEach(row -> attribute.put(row[1], row[2]));
    long external = 0;
    long internal = 0;
    double[][] matrix = new double[3][3];
    for (int a = 0; a < 12; a++) {
      for (int b = a + 1; b < 12; b++) {
        int first = a;
        int second = b;
        boolean tied = rows.stream().anyMatch(x -> x[1] == first && rows.stream().anyMatch(
            y -> y[1] == second && y[0] == x[0]));
        if (tied && attribute.get(a) != NONE && attribute.get(b) != NONE) {
          external += attribute.get(a).equals(attribute.get(b)) ? 0 : 1;
          internal += attribute.get(a).equals(attribute.get(b)) ? 1 : 0;
          matrix[attribute.get(a)][attribute.get(b)]++;
          matrix[attribute.get(b)][attribute.get(a)]++;
        }
      }
    }
    Value value = value(MixingFunction.E_I_INDEX, EdgeSelection.of(rows));
    if (external + internal == 0) {
      assertTrue(value instanceof Value.Absent);
    } else {
      assertEquals(ratio(external - internal, external + internal), value);
      assertMixes(matrix, 2.0 * (external + internal), EdgeSelection.of(rows));
      Value rescaled = value(MixingFunction.E_I_RESCALED, EdgeSelection.of(rows));
      assertTrue(rescaled instanceof Value.Absent || Math.abs(asDouble(rescaled)) <= 1, rescaled::toString);
    }
  }

  /** Newman's figures from the matrix of shares of ends, as he writes them. */
  private static void assertMixes(double[][] matrix, double ends, Selection selection) {
    double within = 0;
    double byChance = 0;
    for (int i = 0; i < matrix.length; i++) {
      double row = 0;
      double column = 0;
      for (int j = 0; j < matrix.length; j++) {
        row += matrix[i][j] / ends;
        column += matrix[j][i] / ends;
      }
      within += matrix[i][i] / ends;
      byChance += row * column;
    }
    assertEquals(within - byChance, asDouble(value(MixingFunction.MODULARITY, selection)), 1e-12);
    Value assortativity = value(MixingFunction.ASSORTATIVITY, selection);
    if (byChance < 1 - 1e-12) {
      assertEquals((within - byChance) / (1 - byChance), asDouble(assortativity), 1e-12);
    } else {
      assertTrue(assortativity instanceof Value.Absent);
    }
  }

  @Property
  void namesOfGroupsAndNodesDoNotMatter(@ForAll long seed) {
    List<int[]> rows = randomRows(seed, 40);
    List<Integer> names = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    Collections.shuffle(names, new Random(seed));
    List<int[]> renamed =
        rows.stream().map(row -> row(names.get(row[0]), names.get(row[1]), row[2])).toList();
    for (MixingFunction function : MixingFunction.values()) {
      assertEquals(
          function.apply(EdgeSelection.of(rows), AskedOf.NOTHING), function.apply(EdgeSelection.of(renamed), AskedOf.NOTHING));
    }
  }

  /** Up to 12 nodes in up to 8 groups; each node has one attribute of three, or none. */
  private static List<int[]> randomRows(long seed, int size) {
    Random random = new Random(seed);
    int[] attributes = random.ints(12, NONE, 3).toArray();
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int node = random.nextInt(12);
      rows.add(row(random.nextInt(8), node, attributes[node]));
    }
    return rows;
  }

  private static double asDouble(Value value) {
    Value.Ratio ratio = (Value.Ratio) value;
    return ratio.numerator().doubleValue() / ratio.denominator().doubleValue();
  }
}
