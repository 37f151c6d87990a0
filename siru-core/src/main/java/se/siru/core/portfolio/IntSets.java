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
  /** So far from its place a set is looked for; what finds no room within lies in a map, whose worst case is mild. */
  private static final int FURTHEST = 32;

  private static final int[] NO_SLOTS = {};

  private int[][] sets = new int[8][];
  private int size;
  /** Of each set its hash, so that most others are told from it without being looked at. */
  private int[] hashes = new int[8];
  /** Open addressing: the number after the index of a set, or 0. */
  private int[] slots = new int[32];
  private Map<Key, Integer> crowded = Map.of();

  IntSets() {}

  /** The index of a set, added where it is new. The elements must be ascending and distinct. */
  int index(int[] elements) {
    int hash = hash(elements);
    int known = find(elements, hash);
    if (known >= 0) {
      return known;
    }
    if (size == sets.length) {
      sets = Arrays.copyOf(sets, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    sets[size] = elements;
    hashes[size++] = hash;
    if (size * 2 > slots.length) {
      slots = new int[slots.length * 2];
      crowded = Map.of();
      for (int set = 0; set < size; set++) {
        place(set);
      }
    } else {
      place(size - 1);
    }
    return size - 1;
  }

  private int find(int[] elements, int hash) {
    for (int probe = 0; probe < FURTHEST; probe++) {
      int set = slots[hash + probe & slots.length - 1] - 1;
      if (set < 0) {
        return -1;
      }
      if (hashes[set] == hash && Arrays.equals(sets[set], elements)) {
        return set;
      }
    }
    return crowded.getOrDefault(new Key(elements), -1);
  }

  private void place(int set) {
    for (int probe = 0; probe < FURTHEST; probe++) {
      int slot = hashes[set] + probe & slots.length - 1;
      if (slots[slot] == 0) {
        slots[slot] = set + 1;
        return;
      }
    }
    if (crowded.isEmpty()) {
      crowded = new HashMap<>();
    }
    crowded.put(new Key(sets[set]), set);
  }

  static int hash(int[] elements) {
    long mixed = elements.length;
    for (int element : elements) {
      mixed = (mixed ^ element) * 0x9E37_79B9_7F4A_7C15L;
      mixed ^= mixed >>> 29;
    }
    return (int) (mixed ^ mixed >>> 32);
  }

  /** Forgets what is only needed to add sets; none can be added afterwards. */
  void seal() {
    slots = NO_SLOTS;
    hashes = NO_SLOTS;
    crowded = Map.of();
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
