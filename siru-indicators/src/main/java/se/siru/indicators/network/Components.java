package se.siru.indicators.network;

import java.util.Arrays;

/** Which nodes hang together: from memberships, without walking ties, in about as many steps as there are memberships. */
final class Components {
  private Components() {}

  /**
   * For each node the smallest node that can be reached from it over ties: nodes of one component have the same. Only where all rows
   * are of one time.
   */
  static int[] of(Affiliations affiliations) {
    int[] root = new int[affiliations.nodes()];
    Arrays.setAll(root, node -> node);
    for (int group = 0; group < affiliations.groups(); group++) {
      for (int place = affiliations.first(group) + 1; place < affiliations.tieEnd(group); place++) {
        join(root, affiliations.member(place - 1), affiliations.member(place));
      }
    }
    for (int node = 0; node < root.length; node++) {
      root[node] = rootOf(root, node);
    }
    return root;
  }

  private static void join(int[] root, int first, int second) {
    int one = rootOf(root, first);
    int other = rootOf(root, second);
    root[Math.max(one, other)] = Math.min(one, other);
  }

  private static int rootOf(int[] root, int node) {
    int at = node;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
