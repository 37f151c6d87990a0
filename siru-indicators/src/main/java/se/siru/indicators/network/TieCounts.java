package se.siru.indicators.network;

import java.util.Arrays;

/**
 * How many ties the nodes of a network of one time have, within an attribute of theirs and across it. Pairs are never kept, and those of
 * which a node has one group only are not even walked: memory grows with nodes and memberships.
 *
 * @param ends to how many others of the nodes counted each node has a tie; 0 for nodes left out
 * @param internal ties between nodes of one attribute
 * @param external ties between nodes of two attributes
 */
record TieCounts(int[] ends, long internal, long external) {
  private static final int LEFT_OUT = -1;

  /** All ties between the nodes counted. */
  long all() {
    return internal + external;
  }

  /** The ties of all nodes, as if they had one attribute. */
  static TieCounts of(Affiliations affiliations, Sharing sharing) {
    return of(affiliations, new int[affiliations.nodes()], sharing);
  }

  /** The ties between nodes of a known attribute. */
  static TieCounts byAttribute(Affiliations affiliations, Sharing sharing) {
    int[] sides = new int[affiliations.nodes()];
    Arrays.setAll(sides, affiliations::attribute);
    return of(affiliations, sides, sharing);
  }

  private static TieCounts of(Affiliations affiliations, int[] attributes, Sharing sharing) {
    int[] groups = tieGroups(affiliations);
    int[] sides = sides(attributes);
    int[] ends = new int[affiliations.nodes()];
    long[] single = single(affiliations, groups, sides, ends);
    long[] several = overlap(affiliations, groups, sides).count(sharing, ends);
    return new TieCounts(ends, single[0] + several[0], single[1] + several[1]);
  }

  /** In how many groups that give ties each node is. */
  private static int[] tieGroups(Affiliations affiliations) {
    int[] groups = new int[affiliations.nodes()];
    for (int group = 0; group < affiliations.groups(); group++) {
      for (int at = affiliations.first(group); at < affiliations.tieEnd(group); at++) {
        groups[affiliations.member(at)]++;
      }
    }
    return groups;
  }

  /** Attributes as numbers without gaps; {@link #LEFT_OUT} for those that are not known. */
  private static int[] sides(int[] attributes) {
    int[] known = attributes.clone();
    Arrays.sort(known);
    int different = 0;
    for (int attribute : known) {
      if (attribute >= 0 && (different == 0 || attribute != known[different - 1])) {
        known[different++] = attribute;
      }
    }
    int[] sides = new int[attributes.length];
    for (int node = 0; node < sides.length; node++) {
      sides[node] = attributes[node] < 0 ? LEFT_OUT : Arrays.binarySearch(known, 0, different, attributes[node]);
    }
    return sides;
  }

  private static int sideCount(int[] sides) {
    return Arrays.stream(sides).max().orElse(LEFT_OUT) + 1;
  }

  /** The ties of nodes of one group: with all others there, be these of one group or of several. */
  private static long[] single(Affiliations affiliations, int[] groups, int[] sides, int[] ends) {
    long[] ties = new long[2];
    long[] ofOne = new long[sideCount(sides)];
    long[] ofSeveral = new long[ofOne.length];
    for (int group = 0; group < affiliations.groups(); group++) {
      int start = affiliations.first(group);
      int end = affiliations.tieEnd(group);
      int ones = 0;
      int all = 0;
      for (int at = start; at < end; at++) {
        int node = affiliations.member(at);
        if (sides[node] >= 0) {
          all++;
          ones += groups[node] == 1 ? 1 : 0;
          (groups[node] == 1 ? ofOne : ofSeveral)[sides[node]]++;
        }
      }
      long internal = 0;
      for (int at = start; at < end; at++) {
        int node = affiliations.member(at);
        int side = sides[node];
        if (side >= 0) {
          ends[node] += groups[node] == 1 ? all - 1 : ones;
          internal += ofOne[side] * (ofOne[side] - 1) / 2 + ofOne[side] * ofSeveral[side];
          ofOne[side] = 0;
        }
      }
      for (int at = start; at < end; at++) {
        if (sides[affiliations.member(at)] >= 0) {
          ofSeveral[sides[affiliations.member(at)]] = 0;
        }
      }
      ties[0] += internal;
      ties[1] += (long) ones * (ones - 1) / 2 + (long) ones * (all - ones) - internal;
    }
    return ties;
  }

  private static Overlap overlap(Affiliations affiliations, int[] groups, int[] sides) {
    int[] starts = new int[sideCount(sides) + 1];
    for (int node = 0; node < sides.length; node++) {
      if (groups[node] > 1 && sides[node] >= 0) {
        starts[sides[node] + 1]++;
      }
    }
    for (int side = 1; side < starts.length; side++) {
      starts[side] += starts[side - 1];
    }
    int[] nodes = new int[starts[starts.length - 1]];
    int[] sideEnds = new int[nodes.length];
    int[] number = new int[sides.length];
    int[] next = starts.clone();
    for (int node = 0; node < sides.length; node++) {
      number[node] = LEFT_OUT;
      if (groups[node] > 1 && sides[node] >= 0) {
        number[node] = next[sides[node]]++;
        nodes[number[node]] = node;
        sideEnds[number[node]] = starts[sides[node] + 1];
      }
    }
    return new Overlap(affiliations, nodes, sideEnds, number);
  }

  /** How many pairs of groups all pairs of nodes share together. */
  static long circles(Affiliations affiliations, Sharing sharing) {
    int[] groups = tieGroups(affiliations);
    return overlap(affiliations, groups, new int[groups.length]).circles(sharing);
  }
}
