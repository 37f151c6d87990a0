package se.siru.core.evaluation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.portfolio.Column;

/**
 * The numbers of one field over the rows of a batch, or of what a reference points at, added up where it points at several. One
 * class for both, so that the loops over records call it directly.
 */
final class NumberReader {
  private final Column.@Nullable Longs stated;
  private final long[] behind;
  private final Column.@Nullable Ints references;

  private NumberReader(Column.@Nullable Longs stated, long[] behind, Column.@Nullable Ints references) {
    this.stated = stated;
    this.behind = behind;
    this.references = references;
  }

  /** The numbers of a column. */
  static NumberReader of(Column.Longs column) {
    return new NumberReader(column, new long[0], null);
  }

  /** The numbers of the entities that a column refers to. */
  static NumberReader behind(Column.Ints references, long[] ofEntity) {
    return new NumberReader(null, ofEntity, references);
  }

  /** The numbers of the records of a block; not to be changed. {@code scratch} is used where they have to be put together. */
  long[] read(RecordBlock block, long[] scratch) {
    if (stated != null) {
      return block.values(stated);
    }
    Column.Ints column = Objects.requireNonNull(references);
    int[] values = block.values(column);
    long[] numbers = behind;
    int size = block.size();
    for (int i = 0; i < size; i++) {
      int value = values[i];
      scratch[i] = value >= 0 ? numbers[value] : value == Column.Ints.MISSING ? Column.Longs.MISSING : sum(column, block.start() + i);
    }
    return scratch;
  }

  /** The number of a row; {@link Column.Longs#MISSING} where there is none. */
  long read(int row) {
    return stated != null ? stated.value(row) : sum(Objects.requireNonNull(references), row);
  }

  private long sum(Column.Ints column, int row) {
    long sum = Column.Longs.MISSING;
    for (int i = 0; i < column.count(row); i++) {
      long number = behind[column.element(row, i)];
      if (number != Column.Longs.MISSING) {
        sum = sum == Column.Longs.MISSING ? number : Math.addExact(sum, number);
      }
    }
    return sum;
  }
}
