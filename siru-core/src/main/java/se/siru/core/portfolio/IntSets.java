package se.siru.core.portfolio;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import se.siru.core.stability.Provided;

/**
 * Sets of numbers, each kept once and known by its index. Elements are in ascending order without repetition.
 *
 * <p>Not thread-safe while sets are added; safe once the column that uses it is finished.
 */
@Provided(since = "0.1.0")
public final class IntSets {
  private Map<Key, Integer> indexes = new HashMap<>();
  private int[][] sets = new int[8][];
  private int size;

  IntSets() {}

  /** The index of a set, added where it is new. The elements must be ascending and distinct. */
  int index(int[] elements) {
    Key key = new Key(elements);
    Integer known = indexes.get(key);
    if (known != null) {
      return known;
    }
    if (size == sets.length) {
      sets = Arrays.copyOf(sets, size * 2);
    }
    sets[size] = elements;
    indexes.put(key, size);
    return size++;
  }

  /** Forgets what is only needed to add sets; none can be added afterwards. */
  void seal() {
    indexes = Map.of();
  }

  /** How many sets there are. */
  public int count() {
    return size;
  }

  /** How many elements a set has. */
  public int size(int set) {
    return sets[set].length;
  }

  /** An element of a set. */
  public int element(int set, int index) {
    return sets[set][index];
  }

  private static final class Key implements Comparable<Key> {
    private final int[] elements;

    Key(int[] elements) {
      this.elements = elements;
    }

    @Override
    public int compareTo(Key other) {
      return Arrays.compare(elements, other.elements);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key && Arrays.equals(elements, ((Key) other).elements);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(elements);
    }
  }
}
