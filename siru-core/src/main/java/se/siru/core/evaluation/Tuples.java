package se.siru.core.evaluation;

import java.util.Arrays;
import se.siru.core.primitive.LongIndex;
import se.siru.core.primitive.TupleIndex;

/** Different tuples and, where it is asked for, of how many records each is; otherwise each counts once. */
final class Tuples {
  private final TupleIndex index;
  private final boolean counted;
  private int[] counts = new int[16];

  Tuples(int width, boolean counted) {
    this.index = new TupleIndex(width);
    this.counted = counted;
  }

  /** Adds the tuple of a record. The array may be reused by the caller. */
  void add(int[] tuple) {
    add(tuple, 1);
  }

  private void add(int[] tuple, int records) {
    int number = index.add(tuple);
    if (counted) {
      if (number == counts.length) {
        counts = Arrays.copyOf(counts, number * 2);
      }
      counts[number] += records;
    }
  }

  /** Takes the tuples of other records. */
  void merge(Tuples other) {
    int[] tuple = new int[index.width()];
    for (int number = 0; number < other.size(); number++) {
      other.copy(number, tuple);
      add(tuple, other.count(number));
    }
  }

  /** Writes the tuples in their order; the combination in a tuple as its place among {@code codes}. */
  void write(StateWriter out, ComboCodes codes) {
    CodedTuples coded = CodedTuples.of(index, Selections.COMBO, codes);
    out.number(size());
    for (int number : coded.order()) {
      coded.write(out, number);
      out.number(count(number));
    }
  }

  /** Reads what {@link #write} wrote where there are no tuples yet. */
  void read(StateReader in, long[] combos) {
    int count = in.count();
    int[] tuple = new int[width()];
    for (int i = 0; i < count; i++) {
      CodedTuples.read(in, tuple, Selections.COMBO, combos);
      int records = in.below(Integer.MAX_VALUE);
      add(tuple, records);
      if (size() != i + 1 || records < 1 || !counted && records > 1) {
        throw StateReader.damaged();
      }
    }
  }

  /** The combinations of the tuples. */
  LongIndex combos() {
    return CodedTuples.combos(index, Selections.COMBO);
  }

  /** How many different tuples there are. */
  int size() {
    return index.size();
  }

  int width() {
    return index.width();
  }

  /** Copies a tuple into an array. */
  void copy(int number, int[] into) {
    index.copy(number, into);
  }

  /** How many times a tuple counts. */
  int count(int number) {
    return counted ? counts[number] : 1;
  }
}
