package se.siru.core.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of a state: whole numbers in as few bytes as they need. What writes a state puts it into an order of its own first, so that equal
 * states are equal bytes. Confined to one thread.
 */
final class StateWriter {
  private static final int SEVEN = 7;
  private static final int MORE = 0x80;
  private static final int MOST_OF_NUMBER = 10;

  private byte[] bytes = new byte[1 << 10];
  private int size;

  private void makeRoom(int more) {
    if (size > bytes.length - more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(Integer.MAX_VALUE - 8, 2L * bytes.length)));
    }
  }

  /** A number that is seldom great; negative ones take most room. */
  void number(long value) {
    makeRoom(MOST_OF_NUMBER);
    long rest = value;
    while ((rest & -MORE) != 0) {
      bytes[size++] = (byte) (rest | MORE);
      rest >>>= SEVEN;
    }
    bytes[size++] = (byte) rest;
  }

  /** A number of either sign that is seldom far from 0. */
  void signed(long value) {
    number(value << 1 ^ value >> Long.SIZE - 1);
  }

  /** Numbers in ascending order, none below 0: how many, then how far each is from the one before. */
  void ascending(int[] values, int from, int until) {
    number(until - from);
    int before = 0;
    for (int i = from; i < until; i++) {
      number(values[i] - before);
      before = values[i];
    }
  }

  /** Bytes as they are; the reader knows how many. */
  void raw(byte[] more) {
    makeRoom(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** Bytes after their number. */
  void sized(byte[] more) {
    number(more.length);
    raw(more);
  }

  void text(String text) {
    sized(text.getBytes(StandardCharsets.UTF_8));
  }

  /** All that was written. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
