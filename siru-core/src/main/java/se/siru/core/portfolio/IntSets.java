package se.siru.core.portfolio;

import se.siru.core.primitive.IntArrayIndex;
import se.siru.core.stability.Provided;

/**
 * Sets of numbers, each kept once and known by its index. Elements are in ascending order without repetition.
 *
 * <p>Not thread-safe while sets are added; safe once the column that uses it is finished.
 */
@Provided(since = "0.1.0")
public final class IntSets {
  private final IntArrayIndex sets = new IntArrayIndex();

  IntSets() {}

  /** The index of a set, added where it is new. The elements must be ascending and distinct. */
  int index(int[] elements) {
    return sets.add(elements, elements.length);
  }

  /** Forgets what is only needed to add sets; none can be added afterwards. */
  void seal() {
    sets.seal();
  }

  /** How many sets there are. */
  public int count() {
    return sets.size();
  }

  /** How many elements a set has. */
  public int size(int set) {
    return sets.array(set).length;
  }

  /** An element of a set. */
  public int element(int set, int index) {
    return sets.array(set)[index];
  }
}
