package se.siru.core.evaluation;

import se.siru.core.portfolio.Column;

/** {@link ElementAnswers} bound to a batch: a record costs one look-up, however much the condition asks. */
final class ElementTest implements Truth.Test {
  private final Column.Ints column;
  private final byte[] ofElement;
  private final byte[] ofSet;
  private final byte ofNone;

  ElementTest(Column.Ints column, byte[] ofElement, byte[] ofSet, byte ofNone) {
    this.column = column;
    this.ofElement = ofElement;
    this.ofSet = ofSet;
    this.ofNone = ofNone;
  }

  @Override
  public byte of(int row) {
    int value = column.value(row);
    return value >= 0 ? ofElement[value] : value == Column.Ints.MISSING ? ofNone : ofSet[-2 - value];
  }
}
