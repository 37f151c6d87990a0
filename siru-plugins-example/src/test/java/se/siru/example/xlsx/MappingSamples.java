package se.siru.example.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The ready-made mappings for workbooks, and sample workbooks, made of those for CSV and their samples: with titles in merged
 * cells above the header, days as serial numbers, some numbers as texts, and a sum below, as tools and people make them.
 */
final class MappingSamples {
  /** Where the mappings of CSV files and their samples are. */
  static final Path CSV = Path.of("..", "docs", "how-to", "mappings");
  /** Where those of workbooks are. */
  static final Path FOLDER = CSV.resolve("workbooks");
  static final List<String> NAMES = List.of("agreements-list", "event-attendance", "forms-survey", "target-plan", "time-sheet");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME = Pattern.compile(DAY + " [0-9]{2}:[0-9]{2}:[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}([ ]?[0-9]{3})*(,[0-9]+)?");
  private static final int HEADER_ROW = 6;

  private MappingSamples() {}

  /** Writes them anew. */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** Their bytes by path. */
  static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : NAMES) {
      String mapping = Files.readString(CSV.resolve(name + ".json"), StandardCharsets.UTF_8);
      files.put(name + ".json", forWorkbooks(mapping).getBytes(StandardCharsets.UTF_8));
      for (Path sample : samples(name)) {
        String file = sample.getFileName().toString().replace(".csv", "");
        files.put(name + "/" + file + ".xlsx", workbook(file, rows(Files.readString(sample, StandardCharsets.UTF_8))));
      }
    }
    return files;
  }

  private static List<Path> samples(String name) throws IOException {
    if (!Files.isDirectory(CSV.resolve(name))) {
      return List.of(CSV.resolve(name + ".csv"));
    }
    try (Stream<Path> all = Files.list(CSV.resolve(name))) {
      return all.sorted().toList();
    }
  }

  /** True for lists of tools and people that write titles above; lists of organisations and forms have none. */
  private static boolean hasTitles(String file) {
    return Stream.of("attendance", "agreements", "time-sheet", "target-plan").anyMatch(file::startsWith);
  }

  /** The same mapping but for how the files are read. */
  private static String forWorkbooks(String mapping) {
    StringBuilder made = new StringBuilder();
    for (String line : mapping.replaceAll(",\\s*\"separator\": \";\"", "").split("(?<=\n)")) {
      String files = line.replaceFirst("(?s).*\"files\": \"([^\"]*)\\.csv\".*", "$1");
      boolean isFiles = !files.equals(line);
      String pattern = files.equals("*") ? "target-plan*" : files;
      String plain = line.replaceFirst(", \"header-row\": [0-9]+", "").replace(files + ".csv", pattern + ".xlsx");
      String more = hasTitles(pattern) ? ", \"header-row\": " + HEADER_ROW : "";
      more += pattern.startsWith("time-sheet") ? ", \"stop-at\": { \"column\": \"Datum\", \"equals\": \"Summa\" }" : "";
      made.append(isFiles ? plain.replace(".xlsx\"", ".xlsx\"" + more) : line);
    }
    return made.toString();
  }

  /** The fields of semicolon-separated rows. */
  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : csv.replace("\ufeff", "").split("\r?\n")) {
      List<String> fields = new ArrayList<>();
      StringBuilder field = new StringBuilder();
      boolean quoted = false;
      for (char c : line.toCharArray()) {
        quoted ^= c == '"';
        if (c == ';' && !quoted) {
          fields.add(field.toString());
          field.setLength(0);
        } else if (c != '"') {
          field.append(c);
        }
      }
      fields.add(field.toString());
      rows.add(fields);
    }
    return rows;
  }

  private static byte[] workbook(String file, List<List<String>> all) throws IOException {
    int header = 0;
    while (all.get(header).get(1).isEmpty()) {
      header++; // titles of the CSV
    }
    List<List<String>> table = all.subList(header, all.size());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Exempel", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Export");
      int first = 0;
      if (hasTitles(file)) {
        for (String title : List.of("Exempelverket", "Uttag " + file, "Påhittade uppgifter")) {
          sheet.value(first, 0, title);
          first++;
        }
        sheet.range(0, 0, 1, table.get(0).size() - 1).merge(); // one, since the library writes several in any order
        first = HEADER_ROW - 1;
      }
      for (int i = 0; i < table.size(); i++) {
        for (int column = 0; column < table.get(i).size(); column++) {
          cell(sheet, first + i, column, table.get(i).get(column), i == 0, i % 2 == 0);
        }
      }
      if (file.startsWith("time-sheet")) {
        int sum = first + table.size();
        sheet.value(sum, 0, "Summa");
        sheet.value(sum, 4, 99);
      }
    }
    ByteArrayOutputStream same = new ByteArrayOutputStream();
    WorkbookBytes.repack(bytes.toByteArray(), same);
    return same.toByteArray();
  }

  /** As the tool or the person writes it: every second row has its numbers as texts. */
  private static void cell(Worksheet sheet, int row, int column, String written, boolean isHeader, boolean numbersAreTexts) {
    if (written.isEmpty()) {
      sheet.style(row, column).format("#,##0.0").set();
    } else if (!isHeader && DAY.matcher(written).matches()) {
      sheet.value(row, column, LocalDate.parse(written));
      sheet.style(row, column).format(row % 2 == 0 ? "yyyy-mm-dd" : "d mmm yy").set();
    } else if (!isHeader && TIME.matcher(written).matches()) {
      sheet.value(row, column, LocalDateTime.parse(written.replace(' ', 'T')));
      sheet.style(row, column).format("m/d/yy h:mm:ss").set();
    } else if (!isHeader && !numbersAreTexts && NUMBER.matcher(written).matches()) {
      sheet.value(row, column, new BigDecimal(written.replace(" ", "").replace(',', '.')));
    } else {
      sheet.value(row, column, written);
    }
  }
}
