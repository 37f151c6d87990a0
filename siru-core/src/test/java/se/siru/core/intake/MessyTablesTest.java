package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.model.Money;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.portfolio.Portfolio;

/**
 * Tables as agencies have them become the records that they mean, or findings that name row and column: never a wrong
 * number, and never a failure. The maker of the tables knows what each cell means.
 */
class MessyTablesTest {
  private static final int TABLES = 200;
  private static final int SOME = 5;

  private static final String FIXED = """
      { "siru": "siru-mapping/1", "portfolio": { "name": "messy" },
        "literals": { "programme": [ { "id": "op", "level": "operation" } ] },
        "sources": [ { "files": "messy.csv", "unknown": [ "N.a." ],
          "skip-where": { "column": "Ärendenummer", "matches": "Summa*" },
          "records": [
            { "type": "stakeholder", "fields": {
                "id": { "column": "Mottagare", "identity": [ "nfc", "blanks", "case" ] }, "name": "Mottagare" } },
            { "type": "support", "fields": {
                "id": "Ärendenummer",
                "recipient": { "column": "Mottagare", "identity": [ "nfc", "blanks", "case" ] },
                "kind": "Stödform",
                "date": { "column": "Datum", "date": [ "yyyy-MM-dd", "d/M yyyy", "d.M.yyyy" ] },
                "hours": "Timmar",
                "amount": "Belopp" } } ] } ] }
      """;

  @TempDir
  Path temp;

  static Stream<MessyTable> tables() {
    return IntStream.range(0, TABLES).mapToObj(MessyTable::new);
  }

  private Path file(MessyTable table) throws IOException {
    return Files.write(temp.resolve("messy.csv"), table.bytes);
  }

  private static Mapping mapping(String json) throws IOException {
    Findings findings = new Findings();
    Optional<Mapping> mapping =
        Mapping.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "mapping.json", findings);
    return mapping.orElseThrow(() -> new AssertionError(findings.list() + "\n" + json));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void anImportGivesWhatEachCellMeansOrSaysWhichItCannotRead(MessyTable table) throws IOException {
    ImportReport report = Import.of(mapping(FIXED), List.of(file(table))).into(temp.resolve("out"));

    if (!report.written()) {
      List<Finding> errors = errors(report);
      assertFalse(errors.isEmpty());
      errors.forEach(finding -> assertTrue(finding.origin().source().startsWith("messy.csv"), finding.toString()));
      return;
    }
    Map<String, Row> made = support(temp.resolve("out"));
    Set<Long> told = report.findings().stream().filter(finding -> finding.rule() == ReadingRules.POINTS_AS_DECIMALS)
        .map(finding -> finding.origin().row()).collect(Collectors.toSet());
    assertTrue(table.meaning.keySet().containsAll(made.keySet()), made.keySet() + " of " + table.meaning.keySet());
    table.meaning.forEach((id, means) -> {
      Row row = made.get(id);
      if (row == null) {
        assertRejected(table, id, report);
      } else {
        boolean decimalsTold = told.contains((long) table.place.getOrDefault(id, 0));
        assertEquals(means.get(1), String.valueOf(row.get(Support.DATE)).replace("null", ""), "date of " + id);
        assertNumber(means.get(2), row.get(Support.HOURS), decimalsTold, "hours of " + id);
        assertNumber(means.get(3), amount(row), decimalsTold, "amount of " + id);
      }
    });
  }

  /** A row that is not there is told, with the column where one of its cells makes no sense. */
  private static void assertRejected(MessyTable table, String id, ImportReport report) {
    int row = table.place.getOrDefault(id, 0);
    List<Finding> ofRow = errors(report).stream().filter(finding -> finding.origin().row() == row).toList();
    assertFalse(ofRow.isEmpty(), "nothing about row " + row + " in " + report.findings());
    boolean whole = ofRow.stream().anyMatch(finding -> finding.rule() == MappingRules.FIELD_COUNT);
    assertTrue(whole || ofRow.stream().allMatch(finding -> finding.origin().column() != null), ofRow.toString());
  }

  private static void assertNumber(String means, @Nullable BigDecimal found, boolean decimalsTold, String what) {
    if (found == null) {
      assertEquals(MessyTable.UNKNOWN, means, what);
    } else {
      assertFalse(means.equals(MessyTable.UNKNOWN) || means.equals(MessyTable.NOTHING_SENSIBLE), what + ": " + found);
      boolean same = new BigDecimal(means).compareTo(found) == 0;
      // A point before three digits, in a file without other decimals, is read as one, and told.
      boolean told = decimalsTold && new BigDecimal(means).compareTo(found.movePointRight(3)) == 0;
      assertTrue(same || told, what + ": " + found + " for " + means);
    }
  }

