package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.siru.core.Siru;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.intake.Import;
import se.siru.core.intake.ImportReport;
import se.siru.core.intake.Mapping;
import se.siru.core.model.Periods;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/**
 * A real set of the folder that the environment variable SIRU_DATA names, imported by its mapping, with the definitions that belong to
 * it and the figures expected.
 */
record RealSet(Siru siru, Portfolio portfolio, Path folder, String expected) {
  static final Path MAPPINGS = Path.of("..", "docs", "how-to", "mappings");

  /** Imports a set below a folder; without the set the test is skipped and says so. */
  static RealSet imported(String name, Path temp) throws IOException {
    String data = System.getenv("SIRU_DATA");
    assumeTrue(data != null && !data.isBlank(), "SIRU_DATA is not set, so nothing is asked of the real data sets");
    Path source = Path.of(data, name);
    assumeTrue(Files.isDirectory(source), "SIRU_DATA has no " + name);
    return read(name, source, temp.resolve(name), List.of(), Files.readString(source.resolve("EXPECTED.json")));
  }

  /** Imports the invented sample of a mapping below a folder; the import tells the findings expected, and nothing else. */
  static RealSet sample(String name, Path temp, List<String> findings) throws IOException {
    return read(name, MAPPINGS.resolve(name), temp.resolve(name + "-sample"), findings, "");
  }

  private static RealSet read(String name, Path source, Path folder, List<String> findings, String expected) throws IOException {
    Mapping mapping = Mapping.read(MAPPINGS.resolve(name + ".json"), new Findings()).orElseThrow();
    ImportReport report = Import.of(mapping, List.of(source)).into(folder);
    assertTrue(report.written() && report.rowsRejected() == 0, () -> report.findings().toString());
    assertEquals(findings, report.findings().stream().map(each -> each.origin() + " " + each.rule().id()).toList());
    Siru siru = Siru.load();
    Portfolio portfolio = siru.read(folder);
    return new RealSet(
        siru.withDefinitions(MAPPINGS.resolve(name + "-definitions.json"), portfolio.schema()), portfolio, folder, expected);
  }

  Results of(String[] indicators, String periods, String... by) {
    return siru.evaluate(portfolio).indicators(indicators).periods(Periods.parse(periods)).by(by).run();
  }

  /** The numbers of a flat object in the expected figures. */
  Map<String, String> figures(String name) {
    Matcher object = Pattern.compile("\"" + name + "\": \\{([^{}]*)}").matcher(expected);
    assertTrue(object.find(), name);
    return numbers(object.group(1));
  }

  /** The numbers in an object of the expected figures that holds more than numbers. */
  Map<String, String> part(String name) {
    int start = expected.indexOf("\"" + name + "\": {");
    assertTrue(start >= 0, name);
    return numbers(expected.substring(start, expected.indexOf('}', start)));
  }

  String figure(String name) {
    Matcher number = Pattern.compile("\"" + name + "\": (-?[0-9.]+)").matcher(expected);
    assertTrue(number.find(), name);
    return number.group(1);
  }

  /** Label to number, of the cells of one breakdown by one dimension; the empty label is unknown. */
  Map<String, String> byLabel(Results results, String indicator, String dimension, String list) {
    Map<String, String> numbers = new TreeMap<>();
    Codelist codes = portfolio.schema().vocabulary().list(list);
    results.cells().filter(cell -> cell.code().equals(indicator) && cell.codes().keySet().equals(Set.of(dimension)))
        .forEach(cell -> {
          String code = cell.codes().get(dimension);
          numbers.put(codes.find(code).map(RealSet::sourceName).orElse(""), plain(cell));
        });
    return numbers;
  }

  private static Map<String, String> numbers(String members) {
    Map<String, String> numbers = new TreeMap<>();
    Matcher member = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\": (-?[0-9.]+)").matcher(members);
    while (member.find()) {
      numbers.put(member.group(1), member.group(2));
    }
    return numbers;
  }

  /** The sets name counties in Swedish, everything else as its list does. */
  static String sourceName(Code code) {
    return "county".equals(code.level()) ? code.label().in("sv").replaceAll("s? län$", "") : code.label().in("en");
  }

  static String plain(Cell cell) {
    BigDecimal number = cell.number().orElseThrow().stripTrailingZeros();
    return number.toPlainString();
  }
}
