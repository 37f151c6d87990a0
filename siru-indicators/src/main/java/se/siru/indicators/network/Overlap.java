package se.siru.indicators.network;

/**
 * The part of a network in which two nodes may share more than one group: the nodes of at least two groups. Only there must pairs be
 * walked; the ties of nodes of one group follow from its size. Nodes are numbered anew so that those of one attribute are neighbours.
 *
 * <p>A hot loop: everything the walks touch lies in arrays, and a pair is met by a mark on its second node, never kept.
 */
final class Overlap {
  /** How many meetings of pairs, repeated ones included, are walked in one piece. */
  private static final long MEETINGS_OF_PIECE = 500_000;

  private static final int MOST_PIECES = 16;

  private final int[] nodes;
  /** For each node, the first that has a greater attribute. */
  private final int[] sideEnds;
  private final int[] groupStarts;
  private final int[] members;
  private final int[] placeStarts;
  private final int[] places;
  private final int[] placeEnds;

  /** What was found of one piece of the nodes. */
  private interface Piece {
    void walk(int first, int step);
  }

  /**
   * The overlap of some groups.
   *
   * @param nodes its nodes, those of one attribute one after another
   * @param sideEnds for each of them, the first place of another attribute
   * @param number by node of the affiliations, its place among {@code nodes}, or below 0
   */
  Overlap(Affiliations affiliations, int[] nodes, int[] sideEnds, int[] number) {
    this.nodes = nodes;
    this.sideEnds = sideEnds;
    this.placeStarts = new int[nodes.length + 1];
    this.groupStarts = new int[affiliations.groups() + 1];
    int size = 0;
    for (int group = 0; group < affiliations.groups(); group++) {
      for (int at = affiliations.first(group); at < affiliations.tieEnd(group); at++) {
        int node = number[affiliations.member(at)];
        if (node >= 0) {
          placeStarts[node + 1]++;
          size++;
        }
      }
      groupStarts[group + 1] = size;
    }
    for (int node = 0; node < nodes.length; node++) {
      placeStarts[node + 1] += placeStarts[node];
    }
    int[] groupOfPlace = new int[size];
    int[] next = placeStarts.clone();
    for (int group = 0; group < affiliations.groups(); group++) {
      for (int at = affiliations.first(group); at < affiliations.tieEnd(group); at++) {
        int node = number[affiliations.member(at)];
        if (node >= 0) {
          groupOfPlace[next[node]++] = group;
        }
      }
    }
    this.members = new int[size];
    this.places = new int[size];
    this.placeEnds = new int[size];
    int[] free = groupStarts.clone();
    for (int node = 0; node < nodes.length; node++) {
      for (int at = placeStarts[node]; at < placeStarts[node + 1]; at++) {
        int group = groupOfPlace[at];
        places[at] = free[group];
        placeEnds[at] = groupStarts[group + 1];
        members[free[group]++] = node;
      }
    }
  }

  /** How many nodes there are. */
  int size() {
    return nodes.length;
  }

  /** Does the work of all nodes in pieces whose nodes lie far apart, so that pieces are about equal. */
  private void walk(Sharing sharing, Piece piece) {
    long meetings = 0;
    for (int at = 0; at < places.length; at++) {
      meetings += placeEnds[at] - places[at] - 1;
    }
    int pieces = (int) Math.min(MOST_PIECES, 1 + meetings / MEETINGS_OF_PIECE);
    sharing.each(pieces, first -> piece.walk(first, pieces));
  }

  /**
   * Counts ties.
   *
   * @param ends for each node of the affiliations, its ties, to which those of the overlap are added
   * @return ties between nodes of one attribute, and of two
   */
  long[] count(Sharing sharing, int[] ends) {
    long[] ties = new long[2];
    walk(sharing, (first, step) -> count(first, step, ends, ties));
    return ties;
  }

  private void count(int first, int step, int[] ends, long[] ties) {
    int[] met = new int[nodes.length];
    int[] found = new int[nodes.length];
    int[] member = members;
    long internal = 0;
    long external = 0;
    for (int node = first; node < nodes.length; node += step) {
      int mark = node + 1;
      int sideEnd = sideEnds[node];
      int own = 0;
      int across = 0;
      for (int at = placeStarts[node]; at < placeStarts[node + 1]; at++) {
        int end = placeEnds[at];
        for (int other = places[at] + 1; other < end; other++) {
          int second = member[other];
          if (met[second] != mark) {
            met[second] = mark;
            found[second]++;
            if (second < sideEnd) {
              own++;
            } else {
              across++;
            }
          }
        }
      }
      found[node] += own + across;
      internal += own;
      external += across;
    }
    synchronized (ties) {
      ties[0] += internal;
      ties[1] += external;
      for (int node = 0; node < nodes.length; node++) {
        ends[nodes[node]] += found[node];
      }
    }
  }

  /** How many pairs of groups all pairs of nodes share together: a circle of four memberships each. */
  long circles(Sharing sharing) {
    long[] circles = new long[1];
    walk(sharing, (first, step) -> circles(first, step, circles));
    return circles[0];
  }

  private void circles(int first, int step, long[] circles) {
    int[] met = new int[nodes.length];
    int[] before = new int[nodes.length];
    int[] member = members;
    long sum = 0;
    for (int node = first; node < nodes.length; node += step) {
      int mark = node + 1;
      for (int at = placeStarts[node]; at < placeStarts[node + 1]; at++) {
        int end = placeEnds[at];
        for (int other = places[at] + 1; other < end; other++) {
          int second = member[other];
          if (met[second] == mark) {
            sum += ++before[second];
          } else {
            met[second] = mark;
            before[second] = 0;
          }
        }
      }
    }
    synchronized (circles) {
      circles[0] = Math.addExact(circles[0], sum);
    }
  }
}
