package se.siru.core.evaluation;

import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.IntSets;

/** What the values of records that name several elements stand for: {@code -2 - s} for a set {@code s}, {@link SetPool#UNKNOWN} for none. */
interface ElementSets {
  /** How many known elements a value has. */
  int count(int value);

  /** A known element of a value, by an index below {@link #count}. */
  int element(int value, int index);

  /** The sets of a column. What its records name needs no numbers that other batches share. */
  static ElementSets of(Column.Ints column) {
    IntSets sets = column.sets();
    return new ElementSets() {
      @Override
      public int count(int value) {
        return value >= SetPool.UNKNOWN ? value == SetPool.UNKNOWN ? 0 : 1 : sets.size(-2 - value);
      }

      @Override
      public int element(int value, int index) {
        return value >= 0 ? value : sets.element(-2 - value, index);
      }
    };
  }
}
