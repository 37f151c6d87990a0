package se.siru.indicators;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables of the folder that the environment variable SIRU_DATA names; without it the test is skipped and says so. */
public final class RealData {
  private RealData() {}

  /** The rows of a CSV file by the names of its columns. */
  public static List<Map<String, String>> rows(String folder, String file) {
    String data = System.getenv("SIRU_DATA");
    assumeTrue(data != null && !data.isBlank(), "SIRU_DATA is not set, so there is no " + folder + " to compare with");
    Path path = Path.of(data, folder, file);
    assumeTrue(Files.isReadable(path), "SIRU_DATA has no " + folder + "/" + file);
    try {
      List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
      List<String> names = cells(lines.get(0));
      return lines.stream().skip(1).map(line -> row(names, cells(line))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> row(List<String> names, List<String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), cells.get(i));
    }
    return row;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
