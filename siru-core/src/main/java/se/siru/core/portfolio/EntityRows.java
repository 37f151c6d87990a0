package se.siru.core.portfolio;

import java.util.Arrays;

/**
 * The rows of all batches of an entity type on the way to their order: where each lies, its id and the first day of its version.
 * Numbers side by side instead of an object each, since a register has hundreds of thousands of rows and lies in order already
 * more often than not.
 */
final class EntityRows {
  final int[] batches;
  final int[] rows;
  final int[] ordinals;
  final int[] validFrom;

  EntityRows(int size) {
    this.batches = new int[size];
    this.rows = new int[size];
    this.ordinals = new int[size];
    this.validFrom = new int[size];
  }

  int size() {
    return rows.length;
  }

  void set(int at, int batch, int row, int ordinal, int day) {
    batches[at] = batch;
    rows[at] = row;
    ordinals[at] = ordinal;
    validFrom[at] = day;
  }

  /**
   * The rows in the order of (unit, id, valid from), those equal in all three as they stand; these rows themselves where they are
   * in order.
   *
   * @param unitOf for each number of an id the number of the id that stands for its unit
   */
  EntityRows ordered(IdDictionary ids, int[] unitOf) {
    int[] ranks = ranks(ids);
    if (isOrdered(ranks, unitOf)) {
      return this;
    }
    int[] units = new int[size()];
    int[] own = new int[size()];
    for (int i = 0; i < units.length; i++) {
      own[i] = ranks[ordinals[i]];
      units[i] = ranks[unitOf[ordinals[i]]];
    }
    int[] order = byKey(byKey(byDay(), own, ranks.length), units, ranks.length);
    EntityRows ordered = new EntityRows(order.length);
    for (int i = 0; i < order.length; i++) {
      int from = order[i];
      ordered.set(i, batches[from], rows[from], ordinals[from], validFrom[from]);
    }
    return ordered;
  }

  private boolean isOrdered(int[] ranks, int[] unitOf) {
    for (int i = 1; i < ordinals.length; i++) {
      int order = Integer.compare(ranks[unitOf[ordinals[i - 1]]], ranks[unitOf[ordinals[i]]]);
      order = order == 0 ? Integer.compare(ranks[ordinals[i - 1]], ranks[ordinals[i]]) : order;
      if (order > 0 || order == 0 && validFrom[i - 1] > validFrom[i]) {
        return false;
      }
    }
    return true;
  }

  /** For each number of an id its place in the order of the ids. */
  private static int[] ranks(IdDictionary ids) {
    int[] ranks = EntityTables.apart(ids);
    boolean ascending = true;
    for (int i = 1; i < ranks.length && ascending; i++) {
      ascending = ids.compare(i - 1, i) < 0;
    }
    if (!ascending) {
      Integer[] sorted = new Integer[ranks.length];
      Arrays.setAll(sorted, i -> i);
      Arrays.sort(sorted, ids::compare);
      for (int rank = 0; rank < sorted.length; rank++) {
        ranks[sorted[rank]] = rank;
      }
    }
    return ranks;
  }

  /** The rows in the order of their days, those of one day as they stand. */
  private int[] byDay() {
    long[] keys = new long[size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) validFrom[i] << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** Rows brought into the order of a key below a bound; those of one key stay as they are. */
  private static int[] byKey(int[] order, int[] key, int bound) {
    int[] ends = new int[bound + 1];
    for (int row : order) {
      ends[key[row] + 1]++;
    }
    for (int i = 1; i <= bound; i++) {
      ends[i] += ends[i - 1];
    }
    int[] sorted = new int[order.length];
    for (int row : order) {
      sorted[ends[key[row]]++] = row;
    }
    return sorted;
  }
}
