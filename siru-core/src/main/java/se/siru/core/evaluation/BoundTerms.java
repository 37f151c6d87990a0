package se.siru.core.evaluation;

import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Measure;
import se.siru.core.portfolio.Column;

/** Terms of a scan bound to a batch: for each record a small number that says what they all answer. Immutable. */
interface BoundTerms {
  /** No number. */
  int NONE = -1;

  /** How many numbers there are. */
  int count();

  /** The number of all records, where it is known to be one; otherwise {@link #NONE}. */
  int constant();

  /** Multiplies the number that each record of a block has by a radix and adds the number here. */
  void append(int[] signatures, RecordBlock block, int radix);

  /** One bit for every term that holds. */
  long isTrue(int signature);

  /** One bit for every term whose answer is unknown. */
  long isUnknown(int signature);

  /** Whether records state a number: the term holds, or the answer is unknown. */
  final class Stated implements BoundTerms {
    private final Column.Longs column;
    private final long bit;

    Stated(Column.Longs column, int term) {
      this.column = column;
      this.bit = 1L << term;
    }

    @Override
    public int count() {
      return 2;
    }

    @Override
    public int constant() {
      return column.isComplete() ? 1 : NONE;
    }

    @Override
    public void append(int[] signatures, RecordBlock block, int radix) {
      long[] values = block.values(column);
      int size = block.size();
      for (int i = 0; i < size; i++) {
        signatures[i] = signatures[i] * radix + (values[i] == Column.Longs.MISSING ? 0 : 1);
      }
    }

    @Override
    public long isTrue(int signature) {
      return signature == 0 ? 0 : bit;
    }

    @Override
    public long isUnknown(int signature) {
      return signature == 0 ? bit : 0;
    }
  }

  /** A term that is asked of each record: its three answers. */
  final class Asked implements BoundTerms {
    private final Truth.Test test;
    private final long bit;
    private final Guard guard;
    private final @Nullable Measure owner;

    /**
     * A term.
     *
     * @param owner the measure on whose behalf it is run where it is code; what code that failed would have answered is no
     */
    Asked(Truth.Test test, int term, Guard guard, @Nullable Measure owner) {
      this.test = test;
      this.bit = 1L << term;
      this.guard = guard;
      this.owner = owner;
    }

    @Override
    public int count() {
      return Truth.TRUE + 1;
    }

    @Override
    public int constant() {
      return NONE;
    }

    @Override
    public void append(int[] signatures, RecordBlock block, int radix) {
      int size = block.size();
      if (owner != null) {
        // code may still be writing its answers when nobody waits any longer: they have an array of their own
        byte[] answers = guard.run(owner, () -> answers(block.start(), size)).orElseGet(() -> new byte[size]);
        for (int i = 0; i < size; i++) {
          signatures[i] = signatures[i] * radix + answers[i];
        }
        return;
      }
      int start = block.start();
      for (int i = 0; i < size; i++) {
        signatures[i] = signatures[i] * radix + test.of(start + i);
      }
    }

    private byte[] answers(int start, int size) {
      byte[] answers = new byte[size];
      for (int i = 0; i < size; i++) {
        answers[i] = test.of(start + i);
      }
      return answers;
    }

    @Override
    public long isTrue(int signature) {
      return signature == Truth.TRUE ? bit : 0;
    }

    @Override
    public long isUnknown(int signature) {
      return signature == Truth.UNKNOWN ? bit : 0;
    }
  }
}
