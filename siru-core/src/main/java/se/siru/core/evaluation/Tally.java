package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.List;
import se.siru.core.primitive.LongIndex;

/**
 * Counts of records, and folded numbers, by state: atom, time key and combination of codes. It gives the states their numbers. A key
 * always leads to a state; where there are many records, {@link StateTable} leads there faster.
 */
final class Tally {
  private final LongIndex states = new LongIndex();
  private final StateTable table = new StateTable();
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

  /** Counts records of a known state. */
  void add(int state, long records) {
    counts[state] += records;
  }

  /**
   * Counts the records of a block, and puts the state of each in its place: that of its time key, atom and combination.
   *
   * @param combos says how many combinations there are
   */
  void count(FramePlan frame, RecordBlock block, Combos.Reader combos) {
    int[] keys = block.timeKeys(frame.frame().when());
    int[] atoms = block.atoms;
    int[] ofRecord = block.combos;
    int[] found = block.states;
    int size = block.size();
    long[] counted = counts;
    int lastKey = TimeReader.NEVER;
    int[][] byAtom = StateTable.NOTHING;
    for (int i = 0; i < size; i++) {
      int key = keys[i];
      int atom = atoms[i];
      if (atom == 0 || key == TimeReader.NEVER) {
        found[i] = RecordBlock.NONE;
        continue;
      }
      if (key != lastKey) {
        byAtom = table.ofTimeKey(key);
        lastKey = key;
      }
      int[] byCombo = atom < byAtom.length ? byAtom[atom] : StateTable.NONE;
      int combo = ofRecord[i];
      int state = combo < byCombo.length ? byCombo[combo] - 1 : RecordBlock.NONE;
      if (state == RecordBlock.NONE) {
        state = count(frame.key(combo, 0, key, atom), 0);
        table.put(key, atom, combo, state, combos.count(), states.size());
        counted = counts;
        lastKey = TimeReader.NEVER;
      }
      counted[state]++;
      found[i] = state;
    }
  }

  /** The same for combinations that are not numbered from 0 on, or split by scopes. */
  void count(FramePlan frame, RecordBlock block, Combos.Reader combos, Scope.Reader scopes) {
    int[] keys = block.timeKeys(frame.frame().when());
    int[] atoms = block.atoms;
    int[] found = block.states;
    long last = -1;
    int lastState = RecordBlock.NONE;
    for (int i = 0; i < block.size(); i++) {
      if (atoms[i] == 0 || keys[i] == TimeReader.NEVER) {
        found[i] = RecordBlock.NONE;
        continue;
      }
      int row = block.start() + i;
      long key = frame.key(combos.read(row), scopes.read(row), keys[i], atoms[i]);
      if (key != last) {
        lastState = count(key, 0);
        last = key;
      }
      counts[lastState]++;
      found[i] = lastState;
    }
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
      numbers[n].addAll(other.numbers[n], translated);
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
