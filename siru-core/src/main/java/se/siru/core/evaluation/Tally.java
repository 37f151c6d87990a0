package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.List;
import se.siru.core.portfolio.Column;
import se.siru.core.primitive.LongIndex;

/** Counts of records, and folded numbers, by state: atom, time key and combination of codes. It gives the states their numbers. */
final class Tally {
  private final LongIndex states = new LongIndex();
  private long[] counts = new long[16];
  private final Folded[] numbers;

  Tally(List<Frame.Fold> folds) {
    this.numbers = new Folded[folds.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new Folded(folds.get(i), counts.length);
    }
  }

  /** Counts records; gives the state's number. */
  int count(long key, long records) {
    int state = states.add(key);
    if (state >= counts.length) {
      counts = Arrays.copyOf(counts, state * 2);
      for (Folded number : numbers) {
        number.grow(counts.length);
      }
    }
    counts[state] += records;
    return state;
  }

  /** Counts one more record of a known state. */
  void add(int state) {
    counts[state]++;
  }

  /** The numbers of one kind, to fold into by the number of a state. */
  Folded numbers(int number) {
    return numbers[number];
  }

  /**
   * Adds another part's counts and numbers.
   *
   * @param atoms for each of its atoms, the number here
   * @return for each of its states, the number here
   */
  int[] merge(Tally other, int[] atoms) {
    int[] translated = new int[other.size()];
    for (int i = 0; i < translated.length; i++) {
      translated[i] = count(StateKey.withAtom(other.states.key(i), atoms), other.counts[i]);
    }
    for (int n = 0; n < numbers.length; n++) {
      Folded from = other.numbers[n];
      for (int i = 0; i < translated.length; i++) {
        if (from.value(i) != Column.Longs.MISSING) {
          numbers[n].add(translated[i], from.value(i), from.day(i));
        }
      }
    }
    return translated;
  }

  /** Writes the counts and numbers of states in a given order. */
  void write(StateWriter out, int[] order) {
    for (int state : order) {
      out.number(counts[state]);
    }
    for (Folded number : numbers) {
      number.write(out, order);
    }
  }

  /** Reads counts and numbers into the states of keys, none of which may be there yet. */
  void read(StateReader in, long[] keys) {
    for (int i = 0; i < keys.length; i++) {
      long records = in.number();
      if (records <= 0 || count(keys[i], records) != i) {
        throw StateReader.damaged();
      }
    }
    for (Folded number : numbers) {
      number.read(in, keys.length);
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
}
