package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.Finding;
import se.siru.core.model.Stakeholder;

/** Where a table begins and ends, and which column is which. */
class TableOptionsTest {
  @TempDir Path temp;

  private ImportFixture table(String options, String fields, String text) throws IOException {
    return ImportFixture.sources(temp, "{ \"files\": \"a.csv\", " + options
        + " \"records\": [ { \"type\": \"stakeholder\", \"fields\": { " + fields + " } } ] }").file("a.csv", text);
  }

  private static List<String> found(ImportReport report) {
    return report.findings().stream().map(finding -> finding.origin() + " " + finding.rule().id()).toList();
  }

  private static List<String> ids(ImportFixture fixture) throws IOException {
    return fixture.portfolio().rows(Stakeholder.TYPE).map(row -> row.id().orElseThrow()).sorted().toList();
  }

  @Test
  void rowsBetweenTheHeaderAndTheFirstRecordAreNotRead() throws IOException {
    ImportFixture fixture = table("\"header-row\": 2, \"first-row\": 4,", "\"id\": \"nr\"", "Lista,\nnr,namn\n(text),(text)\na,x\n");
    assertEquals(List.of("a"), ids(fixture));
  }

  @Test
  void rowsWithoutAnyValueAreLeftOutUnlessTheyAreAskedFor() throws IOException {
    String text = "nr,namn\na,x\n , \nb,y\n,\n";
    assertEquals(List.of("a", "b"), ids(table("", "\"id\": \"nr\"", text)));
    assertEquals(List.of("a.csv:3:nr mapping.required", "a.csv:5:nr mapping.required"),
        found(table("\"skip-blank\": false,", "\"id\": \"nr\"", text).run()));
  }

  @Test
  void readingStopsAtTheTotalsAndTellsWhatIsBelow() throws IOException {
    ImportFixture fixture = table("\"stop-at\": { \"column\": \"nr\", \"matches\": \"summa*\" },", "\"id\": \"nr\"",
        "nr,namn\na,x\nb,y\nSUMMA 2023:,2\n,\nc,z\nd,z\n");
    assertEquals(List.of("a", "b"), ids(fixture));
    Finding stopped = fixture.run().findings().get(0);
    assertEquals("a.csv:4 reading.stopped 2", stopped.origin() + " " + stopped.rule() + " " + stopped.arguments().get("below"));
  }

  @Test
  void rowsThatFulfilAConditionAreSkippedAndCounted() throws IOException {
    ImportFixture fixture = table("\"skip-where\": { \"column\": \"namn\", \"in\": [\"Delsumma\", \"Summa\"] },", "\"id\": \"nr\"",
        "nr,namn\na,x\n,Delsumma\nb,y\n,Delsumma\n,Summa\n");
    assertEquals(List.of("a", "b"), ids(fixture));
    ImportReport report = fixture.run();
    assertEquals(List.of("a.csv reading.skipped"), found(report));
    assertEquals("3", report.findings().get(0).arguments().get("count"));
    assertFalse(report.hasErrors());
    assertEquals(2, report.rowsRead());
  }

