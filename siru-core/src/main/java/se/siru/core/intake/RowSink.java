package se.siru.core.intake;

import java.util.List;
import java.util.Map;
import se.siru.core.finding.Finding;
import se.siru.core.stability.Provided;

/** Takes what a {@link RowReader} finds in one file, in the order of the file. Not thread-safe. */
@Provided(since = "0.1.0")
public interface RowSink {
  /**
   * Turns to a table of the file, such as a sheet of a workbook. A reader of files that are one table does not call it.
   *
   * @param name what people call the table; findings add it to the name of the file
   */
  void table(String name);

  /**
   * Takes a row of a table.
   *
   * @param number one-based, as a spreadsheet counts; blank rows that are not handed on count, too
   * @param cells the cells from the first column on; see {@link ReaderDescriptor.Layout} for what may be left out
   * @return false where no more is wanted
   */
  boolean row(long number, List<Cell> cells);

  /**
   * Takes a row of named values.
   *
   * @param number one-based: the line, or the place in a list
   * @return false where no more is wanted
   */
  boolean object(long number, Map<String, Cell> members);

  /** Takes a row that cannot be read; it is rejected, and the others stay. The finding names the row. */
  void bad(Finding why);

  /**
   * Takes what is to be known about the file. A finding of severity error refuses the file, and with it the import; what
   * the reader had to find out by itself it tells as information or as a warning.
   */
  void found(Finding finding);
}
