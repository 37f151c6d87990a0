package se.siru.core.evaluation;

import se.siru.core.portfolio.Column;

/**
 * The codes or references at the end of a path, for the rows of one batch, in the encoding of {@link SetPool}: one look-up by the
 * value of the first column, whatever the length of the path.
 */
final class ElementReader {
  private final Column.Ints column;
  private final int[] ofElement;
  private final int[] ofSet;

  ElementReader(Column.Ints column, int[] ofElement, int[] ofSet) {
    this.column = column;
    this.ofElement = ofElement;
    this.ofSet = ofSet;
  }

  /** The first column of the path. */
  Column.Ints column() {
    return column;
  }

  /** What each element leads to; not to be changed. */
  int[] ofElement() {
    return ofElement;
  }

  int read(int row) {
    return ofValue(column.value(row));
  }

  /** What a value of the first column leads to. */
  int ofValue(int value) {
    return value >= 0 ? ofElement[value] : value == SetPool.UNKNOWN ? SetPool.UNKNOWN : ofSet[-2 - value];
  }
}
