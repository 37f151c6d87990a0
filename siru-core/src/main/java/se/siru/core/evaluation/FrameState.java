package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.LongIndex;

/**
 * What the records of one part left behind in one frame. Elements are met in rows of bits where these serve the margins that are asked
 * for, and otherwise in the states that the counts number.
 */
final class FrameState {
  final Tally tally;
  final List<Elements> met = new ArrayList<>();
  private @Nullable ElementRows[] rows = {};

  FrameState(Tally tally) {
    this.tally = tally;
  }

  /** The rows of elements of one kind, or null where there are none. */
  @Nullable ElementRows rows(int place) {
    return place < rows.length ? rows[place] : null;
  }

  /** The rows of elements of one kind, made now where there are none. */
  ElementRows rows(int place, int words, int domain, long filters) {
    ElementRows own = rows(place);
    if (own == null) {
      own = new ElementRows(words, domain, filters);
      rows = Arrays.copyOf(rows, met.size());
      rows[place] = own;
    }
    own.widen(words);
    return own;
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
   * @param all the atoms of the states
   * @param atoms for each atom its place among those that were written
   * @param written how many were
   */
  void write(StateWriter out, FramePlan frame, PathReader paths, Atoms all, int[] atoms, int written) {
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
    for (int i = 0; i < met.size(); i++) {
      MarginBits bits = frame.met().get(i).bits();
      if (bits == null) {
        met.get(i).write(out, order);
      } else {
        write(i, out, bits, frame, paths, all, order);
      }
    }
  }

  /** Writes what was met, in rows of bits as far as these serve: which of it had no room depends on the order of records. */
  private void write(int place, StateWriter out, MarginBits bits, FramePlan frame, PathReader paths, Atoms all, int[] order) {
    Elements byState = met.get(place);
    ElementRows own = rows(place);
    ElementRows complete = own == null ? new ElementRows(bits.words(), byState.domain(), frame.met().get(place).filters()) : own;
    Elements.Pairs pairs = byState.pairs();
    if (pairs.states().length > 0) {
      complete = complete.copy();
      byState = new Elements(byState.domain(), false);
      synchronized (paths) { // other threads may bind batches
        MarginBits.OfCombos ofCombos = bits.ofCombos(frame.combos().count());
        for (int i = 0; i < pairs.states().length; i++) {
          int state = pairs.states()[i];
          int element = pairs.elements()[i];
          long key = tally.key(state);
          long[] ofCombo = frame.scope().count() == 1 ? ofCombos.marks((int) StateKey.combo(key, frame.timeKeys())) : null;
          if (ofCombo == null) {
            byState.add(state, element);
          } else {
            complete.add(StateKey.timeKey(key, frame.timeKeys()), all.trueBits(StateKey.atom(key)), element, ofCombo);
          }
        }
      }
    }
    byState.write(out, order);
    synchronized (paths) {
      WrittenRows.write(out, complete, bits);
    }
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
    for (int i = 0; i < met.size(); i++) {
      met.get(i).read(in, keys.length);
      MarginBits bits = frame.met().get(i).bits();
      if (bits != null) {
        synchronized (paths) {
          ElementRows own = rows(i, bits.words(), met.get(i).domain(), frame.met().get(i).filters());
          WrittenRows.read(in, own, bits, frame.timeKeys());
        }
      }
    }
  }

  /** Gives the rows of elements as much room as there are bits by now. */
  void widen(FramePlan frame) {
    for (int i = 0; i < rows.length; i++) {
      ElementRows own = rows[i];
      MarginBits bits = frame.met().get(i).bits();
      if (own != null && bits != null) {
        own.widen(bits.words());
      }
    }
  }

  /** Takes what another part left behind, as far as it is asked for; {@code atoms} translates its atoms. */
  void merge(FrameState other, int[] atoms, AskedKeys asked) {
    int[] states = tally.merge(other.tally, atoms, asked);
    for (int i = 0; i < met.size(); i++) {
      met.get(i).merge(other.met.get(i), states);
      ElementRows more = other.rows(i);
      ElementRows own = rows(i);
      if (more != null && own == null && asked.isAll()) {
        rows = Arrays.copyOf(rows, met.size());
        rows[i] = more.copy();
      } else if (more != null) {
        rows(i, more.words(), more.domain(), more.wanted()).merge(more, asked);
      }
    }
  }
}
