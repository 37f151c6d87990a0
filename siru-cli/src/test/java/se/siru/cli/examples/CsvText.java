package se.siru.cli.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of one CSV file: UTF-8, comma, LF, quotes only where they are needed. */
final class CsvText {
  private final List<String> header;
  private final List<String> lines = new ArrayList<>();

  CsvText(String... header) {
    this.header = List.of(header);
    lines.add(String.join(",", header));
  }

  /** A row from names and values in turn; columns that are not named stay empty. */
  CsvText row(Object... namesAndValues) {
    Map<String, String> cells = new LinkedHashMap<>();
    header.forEach(name -> cells.put(name, ""));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i].toString();
      if (cells.put(name, String.valueOf(namesAndValues[i + 1])) == null) {
        throw new IllegalArgumentException("no column " + name);
      }
    }
    lines.add(cells.values().stream().map(CsvText::quoted).collect(Collectors.joining(",")));
    return this;
  }

  int rows() {
    return lines.size() - 1;
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
