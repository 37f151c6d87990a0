package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.Siru;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.intake.Import;
import se.siru.core.intake.ImportReport;
import se.siru.core.intake.Mapping;
import se.siru.core.model.Money;
import se.siru.core.model.Row;
import se.siru.core.model.Support;
import se.siru.core.portfolio.Portfolio;

/** Each row of a messy workbook becomes what a person would read in it, or is told by sheet, row and column. */
class MessyWorkbooksTest {
  private static final int WORKBOOKS = 120;
  private static final Siru SIRU = Siru.load();
  private static final String MAPPING = """
      { "siru": "siru-mapping/1", "portfolio": { "name": "messy" },
        "literals": { "programme": [ { "id": "op", "level": "operation" } ] },
        "sources": [ { "files": "messy.xlsx", "header-row": %d, "unknown": [ "N.a." ],
          "stop-at": { "column": "Ärendenummer", "matches": "Summa*" },
          "records": [
            { "type": "stakeholder", "merge": "first", "fields": {
                "id": { "column": "Mottagare", "identity": [ "nfc", "blanks", "case" ] }, "name": "Mottagare" } },
            { "type": "support", "fields": {
                "id": "Ärendenummer",
                "recipient": { "column": "Mottagare", "identity": [ "nfc", "blanks", "case" ] },
                "kind": { "constant": "grant" },
                "date": { "column": "Datum", "date": [ "yyyy-MM-dd", "d/M yyyy" ] },
                "hours": { "column": "Timmar", "number": "sv" },
                "amount": { "column": "Belopp", "number": "sv" } } } ] } ] }
      """;

  @TempDir Path temp;

  static Stream<MessyWorkbook> workbooks() {
    return IntStream.range(0, WORKBOOKS).mapToObj(MessyWorkbook::new);
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void anImportGivesWhatEachCellMeansOrSaysWhichItCannotRead(MessyWorkbook messy) throws IOException {
    Findings findings = new Findings();
    String json = MAPPING.formatted(messy.headerRow);
    Mapping mapping = Mapping.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "m.json", SIRU.readers(), findings)
        .orElseThrow(() -> new AssertionError(findings.list()));
    Path file = Files.write(temp.resolve("messy.xlsx"), messy.workbook.bytes());
    ImportReport report = Import.of(mapping, List.of(file)).into(temp.resolve("out"));
    assertTrue(report.written(), () -> report.findings().toString());
    Portfolio portfolio = SIRU.read(temp.resolve("out"));
    Map<String, Row> made =
        portfolio.rows(Support.TYPE).collect(Collectors.toMap(row -> row.id().orElseThrow(), Function.identity()));
    assertTrue(messy.meaning.keySet().containsAll(made.keySet()), made.keySet().toString());
    messy.meaning.forEach((id, means) -> {
      Row row = made.get(id);
      if (row == null) {
        assertRejected(messy, id, means, report);
      } else {
        assertEquals(means.get(1), Objects.toString(row.get(Support.DATE), ""), "date of " + id);
        assertNumber(means.get(2), row.get(Support.HOURS), "hours of " + id);
        Money amount = row.get(Support.AMOUNT);
        assertNumber(means.get(3), amount == null ? null : amount.amount(), "amount of " + id);
      }
    });
    boolean showsPercent = report.findings().stream().anyMatch(finding -> finding.rule() == XlsxRules.PERCENT);
    boolean hasShare = made.entrySet().stream().anyMatch(one -> messy.meaning.get(one.getKey()).subList(2, 4).contains("0.4"));
    assertTrue(showsPercent || !hasShare, "a share that is not told");
  }

  /** A row that is left out has a cell without sense or no recipient, and that cell is told; one that makes sense is not left out. */
  private static void assertRejected(MessyWorkbook messy, String id, List<String> means, ImportReport report) {
    int row = Objects.requireNonNull(messy.place.get(id));
    List<Finding> ofRow = report.findings().stream()
        .filter(finding -> finding.rule().severity() == Severity.ERROR && finding.origin().row() == row).toList();
    assertFalse(ofRow.isEmpty(), "nothing about row " + row + " in " + report.findings());
    for (Finding finding : ofRow) {
      assertEquals("messy.xlsx#" + MessyWorkbook.SHEET, finding.origin().source());
      String column = String.valueOf(finding.origin().column());
      int field = List.of("Mottagare (B)", "Datum (C)", "Timmar (D)", "Belopp (E)").indexOf(column);
      assertTrue(field >= 0, finding.toString());
      String meant = means.get(field);
      boolean tooExact = finding.rule().id().equals("cell.too-many-decimals");
      assertTrue(meant.equals(MessyWorkbook.NOTHING_SENSIBLE) || field == 0 && meant.equals(MessyWorkbook.UNKNOWN) || tooExact,
          finding + " for " + meant);
    }
  }

  private static void assertNumber(String means, @Nullable BigDecimal found, String what) {
    if (found == null) {
      assertEquals(MessyWorkbook.UNKNOWN, means, what);
    } else {
      assertFalse(means.equals(MessyWorkbook.UNKNOWN) || means.equals(MessyWorkbook.NOTHING_SENSIBLE), what + ": " + found);
      assertEquals(0, new BigDecimal(means).compareTo(found), what + ": " + found + " for " + means);
    }
  }

  @Test
  void theWorkbooksHaveEveryShape() {
    TreeSet<String> all = workbooks().flatMap(messy -> messy.shapes.stream()).collect(Collectors.toCollection(TreeSet::new));
    assertTrue(all.size() >= 25, all.size() + " " + all);
  }
}
