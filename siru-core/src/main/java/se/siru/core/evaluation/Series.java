package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** All cells of one indicator: by margin, then by row of codes, one cell a period. */
final class Series {
  private final Indicator indicator;
  private final String code;
  private final LocalizedText name;
  private final List<TimePeriod> periods;
  private final ValueColumn empty;
  private final Map<Margin, Block> blocks = new LinkedHashMap<>();

  /**
   * A series without cells.
   *
   * @param empty the value of a row that no record has
   */
  Series(Indicator indicator, String code, LocalizedText name, List<TimePeriod> periods, Value empty) {
    this.indicator = indicator;
    this.code = code;
    this.name = name;
    this.periods = periods;
    this.empty = new ValueColumn(periods.size());
    this.empty.fill(empty);
  }

  /** The cells of one margin, in columns by row and period. */
  static final class Block {
    private final MarginRow[] rows;
    private final int periods;
    private final ValueColumn empty;
    private final ValueColumn values;
    private final long[] records;
    private final long[] unknown;
    private final Map<List<String>, long[]> unseen = new HashMap<>();

    /**
     * Cells that have yet to be set.
     *
     * @param empty by period, the values of cells in which no record is
     */
    Block(MarginRow[] rows, ValueColumn empty) {
      this.rows = rows;
      this.periods = empty.size();
      this.empty = empty;
      this.values = new ValueColumn(rows.length * periods);
      this.records = new long[values.size()];
      this.unknown = new long[values.size()];
    }

    /** The rows in their order; not to be changed. */
    MarginRow[] rows() {
      return rows;
    }

    /** By period, the values of rows that are not there. */
    ValueColumn empty() {
      return empty;
    }

    /** The values of all cells, those of a row by its periods, one row after another. */
    ValueColumn values() {
      return values;
    }

    /** Where a cell is in {@link #values}. */
    int cell(int row, int period) {
      return row * periods + period;
    }

    /** Takes the cells of a row from a table, be they without a value. */
    void take(int row, CellTable table, int tableRow) {
      table.copyRecords(tableRow, records, unknown, cell(row, 0));
      values.copy(cell(row, 0), table.values(), table.cell(tableRow, 0), periods);
    }

    /** Takes a cell from the same period of a row of another block. */
    void take(int row, int period, Block other, int otherRow) {
      int cell = cell(row, period);
      values.copy(cell, other.values, other.cell(otherRow, period), 1);
      records[cell] = other.records(otherRow, period);
      unknown[cell] = other.unknown(otherRow, period);
    }

    void set(int row, int period, Value value, long newRecords, long newUnknown) {
      int cell = cell(row, period);
      values.set(cell, value);
      records[cell] = newRecords;
      unknown[cell] = newUnknown;
    }

    /** Says of a row that is not there how many records were left out in each period: formulas that show the row tell it. */
    void setUnseen(MarginRow row, CellTable table, int tableRow) {
      long[] leftOut = new long[periods];
      table.copyRecords(tableRow, new long[periods], leftOut, 0);
      unseen.put(row.codes(), leftOut);
    }

    /** How many records were left out in a period of a row that is not there, by its codes. */
    long unseen(List<String> codes, int period) {
      long[] leftOut = unseen.get(codes);
      return leftOut == null ? 0 : leftOut[period];
    }

    /** True where records were left out of a row that is not there. */
    boolean hasUnseen() {
      return !unseen.isEmpty();
    }

    /** Takes from a block what was left out in a period of rows that are not here. */
    void takeUnseen(Block other, int period) {
      Set<List<String>> here = new HashSet<>();
      for (MarginRow row : rows) {
        here.add(row.codes());
      }
      for (int row = 0; row < other.rows.length; row++) {
        addUnseen(other.rows[row].codes(), period, other.unknown(row, period), here);
      }
      other.unseen.forEach((codes, leftOut) -> addUnseen(codes, period, leftOut[period], here));
    }

    private void addUnseen(List<String> codes, int period, long count, Set<List<String>> here) {
      if (count > 0 && !here.contains(codes)) {
        unseen.computeIfAbsent(codes, key -> new long[periods])[period] = count;
      }
    }

    /** Says that a cell has so many records behind it, if it did not have more: those of operands are often the same. */
    void raise(int row, int period, long leastRecords, long leastUnknown) {
      int cell = cell(row, period);
      records[cell] = Math.max(records[cell], leastRecords);
      unknown[cell] = Math.max(unknown[cell], leastUnknown);
    }

    Value value(int row, int period) {
      return values.known(cell(row, period));
    }

    /** True where nobody knows a value. */
    boolean isMissing(int row, int period) {
      return Absences.isMissing(values.absent(cell(row, period)));
    }

    long records(int row, int period) {
      return records[cell(row, period)];
    }

    long unknown(int row, int period) {
      return unknown[cell(row, period)];
    }

    /** One value everywhere, with no records behind it. */
    void fill(Value value) {
      empty.fill(value);
      values.fill(value);
      Arrays.fill(records, 0);
      Arrays.fill(unknown, 0);
      unseen.clear();
    }
  }

  Indicator indicator() {
    return indicator;
  }

  String code() {
    return code;
  }

  LocalizedText name() {
    return name;
  }

  List<TimePeriod> periods() {
    return periods;
  }

  /** By period, the values of cells in which no record is; {@link Block#empty} says where a margin has others. */
  ValueColumn empty() {
    return empty;
  }

  /** The cells of a margin; null where the series does not have it. */
  @Nullable Block block(Margin margin) {
    return blocks.get(margin);
  }

  /** The cells of all margins, in the order in which they were added. */
  Collection<Block> blocks() {
    return blocks.values();
  }

  /** A margin with rows in their order, whose every cell has yet to be set. */
  Block add(Margin margin, MarginRow[] rows) {
    return add(margin, new Block(rows, empty));
  }

  Block add(Margin margin, Block block) {
    blocks.put(margin, block);
    return block;
  }

  /** One value in all cells of all margins, with no records behind it. */
  void fill(Value value) {
    empty.fill(value);
    blocks.values().forEach(block -> block.fill(value));
  }

  /** One value in all cells of a period that are due, with no records behind it. */
  void fill(int period, Value value) {
    if (isDue(empty.absent(period))) {
      empty.set(period, value);
    }
    for (Block block : blocks.values()) {
      if (isDue(block.empty.absent(period))) {
        block.empty.set(period, value);
        block.unseen.values().forEach(leftOut -> leftOut[period] = 0);
      }
      for (int row = 0; row < block.rows.length; row++) {
        if (isDue(block.values.absent(block.cell(row, period)))) {
          block.set(row, period, value, 0, 0);
        }
      }
    }
  }

  private static boolean isDue(Value.@Nullable Absent absent) {
    return absent == null || absent.reason() != Value.Reason.NOT_DUE;
  }

  /** All cells, each made when it is read: periods, then margins, then rows. */
  List<Cell> cells() {
    return new CellList(List.of(this));
  }

  /** How many cells there are. */
  int size() {
    int size = 0;
    for (Block block : blocks.values()) {
      size += block.values.size();
    }
    return size;
  }
}
