package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
   * The rows with a new version of an id on each day on which its unit changes, as the source would have had it, had it known of the
   * link; these rows themselves where no unit changes.
   */
  EntityRows parted(LegalUnits units) {
    if (units.areConstant()) {
      return this;
    }
    Map<Integer, TreeMap<Integer, Integer>> versions = new TreeMap<>();
    for (int i = 0; i < size(); i++) {
      if (units.days(ordinals[i]).length > 0) {
        versions.computeIfAbsent(ordinals[i], key -> new TreeMap<>()).putIfAbsent(validFrom[i], i);
      }
    }
    List<int[]> added = new ArrayList<>();
    versions.forEach((ordinal, byDay) -> {
      for (int day : units.days(ordinal)) {
        Map.Entry<Integer, Integer> valid = byDay.floorEntry(day);
        if (valid != null && valid.getKey() != day) {
          byDay.put(day, valid.getValue());
          added.add(new int[] {valid.getValue(), day});
        }
      }
    });
    EntityRows parted = new EntityRows(size() + added.size());
    for (int i = 0; i < parted.size(); i++) {
      int from = i < size() ? i : added.get(i - size())[0];
      parted.set(i, batches[from], rows[from], ordinals[from], i < size() ? validFrom[i] : added.get(i - size())[1]);
    }
    return parted;
  }

  /**
   * The rows in the order of (unit, id, valid from), those equal in all three as they stand; these rows themselves where they are
   * in order.
   */
  EntityRows ordered(IdDictionary ids, LegalUnits unitOf) {
    int[] ranks = ranks(ids);
    int[] units = new int[size()];
    int[] own = new int[size()];
    for (int i = 0; i < units.length; i++) {
      own[i] = ranks[ordinals[i]];
      units[i] = ranks[unitOf.unit(ordinals[i], validFrom[i])];
    }
    if (isOrdered(units, own)) {
      return this;
    }
    int[] order = byKey(byKey(byDay(), own, ranks.length), units, ranks.length);
    EntityRows ordered = new EntityRows(order.length);
    for (int i = 0; i < order.length; i++) {
      int from = order[i];
      ordered.set(i, batches[from], rows[from], ordinals[from], validFrom[from]);
    }
    return ordered;
  }

  private boolean isOrdered(int[] units, int[] own) {
    for (int i = 1; i < own.length; i++) {
      int order = Integer.compare(units[i - 1], units[i]);
      order = order == 0 ? Integer.compare(own[i - 1], own[i]) : order;
      if (order > 0 || order == 0 && validFrom[i - 1] > validFrom[i]) {
        return false;
      }
    }
    return true;
  }

  /** For each number of an id its place in the order of the ids. */
  private static int[] ranks(IdDictionary ids) {
    int[] ranks = new int[ids.size()];
    boolean ascending = true;
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = i;
      ascending &= i == 0 || ascending && ids.compare(i - 1, i) < 0;
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
    int[] order = new int[size()];
    boolean ordered = true;
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      ordered &= i == 0 || validFrom[i - 1] <= validFrom[i];
    }
    if (ordered) { // as where there are no versions
      return order;
    }
    long[] keys = new long[order.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) validFrom[i] << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** Rows brought into the order of a key below a bound; those of one key stay as they are. */
  private static int[] byKey(int[] order, int[] key, int bound) {
    boolean ordered = true;
    for (int i = 1; i < order.length && ordered; i++) {
      ordered = key[order[i - 1]] <= key[order[i]];
    }
    if (ordered) {
      return order;
    }
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
