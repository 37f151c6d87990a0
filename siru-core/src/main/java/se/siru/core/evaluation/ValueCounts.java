package se.siru.core.evaluation;

import java.util.Arrays;
import se.siru.core.primitive.LongIndex;
import se.siru.core.primitive.TupleIndex;

/** How often each value of a number was met, by time key and combination: as large as there are different values. */
final class ValueCounts {
  private static final int WIDTH = 5;

  /** Where the two halves of the combination stand in a tuple. */
  private static final int COMBO = 1;

  private final TupleIndex tuples = new TupleIndex(WIDTH);
  private final int[] tuple = new int[WIDTH];
  private long[] counts = new long[16];

  void add(int timeKey, long combo, long value, long count) {
    tuple[0] = timeKey;
    tuple[1] = (int) combo;
    tuple[2] = (int) (combo >>> 32);
    tuple[3] = (int) value;
    tuple[4] = (int) (value >>> 32);
    add(count);
  }

  private int add(long count) {
    int number = tuples.add(tuple);
    if (number == counts.length) {
      counts = Arrays.copyOf(counts, number * 2);
    }
    counts[number] += count;
    return number;
  }

  void merge(ValueCounts other) {
    for (int i = 0; i < other.size(); i++) {
      add(other.timeKey(i), other.combo(i), other.value(i), other.counts[i]);
    }
  }

  /** Writes the values in their order; the combination as its place among {@code codes}. */
  void write(StateWriter out, ComboCodes codes) {
    CodedTuples coded = CodedTuples.of(tuples, COMBO, codes);
    out.number(size());
    for (int entry : coded.order()) {
      coded.write(out, entry);
      out.number(counts[entry]);
    }
  }

  /** Reads what {@link #write} wrote where there are no values yet. */
  void read(StateReader in, long[] combos) {
    int count = in.count();
    for (int i = 0; i < count; i++) {
      CodedTuples.read(in, tuple, COMBO, combos);
      long records = in.number();
      if (records <= 0 || add(records) != i) {
        throw StateReader.damaged();
      }
    }
  }

  /** The combinations of the values. */
  LongIndex combos() {
    return CodedTuples.combos(tuples, COMBO);
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
