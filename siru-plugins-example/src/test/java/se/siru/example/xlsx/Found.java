package se.siru.example.xlsx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.siru.core.finding.Finding;
import se.siru.core.intake.Cell;
import se.siru.core.intake.ReaderInput;
import se.siru.core.intake.ReaderOptions;
import se.siru.core.intake.RowSink;

/** All that the reader finds in a workbook. */
final class Found implements RowSink {
  /** The rows of all tables by {@code table:row}. */
  final Map<String, List<Cell>> rows = new TreeMap<>();
  final List<Finding> findings = new ArrayList<>();
  private String table = "";

  static Found in(byte[] bytes, ReaderOptions options) {
    Found found = new Found();
    try {
      new XlsxReader().read(ReaderInput.of("a.xlsx", bytes), options, found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
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

  @Override
  public void table(String name) {
    table = name;
  }

  @Override
  public boolean row(long number, List<Cell> cells) {
    rows.put(table + ":" + number, List.copyOf(cells));
    return true;
  }

  @Override
  public boolean object(long number, Map<String, Cell> members) {
    throw new AssertionError("workbooks have tables");
  }

  @Override
  public void bad(Finding why) {
    throw new AssertionError(why);
  }

  @Override
  public void found(Finding finding) {
    findings.add(finding);
  }
}
