package se.siru.core.primitive;

import java.util.Arrays;

/** Numbers different tuples of whole numbers of one width, in the order in which they are first seen. */
public final class TupleIndex {
  private final int width;
  private int[] values;
  private int[] slots = new int[32];
  private int size;

  /** No tuples yet, of so many numbers each. */
  public TupleIndex(int width) {
    this.width = width;
    this.values = new int[16 * Math.max(1, width)];
  }

  /** The number of a tuple, given now where it is new. The array may be reused by the caller. */
  public int add(int[] tuple) {
    int at = slot(tuple);
    if (slots[at] != 0) {
      return slots[at] - 1;
    }
    if ((size + 1) * width > values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    System.arraycopy(tuple, 0, values, size * width, width);
    slots[at] = ++size;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** The number of a tuple, or -1 where it has none. */
  public int find(int[] tuple) {
    return slots[slot(tuple)] - 1;
  }

  /** The slot of a tuple, or the free one where it would be put. */
  private int slot(int[] tuple) {
    int mask = slots.length - 1;
    int at = hash(tuple, 0) & mask;
    while (slots[at] != 0 && !equal(tuple, slots[at] - 1)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private boolean equal(int[] tuple, int number) {
    int from = number * width;
    for (int i = 0; i < width; i++) {
      if (values[from + i] != tuple[i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int at = hash(values, i * width) & mask;
      while (slots[at] != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = i + 1;
    }
  }

  private int hash(int[] array, int from) {
    long mixed = 1;
    for (int i = 0; i < width; i++) {
      mixed = (mixed ^ array[from + i]) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 29;
    }
    return (int) (mixed ^ (mixed >>> 32));
  }

  /** How many tuples there are. */
  public int size() {
    return size;
  }

  /** How many numbers a tuple has. */
  public int width() {
    return width;
  }

  /** One number of a tuple. */
  public int value(int number, int position) {
    return values[number * width + position];
  }

  /** Copies a tuple into an array. */
  public void copy(int number, int[] into) {
    System.arraycopy(values, number * width, into, 0, width);
  }
}
