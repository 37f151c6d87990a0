package se.siru.core.evaluation;

/** The key of a state in one number: combination of codes, time key, atom. */
final class StateKey {
  private static final int ALL = 63;

  private StateKey() {}

  /** How many bits are left for a combination when there are so many time keys. */
  static int bitsForCombos(int timeKeys) {
    return ALL - Atoms.BITS - (Long.SIZE - Long.numberOfLeadingZeros(timeKeys));
  }

  static long of(long combo, int timeKey, int timeKeys, int atom) {
    return (combo * timeKeys + timeKey) << Atoms.BITS | atom;
  }

  static int atom(long key) {
    return (int) (key & (1 << Atoms.BITS) - 1);
  }

  static int timeKey(long key, int timeKeys) {
    return (int) ((key >>> Atoms.BITS) % timeKeys);
  }

  static long combo(long key, int timeKeys) {
    return (key >>> Atoms.BITS) / timeKeys;
  }

  static long withAtom(long key, int[] atoms) {
    return key >>> Atoms.BITS << Atoms.BITS | atoms[atom(key)];
  }
}
