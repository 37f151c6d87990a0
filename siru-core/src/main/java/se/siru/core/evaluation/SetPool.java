package se.siru.core.evaluation;

import java.util.Arrays;
import se.siru.core.primitive.IntArrayIndex;

/**
 * Codes and references in the engine's encoding: an element is 0 or greater, {@link #UNKNOWN} is none, and {@code -2 - s} is a set
 * of several. Where a record leads to several things and the code of some is unknown, the set ends with the mark
 * {@link CellTable#UNKNOWN}: the record belongs to the row of unknown, too. Each set is kept once.
 *
 * <p>Sets are added by one thread at a time, while batches are bound; others may read the sets of batches that were bound before.
 */
final class SetPool implements ElementSets {
  /** No element. */
  static final int UNKNOWN = -1;

  private static final int FEW = 8;
  private static final int[] NONE = {};

  private final IntArrayIndex sets = new IntArrayIndex();
  private int[] gathered = new int[8];

  /** The encoding of elements in any order; repetitions, {@link #UNKNOWN} and the mark of it are allowed. */
  int encode(int[] elements) {
    int[] sorted = elements.clone();
    return encode(sorted, sorted.length);
  }

  /** The encoding of the first elements of an array, which is reordered. */
  private int encode(int[] elements, int count) {
    for (int i = 0; i < count; i++) {
      if (elements[i] == UNKNOWN) {
        elements[i] = CellTable.UNKNOWN;
      }
    }
    sort(elements, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || elements[kept - 1] != elements[i]) {
        elements[kept++] = elements[i];
      }
    }
    if (kept == 0 || elements[0] == CellTable.UNKNOWN) {
      return UNKNOWN;
    }
    return kept == 1 ? elements[0] : -2 - sets.add(elements, kept);
  }

  /** Most sets have a few elements. */
  private static void sort(int[] elements, int count) {
    if (count > FEW) {
      Arrays.sort(elements, 0, count);
      return;
    }
    for (int i = 1; i < count; i++) {
      int element = elements[i];
      int at = i;
      for (; at > 0 && elements[at - 1] > element; at--) {
        elements[at] = elements[at - 1];
      }
      elements[at] = element;
    }
  }

  /** The encoding of all elements of the first encodings of an array. */
  int union(int[] encodings, int count) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      int encoded = encodings[i];
      if (encoded >= UNKNOWN) {
        found = gather(found, encoded);
      } else {
        for (int element : sets.array(-2 - encoded)) {
          found = gather(found, element);
        }
      }
    }
    return encode(gathered, found);
  }

  private int gather(int found, int element) {
    if (found == gathered.length) {
      gathered = Arrays.copyOf(gathered, found * 2);
    }
    gathered[found] = element;
    return found + 1;
  }

  /** The elements of an encoding, ascending, the mark of unknown ones among them; empty for {@link #UNKNOWN}. */
  int[] elements(int encoded) {
    return encoded >= 0 ? new int[] {encoded} : encoded == UNKNOWN ? NONE : sets.array(-2 - encoded);
  }

  @Override
  public int count(int encoded) {
    if (encoded >= UNKNOWN) {
      return encoded == UNKNOWN ? 0 : 1;
    }
    int[] set = sets.array(-2 - encoded);
    return set[set.length - 1] == CellTable.UNKNOWN ? set.length - 1 : set.length;
  }

  @Override
  public int element(int encoded, int index) {
    return encoded >= 0 ? encoded : sets.array(-2 - encoded)[index];
  }
}
