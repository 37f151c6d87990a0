package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
  private final Value empty;
  private final Map<Margin, TreeMap<Row, Cell[]>> margins = new LinkedHashMap<>();

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
    this.empty = empty;
  }

  /**
   * A row: its codes, and numbers by which rows are sorted.
   *
   * @param codes one code for each part of the margin
   * @param order the positions of the codes in their lists
   */
  record Row(List<String> codes, List<Integer> order) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      for (int i = 0; i < Math.min(order.size(), other.order.size()); i++) {
        int compared = order.get(i).compareTo(other.order.get(i));
        if (compared != 0) {
          return compared;
        }
      }
      return codes.toString().compareTo(other.codes.toString());
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

  Value emptyValue() {
    return empty;
  }

  boolean has(Margin margin) {
    return margins.containsKey(margin);
  }

  void begin(Margin margin) {
    margins.computeIfAbsent(margin, m -> new TreeMap<>());
  }

  Set<Row> rows(Margin margin) {
    TreeMap<Row, Cell[]> rows = margins.get(margin);
    return rows == null ? Set.of() : rows.keySet();
  }

  void put(Margin margin, Row row, int period, Value value, long records, long unknown) {
    begin(margin);
    TreeMap<Row, Cell[]> rows = Objects.requireNonNull(margins.get(margin));
    Cell[] cells = rows.computeIfAbsent(row, r -> new Cell[periods.size()]);
    Map<String, String> codes = cells[0] != null ? cells[0].codes() : codes(margin, row);
    cells[period] = new Cell(indicator, code, name, periods.get(period), codes, value, records, unknown);
  }

  /** Dimension to code; shared by the cells of a row. */
  private static Map<String, String> codes(Margin margin, Row row) {
    Map<String, String> codes = new TreeMap<>();
    for (int i = 0; i < row.codes().size(); i++) {
      codes.put(margin.parts().get(i).toString(), row.codes().get(i));
    }
    return Collections.unmodifiableMap(codes);
  }

  @Nullable Cell cell(Margin margin, Row row, int period) {
    TreeMap<Row, Cell[]> rows = margins.get(margin);
    Cell[] cells = rows == null ? null : rows.get(row);
    return cells == null ? null : cells[period];
  }

  /** The value of a cell, and that of a row without records where the series does not hold it. */
  Value value(Margin margin, Row row, int period) {
    Cell cell = cell(margin, row, period);
    if (cell != null) {
      return cell.value();
    }
    return has(margin)
        ? empty
        : Absences.otherDimensions(code);
  }

  /** All cells: periods, then margins, then rows. */
  List<Cell> cells() {
    List<Cell> all = new ArrayList<>();
    for (int period = 0; period < periods.size(); period++) {
      for (TreeMap<Row, Cell[]> rows : margins.values()) {
        for (Cell[] cells : rows.values()) {
          if (cells[period] != null) {
            all.add(cells[period]);
          }
        }
      }
    }
    return all;
  }
}
