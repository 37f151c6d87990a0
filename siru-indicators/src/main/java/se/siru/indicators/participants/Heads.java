package se.siru.indicators.participants;

import se.siru.core.indicator.IndicatorFunction.Selection;

/**
 * How many persons, and of which gender as far as that is known. Women, men, non-binary and those not known are always all.
 *
 * @param all how many persons; at least 0
 * @param women how many of them are known to be women
 * @param men how many of them are known to be men
 * @param nonBinary how many of them are known to be non-binary
 */
record Heads(long all, long women, long men, long nonBinary) {
  /** Nobody. */
  static final Heads NONE = new Heads(0, 0, 0, 0);

  private static final int GENDER = 1;
  private static final int HEADS = 2;
  private static final int WOMEN = 3;
  private static final int MEN = 4;

  Heads {
    if (women < 0 || men < 0 || nonBinary < 0 || women + men + nonBinary > all) {
      throw new IllegalArgumentException(women + " women, " + men + " men and " + nonBinary + " non-binary of " + all);
    }
  }

  /** The heads that a record states. */
  static Heads ofRecord(Selection selection, int row) {
    return of(selection, row, selection.value(row, HEADS) == Selection.UNKNOWN ? 1 : selection.value(row, HEADS));
  }

  /** The one person whom a record names, whatever heads it states. */
  static Heads ofPerson(Selection selection, int row) {
    return of(selection, row, 1);
  }

  /** Women and men as the record counts them; the gender of the person where it does not. */
  private static Heads of(Selection selection, int row, long all) {
    long women = stated(selection, row, WOMEN);
    long men = stated(selection, row, MEN);
    if (women + men > 0) {
      long shown = Math.min(women, all);
      return new Heads(all, shown, Math.min(men, all - shown), 0);
    }
    String gender = selection.value(row, GENDER) == Selection.UNKNOWN || all == 0 ? "" : selection.code(row, GENDER);
    return new Heads(all, gender.equals("women") ? 1 : 0, gender.equals("men") ? 1 : 0, gender.equals("non-binary") ? 1 : 0);
  }

  private static long stated(Selection selection, int row, int field) {
    return Math.max(selection.value(row, field), 0); // what is not known is the least of all numbers
  }

  /** Those whose gender is not known. */
  long unknown() {
    return all - women - men - nonBinary;
  }

  Heads plus(Heads other) {
    return new Heads(all + other.all, women + other.women, men + other.men, nonBinary + other.nonBinary);
  }
}
