package se.siru.indicators.network;

import java.util.Arrays;
import se.siru.core.indicator.IndicatorFunction.Selection;

/**
 * Which nodes belong to which groups: the two-mode network from which ties arise. Two nodes of one group have a tie, without
 * direction and counted once however many groups they share. Ties are walked, not kept, so that memory grows with memberships and
 * not with pairs.
 *
 * <p>Nodes are numbered from 0 in the order of the selection's numbers.
 */
final class Affiliations {
  /** The attribute of a node for which no row states one. */
  static final int UNKNOWN = -1;

  /** The attribute of a node whose rows differ: it belongs to no one side. */
  static final int SEVERAL = -2;

  /** Stands for the position of an attribute where there is none, and for a size of groups without a limit. */
  static final int NONE = -1;

  /** How many meetings of pairs are walked in one piece, and how many pieces there are at most. */
  private static final long MEETINGS_OF_PIECE = 500_000;

  private static final int MOST_PIECES = 16;
  private static final int GROUP = 0;
  private static final int NODE = 1;

  private final NodeNumbers nodes;
  private final int[] attributes;
  private final int largest;
  private int[] starts = new int[16];
  private int[] members = new int[16];
  private byte[] masks = new byte[16];
  private int groups;
  private int size;
  private int[] firstPlaces = new int[0];
  private int[] places = new int[0];
  private int[] groupOfPlace = new int[0];

  private Affiliations(NodeNumbers nodes, int largest) {
    this.nodes = nodes;
    this.attributes = new int[nodes.count()];
    this.largest = largest == NONE ? Integer.MAX_VALUE : largest;
    Arrays.fill(attributes, UNKNOWN);
  }

  /** When rows belong to what is asked about. */
  interface Times {
    /** A bit for each time to which a row belongs, at most seven; two nodes have a tie at the times that they share in a group. */
    int mask(int row);
  }

  /** Is told of each tie once. */
  interface TieVisitor {
    /**
     * One tie.
     *
     * @param first the node that the walk is at
     * @param second the other
     * @param shared how many groups the two share
     * @param mask the times at which they have a tie
     */
    void tie(int first, int second, int shared, int mask);
  }

  /**
   * The affiliations of a selection of group, node and perhaps an attribute, all of one time.
   *
   * @param attribute the position of the attribute, or {@link #NONE}
   * @param largest how many nodes a group may have to give ties, or {@link #NONE}
   */
  static Affiliations of(Selection selection, int attribute, int largest) {
    return of(selection, attribute, largest, row -> 1);
  }

  /** As {@link #of(Selection, int, int)}, of several times. */
  static Affiliations of(Selection selection, int attribute, int largest, Times times) {
    Affiliations found = new Affiliations(NodeNumbers.of(selection, NODE), largest);
    found.read(selection, attribute, times);
    found.turn();
    return found;
  }

  /** No nodes and no groups. */
  static Affiliations none() {
    Affiliations none = new Affiliations(NodeNumbers.none(), NONE);
    none.turn();
    return none;
  }

  /** Rows are in ascending order, so those of a group, and in a group those of a node, come one after another. */
  private void read(Selection selection, int attribute, Times times) {
    long group = Selection.UNKNOWN;
    for (int row = 0; row < selection.size(); row++) {
      int node = indexOf(selection.value(row, NODE));
      if (node < 0) {
        continue;
      }
      if (attribute != NONE) {
        long stated = selection.value(row, attribute);
        attributes[node] = both(attributes[node], stated == Selection.UNKNOWN ? UNKNOWN : (int) stated);
      }
      int mask = times.mask(row);
      if (selection.value(row, GROUP) == Selection.UNKNOWN || mask == 0) {
        continue;
      }
      if (selection.value(row, GROUP) != group) {
        group = selection.value(row, GROUP);
        startGroup();
      }
      if (size > starts[groups - 1] && members[size - 1] == node) {
        masks[size - 1] |= (byte) mask;
      } else {
        addMember(node, mask);
      }
    }
    starts[groups] = size;
  }

  /** One attribute out of two statements of it. */
  static int both(int first, int second) {
    if (first == second || second == UNKNOWN) {
      return first;
    }
    return first == UNKNOWN ? second : SEVERAL;
  }

