package se.siru.indicators.network;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Shortest paths between all pairs of nodes (Brandes 2001): how often each node lies on them, and how long they are. Shares of paths are
 * added up as whole numbers of very small steps, so that no order of nodes changes a figure; lengths are exact.
 */
final class ShortestPaths {
  /** How many nodes with ties a network may have. */
  static final int MOST_NODES = 5_000;

  /** How many pairs of such a node and a tie there may be: the work grows with them. */
  static final long MOST_STEPS = 500_000_000;

  /** Decimals of a betweenness in pairs. */
  static final int SCALE = 6;

  /** One pair, in steps: {@value #MOST_NODES} nodes have so few pairs that the sum of all fits. */
  private static final long ONE = 1L << 38;

  private final TieGraph graph;
  private final long[] between;
  private final int[] reached;
  private final long[] lengths;
  private final int[] farthest;
  private final int[] order;
  private final int[] distance;
  private final long[] paths;
  private final long[] share;

  private ShortestPaths(TieGraph graph) {
    this.graph = graph;
    int nodes = graph.nodes();
    this.between = new long[nodes];
    this.reached = new int[nodes];
    this.lengths = new long[nodes];
    this.farthest = new int[nodes];
    this.order = new int[nodes];
    this.distance = new int[nodes];
    this.paths = new long[nodes];
    this.share = new long[nodes];
  }

  /** The shortest paths of a network; empty where it is beyond the limits, or has more paths than can be counted. */
  static Optional<ShortestPaths> of(TieGraph graph) {
    long tied = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      tied += graph.degree(node) > 0 ? 1 : 0;
    }
    if (tied > MOST_NODES || tied * graph.ties() > MOST_STEPS) {
      return Optional.empty();
    }
    ShortestPaths found = new ShortestPaths(graph);
    try {
      for (int node = 0; node < graph.nodes(); node++) {
        if (graph.degree(node) > 0) {
          found.from(node);
        }
      }
    } catch (ArithmeticException tooManyPaths) {
      return Optional.empty();
    }
    return Optional.of(found);
  }

  private void from(int source) {
    Arrays.fill(distance, -1);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    int size = 1;
    for (int head = 0; head < size; head++) {
      int node = order[head];
      share[node] = 0;
      for (int place = graph.first(node); place < graph.first(node + 1); place++) {
        int next = graph.neighbour(place);
        if (distance[next] < 0) {
          distance[next] = distance[node] + 1;
          paths[next] = 0;
          lengths[source] += distance[next];
          order[size++] = next;
        }
        if (distance[next] == distance[node] + 1) {
          paths[next] = Math.addExact(paths[next], paths[node]);
        }
      }
    }
    reached[source] = size - 1;
    farthest[source] = distance[order[size - 1]];
    for (int at = size - 1; at > 0; at--) {
      int node = order[at];
      between[node] += share[node];
      for (int place = graph.first(node); place < graph.first(node + 1); place++) {
        int before = graph.neighbour(place);
        if (distance[before] == distance[node] - 1) {
          // Rounded once, from numbers that do not depend on any order; sums of whole numbers do not either.
          share[before] += (long) Math.rint((double) paths[before] / paths[node] * (ONE + share[node]));
        }
      }
    }
  }

  /** How many pairs of others have a node between them; where several paths are shortest, their share of the pair. */
  BigDecimal betweenness(int node) {
    return pairs(BigInteger.valueOf(between[node]));
  }

  /** The betweenness of several nodes together. */
  BigDecimal betweenness(boolean[] chosen) {
    BigInteger sum = BigInteger.ZERO;
    for (int node = 0; node < chosen.length; node++) {
      sum = chosen[node] ? sum.add(BigInteger.valueOf(between[node])) : sum;
    }
    return pairs(sum);
  }

  /** By how much the nodes fall short of the one of greatest betweenness, all together. */
  BigDecimal shortfall() {
    long greatest = Arrays.stream(between).max().orElse(0);
    BigInteger sum = BigInteger.ZERO;
    for (long each : between) {
      sum = sum.add(BigInteger.valueOf(greatest - each));
    }
    return pairs(sum);
  }

  /** Every pair was met from both its ends. */
  private static BigDecimal pairs(BigInteger steps) {
    return new BigDecimal(steps).divide(BigDecimal.valueOf(2 * ONE)).setScale(SCALE, RoundingMode.HALF_EVEN);
  }

  /** The betweenness of all nodes together: every pair has one node fewer between it than its path has ties. */
  long allBetween() {
    return (Arrays.stream(lengths).sum() - Arrays.stream(reached).asLongStream().sum()) / 2;
  }

  private int mostReached() {
    return Arrays.stream(reached).max().orElse(0);
  }

  /** The length of the longest shortest path in the largest component, or in those of that size. */
  int diameter() {
    int most = mostReached();
    int greatest = 0;
    for (int node = 0; node < reached.length; node++) {
      greatest = reached[node] == most ? Math.max(greatest, farthest[node]) : greatest;
    }
    return greatest;
  }

  /** The lengths of the shortest paths of all pairs in the largest component, or in those of that size. */
  long lengthsInLargest() {
    int most = mostReached();
    long sum = 0;
    for (int node = 0; node < reached.length; node++) {
      sum += reached[node] == most ? lengths[node] : 0;
    }
    return sum / 2;
  }

  /** How many pairs {@link #lengthsInLargest} adds up. */
  long pairsInLargest() {
    long most = mostReached();
    return most * Arrays.stream(reached).filter(each -> each == most).count() / 2;
  }
}
