package se.siru.indicators.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Selection;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

/** Figures of the form of networks against plain arithmetic on a matrix of ties. */
class NetworkFunctionTest {
  private static final int NODES = RandomRows.NODES;

  private static Value value(IndicatorFunction function, List<int[]> rows) {
    return function.apply(EdgeSelection.of(rows), AskedOf.NOTHING).value();
  }

  private static double number(IndicatorFunction function, List<int[]> rows) {
    Value value = value(function, rows);
    return value instanceof Value.Quantity quantity
        ? quantity.number().doubleValue()
        : ((Value.Ratio) value).numerator().doubleValue() / ((Value.Ratio) value).denominator().doubleValue();
  }

  private static void assertUndefinedOr(boolean undefined, double expected, IndicatorFunction function, List<int[]> rows) {
    if (undefined) {
      assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) value(function, rows)).reason(), function.id());
    } else {
      assertEquals(expected, number(function, rows), 1e-9, function.id());
    }
  }

  private static int[] row(int group, int node) {
    return new int[] {group, node};
  }

  @Property
  void countsOfTiesAreThoseOfTheMatrix(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
    List<int[]> rows = RandomRows.of(seed, size, 2);
    int[][] shared = RandomRows.shared(rows);
    int ties = 0;
    int weight = 0;
    int[] degrees = new int[NODES];
    for (int a = 0; a < NODES; a++) {
      for (int b = 0; b < NODES; b++) {
        degrees[a] += shared[a][b] > 0 ? 1 : 0;
        ties += a < b && shared[a][b] > 0 ? 1 : 0;
        weight += a < b ? shared[a][b] : 0;
      }
    }
    boolean[] present = RandomRows.present(rows);
    int n = 0;
    int shortfall = 0;
    int greatest = Arrays.stream(degrees).max().orElse(0);
    for (int node = 0; node < NODES; node++) {
      n += present[node] ? 1 : 0;
      shortfall += present[node] ? greatest - degrees[node] : 0;
    }
    assertEquals(ties, number(NetworkFunction.TIES, rows));
    assertEquals(weight, number(NetworkFunction.TIE_WEIGHT, rows));
    assertEquals(greatest, number(NetworkFunction.GREATEST_DEGREE, rows));
    assertEquals(Arrays.stream(degrees).filter(d -> d > 0).count(), number(NetworkFunction.TIED_NODES, rows));
    assertUndefinedOr(n < 2, 2.0 * ties / (n * (n - 1)), NetworkFunction.DENSITY, rows);
    assertUndefinedOr(n < 3, shortfall / ((n - 1.0) * (n - 2)), NetworkFunction.DEGREE_CENTRALISATION, rows);
    long memberships = rows.stream().map(Arrays::toString).distinct().count();
    long groups = rows.stream().map(each -> each[0]).distinct().count();
    assertUndefinedOr(n == 0, (double) memberships / (n * groups), NetworkFunction.TWO_MODE_DENSITY, rows);
  }

  @Property
  void componentsAndPathsAreThoseOfFloydAndWarshall(@ForAll long seed, @ForAll @IntRange(max = 30) int size) {
    List<int[]> rows = RandomRows.of(seed, size, 2);
    int[][] shared = RandomRows.shared(rows);
    int[][] distance = distances(shared);
    int largest = 0;
    double components = 0;
    for (int a = 0; a < NODES; a++) {
      int reached = (int) Arrays.stream(distance[a]).filter(d -> d < NODES).count();
      largest = Math.max(largest, reached);
      components += reached > 1 ? 1.0 / reached : 0;
    }
    assertEquals(components, number(NetworkFunction.COMPONENTS, rows), 1e-9);
    assertEquals(largest > 1 ? largest : 0, number(NetworkFunction.LARGEST_COMPONENT, rows));
    int pairs = 0;
    int lengths = 0;
    int diameter = 0;
    for (int a = 0; a < NODES; a++) {
      for (int b = 0; b < NODES && Arrays.stream(distance[a]).filter(d -> d < NODES).count() == largest; b++) {
        pairs += a != b && distance[a][b] < NODES ? 1 : 0;
        lengths += distance[a][b] < NODES ? distance[a][b] : 0;
        diameter = distance[a][b] < NODES ? Math.max(diameter, distance[a][b]) : diameter;
      }
    }
    assertUndefinedOr(pairs == 0, (double) lengths / pairs, NetworkFunction.MEAN_DISTANCE, rows);
    assertUndefinedOr(pairs == 0, diameter, NetworkFunction.DIAMETER, rows);
    assertBetween(rows, distance, paths(shared, distance));
  }

  private static void assertBetween(List<int[]> rows, int[][] distance, long[][] paths) {
    Affiliations affiliations = Affiliations.of(EdgeSelection.of(rows), Affiliations.NONE, Affiliations.NONE);
    ShortestPaths found = TieGraph.of(affiliations, TieCounts.of(affiliations, Sharing.ALONE).ends()).flatMap(ShortestPaths::of).orElseThrow();
    double[] between = new double[NODES];
    for (int v = 0; v < NODES; v++) {
      for (int s = 0; s < NODES; s++) {
        for (int t = s + 1; t < NODES; t++) {
          if (s != v && t != v && distance[s][t] < NODES && distance[s][v] + distance[v][t] == distance[s][t]) {
            between[v] += (double) paths[s][v] * paths[v][t] / paths[s][t];
          }
        }
      }
    }
    double all = 0;
    double shortfall = 0;
    for (int v = 0; v < NODES; v++) {
      int node = affiliations.indexOf(v);
      if (node >= 0) {
        assertEquals(between[v], found.betweenness(node).doubleValue(), 1e-6);
        all += between[v];
        shortfall += Arrays.stream(between).max().orElse(0) - between[v];
      }
    }
    assertEquals(all, found.allBetween(), 1e-6);
    int n = affiliations.nodes();
    if (n > 2) {
      assertEquals(
          shortfall / ((n - 1) * ((n - 1) * (n - 2) / 2)), number(NetworkFunction.BETWEENNESS_CENTRALISATION, rows), 1e-6);
    }
  }

  private static int[][] distances(int[][] shared) {
    int[][] distance = new int[NODES][NODES];
    for (int a = 0; a < NODES; a++) {
      for (int b = 0; b < NODES; b++) {
        distance[a][b] = a == b ? 0 : shared[a][b] > 0 ? 1 : NODES;
      }
    }
    for (int k = 0; k < NODES; k++) {
      for (int a = 0; a < NODES; a++) {
        for (int b = 0; b < NODES; b++) {
          distance[a][b] = Math.min(distance[a][b], distance[a][k] + distance[k][b]);
        }
      }
    }
    return distance;
  }

  /** How many shortest paths lead from one node to another, by their last step. */
  private static long[][] paths(int[][] shared, int[][] distance) {
    long[][] paths = new long[NODES][NODES];
    for (int a = 0; a < NODES; a++) {
      paths[a][a] = 1;
      for (int length = 1; length < NODES; length++) {
        for (int b = 0; b < NODES; b++) {
          for (int last = 0; last < NODES && distance[a][b] == length; last++) {
            paths[a][b] += shared[last][b] > 0 && distance[a][last] == length - 1 ? paths[a][last] : 0;
          }
        }
      }
    }
    return paths;
  }

  @Property
  void trianglesAndConstraintsAreThoseOfTheMatrix(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
    List<int[]> rows = RandomRows.of(seed, size, 2);
    int[][] shared = RandomRows.shared(rows);
    double closed = 0;
    double triples = 0;
    double constraints = 0;
    double clusterings = 0;
    int tied = 0;
    for (int v = 0; v < NODES; v++) {
      double constraint = 0;
      double pairs = 0;
      double closedPairs = 0;
      for (int a = 0; a < NODES; a++) {
        for (int b = a + 1; b < NODES; b++) {
          boolean meet = shared[v][a] > 0 && shared[v][b] > 0;
          pairs += meet ? 1 : 0;
          closedPairs += meet && shared[a][b] > 0 ? 1 : 0;
        }
        double invested = invested(shared, v, a);
        for (int q = 0; q < NODES; q++) {
          invested += invested(shared, v, q) * invested(shared, q, a);
        }
        constraint += shared[v][a] > 0 ? invested * invested : 0;
      }
      tied += Arrays.stream(shared[v]).anyMatch(s -> s > 0) ? 1 : 0;
      constraints += constraint;
      triples += pairs;
      closed += closedPairs;
      clusterings += pairs == 0 ? 0 : closedPairs / pairs;
    }
    long nodes = rows.stream().map(row -> row[1]).distinct().count();
    assertUndefinedOr(nodes == 0, clusterings / nodes, NetworkFunction.MEAN_CLUSTERING, rows);
    assertUndefinedOr(triples == 0, closed / triples, NetworkFunction.TRANSITIVITY, rows);
    assertUndefinedOr(tied == 0, constraints / tied, NetworkFunction.MEAN_CONSTRAINT, rows);
  }

  /** The share of its ties that a node has with another. */
  private static double invested(int[][] shared, int from, int to) {
    return shared[from][to] > 0 ? 1.0 / Arrays.stream(shared[from]).filter(s -> s > 0).count() : 0;
  }

  @Property
  void namesOrderAndRepetitionsDoNotMatter(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
    List<int[]> rows = RandomRows.of(seed, size, 3);
    List<int[]> renamed = RandomRows.renamed(rows, seed + 1);
    List<IndicatorFunction> functions = new ArrayList<>(List.of(NetworkFunction.values()));
    functions.add(new BrokerageFunction());
    for (IndicatorFunction function : functions) {
      assertEquals(
          function.apply(EdgeSelection.of(rows), withRole("2")), function.apply(EdgeSelection.of(renamed), withRole("2")),
          function.id());
    }
  }

  private static AskedOf withRole(String role) {
    return new AskedOf(Map.of("role", role), TimePeriod.TOTAL, Optional.empty());
  }

  @Property
  void theBrokerageOfARoleIsItsShareOfAllBetweenness(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
    List<int[]> rows = RandomRows.of(seed, size, 3);
    Affiliations affiliations = Affiliations.of(EdgeSelection.of(rows), Affiliations.NONE, Affiliations.NONE);
    ShortestPaths paths = TieGraph.of(affiliations, TieCounts.of(affiliations, Sharing.ALONE).ends()).flatMap(ShortestPaths::of).orElseThrow();
    double ofRole = 0;
    double all = 0;
    boolean anyRole = false;
    for (int node = 0; node < affiliations.nodes(); node++) {
      long number = affiliations.number(node);
      boolean hasRole = rows.stream().anyMatch(each -> each[1] == number && each[2] == 2);
      anyRole |= hasRole;
      all += paths.betweenness(node).doubleValue();
      ofRole += hasRole ? paths.betweenness(node).doubleValue() : 0;
    }
    Value value = new BrokerageFunction().apply(EdgeSelection.of(rows), withRole("2")).value();
    if (!anyRole || all == 0) {
      Value.Reason reason = anyRole ? Value.Reason.UNDEFINED : Value.Reason.NOT_APPLICABLE;
      assertEquals(reason, ((Value.Absent) value).reason());
    } else {
      Value.Ratio ratio = (Value.Ratio) value;
      assertEquals(ofRole / all, ratio.numerator().doubleValue() / ratio.denominator().doubleValue(), 1e-5);
    }
  }

  @Test
  void whereNobodyStatesARoleBrokerageIsMissingAndNotZero() {
    List<int[]> rows = List.of(new int[] {0, 1, EdgeSelection.NONE}, new int[] {0, 2, EdgeSelection.NONE});
    IndicatorFunction.Outcome outcome = new BrokerageFunction().apply(EdgeSelection.of(rows), withRole("2"));
    assertEquals(Value.Reason.MISSING, ((Value.Absent) outcome.value()).reason());
    assertEquals(2, outcome.unknown());
  }

  @Test
  void aStarGathersAllAtItsMiddle() {
    List<int[]> star = List.of(row(0, 9), row(0, 1), row(1, 9), row(1, 2), row(2, 9), row(2, 3), row(3, 9), row(3, 4));
    for (NetworkFunction function :
        List.of(NetworkFunction.DEGREE_CENTRALISATION, NetworkFunction.BETWEENNESS_CENTRALISATION)) {
      assertEquals(1, number(function, star), function.id());
    }
  }

  @Test
  void largeGroupsGiveNoTiesWhereTheDefinitionSaysSo() {
    List<int[]> rows = List.of(row(0, 1), row(0, 2), row(0, 3), row(1, 3), row(1, 4));
    AskedOf atMostTwo = new AskedOf(Map.of("largest-group", "2"), TimePeriod.TOTAL, Optional.empty());
    Selection selection = EdgeSelection.of(rows);
    assertEquals(Value.Quantity.of(1), NetworkFunction.TIES.apply(selection, atMostTwo).value());
    assertEquals(Value.Quantity.of(1), NetworkFunction.COMPONENTS.apply(selection, atMostTwo).value());
    assertEquals(Value.Quantity.of(2), NetworkFunction.LARGEST_COMPONENT.apply(selection, atMostTwo).value());
    assertEquals(
        new Value.Ratio(BigDecimal.valueOf(2), BigDecimal.valueOf(12)), NetworkFunction.DENSITY.apply(selection, atMostTwo).value());
  }

  @Test
  void beyondTheLimitsFiguresOfPathsAreUndefinedAndSaySoInBothLanguages() {
    List<int[]> chain = new ArrayList<>();
    for (int node = 0; node <= ShortestPaths.MOST_NODES; node++) {
      chain.add(row(node, node));
      chain.add(row(node, node + 1));
    }
    assertEquals(ShortestPaths.MOST_NODES + 1, number(NetworkFunction.TIES, chain));
    Value.Absent absent = (Value.Absent) value(NetworkFunction.DIAMETER, chain);
    assertEquals(Value.Reason.UNDEFINED, absent.reason());
    assertTrue(absent.note().in("sv").contains("5000") && absent.note().in("en").contains("5000"));
    List<int[]> crowd = new ArrayList<>();
    for (int node = 0; node < 2_001; node++) {
      crowd.add(row(0, node));
    }
    assertEquals(2_001_000, number(NetworkFunction.TIES, crowd));
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) value(NetworkFunction.TRANSITIVITY, crowd)).reason());
  }
}
