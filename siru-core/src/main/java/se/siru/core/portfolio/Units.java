package se.siru.core.portfolio;

import se.siru.core.stability.Provided;

/**
 * Which rows of an entity table are the same thing: versions of one record, and for stakeholders also aliases, branches,
 * successors and merged units as {@code identity.csv} says. Units are numbered in the order of the rows, so rows of one unit are
 * neighbours. Versions of one id belong to different units where a link holds from a day on.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Units {
  private final int[] unitOfRow;
  private final IdDictionary ids;
  private final int[] ordinals;

  /**
   * Units.
   *
   * @param ordinals for each unit the number of the id that stands for it
   */
  Units(int[] unitOfRow, IdDictionary ids, int[] ordinals) {
    this.unitOfRow = unitOfRow;
    this.ids = ids;
    this.ordinals = ordinals;
  }

  /** How many units there are. */
  public int count() {
    return ordinals.length;
  }

  /** The unit of a row. */
  public int unit(int row) {
    return unitOfRow[row];
  }

  /** The id that stands for a unit: that of its records or, where links merge several, of the legal unit they lead to. */
  public String id(int unit) {
    return ids.id(ordinals[unit]);
  }
}
