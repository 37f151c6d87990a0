package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.finding.Findings;
import se.siru.core.intake.Import;
import se.siru.core.intake.ImportReport;
import se.siru.core.intake.Mapping;
import se.siru.core.model.Funding;
import se.siru.core.model.Row;

/** A list as an officer has it becomes a portfolio, and what is wrong with it is told by sheet, row and column. */
class XlsxImportTest {
  private static final String MAPPING = """
      { "siru": "siru-mapping/1", "portfolio": { "name": "x", "currency": "SEK" },
        "literals": { "programme": [ { "id": "op", "level": "operation" } ] },
        "sources": [ { "files": "*.xlsx", "sheet": "Kv*", "header-row": 6, "stop-at": { "column": "Nr", "matches": "summa*" },
          "records": [ { "type": "funding", "fields": { "id": "Nr", "status": { "constant": "decided" },
            "amount": { "column": "Belopp (tkr)", "number": "sv", "times": 1000 },
            "date": { "column": "#D", "date": "d/M yyyy" } } } ] } ] }
      """;

  @TempDir Path temp;

  private static String row(int number, String nr, String amount, String day) {
    return "<row r=\"" + number + "\"><c r=\"A" + number + "\" t=\"inlineStr\"><is><t>" + nr + "</t></is></c>"
        + cell("B" + number, amount, "") + cell("D" + number, day, " s=\"1\"") + "</row>";
  }

  private static String cell(String place, String value, String style) {
    if (value.matches("[0-9.]*")) {
      return value.isEmpty() ? "" : "<c r=\"" + place + "\"" + style + "><v>" + value + "</v></c>";
    }
    return value.startsWith("#") ? "<c r=\"" + place + "\" t=\"e\"><v>" + value + "</v></c>"
        : "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  }

  private static String list(String... rows) {
    return "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Beslutslista</t></is></c></row>"
        + row(6, "Nr", "Belopp\n(tkr)", "").replace("</row>", "<c r=\"E6\" t=\"inlineStr\"><is><t>Anm.</t></is></c></row>")
        + String.join("", rows) + row(20, "Summa", "99999", "") + row(21, "Utskrivet", "", "");
  }

  private ImportReport run(RawWorkbook workbook) throws IOException {
    Path sources = Files.createDirectories(temp.resolve("sources"));
    Files.write(sources.resolve("Beslut 2023.XLSX".replace("XLSX", "xlsx")), workbook.styles("yyyy-mm-dd").bytes());
    Findings findings = new Findings();
    Mapping mapping = Mapping.read(new ByteArrayInputStream(MAPPING.getBytes(StandardCharsets.UTF_8)), "m.json",
            Siru.load().readers(), findings)
        .orElseThrow(() -> new AssertionError(findings.list()));
    return Import.of(mapping, List.of(sources)).into(temp.resolve("out"));
  }

  private static List<String> found(ImportReport report) {
    return report.findings().stream().map(finding -> finding.origin() + " " + finding.rule().id()).toList();
  }

  @Test
  void typedCellsAndTextsOfSeveralSheetsBecomeRecords() throws IOException {
    ImportReport report = run(new RawWorkbook()
        .sheet("Läs mig", row(1, "x", "", ""))
        .sheet("Kv1", list(row(7, "1", "1234.5000000000001", "44958.4"), row(9, "2", "1 234,5", "1/2 2023")))
        .sheet("Kv2", list(row(7, "3", "80", "45000"))));
    assertEquals(List.of("Beslut 2023.xlsx#Kv1:20 reading.stopped", "Beslut 2023.xlsx#Kv2:20 reading.stopped"), found(report));
    assertFalse(report.hasErrors());
    List<Row> rows = Siru.load().read(temp.resolve("out")).rows(Funding.TYPE).toList();
    assertEquals(3, rows.size());
    assertEquals("1234500.00 SEK", String.valueOf(rows.get(0).get(Funding.AMOUNT)));
    assertEquals(rows.get(0).get(Funding.AMOUNT), rows.get(1).get(Funding.AMOUNT));
    assertEquals(LocalDate.of(2023, 2, 1), rows.get(0).get(Funding.DATE));
    assertEquals(LocalDate.of(2023, 2, 1), rows.get(1).get(Funding.DATE));
  }

  @Test
  void whatIsWrongIsToldBySheetRowAndColumn() throws IOException {
    ImportReport report = run(new RawWorkbook().sheet("Kv1", list(
        row(7, "1", "#REF!", "44958"), row(8, "2", "ett", "44958"), row(9, "3", "1", "60"), row(11, "4", "1", "31/2 2023"))));
    assertEquals(List.of(
        "Beslut 2023.xlsx#Kv1:7:Belopp (tkr) (B) reading.error-cell",
        "Beslut 2023.xlsx#Kv1:8:Belopp (tkr) (B) mapping.bad-number",
        "Beslut 2023.xlsx#Kv1:9:D reading.error-cell",
        "Beslut 2023.xlsx#Kv1:11:D mapping.bad-date",
        "Beslut 2023.xlsx#Kv1:20 reading.stopped"), found(report));
    assertEquals(List.of(new ImportReport.Source("Beslut 2023.xlsx", 4, 4)), report.sources());
    List<String> rejected = Files.readAllLines(temp.resolve("out").resolve("rejected.csv"));
    assertTrue(rejected.get(1).startsWith("Beslut 2023.xlsx#Kv1,7,reading.error-cell,Belopp (tkr) (B),"), rejected.get(1));
  }

  @Test
  void aWorkbookThatCannotBeReadRefusesTheImportAndNothingIsWritten() throws IOException {
    ImportReport report = run(new RawWorkbook().sheet("Kv1", list(row(7, "1", "1", "1"))).sheet("Kv2", "<row r=\"1\"/><row r=\"1\"/>"));
    assertEquals(List.of("Beslut 2023.xlsx#Kv2 xlsx.bad-reference"),
        found(report).stream().filter(each -> each.contains("xlsx.bad")).toList());
    assertFalse(report.written());
    assertFalse(Files.exists(temp.resolve("out")));
  }

  @Test
  void aHeaderInAnotherRowIsToldWithTheRow() throws IOException {
    ImportReport report = run(new RawWorkbook().sheet("Kv1", "<row r=\"6\"><c r=\"A6\"><v>1</v></c></row>"
        + list(row(7, "1", "1", "1")).replaceAll("r=\"([A-Z]?)6\"", "r=\"$18\"").replaceAll("<row r=\"[17]\">.*?</row>", "")));
    assertEquals(List.of("Beslut 2023.xlsx#Kv1:8 reading.header-elsewhere"), found(report));
  }
}
