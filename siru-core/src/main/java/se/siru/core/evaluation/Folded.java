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
    this.days = new int[fold.byDay() ? places : 0];
    Arrays.fill(values, Column.Longs.MISSING);
  }

  /** Makes room for so many places; those that have a number keep it, unless there is no room for them. */
  void resize(int places) {
    int before = values.length;
    values = Arrays.copyOf(values, places);
    Arrays.fill(values, Math.min(before, places), places, Column.Longs.MISSING);
    if (fold.byDay()) {
      days = Arrays.copyOf(days, places);
    }
  }

  /**
   * Folds numbers into places, one for each chosen record; missing ones are left out. Only what does not depend on days.
   */
  void addAll(int[] places, long[] numbers, int[] chosen, int size) {
    for (int i = 0; i < size; i++) {
      if (numbers[chosen[i]] != Column.Longs.MISSING) {
        add(places[i], numbers[chosen[i]], 0);
      }
    }
  }

  /** Folds the numbers of places of others, each into the place that is given for it. */
  void addAll(Folded other, int[] from, int[] to, int size) {
    for (int i = 0; i < size; i++) {
      if (other.values[from[i]] != Column.Longs.MISSING) {
        add(to[i], other.values[from[i]], other.day(from[i]));
      }
    }
  }

  /** True where days tell which number is kept. */
  boolean isByDay() {
    return fold.byDay();
  }

  /** Folds a number that is not missing; {@code day} tells which of two is the first or last. */
  void add(int place, long value, int day) {
    long before = values[place];
    if (before == Column.Longs.MISSING) {
      values[place] = value;
      if (fold.byDay()) {
        days[place] = day;
      }
    } else if (fold == Frame.Fold.SUM) {
      values[place] = sum(before, value);
    } else if (fold.byDay()) {
      addByDay(place, value, day);
    } else {
      values[place] = fold == Frame.Fold.MIN ? Math.min(before, value) : Math.max(before, value);
    }
  }

  /** The earlier number stays, or the later; of one day, the lesser, or the greater. */
  private void addByDay(int place, long value, int day) {
    if (comesBefore(fold == Frame.Fold.FIRST, value, day, values[place], days[place])) {
      values[place] = value;
      days[place] = day;
    }
  }

  /** True where a number of a day is kept and not another: of the first, the lesser of one day; of the last, the greater. */
  static boolean comesBefore(boolean first, long value, int day, long other, int otherDay) {
    int order = day == otherDay ? Long.compare(value, other) : Integer.compare(day, otherDay);
    return first ? order < 0 : order > 0;
  }

  /**
   * An exact sum.
   *
   * @throws SiruException with {@link ErrorCode#OVERFLOW} where there is none
   */
  static long sum(long first, long second) {
    long sum = first + second;
    requireExact((first ^ sum) & (second ^ sum));
    return sum;
  }

  /** Refuses a sum whose sign differs from those of both numbers, given as what differs; of several sums, joined by <em>or</em>. */
  static void requireExact(long signs) {
    if (signs < 0) {
      throw new SiruException(ErrorCode.OVERFLOW, "a sum is too great to be exact");
    }
  }

  /** Writes the numbers of places in a given order. */
  void write(StateWriter out, int[] order) {
    for (int place : order) {
      boolean missing = values[place] == Column.Longs.MISSING;
      out.number(missing ? 0 : 1);
      if (!missing) {
        out.signed(values[place]);
        if (fold.byDay()) {
          out.signed(days[place]);
        }
      }
    }
  }

  /** Reads the numbers of the first places, which hold none yet. */
  void read(StateReader in, int places) {
    for (int place = 0; place < places; place++) {
      if (in.below(2) == 1) {
        values[place] = in.signed();
        if (fold.byDay()) {
          days[place] = in.signedInt();
        }
      }
    }
  }

  /** The number of a place, or {@link Column.Longs#MISSING}. */
  long value(int place) {
    return values[place];
  }

  /** The day of the number where the first or last is kept; otherwise 0. */
  int day(int place) {
    return fold.byDay() ? days[place] : 0;
  }
}
