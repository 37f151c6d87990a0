package se.siru.core.portfolio;

import java.util.List;

/**
 * Which rows of an entity table are the same thing: versions of one record, and for stakeholders also aliases, branches,
 * successors and merged units as {@code identity.csv} says. Units are numbered in the order of the rows, so rows of one unit are
 * neighbours. Versions of one id belong to different units where a link holds from a day on.
 *
 * <p>Immutable and thread-safe.
 */
public final class Units {
  private final int[] unitOfRow;
  private final List<String> ids;

  Units(int[] unitOfRow, List<String> ids) {
    this.unitOfRow = unitOfRow;
    this.ids = List.copyOf(ids);
  }

  /** How many units there are. */
  public int count() {
    return ids.size();
  }

  /** The unit of a row. */
  public int unit(int row) {
    return unitOfRow[row];
  }

  /** The id that stands for a unit: that of its records or, where links merge several, of the legal unit they lead to. */
  public String id(int unit) {
    return ids.get(unit);
  }
}
