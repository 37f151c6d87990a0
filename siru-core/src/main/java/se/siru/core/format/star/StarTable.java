package se.siru.core.format.star;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.siru.core.lexical.FormulaGuard;

/** One table: CSV with commas, LF and a byte order mark, by which spreadsheets know that it is UTF-8. */
final class StarTable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final List<String> columns;
  private final Set<String> keys = new LinkedHashSet<>();
  private final StringWriter text = new StringWriter();
  private final CsvWriter csv;

  StarTable(String name, List<String> columns) {
    this.name = name;
    this.columns = List.copyOf(columns);
    text.write(BYTE_ORDER_MARK);
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(columns);
  }

  /** The name of its file. */
  String fileName() {
    return name + ".csv";
  }

  /** Numbers among the values of a row; whatever else there is, is guarded against spreadsheets. */
  record Number(String digits) {}

  void row(Object... values) {
    row(List.of(values));
  }

  void row(List<Object> values) {
    if (values.size() != columns.size()) {
      throw new IllegalStateException(name + ": " + values.size() + " values for " + columns.size() + " columns");
    }
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(value instanceof Number number ? number.digits() : FormulaGuard.guard(value.toString()));
    }
    csv.writeRecord(cells);
  }

  /** True the first time that a key is met. */
  boolean isNew(String key) {
    return keys.add(key);
  }

  byte[] bytes() throws IOException {
    csv.flush();
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