  @Test
  void objectsAreSkippedByTheSameConditions() throws IOException {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "a.jsonl", "stop-at": { "column": "nr", "equals": "end" },
          "records": [ { "type": "stakeholder", "fields": { "id": "nr" } } ] }""")
        .file("a.jsonl", "{\"nr\": 1}\n{\"nr\": \"end\"}\n{\"nr\": 3}\n");
    assertEquals(List.of("1"), ids(fixture));
    assertEquals(List.of("a.jsonl:2 reading.stopped"), found(fixture.run()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nr,,namn\na,x,y\n", "nr,namn,namn\na,x,y\n"})
  void aColumnWithoutANameOfItsOwnHasItsLetter(String text) throws IOException {
    ImportFixture fixture = table("", "\"id\": \"nr\", \"name\": \"#B\"", text);
    assertEquals("x", fixture.portfolio().rows(Stakeholder.TYPE).findFirst().orElseThrow().get(Stakeholder.NAME));
  }

  @Test
  void aTableWithoutAHeaderHasLettersOnly() throws IOException {
    assertEquals(List.of("a", "b"), ids(table("\"header-row\": 0,", "\"id\": \"#A\", \"name\": \"#B\"", "a,x\nb,y\n")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "#B|a.csv:1:#B reading.letter-of-named", "#D|a.csv:1:#D mapping.no-column", "namnet|a.csv:1:namnet mapping.no-column"})
  void aLetterWhereTheNameWouldDoIsRefused(String column, String expected) throws IOException {
    assertEquals(List.of(expected),
        found(table("\"separator\": \",\",", "\"id\": \"nr\", \"name\": \"" + column + "\"", "nr,namn,x\na,y,z\n").run()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1|4", "2|4", "6|4"})
  void aHeaderInAnotherRowIsFoundAndTold(int stated, int row) throws IOException {
    ImportReport report = table("\"separator\": \";\", \"header-row\": " + stated + ",", "\"id\": \"nr\", \"name\": \"namn\"",
        "Närvarolista;\nProjekt;Vävstugan\nUttag;2023\nnr;namn\na;x\nb;y\nc;z\n").run();
    assertEquals(List.of("a.csv:" + row + " reading.header-elsewhere"), found(report));
    assertFalse(report.written());
    assertTrue(report.findings().get(0).help("en").contains("\"header-row\": 4"), report.findings()::toString);
  }

  @Test
  void aTableThatEndsAboveItsHeaderIsRefused() throws IOException {
    assertEquals(List.of("a.csv reading.no-header"),
        found(table("\"separator\": \",\", \"header-row\": 9,", "\"id\": \"nr\"", "x\n").run()));
  }

  @Test
  void lineBreaksAndBlanksInAHeaderAreOneBlank() throws IOException {
    ImportFixture fixture =
        table("", "\"id\": \"nr\", \"name\": \"Namn på förening\"", "nr,\"Namn\u00a0på\r\n  förening\"\na,x\n");
    assertEquals("x", fixture.portfolio().rows(Stakeholder.TYPE).findFirst().orElseThrow().get(Stakeholder.NAME));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "\"files\": \"a.json\", \"header-row\": 2,|reading.option-without-effect",
      "\"files\": \"a.json\", \"separator\": \";\",|reading.option-without-effect",
      "\"files\": \"a.csv\", \"path\": \"/x\",|reading.option-without-effect",
      "\"files\": \"a.csv\", \"sheet\": 1,|json.member-unknown",
      "\"files\": \"a.csv\", \"reader\": \"cvs\",|mapping.unknown-name",
      "\"files\": \"a.csv\", \"format\": \"csv\",|json.member-unknown",
      "\"files\": \"a.csv\", \"encoding\": \"latin-1\",|mapping.unusable",
      "\"files\": \"a.csv\", \"separator\": \";;\",|mapping.unusable",
      "\"files\": \"a.csv\", \"header-row\": 6, \"first-row\": 6,|mapping.unusable",
      "\"files\": \"a.csv\", \"stop-at\": { \"column\": \"x\" },|mapping.unusable"})
  void whatCannotBeSaidAboutASourceIsAFindingOfTheMapping(String members, String rule) throws IOException {
    assertEquals(List.of(rule), ImportFixture.sources(temp,
            "{ " + members + " \"records\": [ { \"type\": \"stakeholder\", \"fields\": { \"id\": \"nr\" } } ] }")
        .mappingFindings().stream().map(finding -> finding.rule().id()).toList());
  }

  @Test
  void aFileThatNoReaderIsForRefusesTheImport() throws IOException {
    ImportReport report = ImportFixture.sources(temp, """
        { "files": "a.*", "records": [ { "type": "stakeholder", "fields": { "id": "nr" } } ] }""")
        .file("a.xls", "x").file("a.CSV", "nr\na\n").run();
    assertEquals(List.of("a.xls reading.no-reader"), found(report));
    assertEquals("csv, geojson, json, jsonl", report.findings().get(0).arguments().get("readers"));
  }
}
