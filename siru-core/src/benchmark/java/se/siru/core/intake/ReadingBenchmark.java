package se.siru.core.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import se.siru.core.portfolio.Portfolio;

/** Reading, per row of participations, on one thread. */
@State(Scope.Thread)
public class ReadingBenchmark {
  private static final int SEGMENT = 1 << 20;
  private static final int COLUMNS = 8;

  private Path folder = Path.of("");
  private byte[] file = {};

  /** Writes the portfolio. */
  @Setup
  public void write() throws IOException {
    folder = InventedFiles.write();
    file = Files.readAllBytes(folder.resolve("participations.csv"));
  }

  /** Cutting the file into segments and finding where each cell lies. */
  @Benchmark
  @OperationsPerInvocation(InventedFiles.ROWS)
  public long cellsFound() throws IOException {
    RowSegments segments = new RowSegments(new ByteArrayInputStream(file), SEGMENT);
    RowSegments.Segment segment = new RowSegments.Segment();
    ByteRows rows = new ByteRows(COLUMNS);
    long found = 0;
    while (segments.next(segment)) {
      rows.open(segment);
      int fields = COLUMNS;
      while (fields == COLUMNS) {
        fields = rows.block();
        found += rows.count();
      }
    }
    return found;
  }

  /** The yardstick: the same cells as texts by FastCSV. */
  @Benchmark
  @OperationsPerInvocation(InventedFiles.ROWS)
  public long cellsFoundByFastCsv() throws IOException {
    long found = 0;
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(file))) {
      for (CsvRecord row : rows) {
        found += row.getFieldCount();
      }
    }
    return found;
  }

  /** The whole portfolio: cells found, checked, put into columns and ordered. */
  @Benchmark
  @OperationsPerInvocation(InventedFiles.ROWS)
  public Portfolio portfolioRead() {
    return PortfolioReader.standard().withoutHashes().threads(1).read(folder).orThrow();
  }
}
