package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.siru.core.portfolio.Column;
import se.siru.core.primitive.LongIndex;

/**
 * Counts of records, and folded numbers, by state: atom, time key and combination of codes. It gives the states their numbers. A key
 * always leads to a state; where there are many records, {@link StateTable} leads there faster. The count of a state and its sums lie side
 * by side, since records come to states in no order and each place that is far away costs more than what is done there.
 */
final class Tally {
  private static final int FEW = 16;

  private LongIndex states = new LongIndex();
  private StateTable table = new StateTable();
  /** For each number its place beside the count of a state, or 0 where it is not a sum. */
  private final int[] besides;
  /** For each number that is not a sum, what was folded. */
  private final @Nullable Folded[] others;
  /** How many places a state has: one for its count, one for each sum. */
  private final int width;
  private long[] places;

  Tally(List<Frame.Fold> folds) {
    this.besides = new int[folds.size()];
    this.others = new Folded[besides.length];
    int next = 1;
    for (int i = 0; i < besides.length; i++) {
      if (folds.get(i) == Frame.Fold.SUM) {
        besides[i] = next++;
      } else {
        others[i] = new Folded(folds.get(i), FEW);
      }
    }
    this.width = next;
    this.places = new long[FEW * width];
  }

  /** Lets go of what only finds the states of records faster, and of room for more. */
  void settle() {
    table = new StateTable();
    places = Arrays.copyOf(places, Math.max(1, states.size()) * width);
    for (Folded other : others) {
      if (other != null) {
        other.resize(places.length / width);
      }
    }
  }

  /** Counts records; gives the state's number. */
  int count(long key, long records) {
    int before = states.size();
    int state = states.add(key);
    if (state == before) {
      makeRoom(state);
    }
    places[state * width] += records;
    return state;
  }

  private void makeRoom(int state) {
    if (state * width == places.length) {
      places = Arrays.copyOf(places, Math.multiplyExact(places.length, 2));
      for (Folded other : others) {
        if (other != null) {
          other.resize(state * 2);
        }
      }
    }
  }

  /**
   * Gives each chosen record of a block its state: that of its time key, atom and combination. Records are counted afterwards, in a loop of their
   * own: where all places are known beforehand, the processor waits for several at once.
   *
   * @param combos says how many combinations are common
   */
  void find(FramePlan frame, RecordBlock block, Combos.Reader combos) {
    int[] keys = block.timeKeys(frame.frame().when());
    int[] atoms = block.atoms;
    int[] ofRecord = block.combos;
    int[] found = block.states;
    int[] chosen = block.chosen;
    int size = block.counted();
    int lastKey = TimeReader.NEVER;
    int[][] byAtom = StateTable.NOTHING;
    for (int i = 0; i < size; i++) {
      int at = chosen[i];
      int key = keys[at];
      int atom = atoms[at];
      if (key != lastKey) {
        byAtom = table.ofTimeKey(key);
        lastKey = key;
      }
      int[] byCombo = atom < byAtom.length ? byAtom[atom] : StateTable.NONE;
      int combo = ofRecord[i];
      int state = combo < byCombo.length ? byCombo[combo] - 1 : RecordBlock.NONE;
      if (state == RecordBlock.NONE) {
        state = count(frame.key(combo, 0, key, atom), 0);
        table.put(key, atom, combo, state, combos.common(), states.size());
        lastKey = TimeReader.NEVER;
      }
      found[i] = state;
    }
  }

  /** The same for combinations that are not numbered from 0 on, or split by scopes. */
  void find(FramePlan frame, RecordBlock block, Combos.Reader combos, Scope.Reader scopes) {
    int[] keys = block.timeKeys(frame.frame().when());
    int[] atoms = block.atoms;
    int[] found = block.states;
    int[] chosen = block.chosen;
    long last = -1;
    int lastState = RecordBlock.NONE;
    for (int i = 0; i < block.counted(); i++) {
      int at = chosen[i];
      int row = block.start() + at;
      long key = frame.key(combos.read(row), scopes.read(row), keys[at], atoms[at]);
      if (key != last) {
        lastState = count(key, 0);
        last = key;
      }
      found[i] = lastState;
    }
  }

  /** How many sums there are. */
  int sums() {
    return width - 1;
  }

  /** True where a number is a sum. */
  boolean isSum(int number) {
    return others[number] == null;
  }

