package se.siru.core.primitive;

import java.util.Arrays;

/**
 * Runs of bytes one after the other, numbered from 0 in the order in which they came, equal ones apart. Cheaper than a {@link BytesIndex},
 * which says later which of them are the same. Not thread-safe.
 */
public final class BytesList {
  byte[] pool = new byte[256];
  int[] ends = new int[16];
  private int size;

  /** No runs. */
  public BytesList() {}

  /** How many runs there are. */
  public int size() {
    return size;
  }

  /** How many bytes they have together. */
  public int length() {
    return start(size);
  }

  /** Adds a run, of which the bytes are copied; its number. */
  public int add(byte[] bytes, int from, int to) {
    reserve(1, to - from);
    int start = start(size);
    System.arraycopy(bytes, from, pool, start, to - from);
    ends[size] = start + to - from;
    return size++;
  }

  /**
   * Adds many runs, as {@link #add(byte[], int, int)} does one.
   *
   * @param from where each run begins, from {@code field} on each so many {@code fields}
   * @param to where each run ends
   * @return the number of the first of {@code count} runs
   */
  public int add(byte[] bytes, int[] from, int[] to, int field, int fields, int count) {
    int first = size;
    long length = 0;
    for (int i = 0, cell = field; i < count; i++, cell += fields) {
      length += to[cell] - from[cell];
    }
    reserve(count, length);
    byte[] room = pool;
    int end = start(first);
    for (int i = 0, cell = field; i < count; i++, cell += fields) { // an array copy would take longer for so few bytes
      for (int at = from[cell], last = to[cell]; at < last; at++) {
        room[end++] = bytes[at];
      }
      ends[first + i] = end;
    }
    size = first + count;
    return first;
  }

  private void reserve(int runs, long bytes) {
    if (size + runs > ends.length) {
      ends = Arrays.copyOf(ends, Math.max(size + runs, size * 2));
    }
    long needed = start(size) + bytes;
    if (needed > pool.length) {
      pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(Math.toIntExact(needed), pool.length * 2L)));
    }
  }

  int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** A copy of the bytes of a number. */
  public byte[] bytes(int number) {
    return Arrays.copyOfRange(pool, start(number), ends[number]);
  }
}
