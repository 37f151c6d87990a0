package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.finding.Findings;
import se.siru.core.intake.Import;
import se.siru.core.intake.ImportReport;
import se.siru.core.intake.Mapping;
import se.siru.core.intake.MappingDraft;
import se.siru.core.intake.Readers;
import se.siru.core.model.Agreement;

/** A mapping is drafted of the sheets of an officer's workbook, and an import takes it as it is. */
class XlsxDraftTest {
  @TempDir Path temp;

  private static String text(String place, String value) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  }

  private static String row(int number, String id, String name, String value, String day) {
    return "<row r=\"" + number + "\">" + text("A" + number, id) + text("B" + number, name) + "<c r=\"C" + number + "\"><v>" + value
        + "</v></c><c r=\"D" + number + "\" s=\"1\"><v>" + day + "</v></c></row>";
  }

  private static String list(String... rows) {
    return "<row r=\"1\">" + text("A1", "Avtalslista 2023") + "</row><row r=\"6\">" + text("A6", "Avtalsnummer")
        + text("B6", "Leverantör") + text("C6", "Värde\n(tkr)") + text("D6", "Tecknat") + "</row>" + String.join("", rows)
        + "<row r=\"20\">" + text("A20", "Summa") + "<c r=\"C20\"><v>99999</v></c></row>";
  }

  @Test
  void eachSheetWithATableBecomesASource() throws IOException {
    Path file = temp.resolve("Avtal.xlsx");
    Files.write(file, new RawWorkbook()
        .sheet("Kv1", list(row(7, "1", "Vävstugan", "1234.5", "44958"), row(9, "2", "Porten", "80", "45000")))
        .sheet("Kv2", list(row(7, "3", "Vävstugan", "10", "45100")))
        .styles("yyyy-mm-dd")
        .bytes());
    Readers readers = Siru.load().readers();
    MappingDraft draft = MappingDraft.of(List.of(file), readers, null);
    assertTrue(draft.isComplete(), draft.notes("sv") + draft.findings() + draft.toDo());
    assertTrue(draft.mapping().contains("\"sheet\": \"Kv2\""), draft.mapping());
    assertTrue(draft.notes("sv").contains("Rubrikrad: 6."), draft.notes("sv"));

    Mapping mapping = Mapping.read(
        new ByteArrayInputStream(draft.mapping().getBytes(StandardCharsets.UTF_8)), "m.json", readers, new Findings()).orElseThrow();
    ImportReport report = Import.of(mapping, List.of(file)).into(temp.resolve("out"));
    assertTrue(report.written() && !report.hasErrors(), report.findings().toString());
    List<String> made = Siru.load().read(temp.resolve("out")).rows(Agreement.TYPE)
        .map(row -> row.get(Agreement.ID) + " " + row.get(Agreement.VALUE) + " " + row.get(Agreement.SIGNED)).toList();
    assertEquals(
        List.of("1 1234500.00 SEK 2023-02-01", "2 80000.00 SEK 2023-03-15", "3 10000.00 SEK 2023-06-23"), made);
  }
}
