package se.siru.core.portfolio;

import java.util.Arrays;

/** Finds the version of an entity that is valid on a day. Versions of one id are neighbouring rows, oldest first. */
final class EntityIndex {
  /** No such row. */
  static final int NONE = -1;

  private final IdDictionary ids;
  private final int[] first;
  private final int[] versions;
  private final int[] validFrom;

  /**
   * Indexes rows.
   *
   * @param ordinalOfRow the number of each row's id, rows of one id being neighbours
   * @param validFrom the first day of each row's version
   */
  EntityIndex(IdDictionary ids, int[] ordinalOfRow, int[] validFrom) {
    this.ids = ids;
    this.first = new int[ids.size()];
    this.versions = new int[ids.size()];
    this.validFrom = validFrom;
    Arrays.fill(first, NONE);
    for (int row = 0; row < ordinalOfRow.length; row++) {
      int ordinal = ordinalOfRow[row];
      if (versions[ordinal]++ == 0) {
        first[ordinal] = row;
      }
    }
  }

  IdDictionary ids() {
    return ids;
  }

  boolean holds(int ordinal) {
    return ordinal < first.length && versions[ordinal] > 0;
  }

  boolean isSingle(int ordinal) {
    return versions[ordinal] == 1;
  }

  /** The first day of the oldest version. */
  int firstDay(int ordinal) {
    return validFrom[first[ordinal]];
  }

  /** The version valid on a day, the oldest for days before it, the newest where the day is missing; the id must be held. */
  int row(int ordinal, int day) {
    int low = first[ordinal];
    int row = low + versions[ordinal] - 1;
    if (day != Column.Days.MISSING) {
      while (row > low && validFrom[row] > day) {
        row--;
      }
    }
    return row;
  }
}
