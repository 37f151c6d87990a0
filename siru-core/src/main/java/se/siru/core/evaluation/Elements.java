package se.siru.core.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.LongIndex;

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
  private @Nullable Pairs sorted;

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

  /** All pairs of element and state, elements in ascending order; made once, after which nothing may be added. */
  Pairs pairs() {
    if (sorted == null) {
      sorted = dense ? fromBits() : fromPairs();
    }
    return sorted;
  }

  /** Pairs in two arrays of one length. */
  record Pairs(int[] elements, int[] states) {}

  private Pairs fromPairs() {
    int[] starts = new int[domain + 1];
    for (int i = 0; i < pairs.size(); i++) {
      starts[(int) pairs.key(i) + 1]++;
    }
    for (int element = 0; element < domain; element++) {
      starts[element + 1] += starts[element];
    }
    int[] elements = new int[pairs.size()];
    int[] ofState = new int[pairs.size()];
    for (int i = 0; i < elements.length; i++) {
      int at = starts[(int) pairs.key(i)]++;
      elements[at] = (int) pairs.key(i);
      ofState[at] = (int) (pairs.key(i) >>> 32);
    }
    return new Pairs(elements, ofState);
  }

  private Pairs fromBits() {
    int count = 0;
    for (int state = 0; state < states.size(); state++) {
      for (long word : bits[state]) {
        count += Long.bitCount(word);
      }
    }
    int[] elements = new int[count];
    int[] ofState = new int[count];
    int at = 0;
    for (int word = 0; word <= domain >>> 6; word++) {
      long any = 0;
      for (int state = 0; state < states.size(); state++) {
        any |= bits[state][word];
      }
      for (; any != 0; any &= any - 1) {
        int bit = Long.numberOfTrailingZeros(any);
        for (int state = 0; state < states.size(); state++) {
          if ((bits[state][word] >>> bit & 1) != 0) {
            elements[at] = (word << 6) + bit;
            ofState[at++] = state;
          }
        }
      }
    }
    return new Pairs(elements, ofState);
  }
}
