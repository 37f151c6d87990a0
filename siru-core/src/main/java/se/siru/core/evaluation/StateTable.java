package se.siru.core.evaluation;

import java.util.Arrays;
import se.siru.core.primitive.LongIndex;

/**
 * Leads from time key, atom and combination to a state by three steps into arrays, which takes a fraction of the time that a hash does.
 * It knows some of the states, never wrong ones: while there are few states it stays empty, so that a state of a few records stays small,
 * and beyond {@value #MOST} places it grows no more.
 */
final class StateTable {
  /** The states of no time key. */
  static final int[][] NOTHING = {};

  /** The states of no atom. */
  static final int[] NONE = {};

  /** So many states are found by hashing. */
  private static final int FEW = 64;

  /** All places together: 16 MiB. */
  private static final int MOST = 1 << 22;

  private final LongIndex timeKeys = new LongIndex();
  private int[][][] byTimeKey = new int[4][][];
  private int places;

  /** By atom and combination, the number after that of the state; 0 and what is not there are unknown. */
  int[][] ofTimeKey(int timeKey) {
    int known = timeKeys.find(timeKey);
    return known < 0 ? NOTHING : byTimeKey[known];
  }

  /** The number of a state, or {@link RecordBlock#NONE} where it is not known here. */
  int find(int timeKey, int atom, long combo) {
    int[][] byAtom = ofTimeKey(timeKey);
    int[] byCombo = atom < byAtom.length ? byAtom[atom] : NONE;
    return combo < byCombo.length ? byCombo[(int) combo] - 1 : RecordBlock.NONE;
  }

  /**
   * Remembers a state, if there is room.
   *
   * @param common how many combinations are common; others are found by hashing
   * @param states how many states there are
   */
  void put(int timeKey, int atom, int combo, int state, int common, int states) {
    if (combo >= common || states < FEW && common > FEW) {
      return;
    }
    int number = timeKeys.add(timeKey);
    if (number == byTimeKey.length) {
      byTimeKey = Arrays.copyOf(byTimeKey, number * 2);
    }
    int[][] byAtom = byTimeKey[number] == null ? NOTHING : byTimeKey[number];
    if (atom >= byAtom.length) {
      int before = byAtom.length;
      byAtom = Arrays.copyOf(byAtom, Math.max(4, atom + atom / 2 + 1));
      Arrays.fill(byAtom, before, byAtom.length, NONE);
    }
    byTimeKey[number] = byAtom;
    if (combo >= byAtom[atom].length) {
      if (places + common > MOST) {
        return;
      }
      places += common;
      byAtom[atom] = new int[common];
    }
    byAtom[atom][combo] = state + 1;
  }
}
