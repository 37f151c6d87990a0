package se.siru.core.portfolio;

import java.util.Arrays;

/** Numbers distinct keys from 0 in the order in which they come. Keys are 0 or greater. */
final class LongIndex {
  private static final long EMPTY = -1;

  private long[] slots = new long[64];
  private int[] numbers = new int[64];
  private long[] keys = new long[32];
  private int size;

  LongIndex() {
    Arrays.fill(slots, EMPTY);
  }

  /** The number of a key, or -1. */
  int find(long key) {
    int slot = slot(slots, key);
    return slots[slot] == EMPTY ? -1 : numbers[slot];
  }

  /** The number of a key, added where it is new. */
  int add(long key) {
    int slot = slot(slots, key);
    if (slots[slot] != EMPTY) {
      return numbers[slot];
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      rehash();
      slot = slot(slots, key);
    }
    slots[slot] = key;
    numbers[slot] = size;
    keys[size] = key;
    return size++;
  }

  private void rehash() {
    long[] larger = new long[slots.length * 2];
    int[] moved = new int[larger.length];
    Arrays.fill(larger, EMPTY);
    for (int i = 0; i < size; i++) {
      int slot = slot(larger, keys[i]);
      larger[slot] = keys[i];
      moved[slot] = i;
    }
    slots = larger;
    numbers = moved;
  }

  private static int slot(long[] table, long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed ^ (mixed >>> 32)) & (table.length - 1);
    while (table[slot] != EMPTY && table[slot] != key) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  int size() {
    return size;
  }

  /** The keys in ascending order. */
  long[] sortedKeys() {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
