package se.siru.core.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a CSV file as portfolios hold them: UTF-8, commas, line feeds, quotes where needed and around guarded texts. */
final class CsvOutput implements Closeable {
  private static final QuoteStrategy GUARDED = new QuoteStrategy() {
    @Override
    public boolean quoteValue(int line, int field, String value) {
      return !value.isEmpty() && value.charAt(0) == '\'';
    }
  };

  private final CsvWriter writer;

  private CsvOutput(CsvWriter writer) {
    this.writer = writer;
  }

  static CsvOutput open(Path file) throws IOException {
    return new CsvOutput(
        CsvWriter.builder()
            .quoteStrategy(GUARDED)
            .lineDelimiter(LineDelimiter.LF)
            .build(file, StandardCharsets.UTF_8));
  }

  /** A file that people fill in: with a byte order mark and semicolons, as a Swedish spreadsheet opens it with a double click. */
  static CsvOutput forSpreadsheets(Path file) throws IOException {
    Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    text.write('\ufeff');
    return new CsvOutput(
        CsvWriter.builder()
            .quoteStrategy(GUARDED)
            .fieldSeparator(';')
            .lineDelimiter(LineDelimiter.CRLF)
            .build(text));
  }

  void row(List<String> cells) throws IOException {
    try {
      writer.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
