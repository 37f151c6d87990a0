package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Codes and references in the engine's encoding: an element is 0 or greater, {@link #UNKNOWN} is none, and {@code -2 - s} is a set
 * of several. Each set is kept once. Filled while a plan is made, read-only after that.
 */
final class SetPool {
  /** No element. */
  static final int UNKNOWN = -1;

  private final Map<java.util.List<Integer>, Integer> indexes = new HashMap<>();
  private int[][] sets = new int[8][];
  private int size;

  /** The encoding of elements in any order, repetitions and {@link #UNKNOWN} allowed. */
  int encode(int[] elements) {
    int[] sorted = Arrays.stream(elements).filter(e -> e >= 0).sorted().distinct().toArray();
    if (sorted.length <= 1) {
      return sorted.length == 0 ? UNKNOWN : sorted[0];
    }
    java.util.List<Integer> key = Arrays.stream(sorted).boxed().toList();
    Integer known = indexes.get(key);
    if (known == null) {
      known = size;
      indexes.put(key, known);
      if (size == sets.length) {
        sets = Arrays.copyOf(sets, size * 2);
      }
      sets[size++] = sorted;
    }
    return -2 - known;
  }

  /** The encoding of all elements of several encodings. */
  int union(int[] encodings) {
    return encode(Arrays.stream(encodings).flatMap(e -> Arrays.stream(elements(e))).toArray());
  }

  /** The elements of an encoding, ascending; empty for {@link #UNKNOWN}. */
  int[] elements(int encoded) {
    return encoded >= 0 ? new int[] {encoded} : encoded == UNKNOWN ? new int[0] : sets[-2 - encoded];
  }

  /** How many elements an encoding has. */
  int count(int encoded) {
    return encoded >= 0 ? 1 : encoded == UNKNOWN ? 0 : sets[-2 - encoded].length;
  }

  /** An element of an encoding that has one. */
  int element(int encoded, int index) {
    return encoded >= 0 ? encoded : sets[-2 - encoded][index];
  }
}
