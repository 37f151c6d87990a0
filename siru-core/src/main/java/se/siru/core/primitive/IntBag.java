package se.siru.core.primitive;

import java.util.Arrays;

/** Whole numbers of which only the different ones matter; repetitions are removed when space runs out. */
public final class IntBag {
  private int[] values = new int[4];
  private int size;

  /** An empty bag. */
  public IntBag() {}

  /** Adds a number. */
  public void add(int value) {
    if (size == values.length) {
      compact();
      if (size * 2 > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
    }
    values[size++] = value;
  }

  /** Adds all numbers of another bag. */
  public void addAll(IntBag other) {
    for (int i = 0; i < other.size; i++) {
      add(other.values[i]);
    }
  }

  /** The different numbers in ascending order. */
  public int[] sorted() {
    compact();
    return Arrays.copyOf(values, size);
  }

  private void compact() {
    Arrays.sort(values, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || values[kept - 1] != values[i]) {
        values[kept++] = values[i];
      }
    }
    size = kept;
  }

  /** How many different numbers there are. */
  public int distinct() {
    compact();
    return size;
  }
}
