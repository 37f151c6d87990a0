package se.siru.core.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.LongIndex;

/** The atoms of signatures that were met, for batches in which the same terms vary in as many ways. A worker's own. */
final class SignatureTable {
  /** How many signatures may have a place each. */
  static final int LARGEST = 1 << 14;

  private static final int UNMET = -1;

  private final int[] shape;
  private final @Nullable LongIndex[] numbers;
  private int[] atoms = new int[0];

  SignatureTable(int[] shape) {
    this.shape = shape;
    this.numbers = new LongIndex[shape.length];
  }

  boolean isOf(int[] other) {
    return shape == other || Arrays.equals(shape, other);
  }

  /** Gives each pair of a number so far and a number of further terms a number. */
  void number(int terms, int[] signatures, int[] further, int count, int size) {
    LongIndex index = numbers[terms];
    if (index == null) {
      index = new LongIndex();
      numbers[terms] = index;
    }
    long last = -1;
    int number = 0;
    for (int i = 0; i < size; i++) {
      long key = (long) signatures[i] * count + further[i];
      if (key != last) {
        number = index.add(key);
        last = key;
      }
      signatures[i] = number;
    }
  }

  /** The pair behind a number: {@code (number so far) * count + number of further terms}. */
  long key(int terms, int number) {
    return index(terms).key(number);
  }

  private LongIndex index(int terms) {
    LongIndex index = numbers[terms];
    if (index == null) {
      throw new IllegalStateException("not numbered");
    }
    return index;
  }

  /**
   * The atom of each signature, negative where it was not met.
   *
   * @param most how many signatures there may be
   * @param numbered the terms that numbered them last, or -1 where each has a place of its own
   */
  int[] atoms(long most, int numbered) {
    int needed = numbered < 0 ? (int) most : index(numbered).size();
    if (needed > atoms.length) {
      int before = atoms.length;
      atoms = Arrays.copyOf(atoms, Math.max(needed, before * 2));
      Arrays.fill(atoms, before, atoms.length, UNMET);
    }
    return atoms;
  }
}