  /**
   * Counts the chosen records of a block in the states that were found, and adds up their numbers, missing ones left out.
   *
   * @param stated the numbers of the records for each sum, in their order
   */
  void add(RecordBlock block, long[][] stated) {
    int[] ofRecords = block.states;
    int[] chosen = block.chosen;
    int size = block.counted();
    long[] into = places;
    int each = width;
    int sums = stated.length;
    long signs = 0;
    for (int i = 0; i < size; i++) {
      int at = chosen[i];
      int place = ofRecords[i] * each;
      into[place]++;
      for (int number = 0; number < sums; number++) {
        place++;
        long value = stated[number][at];
        value = value == Column.Longs.MISSING ? 0 : value;
        long before = into[place];
        long sum = before + value;
        signs |= (before ^ sum) & (value ^ sum);
        into[place] = sum;
      }
    }
    Folded.requireExact(signs);
  }

  /** Folds numbers that are no sums, and do not depend on days, into the states of the chosen records of a block; missing ones are left out. */
  void fold(int number, RecordBlock block, long[] stated) {
    Objects.requireNonNull(others[number]).addAll(block.states, stated, block.chosen, block.counted());
  }

  /** The numbers of one kind where days tell which is kept, to fold into by the number of a state; null where they do not. */
  @Nullable Folded byDay(int number) {
    Folded other = others[number];
    return other != null && other.isByDay() ? other : null;
  }

  /**
   * Adds another part's counts and numbers.
   *
   * @param atoms for each of its atoms, the number here
   * @param asked says which of its states are added
   * @return for each of its states the number here, negative where it was not added
   */
  int[] merge(Tally other, int[] atoms, AskedKeys asked) {
    int[] translated = new int[other.size()];
    if (states.size() == 0 && asked.isAll() && IntStream.range(0, atoms.length).allMatch(atom -> atoms[atom] == atom)) {
      Arrays.setAll(translated, state -> state);
      take(other, translated);
      return translated;
    }
    int timeKeys = asked.timeKeys();
    int[] from = new int[translated.length];
    int[] to = new int[translated.length];
    int count = 0;
    for (int i = 0; i < translated.length; i++) {
      long known = other.states.key(i);
      int timeKey = StateKey.timeKey(known, timeKeys);
      translated[i] = RecordBlock.NONE;
      if (asked.has(timeKey)) {
        long key = StateKey.withAtom(known, atoms);
        int own = table.find(timeKey, StateKey.atom(key), StateKey.combo(key, timeKeys));
        own = own == RecordBlock.NONE ? count(key, 0) : own;
        translated[i] = own;
        to[count] = own;
        from[count++] = i;
      }
    }
    addAll(other, from, to, count);
    return translated;
  }

  /** Takes the states of another where there are none here: to copy arrays costs a fraction of what it costs to look for each state. */
  private void take(Tally other, int[] all) {
    states = other.states.copy();
    places = other.places.clone();
    for (int number = 0; number < others.length; number++) {
      Folded own = others[number];
      Folded more = other.others[number];
      if (own != null && more != null) {
        own.resize(places.length / width);
        own.addAll(more, all, all, all.length);
      }
    }
  }

  /** Adds the counts and numbers of states of another to states here that are given for them. */
  void addAll(Tally other, int[] from, int[] to, int size) {
    long[] added = other.places;
    long[] into = places;
    int each = width;
    for (int i = 0; i < size; i++) {
      int own = from[i] * each;
      int at = to[i] * each;
      into[at] += added[own];
      for (int beside = 1; beside < each; beside++) {
        into[at + beside] = Folded.sum(into[at + beside], added[own + beside]);
      }
    }
    for (int number = 0; number < others.length; number++) {
      Folded own = others[number];
      Folded more = other.others[number];
      if (own != null && more != null) {
        own.addAll(more, from, to, size);
      }
    }
  }

  /** Writes the counts and numbers of states in a given order. */
  void write(StateWriter out, int[] order) {
    for (int state : order) {
      out.number(records(state));
    }
    for (int number = 0; number < others.length; number++) {
      Folded other = others[number];
      if (other != null) {
        other.write(out, order);
        continue;
      }
      for (int state : order) {
        out.signed(number(number, state));
      }
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
    for (int number = 0; number < others.length; number++) {
      Folded other = others[number];
      if (other != null) {
        other.read(in, keys.length);
        continue;
      }
      for (int state = 0; state < keys.length; state++) {
        places[state * width + besides[number]] = in.signed();
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
    return places[state * width];
  }

  /**
   * A number of a state. A sum is that of the records that state the number, and 0 where none does: who asks for it has a filter that they
   * must. Of others {@link Column.Longs#MISSING} is none.
   */
  long number(int number, int state) {
    Folded other = others[number];
    return other == null ? places[state * width + besides[number]] : other.value(state);
  }

  /** The day of a number of a state where the first or last is kept; otherwise 0. */
  int day(int number, int state) {
    Folded other = others[number];
    return other == null ? 0 : other.day(state);
  }
}
