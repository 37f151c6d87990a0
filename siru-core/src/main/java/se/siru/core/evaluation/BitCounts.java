package se.siru.core.evaluation;

/**
 * How many rows of bits have each bit set. Rows are added up eight bits of a word at a time, in the eight bytes of another word, before any of
 * these overflows: to visit every bit that is set takes several times as long.
 */
final class BitCounts {
  private static final long LOWEST = 0x0101_0101_0101_0101L;
  private static final int MOST = 255;

  private final int words;
  private final long[] lanes;
  private final int[] counts;
  private int pending;

  /** No rows yet, each of so many words. */
  BitCounts(int words) {
    this.words = words;
    this.lanes = new long[words * Byte.SIZE];
    this.counts = new int[words * Long.SIZE + 1];
  }

  /** Adds the row that begins at a place. */
  void add(long[] bits, int from) {
    long[] into = lanes;
    int end = words;
    for (int word = 0; word < end; word++) {
      long row = bits[from + word];
      if (row != 0) {
        int lane = word * Byte.SIZE;
        into[lane] += row & LOWEST;
        into[lane + 1] += row >>> 1 & LOWEST;
        into[lane + 2] += row >>> 2 & LOWEST;
        into[lane + 3] += row >>> 3 & LOWEST;
        into[lane + 4] += row >>> 4 & LOWEST;
        into[lane + 5] += row >>> 5 & LOWEST;
        into[lane + 6] += row >>> 6 & LOWEST;
        into[lane + 7] += row >>> 7 & LOWEST;
      }
    }
    if (++pending == MOST) {
      settle();
    }
  }

  private void settle() {
    for (int lane = 0; lane < lanes.length; lane++) {
      long left = lanes[lane];
      int bit = lane / Byte.SIZE * Long.SIZE + lane % Byte.SIZE;
      for (int eighth = 0; left != 0; eighth++) {
        counts[bit + eighth * Byte.SIZE] += (int) (left & 0xFF);
        left >>>= Byte.SIZE;
      }
      lanes[lane] = 0;
    }
    counts[counts.length - 1] += pending;
    pending = 0;
  }

  /** Adds the rows that others counted. */
  void add(BitCounts other) {
    int[] more = other.counts();
    for (int bit = 0; bit < counts.length; bit++) {
      counts[bit] += more[bit];
    }
  }

  /** How many rows have each bit, and in the last place how many rows there are; not to be changed, and good until more are added. */
  int[] counts() {
    settle();
    return counts;
  }
}
