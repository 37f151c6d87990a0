package se.siru.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Selection;
import se.siru.core.model.TimePeriod;

/**
 * A selection of rows as the engine gives them: different ones, in ascending order. Numbers have four decimals; a cell that is a
 * word is a code.
 */
public final class Selected implements Selection {
  private final List<List<@Nullable Object>> rows;

  private Selected(List<List<@Nullable Object>> rows) {
    this.rows = rows;
  }

  /** What a function may know beside the records. */
  public record Asked(Map<String, String> parameters, TimePeriod period, Optional<LocalDate> recordedAt)
      implements IndicatorFunction.Context {}

  /** Rows by their cells between bars; an empty cell is unknown, a number or an ISO day is one, all else is a code. */
  public static Selected of(String... lines) {
    return of(false, lines);
  }

  /** The same, with a row for each record: equal lines are as many rows. */
  public static Selected ofEachRecord(String... lines) {
    return of(true, lines);
  }

  private static Selected of(boolean eachRecord, String... lines) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String line : lines) {
      List<@Nullable Object> row = new ArrayList<>();
      for (String cell : line.split("\\|", -1)) {
        row.add(cell(cell.strip()));
      }
      if (eachRecord || !rows.contains(row)) {
        rows.add(row);
      }
    }
    Selected all = new Selected(rows);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      order.add(i);
    }
    Comparator<Integer> ascending = (a, b) -> 0;
    for (int field = 0; !rows.isEmpty() && field < rows.get(0).size(); field++) {
      int at = field;
      ascending = ascending.thenComparingLong(row -> all.value(row, at));
    }
    order.sort(ascending);
    return new Selected(order.stream().map(rows::get).toList());
  }

  private static @Nullable Object cell(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return LocalDate.parse(text);
    }
    return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : text;
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public long value(int row, int field) {
    Object cell = rows.get(row).get(field);
    if (cell == null) {
      return UNKNOWN;
    }
    if (cell instanceof LocalDate day) {
      return day.toEpochDay();
    }
    return cell instanceof BigDecimal number ? number.setScale(4).unscaledValue().longValueExact() : cell.hashCode();
  }

  @Override
  public BigDecimal number(int row, int field) {
    return (BigDecimal) known(row, field);
  }

  @Override
  public String code(int row, int field) {
    return (String) known(row, field);
  }

  private Object known(int row, int field) {
    Object cell = rows.get(row).get(field);
    if (cell == null) {
      throw new IllegalStateException("row " + row + " does not state field " + field);
    }
    return cell;
  }
}
