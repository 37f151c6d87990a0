package se.siru.core.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a table of a file, as its reader found them.
 *
 * @param file the name of the file
 * @param table the name of the table in the file; null where the file is one table, or has only one
 * @param separator what was found to separate the fields; null where nothing has to
 * @param grid whether each cell has its place, so that rows may end early
 * @param named whether rows are of named values; then the first row has the names
 * @param complete whether these are all rows
 */
record RawTable(
    String file,
    @Nullable String table,
    @Nullable String separator,
    boolean grid,
    boolean named,
    List<RawRow> rows,
    boolean complete) {

  /** A row that is not blank. */
  record RawRow(long number, List<Cell> cells) {
    /** The cell of a column, blank where the row ends before. */
    Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    long filled() {
      return cells.stream().filter(cell -> !cell.isBlank()).count();
    }
  }

  /** What findings and notes call it. */
  String name() {
    return table == null ? file : file + "#" + table;
  }
}
