package se.siru.indicators.network;

import java.util.Optional;

/**
 * The ties of a network, kept for each node: for figures that follow ties from node to node. Since this grows with ties and not with
 * memberships, there is a limit.
 */
final class TieGraph {
  /** How many ties a network may have to be kept. */
  static final long MOST_TIES = 2_000_000;

  private final int[] starts;
  private final int[] neighbours;

  private TieGraph(int[] starts, int[] neighbours) {
    this.starts = starts;
    this.neighbours = neighbours;
  }

  /**
   * The ties of a network; empty where there are more than {@value #MOST_TIES}.
   *
   * @param degrees to how many others each node has a tie
   */
  static Optional<TieGraph> of(Affiliations affiliations, int[] degrees) {
    int[] starts = new int[degrees.length + 1];
    long ends = 0;
    for (int node = 0; node < degrees.length; node++) {
      ends += degrees[node];
      if (ends > 2 * MOST_TIES) {
        return Optional.empty();
      }
      starts[node + 1] = (int) ends;
    }
    int[] next = starts.clone();
    int[] neighbours = new int[(int) ends];
    affiliations.eachTie(
        (first, second, shared, mask) -> {
          neighbours[next[first]++] = second;
          neighbours[next[second]++] = first;
        });
    return Optional.of(new TieGraph(starts, neighbours));
  }

  /** How many nodes there are. */
  int nodes() {
    return starts.length - 1;
  }

  /** How many ties there are. */
  long ties() {
    return neighbours.length / 2;
  }

  /** To how many others a node has a tie. */
  int degree(int node) {
    return starts[node + 1] - starts[node];
  }

  /** The first place of a node's neighbours; that of the next node is behind the last. */
  int first(int node) {
    return starts[node];
  }

  /** The node at a place. */
  int neighbour(int place) {
    return neighbours[place];
  }

  /** How many steps it takes to look at the neighbours of all neighbours. */
  long neighbourSteps() {
    long steps = 0;
    for (int node = 0; node < nodes(); node++) {
      steps += (long) degree(node) * degree(node);
    }
    return steps;
  }
}
