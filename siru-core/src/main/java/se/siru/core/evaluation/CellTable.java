package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
  private long[] records = new long[0];
  private long[] unknown = new long[0];
  private long[] asked = new long[0];
  private @Nullable Value[] values = new Value[0];
  private final Map<Integer, List<Rule>> cautions = new HashMap<>();

  CellTable(TupleIndex rows, int periods) {
    this.rows = rows;
    this.periods = periods;
    grow(Math.max(1, rows.size()));
  }

  /** A table of the same rows and records, without values, that may be changed on its own. */
  CellTable copy() {
    CellTable copy = new CellTable(rows, periods);
    System.arraycopy(records, 0, copy.records, 0, Math.min(records.length, copy.records.length));
    System.arraycopy(unknown, 0, copy.unknown, 0, Math.min(unknown.length, copy.unknown.length));
    System.arraycopy(asked, 0, copy.asked, 0, Math.min(asked.length, copy.asked.length));
    return copy;
  }

  private void grow(int rowCount) {
    int length = rowCount * periods;
    records = Arrays.copyOf(records, length);
    unknown = Arrays.copyOf(unknown, length);
    asked = Arrays.copyOf(asked, length);
    values = Arrays.copyOf(values, length);
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
    records[cell] += counted;
    asked[cell] += more;
    unknown[cell] += leftOut;
  }

  void setRecords(int cell, long count) {
    records[cell] = count;
  }

  void addUnknown(int cell, long count) {
    unknown[cell] += count;
  }

  void setValue(int cell, Value value) {
    values[cell] = value;
  }

  /** What a reader of the cell must be told. */
  void setCautions(int cell, List<Rule> rules) {
    if (!rules.isEmpty()) {
      cautions.put(cell, rules);
    }
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

  @Nullable Value value(int cell) {
    return values[cell];
  }

  /** True where there is a value of a tuple in a period. */
  boolean hasValue(int[] tuple, int period) {
    int row = rows.find(tuple);
    return row >= 0 && cell(row, period) < values.length && values[cell(row, period)] != null;
  }

  /**
   * Takes the cells of some periods from a table of the same measure and margin. A row that has nothing there is not added: it may be gone.
   */
  void take(CellTable other, IntPredicate isTaken) {
    int[] taken = IntStream.range(0, periods).filter(isTaken).toArray();
    int[] tuple = new int[rows.width()];
    int count = Math.min(other.rows.size(), periods == 0 ? 0 : other.values.length / periods);
    for (int from = 0; from < count; from++) {
      other.rows.copy(from, tuple);
      int row = rows.find(tuple) < 0 && !other.hasRecords(from, taken) ? -1 : row(tuple);
      for (int i = 0; row >= 0 && i < taken.length; i++) {
        take(cell(row, taken[i]), other, other.cell(from, taken[i]));
      }
    }
  }

  private boolean hasRecords(int row, int[] inPeriods) {
    return Arrays.stream(inPeriods)
        .map(period -> cell(row, period))
        .anyMatch(cell -> records[cell] > 0 || unknown[cell] > 0 || asked[cell] > 0);
  }

  private void take(int cell, CellTable other, int from) {
    if (other.values[from] != null) {
      records[cell] = other.records[from];
      unknown[cell] = other.unknown[from];
      asked[cell] = other.asked[from];
      values[cell] = other.values[from];
      setCautions(cell, other.cautions(from));
    }
  }

  /** True where the row has a record in some period, be it one that does not state what is aggregated: missing is shown. */
  boolean isObserved(int row) {
    for (int period = 0; period < periods; period++) {
      int cell = cell(row, period);
      if (records[cell] > 0 || asked[cell] > 0 && values[cell] instanceof Value.Absent) {
        return true;
      }
    }
    return false;
  }
}
