package se.siru.core.primitive;

import java.util.Arrays;

/**
 * Numbers different keys in the order in which they are first seen: open addressing over primitive keys, since this lies on the
 * path of every record.
 */
public final class LongIndex {
  private static final int EMPTY = 0;

  private long[] keys;
  private int[] slots;
  private int size;
  private int mask;

  /** No keys. */
  public LongIndex() {
    keys = new long[16];
    slots = new int[32];
    mask = slots.length - 1;
  }

  /** The same keys under the same numbers, for somebody who goes on from them. */
  public LongIndex copy() {
    LongIndex same = new LongIndex();
    same.keys = keys.clone();
    same.slots = slots.clone();
    same.size = size;
    same.mask = mask;
    return same;
  }

  /** The number of a key, given now where it is new. */
  public int add(long key) {
    int at = hash(key) & mask;
    for (int number = slots[at]; number != EMPTY; number = slots[at]) {
      if (keys[number - 1] == key) {
        return number - 1;
      }
      at = (at + 1) & mask;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
    slots[at] = size;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** The number of a key, or -1 where it was not added. */
  public int find(long key) {
    int at = hash(key) & mask;
    for (int number = slots[at]; number != EMPTY; number = slots[at]) {
      if (keys[number - 1] == key) {
        return number - 1;
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  /** The keys in ascending order. */
  public long[] sortedKeys() {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int at = hash(keys[i]) & mask;
      while (slots[at] != EMPTY) {
        at = (at + 1) & mask;
      }
      slots[at] = i + 1;
    }
  }

  private static int hash(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ (mixed >>> 32));
  }

  /** How many keys there are. */
  public int size() {
    return size;
  }

  /** The key of a number. */
  public long key(int number) {
    return keys[number];
  }
}
