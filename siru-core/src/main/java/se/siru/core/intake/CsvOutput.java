package se.siru.core.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
