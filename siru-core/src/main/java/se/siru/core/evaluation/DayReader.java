package se.siru.core.evaluation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Day;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Lag;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;
import se.siru.core.portfolio.Units;

/**
 * The days that a condition compares, for the rows of one batch. What lies behind a reference is worked out once for every entity, so
 * that a record needs one look-up.
 */
final class DayReader {
  /** Before all days. */
  private static final int FIRST = Integer.MIN_VALUE + 1;

  /** After all days. */
  private static final int LAST = Integer.MAX_VALUE;

  private final int[] days;
  private final Column.@Nullable Ints references;

  private DayReader(int[] days, Column.@Nullable Ints references) {
    this.days = days;
    this.references = references;
  }

  /**
   * Reads a day of the rows of a batch.
   *
   * @param known the days behind references that were worked out before; added to
   */
  static DayReader of(Portfolio portfolio, Batch batch, Day day, Map<Day, int[]> known) {
    Column column = batch.column(day.path().first().name());
    if (column instanceof Column.Ints) {
      int[] behind = known.computeIfAbsent(day, key -> moved(behind(portfolio, key.path().rest(), key), key.lag()));
      return new DayReader(behind, (Column.Ints) column);
    }
    return new DayReader(moved(stated((Column.Days) column, day), day.lag()), null);
  }

  /** The day of a row; {@link Column.Days#MISSING} where it is not known. */
  int read(int row) {
    if (references == null) {
      return days[row];
    }
    int element = references.value(row);
    return element < 0 ? Column.Days.MISSING : days[element];
  }

  /** The day at the end of a path that starts at an entity type, for each of its rows. */
  private static int[] behind(Portfolio portfolio, FieldPath path, Day day) {
    Table table = portfolio.table(path.first().type());
    int[] known = new int[table.size()];
    if (known.length == 0) {
      return known;
    }
    Column column = table.batches().get(0).column(path.first().name());
    if (column instanceof Column.Ints) {
      int[] behind = behind(portfolio, path.rest(), day);
      int[] references = ((Column.Ints) column).values();
      Arrays.setAll(known, row -> references[row] < 0 ? Column.Days.MISSING : behind[references[row]]);
      return known;
    }
    int[] stated = stated((Column.Days) column, day);
    if (day.level() != null) {
      int[] nodes = Scope.nodesAt(portfolio, day.level());
      Arrays.setAll(known, row -> nodes[row] < 0 ? Column.Days.MISSING : stated[nodes[row]]);
      return known;
    }
    return day.earliest() ? earliest(stated, portfolio.units(table.type().name())) : stated;
  }

  private static int[] earliest(int[] stated, Units units) {
    int[] ofUnit = new int[units.count()];
    Arrays.fill(ofUnit, LAST);
    for (int row = 0; row < stated.length; row++) {
      if (stated[row] != Column.Days.MISSING) {
        ofUnit[units.unit(row)] = Math.min(ofUnit[units.unit(row)], stated[row]);
      }
    }
    int[] earliest = new int[stated.length];
    Arrays.setAll(earliest, row -> ofUnit[units.unit(row)] == LAST ? Column.Days.MISSING : ofUnit[units.unit(row)]);
    return earliest;
  }

  /** The days of a column; last days are half-open in memory. */
  private static int[] stated(Column.Days column, Day day) {
    Field<?> field = day.path().last();
    boolean isLast = field.role() == FieldRole.END;
    int absent = !day.open() ? Column.Days.MISSING : isLast ? LAST : FIRST;
    int shift = isLast ? 1 : 0;
    int[] days = new int[column.size()];
    Arrays.setAll(days, row -> column.value(row) == Column.Days.MISSING ? absent : column.value(row) - shift);
    return days;
  }

  private static int[] moved(int[] days, Lag lag) {
    if (lag.equals(Lag.NONE)) {
      return days;
    }
    return Arrays.stream(days).map(day -> isDay(day) ? day(lag.after(LocalDate.ofEpochDay(day))) : day).toArray();
  }

  private static boolean isDay(int day) {
    return day != Column.Days.MISSING && day != FIRST && day != LAST;
  }

  private static int day(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }
}
