package se.siru.core.portfolio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the version of an entity that is valid on a day. Versions of one id are neighbouring rows, oldest first, except where they
 * belong to different units: then their rows are listed apart.
 */
final class EntityIndex {
  /** No such row. */
  static final int NONE = -1;

  private final IdDictionary ids;
  private final int[] first;
  private final int[] versions;
  private final int[] validFrom;
  /** The rows by id and first day; null where the rows themselves are in that order. */
  private final int @Nullable [] listed;
  /** For each id the row that it means on every day: what most references need, in one look. */
  private final int[] always;

  /**
   * Indexes rows.
   *
   * @param ordinalOfRow the number of each row's id
   * @param validFrom the first day of each row's version
   */
  EntityIndex(IdDictionary ids, int[] ordinalOfRow, int[] validFrom) {
    this.ids = ids;
    this.first = new int[ids.size()];
    this.versions = new int[ids.size()];
    this.validFrom = validFrom;
    Arrays.fill(first, NONE);
    boolean parted = false;
    for (int row = 0; row < ordinalOfRow.length; row++) {
      int ordinal = ordinalOfRow[row];
      if (versions[ordinal]++ == 0) {
        first[ordinal] = row;
      }
      parted |= row - first[ordinal] >= versions[ordinal];
    }
    this.listed = parted ? listed(ordinalOfRow) : null;
    this.always = new int[first.length];
    for (int ordinal = 0; ordinal < always.length; ordinal++) {
      boolean one = versions[ordinal] == 1 && firstDay(ordinal) == Column.Days.MISSING;
      always[ordinal] = one ? rowAt(first[ordinal]) : NONE;
    }
  }

  private int[] listed(int[] ordinalOfRow) {
    int[] rows =
        IntStream.range(0, ordinalOfRow.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer row) -> ordinalOfRow[row]).thenComparingInt(row -> validFrom[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int at = rows.length - 1; at >= 0; at--) {
      first[ordinalOfRow[rows[at]]] = at;
    }
    return rows;
  }

  private int rowAt(int place) {
    return listed == null ? place : listed[place];
  }

  IdDictionary ids() {
    return ids;
  }

  boolean holds(int ordinal) {
    return ordinal < first.length && versions[ordinal] > 0;
  }

  /** The row that an id means on every day, or -1 where that depends on the day or the id is not held. */
  int rowOnAnyDay(int ordinal) {
    return ordinal < always.length ? always[ordinal] : NONE;
  }

  /** {@link #rowOnAnyDay} of each id; not to be written to. Ids that are new since have none. */
  int[] rowsOnAnyDay() {
    return always;
  }

  /** The first day of the oldest version. */
  int firstDay(int ordinal) {
    return validFrom[rowAt(first[ordinal])];
  }

  /** The version valid on a day, the oldest for days before it, the newest where the day is missing; the id must be held. */
  int row(int ordinal, int day) {
    int low = first[ordinal];
    int place = low + versions[ordinal] - 1;
    if (day != Column.Days.MISSING) {
      while (place > low && validFrom[rowAt(place)] > day) {
        place--;
      }
    }
    return rowAt(place);
  }
}
