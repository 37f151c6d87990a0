package se.siru.indicators.network;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import se.siru.core.indicator.IndicatorFunction.Selection;

/**
 * Ties between nodes and how many of them cross an attribute. A row of the selection says that a node belongs to a group and has an
 * attribute; two nodes of one group have a tie, without direction and counted once however many groups they share.
 */
final class Ties {
  private static final int GROUP = 0;
  private static final int NODE = 1;
  private static final int ATTRIBUTE = 2;
  private static final int UNKNOWN = -1;
  private static final int SEVERAL = -2;

  private final long external;
  private final long internal;
  private final long possibleExternal;
  private final long possibleInternal;
  private final long unknown;

  private Ties(long external, long internal, long possibleExternal, long possibleInternal, long unknown) {
    this.external = external;
    this.internal = internal;
    this.possibleExternal = possibleExternal;
    this.possibleInternal = possibleInternal;
    this.unknown = unknown;
  }

  /** The ties of a selection of group, node and attribute. */
  static Ties of(Selection selection) {
    Map<Integer, Integer> attributes = attributes(selection);
    long[] pairs = pairs(selection, attributes);
    long external = 0;
    long internal = 0;
    for (int i = 0; i < pairs.length; i++) {
      if (i > 0 && pairs[i] == pairs[i - 1]) {
        continue;
      }
      boolean same = attributes.get((int) (pairs[i] >>> Integer.SIZE)).equals(attributes.get((int) pairs[i]));
      internal += same ? 1 : 0;
      external += same ? 0 : 1;
    }
    Map<Integer, Long> sizes = new TreeMap<>();
    attributes.values().stream().filter(each -> each >= 0).forEach(each -> sizes.merge(each, 1L, Long::sum));
    long known = sizes.values().stream().mapToLong(Long::longValue).sum();
    long possibleInternal = sizes.values().stream().mapToLong(Ties::pairsOf).sum();
    return new Ties(
        external, internal, pairsOf(known) - possibleInternal, possibleInternal, attributes.size() - known);
  }

  private static long pairsOf(long nodes) {
    return nodes * (nodes - 1) / 2;
  }

  /**
   * The attribute of each node; {@link #UNKNOWN} where no row states one, and {@link #SEVERAL} where rows differ, because
   * such a node belongs to no one side.
   */
  private static Map<Integer, Integer> attributes(Selection selection) {
    Map<Integer, Integer> attributes = new TreeMap<>();
    for (int row = 0; row < selection.size(); row++) {
      int node = number(selection, row, NODE);
      if (node != UNKNOWN) {
        attributes.merge(node, number(selection, row, ATTRIBUTE), Ties::both);
      }
    }
    return attributes;
  }

  /** Codes and entities have whole numbers of 32 bits. */
  private static int number(Selection selection, int row, int field) {
    long value = selection.value(row, field);
    return value == Selection.UNKNOWN ? UNKNOWN : (int) value;
  }

  private static int both(int first, int second) {
    if (first == second || second == UNKNOWN) {
      return first;
    }
    return first == UNKNOWN ? second : SEVERAL;
  }

  /** The pairs of known nodes that share a group, smaller node first, in ascending order, with repetitions. */
  private static long[] pairs(Selection selection, Map<Integer, Integer> attributes) {
    long[] pairs = new long[16];
    int count = 0;
    int[] members = new int[selection.size()];
    int row = 0;
    while (row < selection.size()) {
      int group = number(selection, row, GROUP);
      int size = 0;
      for (; row < selection.size() && number(selection, row, GROUP) == group; row++) {
        int node = number(selection, row, NODE);
        boolean known = node != UNKNOWN && attributes.get(node) >= 0;
        // Rows are in ascending order, so a node that a group names twice comes twice in a row.
        if (known && group != UNKNOWN && (size == 0 || members[size - 1] != node)) {
          members[size++] = node;
        }
      }
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
          }
          pairs[count++] = (long) members[i] << Integer.SIZE | members[j];
        }
      }
    }
    long[] sorted = Arrays.copyOf(pairs, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Ties between nodes of different attributes. */
  long external() {
    return external;
  }

  /** Ties between nodes of one attribute. */
  long internal() {
    return internal;
  }

  /** All ties between nodes of known attribute. */
  long all() {
    return external + internal;
  }

  /** Pairs of nodes of different attributes. */
  long possibleExternal() {
    return possibleExternal;
  }

  /** Pairs of nodes of one attribute. */
  long possibleInternal() {
    return possibleInternal;
  }

  /** Nodes left out because they have no attribute, or several. */
  long unknown() {
    return unknown;
  }
}
