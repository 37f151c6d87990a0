package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import se.siru.core.finding.Rule;
import se.siru.core.model.Value;
import se.siru.core.primitive.TupleIndex;

/**
 * The cells of one measure and margin while they are made: rows are tuples of codes, columns are periods. A tuple's numbers are
 * positions in code lists; {@link #UNKNOWN} stands for an unknown attribute and sorts last.
 */
final class CellTable {
  /** An attribute that is not known. */
  static final int UNKNOWN = Integer.MAX_VALUE;

  private final TupleIndex rows;
  private final int periods;
  private final ValueColumn values;
  private final Map<Integer, List<Rule>> cautions = new HashMap<>();
  private long[] records;
  private long[] unknown;
  private long[] asked;

  /** True where the counts of records are those of another table as well, and are copied before they change. */
  private boolean isShared;

  CellTable(TupleIndex rows, int periods) {
    this(rows, periods, new long[0], new long[0], new long[0], false);
  }

  private CellTable(TupleIndex rows, int periods, long[] records, long[] unknown, long[] asked, boolean isShared) {
    this.rows = rows;
    this.periods = periods;
    this.records = records;
    this.unknown = unknown;
    this.asked = asked;
    this.isShared = isShared;
    this.values = new ValueColumn(0);
    grow(Math.max(1, rows.size()));
  }

  /** A table of the same rows and records, without values, that may be changed on its own. */
  CellTable copy() {
    isShared = true;
    return new CellTable(rows, periods, records, unknown, asked, true);
  }

  private void grow(int rowCount) {
    int length = rowCount * periods;
    if (records.length < length) {
      records = Arrays.copyOf(records, length);
      unknown = Arrays.copyOf(unknown, length);
      asked = Arrays.copyOf(asked, length);
      isShared = false;
    }
    values.grow(records.length);
  }

  /** Makes the counts of records this table's own. */
  private void own() {
    if (isShared) {
      records = records.clone();
      unknown = unknown.clone();
      asked = asked.clone();
      isShared = false;
    }
  }

  /** The row of a tuple, made now where it is new. */
  int row(int[] tuple) {
    int row = rows.add(tuple);
    if ((row + 1) * periods > records.length) {
      grow((row + 1) * 2);
    }
    return row;
  }

  TupleIndex rows() {
    return rows;
  }

  int cell(int row, int period) {
    return row * periods + period;
  }

  /**
   * Adds records to a cell.
   *
   * @param counted those behind its value
   * @param more those that satisfy the condition, whether or not they state what is aggregated
   * @param leftOut those of which nobody knows
   */
  void add(int cell, long counted, long more, long leftOut) {
    own();
    records[cell] += counted;
    asked[cell] += more;
    unknown[cell] += leftOut;
  }

  void setRecords(int cell, long count) {
    own();
    records[cell] = count;
  }

  void addUnknown(int cell, long count) {
    if (count != 0) {
      own();
      unknown[cell] += count;
    }
  }

  void setValue(int cell, Value value) {
    values.set(cell, value);
  }

  /** The values of all cells, to be read and set. */
  ValueColumn values() {
    return values;
  }

  /** What a reader of the cell must be told. */
  void setCautions(int cell, List<Rule> rules) {
    if (!rules.isEmpty()) {
      cautions.put(cell, rules);
    }
  }

  boolean hasCautions() {
    return !cautions.isEmpty();
  }

  List<Rule> cautions(int cell) {
    return cautions.getOrDefault(cell, List.of());
  }

  /** The records behind a cell; none where the row came later, to another table of the same rows. */
  long records(int cell) {
    return cell < records.length ? records[cell] : 0;
  }

  long unknown(int cell) {
    return unknown[cell];
  }

  long asked(int cell) {
    return asked[cell];
  }

  /** Copies the records behind the cells of a row, and those left out, to a place in arrays. */
  void copyRecords(int row, long[] intoRecords, long[] intoUnknown, int place) {
    System.arraycopy(records, row * periods, intoRecords, place, periods);
    System.arraycopy(unknown, row * periods, intoUnknown, place, periods);
  }

  /**
   * Takes the cells of some periods from a table of the same measure and margin. A row that has nothing there is not added: it may be gone.
   */
  void take(CellTable other, IntPredicate isTaken) {
    int[] taken = IntStream.range(0, periods).filter(isTaken).toArray();
    int[] tuple = new int[rows.width()];
    int count = Math.min(other.rows.size(), periods == 0 ? 0 : other.values.size() / periods);
    own();
    for (int from = 0; from < count; from++) {
      other.rows.copy(from, tuple);
      int row = rows.find(tuple) < 0 && !other.hasRecords(from, taken) ? -1 : row(tuple);
      for (int i = 0; row >= 0 && i < taken.length; ) {
        int length = run(taken, i);
        take(cell(row, taken[i]), other, other.cell(from, taken[i]), length);
        i += length;
      }
    }
    other.cautions.forEach((cell, rules) -> {
      other.rows.copy(cell / periods, tuple);
      int row = rows.find(tuple);
      if (row >= 0 && isTaken.test(cell % periods)) {
        setCautions(cell(row, cell % periods), rules);
      }
    });
  }

  private boolean hasRecords(int row, int[] inPeriods) {
    for (int period : inPeriods) {
      int cell = cell(row, period);
      if (records[cell] > 0 || unknown[cell] > 0 || asked[cell] > 0) {
        return true;
      }
    }
    return false;
  }

  /** How many of some periods, from one on, follow each other. */
  private static int run(int[] some, int from) {
    int end = from + 1;
    while (end < some.length && some[end] - some[from] == end - from) {
      end++;
    }
    return end - from;
  }

  private void take(int cell, CellTable other, int from, int length) {
    System.arraycopy(other.records, from, records, cell, length);
    System.arraycopy(other.unknown, from, unknown, cell, length);
    System.arraycopy(other.asked, from, asked, cell, length);
    values.copy(cell, other.values, from, length);
  }

  /** True where something was left out of a row in some period. */
  boolean hasUnknown(int row) {
    for (int cell = row * periods; cell < (row + 1) * periods; cell++) {
      if (unknown[cell] > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * True where the row has a record in some period, be it one that does not state what is aggregated: missing is shown.
   *
   * @param empty by period, the values of cells that have none here
   */
  boolean isObserved(int row, ValueColumn empty) {
    for (int period = 0; period < periods; period++) {
      int cell = cell(row, period);
      if (records[cell] > 0 || asked[cell] > 0 && (values.isSet(cell) ? values.absent(cell) : empty.absent(period)) != null) {
        return true;
      }
    }
    return false;
  }
}
