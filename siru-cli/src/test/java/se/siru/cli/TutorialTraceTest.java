package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number of the tutorial's pack is followed to the rows of the sample workbooks that its last chapter names, and worked out
 * again from their cells alone.
 */
class TutorialTraceTest {
  private static final Path FOLDER = Path.of("..", "docs", "tutorial");
  private static final Pattern NUMBER = Pattern.compile("-?[\\d \\u00a0\\u202f]+(\\.\\d+)?( SEK)?");
  private static final Pattern PERCENT = Pattern.compile("-?[\\d.]+%");
  private static final Pattern SOURCE = Pattern.compile("(?:[\\w-]+:[\\w-]+: |(?:all|women|men|non-binary)(?:, \\w+)?: )?(\\S+)#([^:;]+): ([\\d–]+(?:, [\\d–]+)*)(?: \\([^)]*\\))?");
  private static final long DAYS_PASSED = 182;
  private static final long DAYS_OF_THE_YEAR = 366;
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  /** Who is meant by the names in the workbooks, as the register and answers.csv say. */
  private static final Map<String, String> MEANT = Map.of(
      "Bryggans kafé", "bryggan", "Brygga kafé", "bryggan", "Kanarina Exempelsson, Bryggans kafé", "bryggan",
      "Socialförvaltningen", "exempelstad", "Ängens id. för.", "angen",
      "Vävstugan", "vavstugan", "vävstugan ab", "vavstugan", "Lyktan", "lyktan", "Exempelstads kn, kultur", "exempelstad");
  /** Who stands for no organisation: by the mapping, and by the answers. */
  private static final Set<String> NONE = Set.of("privat", "pensionär");
  private static final Map<String, List<String>> SECTOR = Map.of(
      "public", List.of("exempelstad"), "business", List.of("vavstugan"), "social-enterprise", List.of("bryggan", "odlarna"),
      "civil-society", List.of("angen"), "unknown", List.of("lyktan"));
  private static final Map<String, List<String>> MUNICIPALITY = Map.of(
      "0643", List.of("exempelstad", "vavstugan", "angen", "odlarna"), "0680", List.of("bryggan"), "unknown", List.of("lyktan"));

  @TempDir
  static Path temp;

  private final Map<String, Map<String, Map<Integer, Map<String, String>>>> workbooks = new HashMap<>();
  private String pack = "";

  /** A line of the pack's last chapter. */
  private record Line(String sheet, String row, String column, String id, String period, String codes, BigDecimal number, long records,
      String sources) {}

  @BeforeEach
  void followTheTutorial() throws IOException {
    Path key = Files.writeString(temp.resolve("siru.key"), "a secret that only this test knows, 123\n");
    Path portfolio = temp.resolve("portfolio");
    String[] once = {"import", "--mapping", FOLDER.resolve("mapping.json").toString(), "--pseudonym-key-file", key.toString(),
        FOLDER.resolve("samples").toString(), "--out", portfolio.toString()};
    assertEquals(0, CliRun.of(once).code());
    String[] answered = Stream.concat(Stream.of(once), Stream.of("--resolved", FOLDER.resolve("answers.csv").toString()))
        .toArray(String[]::new);
    assertEquals(0, CliRun.of(answered).code());
    Path out = temp.resolve("pack.md");
    assertEquals(0, CliRun.of("evaluate", portfolio.toString(), "--pack", "steering-group", "--out", out.toString()).code());
    pack = Files.readString(out).replaceAll("[\\u00a0\\u202f]", " ");
    try (Stream<Path> samples = Files.list(FOLDER.resolve("samples"))) {
      for (Path sample : samples.toList()) {
        workbooks.put(sample.getFileName().toString(), SampleWorkbooks.sheets(sample));
      }
    }
    workbooks.put("tidrapport-1", workbooks.get("tidrapport.xlsx")); // as the mapping calls it
  }

