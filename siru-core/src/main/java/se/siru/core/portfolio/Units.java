package se.siru.core.portfolio;

/**
 * Which rows of an entity table are the same thing: versions of one record, and for stakeholders also aliases, branches and
 * successors as {@code identity.csv} says. Units are numbered in the order of the rows, so rows of one unit are neighbours.
 *
 * <p>Immutable and thread-safe.
 */
public final class Units {
  private final int[] unitOfRow;
  private final int count;

  Units(int[] unitOfRow, int count) {
    this.unitOfRow = unitOfRow;
    this.count = count;
  }

  /** How many units there are. */
  public int count() {
    return count;
  }

  /** The unit of a row. */
  public int unit(int row) {
    return unitOfRow[row];
  }
}
