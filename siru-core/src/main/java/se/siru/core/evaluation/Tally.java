package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.List;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.portfolio.Column;
import se.siru.core.primitive.LongIndex;

/** Counts of records, and folded numbers, by state: atom, time key and combination of codes. */
final class Tally {
  private final Frame.Fold[] folds;
  private final LongIndex states = new LongIndex();
  private long[] counts = new long[16];
  private final long[][] numbers;
  private final int[][] days;

  Tally(List<Frame.Fold> folds) {
    this.folds = folds.toArray(Frame.Fold[]::new);
    this.numbers = new long[this.folds.length][16];
    this.days = new int[this.folds.length][];
    for (int i = 0; i < this.folds.length; i++) {
      fill(i, 0);
    }
  }

  private void fill(int number, int from) {
    Arrays.fill(numbers[number], from, numbers[number].length, Column.Longs.MISSING);
    if (folds[number] == Frame.Fold.LAST) {
      days[number] = days[number] == null ? new int[numbers[number].length] : Arrays.copyOf(days[number], numbers[number].length);
    }
  }

  /** Counts a record; gives the state's number for {@link #fold}. */
  int count(long key, long records) {
    int state = states.add(key);
    if (state >= counts.length) {
      counts = Arrays.copyOf(counts, state * 2);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Arrays.copyOf(numbers[i], state * 2);
        fill(i, state);
      }
    }
    counts[state] += records;
    return state;
  }

  /** Folds a number that a record states into a state. */
  void fold(int state, int number, long value, int day) {
    long[] values = numbers[number];
    long before = values[state];
    if (before == Column.Longs.MISSING) {
      values[state] = value;
    } else {
      switch (folds[number]) {
        case SUM:
          values[state] = add(before, value);
          break;
        case MIN:
          values[state] = Math.min(before, value);
          break;
        case MAX:
          values[state] = Math.max(before, value);
          break;
        default:
          int known = days[number][state];
          values[state] = day > known ? value : day < known ? before : Math.max(before, value);
          day = Math.max(day, known);
      }
    }
    if (days[number] != null) {
      days[number][state] = day;
    }
  }

  static long add(long first, long second) {
    long sum = first + second;
    if (((first ^ sum) & (second ^ sum)) < 0) {
      throw new SiruException(ErrorCode.OVERFLOW, "a sum is too great to be exact");
    }
    return sum;
  }

  /** Adds another part's counts and numbers; {@code atoms} translates its atoms. */
  void merge(Tally other, int[] atoms) {
    for (int i = 0; i < other.states.size(); i++) {
      int state = count(StateKey.withAtom(other.states.key(i), atoms), other.counts[i]);
      for (int n = 0; n < numbers.length; n++) {
        if (other.numbers[n][i] != Column.Longs.MISSING) {
          fold(state, n, other.numbers[n][i], other.days[n] == null ? 0 : other.days[n][i]);
        }
      }
    }
  }

  int size() {
    return states.size();
  }

  long key(int state) {
    return states.key(state);
  }

  long records(int state) {
    return counts[state];
  }

  /** A folded number, or {@link Column.Longs#MISSING}. */
  long number(int state, int number) {
    return numbers[number][state];
  }

  int day(int state, int number) {
    return days[number] == null ? 0 : days[number][state];
  }
}
