package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.siru.core.finding.Finding;
import se.siru.core.intake.Cell;
import se.siru.core.intake.FoundRows;
import se.siru.core.intake.ReaderInput;
import se.siru.core.intake.ReaderOptions;

/** All that the reader finds in a workbook. */
final class Found {
  /** The rows of all tables by {@code table:row}. */
  final Map<String, List<Cell>> rows = new TreeMap<>();
  final List<Finding> findings;

  private Found(FoundRows found) {
    assertEquals(List.of(), found.bad());
    found.rows().forEach(row -> rows.put(row.table() + ":" + row.number(), row.cells()));
    this.findings = found.findings();
  }

  static Found in(byte[] bytes, ReaderOptions options) {
    try {
      return new Found(FoundRows.in(ReaderInput.of("a.xlsx", bytes), options, new XlsxReader()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Found in(RawWorkbook workbook) {
    return in(workbook.bytes(), ReaderOptions.none());
  }

  /** Places and rules. */
  List<String> rules() {
    return findings.stream().map(finding -> finding.origin() + " " + finding.rule().id()).toList();
  }

  /** The cells of a row of the sheet {@code Blad1}. */
  List<Cell> row(int number) {
    return rows.getOrDefault("Blad1:" + number, List.of());
  }
}
