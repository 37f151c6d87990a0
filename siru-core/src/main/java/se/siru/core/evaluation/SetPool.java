package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Codes and references in the engine's encoding: an element is 0 or greater, {@link #UNKNOWN} is none, and {@code -2 - s} is a set
 * of several. Where a record leads to several things and the code of some is unknown, the set ends with the mark
 * {@link CellTable#UNKNOWN}: the record belongs to the row of unknown, too. Each set is kept once. Filled while a plan is made,
 * read-only after that.
 */
final class SetPool {
  /** No element. */
  static final int UNKNOWN = -1;

  private final Map<List<Integer>, Integer> indexes = new HashMap<>();
  private int[][] sets = new int[8][];
  private int size;

  /** The encoding of elements in any order; repetitions, {@link #UNKNOWN} and the mark of it are allowed. */
  int encode(int[] elements) {
    int[] sorted =
        Arrays.stream(elements).map(e -> e == UNKNOWN ? CellTable.UNKNOWN : e).sorted().distinct().toArray();
    if (sorted.length == 0 || sorted[0] == CellTable.UNKNOWN) {
      return UNKNOWN;
    }
    return sorted.length == 1 ? sorted[0] : index(sorted);
  }

  private int index(int[] sorted) {
    List<Integer> key = Arrays.stream(sorted).boxed().toList();
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
    return encode(
        Arrays.stream(encodings)
            .flatMap(e -> e == UNKNOWN ? IntStream.of(UNKNOWN) : Arrays.stream(elements(e)))
            .toArray());
  }

  /** The elements of an encoding, ascending, the mark of unknown ones among them; empty for {@link #UNKNOWN}. */
  int[] elements(int encoded) {
    return encoded >= 0 ? new int[] {encoded} : encoded == UNKNOWN ? new int[0] : sets[-2 - encoded];
  }

  /** How many known elements an encoding has. */
  int count(int encoded) {
    if (encoded >= UNKNOWN) {
      return encoded == UNKNOWN ? 0 : 1;
    }
    int[] set = sets[-2 - encoded];
    return set[set.length - 1] == CellTable.UNKNOWN ? set.length - 1 : set.length;
  }

  /** A known element of an encoding, by an index below {@link #count}. */
  int element(int encoded, int index) {
    return encoded >= 0 ? encoded : sets[-2 - encoded][index];
  }
}
