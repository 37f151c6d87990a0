package se.siru.core.evaluation;

import java.util.Arrays;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.portfolio.Column;

/** One number a place, folded from those that records state. Not thread-safe. */
final class Folded {
  private final Frame.Fold fold;
  private long[] values;
  private int[] days;

  /** Nothing folded yet, in so many places. */
  Folded(Frame.Fold fold, int places) {
    this.fold = fold;
    this.values = new long[places];
    this.days = new int[fold == Frame.Fold.LAST ? places : 0];
    Arrays.fill(values, Column.Longs.MISSING);
  }

  /** Makes room for more places. */
  void grow(int places) {
    int before = values.length;
    values = Arrays.copyOf(values, places);
    Arrays.fill(values, before, places, Column.Longs.MISSING);
    if (fold == Frame.Fold.LAST) {
      days = Arrays.copyOf(days, places);
    }
  }

  /** Folds a number that is not missing; {@code day} tells which of two is the last. */
  void add(int place, long value, int day) {
    long before = values[place];
    if (before == Column.Longs.MISSING) {
      values[place] = value;
      if (fold == Frame.Fold.LAST) {
        days[place] = day;
      }
    } else if (fold == Frame.Fold.SUM) {
      values[place] = sum(before, value);
    } else if (fold == Frame.Fold.LAST) {
      addLater(place, value, day);
    } else {
      values[place] = fold == Frame.Fold.MIN ? Math.min(before, value) : Math.max(before, value);
    }
  }

  /** The later number stays; of one day, the greater. */
  private void addLater(int place, long value, int day) {
    if (day > days[place]) {
      values[place] = value;
      days[place] = day;
    } else if (day == days[place]) {
      values[place] = Math.max(values[place], value);
    }
  }

  /**
   * An exact sum.
   *
   * @throws SiruException with {@link ErrorCode#OVERFLOW} where there is none
   */
  static long sum(long first, long second) {
    long sum = first + second;
    if (((first ^ sum) & (second ^ sum)) < 0) {
      throw new SiruException(ErrorCode.OVERFLOW, "a sum is too great to be exact");
    }
    return sum;
  }

  /** The number of a place, or {@link Column.Longs#MISSING}. */
  long value(int place) {
    return values[place];
  }

  /** The day of the number where the last is kept; otherwise 0. */
  int day(int place) {
    return fold == Frame.Fold.LAST ? days[place] : 0;
  }
}
