package se.siru.core.primitive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers different runs of bytes in the order in which they are first seen: open addressing over one pool of bytes, since ids
 * and codes lie on the path of every record and an object for each would cost more than reading it. A look-up goes a bounded
 * number of places; bytes that find no place within these lie in a map whose worst case is mild, so that hostile input does not
 * make it slow.
 *
 * <p>Many threads may look up while none adds.
 */
public final class BytesIndex {
  private static final int FURTHEST = 32;

  private byte[] pool = new byte[256];
  private int[] ends = new int[16];
  private int[] hashes = new int[16];
  private int[] slots = new int[32]; // a number plus one, 0 is free
  private int size;
  private Map<Key, Integer> crowded = Map.of();

  /** No bytes. */
  public BytesIndex() {}

  /** How many different runs there are. */
  public int size() {
    return size;
  }

  /** The number of a run, given now where it is new; the bytes are copied. */
  public int add(byte[] bytes, int from, int to) {
    int hash = hash(bytes, from, to);
    int known = find(hash, bytes, from, to);
    if (known >= 0) {
      return known;
    }
    append(bytes, from, to, hash);
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

  /** The number of a run, or -1 where it was not added. */
  public int find(byte[] bytes, int from, int to) {
    return find(hash(bytes, from, to), bytes, from, to);
  }

  private int find(int hash, byte[] bytes, int from, int to) {
    int mask = slots.length - 1;
    for (int probe = 0; probe < FURTHEST; probe++) {
      int number = slots[hash + probe & mask] - 1;
      if (number < 0) {
        return -1;
      }
      if (hashes[number] == hash && is(number, bytes, from, to)) {
        return number;
      }
    }
    Integer number = crowded.get(new Key(Arrays.copyOfRange(bytes, from, to)));
    return number == null ? -1 : number;
  }

  /** True where a number is that of the given bytes. */
  public boolean is(int number, byte[] bytes, int from, int to) {
    return Arrays.equals(pool, start(number), ends[number], bytes, from, to);
  }

  private void append(byte[] bytes, int from, int to, int hash) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    int start = start(size);
    int end = Math.addExact(start, to - from);
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, pool.length * 2L)));
    }
    System.arraycopy(bytes, from, pool, start, to - from);
    ends[size] = end;
    hashes[size] = hash;
    size++;
  }

  private void place(int number) {
    int mask = slots.length - 1;
    for (int probe = 0; probe < FURTHEST; probe++) {
      int slot = hashes[number] + probe & mask;
      if (slots[slot] == 0) {
        slots[slot] = number + 1;
        return;
      }
    }
    if (crowded.isEmpty()) {
      crowded = new HashMap<>();
    }
    crowded.put(new Key(bytes(number)), number);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** A copy of the bytes of a number. */
  public byte[] bytes(int number) {
    return Arrays.copyOfRange(pool, start(number), ends[number]);
  }

  /** The first position at which two numbers' bytes differ, or -1 where the numbers are the same. */
  public int mismatch(int left, int right) {
    return Arrays.mismatch(pool, start(left), ends[left], pool, start(right), ends[right]);
  }

  /** The byte at a position of a number's bytes, 0 to 255, or -1 behind the last. */
  public int at(int number, int position) {
    int index = start(number) + position;
    return index < ends[number] ? pool[index] & 0xFF : -1;
  }

  /** Adds all of this to another; the number there of each number here. */
  public int[] addAllTo(BytesIndex other) {
    int[] numbers = new int[size];
    for (int number = 0; number < size; number++) {
      numbers[number] = other.add(pool, start(number), ends[number]);
    }
    return numbers;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x01000193;
    }
    hash ^= hash >>> 15;
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 16;
  }

  /** Bytes as a key that stays fast where hashes collide, since it has an order. */
  private static final class Key implements Comparable<Key> {
    private final byte[] bytes;

    Key(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int compareTo(Key other) {
      return Arrays.compare(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key && Arrays.equals(bytes, ((Key) other).bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }
}
