package se.siru.core.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.stability.Provided;

/**
 * A table of texts and numbers as CSV: comma, line feed, UTF-8. A text that a spreadsheet would run as a formula gets an apostrophe
 * before it. Not thread-safe.
 */
@Provided(since = "0.1.0")
public final class CsvTable {
  private final Writer text;
  private final CsvWriter csv;
  private final int columns;

  /**
   * Begins a table with its header.
   *
   * @param out where it is written; stays open
   * @throws IOException where the header cannot be written
   */
  public CsvTable(OutputStream out, List<String> header) throws IOException {
    this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    this.columns = header.size();
    row(header.toArray());
  }

  /**
   * Writes a row.
   *
   * @param cells a {@link Number} is written as it is, anything else as a text
   * @throws IOException where the row cannot be written
   * @throws IllegalArgumentException where there are more or fewer cells than columns
   */
  public void row(Object... cells) throws IOException {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    List<String> texts = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      texts.add(cell instanceof Number ? cell.toString() : FormulaGuard.guard(cell.toString()));
    }
    try {
      csv.writeRecord(texts);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Passes on what was written so far. */
  public void flush() throws IOException {
    try {
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    text.flush();
  }
}
