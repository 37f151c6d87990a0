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

  private static final int GROUP = 0;
  private static final int NODE = 1;

  private final long[] nodes;
  private final int[] attributes;
  private final int largest;
  private int[] starts = new int[16];
  private int[] members = new int[16];
  private int[] masks = new int[16];
  private int groups;
  private int size;
  private int[] firstPlaces = new int[0];
  private int[] places = new int[0];
  private int[] groupOfPlace = new int[0];

  private Affiliations(long[] nodes, int largest) {
    this.nodes = nodes;
    this.attributes = new int[nodes.length];
    this.largest = largest == NONE ? Integer.MAX_VALUE : largest;
    Arrays.fill(attributes, UNKNOWN);
  }

  /** When rows belong to what is asked about. */
  interface Times {
    /** A bit for each time to which a row belongs; two nodes have a tie at the times that they share in a group. */
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
    Affiliations found = new Affiliations(nodes(selection), largest);
    found.read(selection, attribute, times);
    found.turn();
    return found;
  }

  /** No nodes and no groups. */
  static Affiliations none() {
    Affiliations none = new Affiliations(new long[0], NONE);
    none.turn();
    return none;
  }

  private static long[] nodes(Selection selection) {
    long[] numbers = new long[selection.size()];
    int count = 0;
    for (int row = 0; row < numbers.length; row++) {
      long node = selection.value(row, NODE);
      if (node != Selection.UNKNOWN) {
        numbers[count++] = node;
      }
    }
    Arrays.sort(numbers, 0, count);
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        numbers[different++] = numbers[i];
      }
    }
    return Arrays.copyOf(numbers, different);
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
        masks[size - 1] |= mask;
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
    masks[size++] = mask;
  }

  /** Makes the way from nodes to their places in groups. */
  private void turn() {
    firstPlaces = new int[nodes.length + 1];
    places = new int[size];
    groupOfPlace = new int[size];
    for (int place = 0; place < size; place++) {
      firstPlaces[members[place] + 1]++;
    }
    for (int node = 0; node < nodes.length; node++) {
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
    return nodes.length;
  }

  /** The selection's number of a node. */
  long number(int node) {
    return nodes[node];
  }

  /** The node of a number of the selection; below 0 where there is none. */
  int indexOf(long number) {
    return number == Selection.UNKNOWN ? NONE : Arrays.binarySearch(nodes, number);
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

  /** Walks all ties: the smaller node ascending, the greater in no order. */
  void eachTie(TieVisitor visitor) {
    Walk walk = new Walk();
    for (int node = 0; node < nodes.length; node++) {
      walk.from(node, true, visitor);
    }
  }

  /** Walks ties from a node; has the scratch space that this takes. Not thread-safe. */
  final class Walk {
    private final int[] shared = new int[nodes.length];
    private final int[] times = new int[nodes.length];
    private final int[] met = new int[nodes.length];

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

  /** To how many others each node has a tie. */
  int[] degrees() {
    int[] degrees = new int[nodes.length];
    eachTie(
        (first, second, shared, mask) -> {
          degrees[first]++;
          degrees[second]++;
        });
    return degrees;
  }

  /**
   * For each node the smallest node that can be reached from it over ties: nodes of one component have the same. Only where all rows
   * are of one time.
   */
  int[] components() {
    int[] root = new int[nodes.length];
    Arrays.setAll(root, node -> node);
    for (int group = 0; group < groups; group++) {
      for (int place = starts[group] + 1; givesTies(group) && place < starts[group + 1]; place++) {
        join(root, members[place - 1], members[place]);
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
