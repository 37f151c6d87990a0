package se.siru.core.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file as all our files are: UTF-8, comma, LF. */
final class CsvFile implements AutoCloseable {
  private final CsvWriter writer;

  private CsvFile(CsvWriter writer) {
    this.writer = writer;
  }

  /** A new file, or an old one replaced. */
  static CsvFile create(Path path) throws IOException {
    BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8.newEncoder()), 1 << 16);
    return new CsvFile(CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out));
  }

  /** Writes a row as it stands. */
  void row(List<String> cells) {
    writer.writeRecord(cells);
  }

  /** Writes a row of texts, each guarded so that no spreadsheet runs it as a formula. */
  void guarded(List<String> cells) {
    writer.writeRecord(cells.stream().map(CellReader::guarded).toList());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
