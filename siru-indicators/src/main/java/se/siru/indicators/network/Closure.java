package se.siru.indicators.network;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far the neighbours of nodes know each other: triangles, and the constraint of Burt (1992), by which a node whose neighbours
 * all know each other has little to broker.
 */
final class Closure {
  /** How many steps it may take to look at the neighbours of all neighbours. */
  static final long MOST_STEPS = 500_000_000;

  /** Decimals of a constraint and of the clustering of a node. */
  static final int SCALE = 9;

  /** The strength of all ties of a node, in steps; shares are added up as whole numbers, so that no order changes a figure. */
  private static final long ONE = 1L << 40;

  private final TieGraph graph;
  private final long[] strength;
  /** By node, the ties between its neighbours, each met from both ends. */
  private final long[] closed;
  private long triangles;

  private Closure(TieGraph graph) {
    this.graph = graph;
    this.strength = new long[graph.nodes()];
    this.closed = new long[graph.nodes()];
  }

  /** The closure of a network; empty where it is beyond the limit. */
  static Optional<Closure> of(TieGraph graph) {
    if (graph.neighbourSteps() > MOST_STEPS) {
      return Optional.empty();
    }
    Closure found = new Closure(graph);
    found.read();
    return Optional.of(found);
  }

  private void read() {
    int[] seenFrom = new int[graph.nodes()];
    Arrays.fill(seenFrom, -1);
    for (int node = 0; node < graph.nodes(); node++) {
      for (int place = graph.first(node); place < graph.first(node + 1); place++) {
        seenFrom[graph.neighbour(place)] = node;
      }
      for (int place = graph.first(node); place < graph.first(node + 1); place++) {
        int neighbour = graph.neighbour(place);
        long indirect = 0;
        for (int next = graph.first(neighbour); next < graph.first(neighbour + 1); next++) {
          int common = graph.neighbour(next);
          if (seenFrom[common] == node) {
            closed[node]++;
            indirect += Math.round((double) ONE / graph.degree(common));
          }
        }
        double invested = (double) (ONE + indirect) / ONE;
        strength[node] += Math.round(invested * invested * ONE);
      }
    }
    // Each triangle was met from each of its corners in both directions.
    triangles = Arrays.stream(closed).sum() / 6;
  }

  /** Three nodes with ties between all of them. */
  long triangles() {
    return triangles;
  }

  /** Pairs of ties that meet in a node. */
  long triples() {
    long triples = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      triples += (long) graph.degree(node) * (graph.degree(node) - 1) / 2;
    }
    return triples;
  }

  /** Out of the pairs of neighbours of a node, those that have a tie; 0 of a node with fewer than two (Watts and Strogatz 1998). */
  BigDecimal clustering(int node) {
    long pairs = (long) graph.degree(node) * (graph.degree(node) - 1);
    return pairs == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(closed[node]).divide(BigDecimal.valueOf(pairs), SCALE, RoundingMode.HALF_EVEN);
  }

  /** The constraint of a node that has ties. */
  BigDecimal constraint(int node) {
    BigDecimal squaredDegree = BigDecimal.valueOf((long) graph.degree(node) * graph.degree(node));
    return BigDecimal.valueOf(strength[node])
        .divide(BigDecimal.valueOf(ONE).multiply(squaredDegree), MathContext.DECIMAL64)
        .setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}
