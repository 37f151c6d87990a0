package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Value[] empty;
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
    this.empty = new Value[periods.size()];
    Arrays.fill(this.empty, empty);
  }

  /** The cells of one margin, in arrays by row and period. */
  static final class Block {
    private final MarginRow[] rows;
    private final int periods;
    private final Value[] values;
    private final long[] records;
    private final long[] unknown;

    private Block(MarginRow[] rows, int periods) {
      this.rows = rows;
      this.periods = periods;
      this.values = new Value[rows.length * periods];
      this.records = new long[values.length];
      this.unknown = new long[values.length];
    }

    /** The rows in their order; not to be changed. */
    MarginRow[] rows() {
      return rows;
    }

    void set(int row, int period, Value value, long newRecords, long newUnknown) {
      int cell = row * periods + period;
      values[cell] = value;
      records[cell] = newRecords;
      unknown[cell] = newUnknown;
    }

    Value value(int row, int period) {
      return values[row * periods + period];
    }

    long records(int row, int period) {
      return records[row * periods + period];
    }

    long unknown(int row, int period) {
      return unknown[row * periods + period];
    }

    /** One value everywhere, with no records behind it. */
    void fill(Value value) {
      Arrays.fill(values, value);
      Arrays.fill(records, 0);
      Arrays.fill(unknown, 0);
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

  /** The value of a row that no record has in any period asked for, in one of them. */
  Value emptyValue(int period) {
    return empty[period];
  }

  /** Says what a row that no record has is in a period. */
  void setEmpty(int period, Value value) {
    empty[period] = value;
  }

  /** The cells of a margin; null where the series does not have it. */
  @Nullable Block block(Margin margin) {
    return blocks.get(margin);
  }

  /** A margin with rows in their order, whose every cell has yet to be set. */
  Block add(Margin margin, MarginRow[] rows) {
    Block block = new Block(rows, periods.size());
    blocks.put(margin, block);
    return block;
  }

  /** One value in all cells of all margins, with no records behind it. */
  void fill(Value value) {
    Arrays.fill(empty, value);
    blocks.values().forEach(block -> block.fill(value));
  }

  /** Says what becomes of a value. */
  interface Judge {
    /**
     * The value itself, or what stands in its place.
     *
     * @param row the row of the cell; null for the value of a row that no record has
     */
    Value of(Value value, int period, @Nullable MarginRow row);
  }

  /** Puts in the place of each value what is said of it; the records behind it stay. */
  void judge(Judge judge) {
    for (int period = 0; period < empty.length; period++) {
      empty[period] = judge.of(empty[period], period, null);
    }
    for (Block block : blocks.values()) {
      for (int cell = 0; cell < block.values.length; cell++) {
        block.values[cell] = judge.of(block.values[cell], cell % block.periods, block.rows[cell / block.periods]);
      }
    }
  }

  /** One value in all cells of a period that are due, with no records behind it. */
  void fill(int period, Value value) {
    if (isDue(empty[period])) {
      empty[period] = value;
    }
    for (Block block : blocks.values()) {
      for (int row = 0; row < block.rows.length; row++) {
        if (isDue(block.value(row, period))) {
          block.set(row, period, value, 0, 0);
        }
      }
    }
  }

  private static boolean isDue(Value value) {
    return !(value instanceof Value.Absent) || ((Value.Absent) value).reason() != Value.Reason.NOT_DUE;
  }

  /** All cells: periods, then margins, then rows. */
  List<Cell> cells() {
    List<Cell> all = new ArrayList<>();
    for (int period = 0; period < periods.size(); period++) {
      TimePeriod in = periods.get(period);
      for (Block block : blocks.values()) {
        for (int row = 0; row < block.rows.length; row++) {
          int at = row * block.periods + period;
          all.add(
              new Cell(
                  indicator,
                  code,
                  name,
                  in,
                  block.rows[row].byDimension(),
                  block.values[at],
                  block.records[at],
                  block.unknown[at]));
        }
      }
    }
    return all;
  }
}