  private static List<String> cells(String line) {
    String bare = line.substring(1, line.length() - 1).replaceAll("\\\\([#\\[\\]()*_+|])", "$1");
    return Arrays.stream(bare.split("\\|", -1)).map(String::strip).toList();
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    pack.substring(pack.indexOf("\n## Sources")).lines().filter(line -> line.startsWith("|")).skip(2).forEach(line -> {
      List<String> cells = cells(line);
      lines.add(new Line(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), number(cells.get(6)),
          Long.parseLong(cells.get(7)), cells.get(8)));
    });
    return lines;
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(" SEK", "").replace(" ", ""));
  }

  /** The rows that a text of sources names, with their cells by the names of the columns. */
  private List<Map<String, String>> rows(String sources) {
    List<Map<String, String>> rows = new ArrayList<>();
    if (sources.isEmpty()) {
      return rows;
    }
    Matcher source = SOURCE.matcher(sources);
    int end = 0;
    while (source.find()) {
      assertEquals(end == 0 ? "" : "; ", sources.substring(end, source.start()), sources);
      end = source.end();
      Map<Integer, Map<String, String>> sheet = workbooks.get(source.group(1)).get(source.group(2));
      for (String part : source.group(3).split(", ")) {
        String[] ends = part.split("–");
        for (int row = Integer.parseInt(ends[0]); row <= Integer.parseInt(ends[ends.length - 1]); row++) {
          rows.add(named(sheet, row));
        }
      }
    }
    assertEquals(sources.length(), end, sources);
    return rows;
  }

  private static Map<String, String> named(Map<Integer, Map<String, String>> sheet, int row) {
    Map<String, String> header = header(sheet);
    Map<String, String> named = new TreeMap<>();
    assertTrue(sheet.containsKey(row), "row " + row);
    sheet.get(row).forEach((letter, cell) -> named.put(header.get(letter), cell));
    named.put("row", Integer.toString(row));
    return named;
  }

  /** The first row with as many cells as the widest has: titles stand in one cell. */
  private static Map<String, String> header(Map<Integer, Map<String, String>> sheet) {
    int widest = sheet.values().stream().mapToInt(Map::size).max().orElseThrow();
    return sheet.values().stream().filter(row -> row.size() == widest).findFirst().orElseThrow();
  }

  private List<Map<String, String>> sheet(String workbook, String name) {
    Map<Integer, Map<String, String>> sheet = workbooks.get(workbook).get(name);
    int header = sheet.keySet().stream().filter(row -> sheet.get(row).equals(header(sheet))).findFirst().orElseThrow();
    return sheet.keySet().stream().filter(row -> row > header).map(row -> named(sheet, row)).toList();
  }

  private static Predicate<Map<String, String>> within(String period) {
    String[] days = period.split("/");
    return row -> {
      LocalDate day = EPOCH.plusDays(new BigDecimal(row.get("Datum")).longValueExact());
      return !day.isBefore(LocalDate.parse(days[0])) && day.isBefore(LocalDate.parse(days[1]));
    };
  }

  private static Set<String> numbers(List<Map<String, String>> rows) {
    return rows.stream().map(row -> row.get("row")).collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Map<String, String>> attended(String period) {
    return sheet("narvaro.xlsx", "Närvaro").stream().filter(row -> row.get("Kom").equals("Ja")).filter(within(period)).toList();
  }

  private static BigDecimal sum(List<Map<String, String>> rows, String column) {
    return rows.stream().map(row -> new BigDecimal(row.getOrDefault(column, "0"))).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void same(BigDecimal expected, Line line) {
    assertEquals(0, expected.compareTo(line.number()), () -> expected + " but " + line);
  }

  @Test
  void everyNumberIsWorkedOutAgainFromTheRowsThatAreNamed() {
    List<Line> lines = lines();
    Set<String> kinds = new LinkedHashSet<>();
    for (Line line : lines) {
      kinds.add(line.id().replaceAll("\\[.*", ""));
      check(line);
    }
    assertEquals(
        Set.of("target.baseline", "target.value", "siru:enterprises-supported", "siru:organisations-reached", "siru:participations",
            "cost-line.budget", "cost-line.outcome", "participation.heads"),
        kinds);
  }

  private void check(Line line) {
    switch (line.id()) {
      case "target.baseline" -> target(line, "Utgångsvärde");
      case "target.value" -> target(line, "Målvärde");
      case "cost-line.budget" -> money(line, "Budget", row -> true);
      case "cost-line.outcome" -> money(line, "Utfall",
          row -> line.period().equals("2024-01-01/2024-07-01") ? Set.of("P1", "P2").contains(row.get("Period"))
              : line.period().equals("2024-04-01/2024-07-01") && row.get("Period").equals("P2"));
      case "cost-line.outcome[co-financing]", "cost-line.outcome[co-financing, in-kind]" -> {
        // no sheet says who pays, so nothing is co-financed
        same(BigDecimal.ZERO, line);
        assertEquals("", line.sources());
      }
      case "siru:participations" -> heads(line, row -> true);
      case "participation.heads" -> some(line);
      case "siru:organisations-reached" -> organisations(line);
      case "siru:enterprises-supported" -> supported(line);
      default -> throw new AssertionError("no way to work out " + line);
    }
  }

  private void target(Line line, String column) {
    List<Map<String, String>> rows = rows(line.sources());
    assertEquals(1, rows.size(), line::toString);
    assertTrue(line.row().startsWith(rows.get(0).get("Indikator") + " "), line::toString);
    same(new BigDecimal(rows.get(0).get(column)), line);
  }

  private void money(Line line, String column, Predicate<Map<String, String>> counts) {
    List<Map<String, String>> rows = rows(line.sources());
    same(sum(rows, column), line);
    assertEquals(line.records(), rows.size(), line::toString);
    List<Map<String, String>> all = sheet("beslut.xlsx", "Ekonomi").stream()
        .filter(row -> !row.get("Arbetspaket").equals("Summa") && row.containsKey(column))
        .filter(row -> !line.codes().startsWith("work-package=") || line.codes().endsWith(row.get("Arbetspaket")))
        .filter(counts).toList();
    assertEquals(numbers(all), numbers(rows), line::toString);
  }

  /** The heads of one gender, or of those who represent known organisations, others, or none. */
  private void some(Line line) {
    switch (line.codes()) {
      case "Total" -> heads(line, row -> true);
      case "Women" -> heads(line, row -> row.get("Kön").equals("Kvinna"));
      case "Men" -> heads(line, row -> row.get("Kön").equals("Man"));
      case "Non-binary" -> heads(line, row -> row.get("Kön").equals("Annat"));
      case "Unknown" -> unknown(line);
      case "Known organisations" -> heads(line, row -> MEANT.containsKey(organisation(row)));
      case "No organisation" -> heads(line, row -> NONE.contains(organisation(row)));
      case "Organisations not known" ->
          heads(line, row -> !MEANT.containsKey(organisation(row)) && !NONE.contains(organisation(row)));
      default -> throw new AssertionError("no way to work out " + line);
    }
  }

  private static String organisation(Map<String, String> row) {
    return row.getOrDefault("Organisation", "");
  }

  private void heads(Line line, Predicate<Map<String, String>> who) {
    List<Map<String, String>> rows = rows(line.sources());
    same(BigDecimal.valueOf(rows.size()), line);
    assertEquals(line.records(), rows.size(), line::toString);
    assertEquals(numbers(attended(line.period()).stream().filter(who).toList()), numbers(rows), line::toString);
  }

  /** All heads less those of each gender. */
  private void unknown(Line line) {
    long number = 0;
    for (String part : line.sources().split("; ")) {
      number += rows(part).size() * (part.startsWith("all: ") ? 1 : -1);
    }
    same(BigDecimal.valueOf(number), line);
  }

  private void organisations(Line line) {
    List<Map<String, String>> rows = rows(line.sources());
    assertEquals(line.records(), rows.size(), line::toString);
    Set<String> distinct = rows.stream().map(row -> MEANT.get(row.get("Organisation"))).collect(Collectors.toSet());
    same(BigDecimal.valueOf(distinct.size()), line);
    String[] code = line.codes().split("=");
    Set<String> in = new HashSet<>(code.length < 2 ? MEANT.values()
        : (code[0].equals("sector") ? SECTOR : MUNICIPALITY).get(code[1]));
    assertEquals(
        numbers(attended(line.period()).stream()
            .filter(row -> MEANT.containsKey(row.getOrDefault("Organisation", "")))
            .filter(row -> in.contains(MEANT.get(row.get("Organisation")))).toList()),
        numbers(rows), line::toString);
  }

  /** Enterprises that got advice: all of them in the time sheet, counted from the start. */
  private void supported(Line line) {
    List<Map<String, String>> rows = rows(line.sources());
    assertEquals(line.records(), rows.size(), line::toString);
    same(BigDecimal.valueOf(rows.stream().map(row -> row.get("Klient")).distinct().count()), line);
    assertEquals(
        numbers(sheet("tidrapport.xlsx", "Timmar").stream().filter(row -> !row.get("Datum").equals("Summa")).toList()),
        numbers(rows), line::toString);
  }

  @Test
  void everyNumberOfThePackHasALineAndEveryShareIsMadeOfNumbersInItsRow() {
    List<BigDecimal> numbers = new ArrayList<>();
    int shares = 0;
    List<String> header = List.of();
    for (String text : pack.substring(pack.indexOf("\n## "), pack.indexOf("\n## Sources")).lines().toList()) {
      if (!text.startsWith("|")) {
        header = List.of();
        continue;
      }
      List<String> row = cells(text);
      if (header.isEmpty()) {
        header = row;
        continue;
      }
      for (int i = 1; i < row.size(); i++) {
        if (NUMBER.matcher(row.get(i)).matches()) {
          numbers.add(number(row.get(i)).stripTrailingZeros());
        } else if (PERCENT.matcher(row.get(i)).matches()) {
          shares++;
          assertEquals(share(header.get(i), header, row), row.get(i), text);
        }
      }
    }
    assertTrue(shares >= 13, shares + " shares");
    assertEquals(numbers.stream().sorted().toList(), lines().stream().map(line -> line.number().stripTrailingZeros()).sorted().toList());
  }

  private static String share(String column, List<String> header, List<String> row) {
    BigDecimal part;
    BigDecimal whole;
    if (column.equals("Due by now")) {
      part = BigDecimal.valueOf(DAYS_PASSED);
      whole = BigDecimal.valueOf(DAYS_OF_THE_YEAR);
    } else if (column.equals("Attainment")) {
      BigDecimal baseline = number(row.get(header.indexOf("Baseline")));
      part = number(row.get(header.indexOf("Actual so far in the target's period"))).subtract(baseline);
      whole = number(row.get(header.indexOf("Target"))).subtract(baseline);
    } else {
      part = number(row.get(column.equals("Share of budget") ? 2 : header.indexOf("Co-financing")));
      whole = number(row.get(column.equals("Share of budget") ? 1 : 2));
    }
    return part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_EVEN).toPlainString() + "%";
  }
}
