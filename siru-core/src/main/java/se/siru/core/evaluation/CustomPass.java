package se.siru.core.evaluation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import se.siru.core.model.Row;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Table;
import se.siru.core.primitive.LongIndex;

/**
 * The records of one block that an author's accumulator gets, by the state they belong to. They are put side by side as numbers; a row is
 * made when the author asks for it. Each block has arrays of its own, since code that did not come back in time may still be reading.
 */
final class CustomPass {
  private final Table table;
  private final Batch batch;
  private final Combos.Reader combos;
  private final int timeKeyCount;
  private final LongIndex keys = new LongIndex();
  private int[] rows = new int[0];
  private int[] ends = new int[0];

  CustomPass(Table table, Batch batch, Combos.Reader combos, int timeKeyCount) {
    this.table = table;
    this.batch = batch;
    this.combos = combos;
    this.timeKeyCount = timeKeyCount;
  }

  /** Takes the records of a block of some atoms that belong to some time. */
  void take(RecordBlock block, int[] timeKeys, boolean[] isCounted) {
    int[] found = new int[block.size()];
    int[] numbers = new int[block.size()];
    int count = 0;
    for (int i = 0; i < block.size(); i++) {
      if (isCounted[block.atoms[i]] && timeKeys[i] != TimeReader.NEVER) {
        int row = block.start() + i;
        found[count] = row;
        numbers[count++] = keys.add(StateKey.of(combos.read(row), timeKeys[i], timeKeyCount, 0));
      }
    }
    ends = new int[keys.size()];
    for (int i = 0; i < count; i++) {
      ends[numbers[i]]++;
    }
    int before = 0;
    for (int number = 0; number < ends.length; number++) {
      int own = ends[number];
      ends[number] = before;
      before += own;
    }
    rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[ends[numbers[i]]++] = found[i];
    }
  }

  /** Gives the records to their states. */
  void add(CustomStates<?> states) {
    int from = 0;
    for (int number = 0; number < ends.length; number++) {
      states.add(keys.key(number), new Rows(table, batch, Arrays.copyOfRange(rows, from, ends[number])));
      from = ends[number];
    }
  }

  /** Some rows of a batch. */
  private static final class Rows extends AbstractList<Row> implements RandomAccess {
    private final Table table;
    private final Batch batch;
    private final int[] rows;

    Rows(Table table, Batch batch, int[] rows) {
      this.table = table;
      this.batch = batch;
      this.rows = rows;
    }

    @Override
    public Row get(int index) {
      return table.row(batch, rows[Objects.checkIndex(index, rows.length)]);
    }

    @Override
    public int size() {
      return rows.length;
    }
  }
}
