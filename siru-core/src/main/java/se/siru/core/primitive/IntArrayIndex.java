package se.siru.core.primitive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers different arrays of whole numbers, of whatever lengths, in the order in which they are first seen. Open addressing finds them; it goes a
 * bounded number of places, and arrays that find no place within these lie in a map whose worst case is mild, so that hostile input does not
 * make it slow.
 *
 * <p>Arrays are added by one thread at a time; others may read those whose numbers were handed to them.
 */
public final class IntArrayIndex {
  private static final int FURTHEST = 32;
  private static final int[] SEALED = {};

  /** Volatile, so that who reads a longer array finds in it what was in the shorter one. */
  private volatile int[][] arrays = new int[8][];
  /** Of each array its hash, so that most others are told from it without being looked at. */
  private int[] hashes = new int[8];
  /** The number after that of an array, or 0. */
  private int[] slots = new int[32];
  private Map<Key, Integer> crowded = Map.of();
  private int size;

  /** No arrays. */
  public IntArrayIndex() {}

  /** The number of the first so many elements of an array, given now where they are new; they are copied. */
  public int add(int[] elements, int count) {
    int hash = hash(elements, count);
    int known = find(elements, count, hash);
    if (known >= 0) {
      return known;
    }
    if (size == hashes.length) {
      arrays = Arrays.copyOf(arrays, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size] = hash;
    arrays[size++] = Arrays.copyOf(elements, count);
    if (size * 2 > slots.length) {
      slots = new int[slots.length * 2];
      crowded = Map.of();
      for (int number = 0; number < size; number++) {
        place(number);
      }
    } else {
      place(size - 1);
    }
    return size - 1;
  }

  private int find(int[] elements, int count, int hash) {
    for (int probe = 0; probe < FURTHEST; probe++) {
      int number = slots[hash + probe & slots.length - 1] - 1;
      if (number < 0) {
        return -1;
      }
      if (hashes[number] == hash && Arrays.equals(arrays[number], 0, arrays[number].length, elements, 0, count)) {
        return number;
      }
    }
    return crowded.getOrDefault(new Key(Arrays.copyOf(elements, count)), -1);
  }

  private void place(int number) {
    for (int probe = 0; probe < FURTHEST; probe++) {
      int slot = hashes[number] + probe & slots.length - 1;
      if (slots[slot] == 0) {
        slots[slot] = number + 1;
        return;
      }
    }
    if (crowded.isEmpty()) {
      crowded = new HashMap<>();
    }
    crowded.put(new Key(arrays[number]), number);
  }

  static int hash(int[] elements, int count) {
    long mixed = count;
    for (int i = 0; i < count; i++) {
      mixed = (mixed ^ elements[i]) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 29;
    }
    return (int) (mixed ^ (mixed >>> 32));
  }

  /** Forgets what is only needed to add arrays; none can be added afterwards. */
  public void seal() {
    slots = SEALED;
    hashes = SEALED;
    crowded = Map.of();
  }

  /** How many arrays there are. */
  public int size() {
    return size;
  }

  /** The array of a number; not to be changed. */
  public int[] array(int number) {
    return arrays[number];
  }

  /** An array as a key that stays fast where hashes collide, since it has an order. */
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
