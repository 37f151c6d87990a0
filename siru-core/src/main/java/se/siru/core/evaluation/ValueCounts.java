package se.siru.core.evaluation;

import java.util.Arrays;
import se.siru.core.primitive.TupleIndex;

/** How often each value of a number was met, by time key and combination: as large as there are different values. */
final class ValueCounts {
  private static final int WIDTH = 5;

  private final TupleIndex tuples = new TupleIndex(WIDTH);
  private final int[] tuple = new int[WIDTH];
  private long[] counts = new long[16];

  void add(int timeKey, long combo, long value, long count) {
    tuple[0] = timeKey;
    tuple[1] = (int) combo;
    tuple[2] = (int) (combo >>> 32);
    tuple[3] = (int) value;
    tuple[4] = (int) (value >>> 32);
    int number = tuples.add(tuple);
    if (number == counts.length) {
      counts = Arrays.copyOf(counts, number * 2);
    }
    counts[number] += count;
  }

  void merge(ValueCounts other) {
    for (int i = 0; i < other.size(); i++) {
      add(other.timeKey(i), other.combo(i), other.value(i), other.counts[i]);
    }
  }

  int size() {
    return tuples.size();
  }

  int timeKey(int entry) {
    return tuples.value(entry, 0);
  }

  long combo(int entry) {
    return joined(entry, 1);
  }

  long value(int entry) {
    return joined(entry, 3);
  }

  long count(int entry) {
    return counts[entry];
  }

  private long joined(int entry, int low) {
    return (long) tuples.value(entry, low + 1) << 32 | tuples.value(entry, low) & 0xFFFFFFFFL;
  }
}