  private static @Nullable BigDecimal amount(Row row) {
    Money amount = row.get(Support.AMOUNT);
    return amount == null ? null : amount.amount();
  }

  private static List<Finding> errors(ImportReport report) {
    return report.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  private static Map<String, Row> support(Path folder) {
    Portfolio portfolio = PortfolioReader.standard().read(folder).orThrow();
    Map<String, Row> made = new TreeMap<>();
    portfolio.rows(Support.TYPE).forEach(row -> made.put(String.valueOf(row.get(Support.ID)), row));
    portfolio.rows(Stakeholder.TYPE).forEach(row ->
        assertFalse(String.valueOf(row.get(Stakeholder.NAME)).contains(MessyTable.CANARY)));
    return made;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aDraftedMappingNeverGivesAnotherNumberAndNeverShowsAPerson(MessyTable table) throws IOException {
    Path file = file(table);
    MappingDraft draft = MappingDraft.of(List.of(file), Readers.standard(), "support");

    for (String shown : List.of(draft.mapping(), draft.notes("sv"), draft.notes("en"), draft.findings().toString())) {
      assertFalse(shown.toLowerCase(Locale.ROOT).contains("kanaria"), shown);
    }
    if (!draft.toDo().isEmpty() || !draft.findings().isEmpty()) {
      return;
    }
    ImportReport report = Import.of(mapping(draft.mapping()), List.of(file)).into(temp.resolve("out"));
    if (!report.written()) {
      assertFalse(errors(report).isEmpty());
      return;
    }
    Map<String, Row> made = new HashMap<>(support(temp.resolve("out")));
    boolean byNumber = draft.mapping().contains("\"id\": \"Ärendenummer\"");
    table.meaning.forEach((id, means) -> {
      Row row = byNumber ? made.remove(id) : null;
      if (row != null) {
        String date = String.valueOf(row.get(Support.DATE));
        assertTrue(date.equals("null") || date.equals(means.get(1)), "date of " + id + ": " + date + " for " + means);
        assertMeans(means.get(2), row.get(Support.HOURS), "hours of " + id);
        assertMeans(means.get(3), amount(row), "amount of " + id);
      }
    });
    if (byNumber) {
      assertEquals(Set.of(), made.keySet());
    }
  }

  private static void assertMeans(String means, @Nullable BigDecimal found, String what) {
    if (found != null) {
      assertFalse(means.equals(MessyTable.UNKNOWN) || means.equals(MessyTable.NOTHING_SENSIBLE), what + ": " + found);
      assertEquals(0, new BigDecimal(means).compareTo(found), what + ": " + found + " for " + means);
    }
  }

  @Test
  void theTablesAreMessyAndMostOfThemCanBeRead() throws IOException {
    int records = 0;
    int drafted = 0;
    List<String> shapes = new ArrayList<>();
    for (MessyTable table : tables().toList()) {
      shapes.add(table.shapes);
      if (shapes.size() % SOME != 0) {
        continue;
      }
      Path out = temp.resolve("out" + shapes.size());
      ImportReport report = Import.of(mapping(FIXED), List.of(file(table))).into(out);
      records += report.written() ? support(out).size() : 0;
      MappingDraft draft = MappingDraft.of(List.of(temp.resolve("messy.csv")), Readers.standard(), null);
      assertEquals(draft.mapping(), MappingDraft.of(List.of(temp.resolve("messy.csv")), Readers.standard(), null).mapping());
      drafted += draft.mapping().contains("\"amount\"") ? 1 : 0;
    }
    long different = shapes.stream().map(text -> text.substring(text.indexOf(':'))).distinct().count();
    assertEquals(TABLES, different);
    assertTrue(records > TABLES / SOME, records + " records");
    assertTrue(drafted > TABLES / SOME / 2, drafted + " drafts with amounts");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "SIRU_DATA", matches = ".+")
  void tablesThatReadersStumbleOnAreDraftedAndImportedWithoutAFailure() throws IOException {
    Path folder = Path.of(System.getenv("SIRU_DATA"), "messy", "csv-spectrum", "csvs");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.sorted().forEach(files::add);
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      MappingDraft draft = MappingDraft.of(List.of(file), Readers.standard(), "initiative");
      assertNotNull(draft.notes("en"));
      Findings findings = new Findings();
      Mapping.read(new ByteArrayInputStream(draft.mapping().getBytes(StandardCharsets.UTF_8)), "m.json", findings)
          .ifPresent(mapping -> Import.of(mapping, List.of(file)).into(temp.resolve(String.valueOf(file.getFileName()))));
    }
  }
}
