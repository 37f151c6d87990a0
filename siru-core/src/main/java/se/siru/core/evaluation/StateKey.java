package se.siru.core.evaluation;

/** The key of a state in one number: combination of codes, time key, atom. */
final class StateKey {
  private static final int ALL = 63;

  private StateKey() {}

  /** How many bits are left for a combination when there are so many time keys. */
  static int bitsForCombos(int timeKeys) {
    return ALL - Atoms.BITS - bits(timeKeys);
  }

  /** Whole bits, though some numbers are then not used: to divide would take most of the time that it takes to look at a state. */
  private static int bits(int timeKeys) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(timeKeys);
  }

  static long of(long combo, int timeKey, int timeKeys, int atom) {
    return (combo << bits(timeKeys) | timeKey) << Atoms.BITS | atom;
  }

  static int atom(long key) {
    return (int) (key & (1 << Atoms.BITS) - 1);
  }

  static int timeKey(long key, int timeKeys) {
    return (int) (key >>> Atoms.BITS & (1L << bits(timeKeys)) - 1);
  }

  static long combo(long key, int timeKeys) {
    return key >>> Atoms.BITS + bits(timeKeys);
  }

  static long withAtom(long key, int[] atoms) {
    return key >>> Atoms.BITS << Atoms.BITS | atoms[atom(key)];
  }
}