  private void startGroup() {
    if (groups + 1 == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[groups++] = size;
  }

  private void addMember(int node, int mask) {
    if (size == members.length) {
      members = Arrays.copyOf(members, size * 2);
      masks = Arrays.copyOf(masks, size * 2);
    }
    members[size] = node;
    masks[size++] = (byte) mask;
  }

  /** Makes the way from nodes to their places in groups. */
  private void turn() {
    firstPlaces = new int[attributes.length + 1];
    places = new int[size];
    groupOfPlace = new int[size];
    for (int place = 0; place < size; place++) {
      firstPlaces[members[place] + 1]++;
    }
    for (int node = 0; node < attributes.length; node++) {
      firstPlaces[node + 1] += firstPlaces[node];
    }
    int[] next = firstPlaces.clone();
    for (int group = 0; group < groups; group++) {
      for (int place = starts[group]; place < starts[group + 1]; place++) {
        places[next[members[place]]++] = place;
        groupOfPlace[place] = group;
      }
    }
  }

  /** How many nodes there are, those without ties included. */
  int nodes() {
    return attributes.length;
  }

  /** The selection's number of a node. */
  long number(int node) {
    return nodes.number(node);
  }

  /** The node of a number of the selection; below 0 where there is none. */
  int indexOf(long number) {
    return number == Selection.UNKNOWN ? NONE : nodes.indexOf(number);
  }

  /** The attribute of a node, {@link #UNKNOWN} or {@link #SEVERAL}. */
  int attribute(int node) {
    return attributes[node];
  }

  /** How many groups have a node. */
  int groups() {
    return groups;
  }

  /** How many nodes belong to groups, each counted in each of its groups. */
  long memberships() {
    return size;
  }

  /** In how many groups a node is. */
  int groupsOf(int node) {
    return firstPlaces[node + 1] - firstPlaces[node];
  }

  /** How many paths of three memberships begin at a node: over one of its groups and another node of that to another group. */
  long pathsOfThree(int node) {
    long paths = 0;
    for (int at = firstPlaces[node]; at < firstPlaces[node + 1]; at++) {
      int group = groupOfPlace[places[at]];
      if (givesTies(group)) {
        paths += (long) (starts[group + 1] - starts[group] - 1) * (groupsOf(node) - 1);
      }
    }
    return paths;
  }

  private boolean givesTies(int group) {
    return starts[group + 1] - starts[group] <= largest;
  }

  /** The place of the first member of a group. */
  int first(int group) {
    return starts[group];
  }

  /** The place behind the last member of a group; where the group gives no ties, that of the first. */
  int tieEnd(int group) {
    return givesTies(group) ? starts[group + 1] : starts[group];
  }

  /** The node at a place; those of a group ascend. */
  int member(int place) {
    return members[place];
  }

  /** How many groups all nodes with a tie share, added up over all ties. */
  long weight() {
    long weight = 0;
    for (int group = 0; group < groups; group++) {
      long tied = tieEnd(group) - first(group);
      weight += tied * (tied - 1) / 2;
    }
    return weight;
  }

  /** Walks all ties: the smaller node ascending, the greater in no order. */
  void eachTie(TieVisitor visitor) {
    Walk walk = new Walk();
    for (int node = 0; node < attributes.length; node++) {
      walk.from(node, true, visitor);
    }
  }

  /**
   * How many ties there are at the times that a number stands for, and at no others: by that number, from 1. Pairs are walked as by
   * {@link Walk}, but without a call for each, since this is what change of large networks costs.
   */
  long[] countsByTime(int times, Sharing sharing) {
    long[] counts = new long[1 << times];
    int pieces = (int) Math.min(MOST_PIECES, 1 + weight() / MEETINGS_OF_PIECE);
    sharing.each(pieces, piece -> {
      long[] found = new long[counts.length];
      int[] met = new int[attributes.length];
      byte[] known = new byte[attributes.length];
      for (int node = piece; node < attributes.length; node += pieces) {
        countFrom(node, met, known, found);
      }
      synchronized (counts) {
        Arrays.setAll(counts, mask -> mask == 0 ? 0 : counts[mask] + found[mask]);
      }
    });
    return counts;
  }

  /** A pair that is found at one more time moves from one count to another. */
  private void countFrom(int node, int[] met, byte[] known, long[] found) {
    int mark = node + 1;
    for (int at = firstPlaces[node]; at < firstPlaces[node + 1]; at++) {
      int place = places[at];
      int end = tieEnd(groupOfPlace[place]);
      int mask = masks[place];
      for (int other = place + 1; other < end; other++) {
        int second = members[other];
        int before = met[second] == mark ? known[second] : 0;
        int after = before | mask & masks[other];
        if (after != before) {
          found[before]--;
          found[after]++;
          met[second] = mark;
          known[second] = (byte) after;
        }
      }
    }
  }

  /** Walks ties from a node; has the scratch space that this takes. Not thread-safe. */
  final class Walk {
    private final int[] shared = new int[attributes.length];
    private final int[] times = new int[attributes.length];
    private final int[] met = new int[attributes.length];

    /** Walks the ties of a node, in no order; where only those to greater nodes, each tie of the network is met once. */
    void from(int node, boolean onlyGreater, TieVisitor visitor) {
      int count = 0;
      for (int at = firstPlaces[node]; at < firstPlaces[node + 1]; at++) {
        int place = places[at];
        int group = groupOfPlace[place];
        int end = givesTies(group) ? starts[group + 1] : 0;
        for (int other = onlyGreater ? place + 1 : starts[group]; other < end; other++) {
          int common = masks[place] & masks[other];
          if (common != 0 && other != place) {
            int second = members[other];
            if (shared[second]++ == 0) {
              met[count++] = second;
            }
            times[second] |= common;
          }
        }
      }
      for (int i = 0; i < count; i++) {
        int second = met[i];
        visitor.tie(node, second, shared[second], times[second]);
        shared[second] = 0;
        times[second] = 0;
      }
    }
  }
}
