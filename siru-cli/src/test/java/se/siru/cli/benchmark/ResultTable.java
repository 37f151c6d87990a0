package se.siru.cli.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers as a map from a cell to its exact value, whoever computed them: {@code 12}, {@code 5/10} where the value is a
 * ratio, or the reason why there is none.
 */
final class ResultTable {
  private final TreeMap<String, String> values = new TreeMap<>();

  /** The key of a cell; an empty code is the total. */
  static String cell(String indicator, String period, String sector, String county, String municipality) {
    return indicator + " " + period + " sector=" + sector + " county=" + county + " municipality=" + municipality;
  }

  /** Reads a tidy result table; refuses a cell that occurs twice. */
  static ResultTable read(Path file) throws IOException {
    ResultTable table = new ResultTable();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        table.put(
            cell(
                row.getField("indicator"),
                row.getField("period"),
                row.getField("sector"),
                row.getField("county"),
                row.getField("municipality")),
            value(row));
      }
    }
    return table;
  }

  private static String value(NamedCsvRecord row) {
    String status = row.getField("status");
    if (!status.equals("ok")) {
      return status;
    }
    return row.getField("denominator").isEmpty()
        ? plain(row.getField("value"))
        : plain(row.getField("numerator")) + "/" + plain(row.getField("denominator"));
  }

  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  void put(String cell, String value) {
    if (values.put(cell, value) != null) {
      throw new IllegalStateException("two rows for " + cell);
    }
  }

  SortedMap<String, String> values() {
    return Collections.unmodifiableSortedMap(values);
  }

  /** How the other table differs, cell by cell, at most {@code most} lines and a last one that counts. */
  List<String> differences(ResultTable other, int most) {
    List<String> lines = new ArrayList<>();
    int count = 0;
    TreeMap<String, String> cells = new TreeMap<>(values);
    cells.putAll(other.values);
    for (String cell : cells.keySet()) {
      String mine = values.getOrDefault(cell, "no row");
      String theirs = other.values.getOrDefault(cell, "no row");
      if (!mine.equals(theirs) && ++count <= most) {
        lines.add(cell + ": " + mine + " here, " + theirs + " there");
      }
    }
    if (count > most) {
      lines.add(count + " cells differ of " + cells.size());
    }
    return lines;
  }
}
