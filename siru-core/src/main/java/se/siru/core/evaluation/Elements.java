package se.siru.core.evaluation;

import java.util.Arrays;

/**
 * Which elements (codes, or rows of an entity table) were seen in which state. Few states over all elements are kept as bits;
 * many small ones as a set of pairs.
 */
final class Elements {
  private final int domain;
  private final boolean dense;
  private final LongIndex states = new LongIndex();
  private long[][] bits = new long[8][];
  private final LongIndex pairs = new LongIndex();

  /**
   * No elements.
   *
   * @param domain how many elements there may be
   * @param dense true where there will be few states, each with many elements
   */
  Elements(int domain, boolean dense) {
    this.domain = domain;
    this.dense = dense;
  }

  /** The number of a state for {@link #add}. */
  int state(long key) {
    int state = states.add(key);
    if (dense && state >= bits.length) {
      bits = Arrays.copyOf(bits, state * 2);
    }
    if (dense && bits[state] == null) {
      bits[state] = new long[(domain >>> 6) + 1];
    }
    return state;
  }

  void add(int state, int element) {
    if (dense) {
      bits[state][element >>> 6] |= 1L << element;
    } else {
      pairs.add((long) state << 32 | element);
    }
  }

  void merge(Elements other, int[] atoms) {
    int[] translated = new int[other.states.size()];
    for (int i = 0; i < translated.length; i++) {
      translated[i] = state(StateKey.withAtom(other.states.key(i), atoms));
      if (dense) {
        long[] into = bits[translated[i]];
        for (int word = 0; word < into.length; word++) {
          into[word] |= other.bits[i][word];
        }
      }
    }
    for (int i = 0; i < other.pairs.size(); i++) {
      long pair = other.pairs.key(i);
      add(translated[(int) (pair >>> 32)], (int) pair);
    }
  }

  int states() {
    return states.size();
  }

  long key(int state) {
    return states.key(state);
  }

  /** Visits all (element, state), elements in ascending order. */
  void forEach(Visitor visitor) {
    if (dense) {
      for (int word = 0; word <= domain >>> 6; word++) {
        visitWord(visitor, word);
      }
      return;
    }
    int[] starts = new int[domain + 1];
    for (int i = 0; i < pairs.size(); i++) {
      starts[(int) pairs.key(i) + 1]++;
    }
    for (int element = 0; element < domain; element++) {
      starts[element + 1] += starts[element];
    }
    int[] next = starts.clone();
    int[] sorted = new int[pairs.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[next[(int) pairs.key(i)]++] = (int) (pairs.key(i) >>> 32);
    }
    for (int element = 0; element < domain; element++) {
      for (int i = starts[element]; i < starts[element + 1]; i++) {
        visitor.visit(element, sorted[i]);
      }
    }
  }

  private void visitWord(Visitor visitor, int word) {
    long any = 0;
    for (int state = 0; state < states.size(); state++) {
      any |= bits[state][word];
    }
    for (; any != 0; any &= any - 1) {
      int bit = Long.numberOfTrailingZeros(any);
      for (int state = 0; state < states.size(); state++) {
        if ((bits[state][word] >>> bit & 1) != 0) {
          visitor.visit((word << 6) + bit, state);
        }
      }
    }
  }

  /** Takes one element of one state. */
  interface Visitor {
    void visit(int element, int state);
  }
}
