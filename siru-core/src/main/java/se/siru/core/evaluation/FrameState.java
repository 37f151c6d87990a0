package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import se.siru.core.primitive.LongIndex;

/** What the records of one part left behind in one frame. Elements are met in the states that the counts number. */
final class FrameState {
  final Tally tally;
  final List<Elements> met = new ArrayList<>();

  FrameState(Tally tally) {
    this.tally = tally;
  }

  /** Marks the atoms of its states. */
  void markAtoms(BitSet used) {
    for (int state = 0; state < tally.size(); state++) {
      used.set(StateKey.atom(tally.key(state)));
    }
  }

  /**
   * Writes the states in an order of their own, then their counts and numbers, then what was met in each.
   *
   * @param atoms for each atom its place among those that were written
   * @param written how many were
   */
  void write(StateWriter out, FramePlan frame, PathReader paths, int[] atoms, int written) {
    long[] scoped = new long[tally.size()];
    LongIndex used = new LongIndex();
    int scopes = frame.scope().count();
    for (int state = 0; state < scoped.length; state++) {
      scoped[state] = StateKey.combo(tally.key(state), frame.timeKeys());
      used.add(scoped[state] / scopes);
    }
    ComboCodes codes = ComboCodes.write(out, frame.combos(), paths, used);
    LongIndex places = new LongIndex();
    for (int state = 0; state < scoped.length; state++) {
      long place = codes.place(scoped[state] / scopes) * (long) scopes + scoped[state] % scopes;
      int timeKey = StateKey.timeKey(tally.key(state), frame.timeKeys());
      places.add((place * frame.timeKeys() + timeKey) * written + atoms[StateKey.atom(tally.key(state))]);
    }
    long[] sorted = places.sortedKeys();
    int[] order = new int[sorted.length];
    out.number(sorted.length);
    long before = 0;
    for (int i = 0; i < order.length; i++) {
      order[i] = places.find(sorted[i]);
      out.number(sorted[i] - before);
      before = sorted[i];
    }
    tally.write(out, order);
    met.forEach(elements -> elements.write(out, order));
  }

  /** Reads what {@link #write} wrote into a state of no records; {@code atoms} are the numbers of the places of atoms. */
  void read(StateReader in, FramePlan frame, PathReader paths, int[] atoms) {
    long[] combos = ComboCodes.read(in, frame.combos(), paths);
    int scopes = frame.scope().count();
    long[] keys = new long[in.count()];
    long place = 0;
    for (int i = 0; i < keys.length; i++) {
      long step = in.number();
      place += step;
      long scopedAndTime = atoms.length == 0 ? -1 : place / atoms.length;
      long scoped = scopedAndTime / frame.timeKeys();
      if (step < 0 || i > 0 && step == 0 || place < 0 || scopedAndTime < 0 || scoped / scopes >= combos.length) {
        throw StateReader.damaged();
      }
      keys[i] =
          frame.key(
              combos[(int) (scoped / scopes)],
              (int) (scoped % scopes),
              (int) (scopedAndTime % frame.timeKeys()),
              atoms[(int) (place % atoms.length)]);
    }
    tally.read(in, keys);
    met.forEach(elements -> elements.read(in, keys.length));
  }

  /** Takes what another part left behind; {@code atoms} translates its atoms. */
  void merge(FrameState other, int[] atoms) {
    int[] states = tally.merge(other.tally, atoms);
    for (int i = 0; i < met.size(); i++) {
      met.get(i).merge(other.met.get(i), states);
    }
  }
}
