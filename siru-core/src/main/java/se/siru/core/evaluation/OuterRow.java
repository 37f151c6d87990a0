package se.siru.core.evaluation;

import se.siru.core.portfolio.Batch;

/** The record at hand while related records are asked about on its behalf. Used while a plan is made, by one thread. */
final class OuterRow {
  private final Batch batch;
  private int row;

  OuterRow(Batch batch) {
    this.batch = batch;
  }

  Batch batch() {
    return batch;
  }

  int row() {
    return row;
  }

  void moveTo(int newRow) {
    this.row = newRow;
  }
}
