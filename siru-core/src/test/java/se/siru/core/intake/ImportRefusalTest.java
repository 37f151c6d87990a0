package se.siru.core.intake;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Stakeholder;

/** What an import refuses, rejects and leaves out, and what it writes of that. */
class ImportRefusalTest {
  @TempDir Path temp;

  private static List<String> rules(ImportReport report) {
    return report.findings().stream().map(finding -> finding.rule().id()).toList();
  }

  @Test
  void bytesOfAnotherEncodingRefuseTheImportAndNothingIsWritten() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "a.csv", "encoding": "utf-8", "records": [ { "type": "stakeholder", "fields": { "id": "id" } } ] }""")
        .file("a.csv", "id\nÄngen\n", StandardCharsets.ISO_8859_1);
    ImportReport report = fixture.run();
    assertFalse(report.written());
    assertEquals(List.of("mapping.unreadable"), rules(report));
    assertFalse(fixture.wroteAnything());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
      "\"csv\"|``|csv.empty",
      "\"csv\", \"separator\": \",\"|`id;name\na;b\n`|mapping.wrong-separator",
      "\"csv\", \"separator\": \";\"|`number;name\na;b\n`|mapping.no-column",
      "\"csv\"|`id,id\na,b\n`|mapping.column-twice",
      "\"csv\"|`id\n\"a\n`|csv.unclosed-quote",
      "\"json\"|`{\"rows\": []}`|json.not-an-array",
      "\"json\"|`[{\"id\": 1}, 2]`|json.not-an-object",
      "\"json\"|`[{\"id\": 1}`|json.truncated",
      "\"json\"|`[{\"ident\": 1}]`|mapping.no-column",
      "\"jsonl\"|`{\"ident\": 1}`|mapping.no-column"})
  void aFileThatCannotBeReadAsTheMappingSaysRefusesTheImport(String format, String text, String rule) throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "a.x", "reader": %s, "records": [ { "type": "stakeholder", "fields": { "id": "id" } } ] }"""
        .formatted(format)).file("a.x", text);
    ImportReport report = fixture.run();
    assertEquals(List.of(rule), rules(report));
    assertFalse(report.written());
    assertFalse(fixture.wroteAnything());
  }

  @Test
  void aByteThatAnOlderEncodingDoesNotHaveRefusesTheImport() throws Exception {
    ImportReport report = ImportFixture.sources(temp, """
        { "files": "a.csv", "encoding": "windows-1252", "records": [ { "type": "stakeholder", "fields": { "id": "id" } } ] }""")
        .file("a.csv", "id\n\u0081\n", StandardCharsets.ISO_8859_1).run();
    assertEquals(List.of("mapping.unreadable"), rules(report));
  }

  @Test
  void literalsThatAreWrongOrContradictEachOtherRefuseTheImport() throws Exception {
    String mapping = """
        { "siru": "siru-mapping/1", "portfolio": { "name": "x" }, "sources": [],
          "literals": { "programme": [ { "id": "a", "level": "%s" }, { "id": "a", "level": "operation" } ] } }""";
    assertEquals(List.of("mapping.conflict"),
        rules(ImportFixture.of(temp, mapping.formatted("objective")).run()));
    assertEquals(List.of("mapping.unknown-value"),
        rules(ImportFixture.of(temp, mapping.formatted("operatoin")).run()));
  }

  @Test
  void aBadLineOfJsonLinesIsRejectedAndTheOthersStay() throws Exception {
    ImportFixture fixture =
        ImportFixture.sources(temp, """
            { "files": "a.jsonl", "reader": "jsonl", "records": [ { "type": "stakeholder", "fields": { "id": "nr" } } ] }""")
            .file("a.jsonl", "{\"nr\": 1}\n{\"nr\": \n{\"nr\": 3}\n");
    ImportReport report = fixture.run();
    assertTrue(report.written());
    assertEquals(List.of(3L, 1L, 2L), List.of(report.rowsRead(), report.rowsRejected(), report.records().get("stakeholder")));
    assertTrue(fixture.written("rejected.csv").get(1).startsWith("a.jsonl,2,json."), fixture.written("rejected.csv").get(1));
  }

  @Test
  void rowsThatContradictEachOtherRejectTheLaterOne() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, ImportFixture.MEMBERS).file("a.csv", """
        org,sector,project,from,challenge
        a,public,x,,
        a,business,y,,
        """);
    ImportReport report = fixture.run();
    assertEquals(List.of("mapping.conflict"), rules(report));
    assertEquals(1, report.records().get("initiative"), "a rejected row leaves nothing behind");
    assertEquals("a.csv:3:sector", report.findings().get(0).origin().toString());
    assertEquals("public", ImportFixture.only(fixture.portfolio(), Stakeholder.TYPE).get(Stakeholder.SECTOR));
  }

  @Test
  void aValueThatNamesNoCodeRejectsTheRowUnlessItMayBeUnknown() throws Exception {
    String field = "\"id\": \"id\", \"sector\": { \"column\": \"sector\" %s }";
    ImportReport rejected =
        ImportFixture.stakeholders(temp, field.formatted("")).file("a.csv", "id,sector\na,publik\nb,public\n").run();
    Finding why = rejected.findings().get(0);
    assertEquals("mapping.unknown-value", why.rule().id());
    assertTrue(why.help("en").startsWith("Was public meant?"), why.help("en"));
    ImportReport kept =
        ImportFixture.stakeholders(temp, field.formatted(", \"otherwise\": \"unknown\"")).run();
    assertEquals(2, kept.records().get("stakeholder"));
    assertEquals(List.of(new ImportReport.UnknownValue("stakeholder", "sector", "publik", 1, false)), kept.unknownValues());
  }

  @Test
  void rejectedRowsAreWrittenWithReasonAndTheCellsThatTheMappingReads() throws Exception {
    ImportFixture fixture =
        ImportFixture.stakeholders(temp, "\"id\": \"id\", \"sector\": \"sector\", \"registered\": \"day\"")
            .file("a.csv", "id,sector,day,e-mail\n=a,xx,yesterday,somebody@example.org\nb,public,2020-01-01,\nc,public\n");
    ImportReport report = fixture.run();
    assertTrue(report.hasErrors());
    assertEquals(List.of(3L, 2L), List.of(report.rowsRead(), report.rowsRejected()));
    List<String> lines = fixture.written("rejected.csv");
    assertEquals("source,row,rule,column,message,id,sector,day", lines.get(0));
    assertTrue(lines.get(1).startsWith("a.csv,2,mapping.unknown-value,sector,"), lines.get(1));
    assertTrue(lines.get(1).endsWith(",\"'=a\",xx,yesterday"), lines.get(1));
    assertTrue(lines.get(2).startsWith("a.csv,2,mapping.bad-date,day,"), lines.get(2));
    assertTrue(lines.get(3).startsWith("a.csv,4,mapping.field-count,"), lines.get(3));
    assertEquals(4, lines.size());
    assertEquals("b", ImportFixture.only(fixture.portfolio(), Stakeholder.TYPE).id().orElseThrow());
  }

  @Test
  void whatRefersToARejectedRecordIsRejectedToo() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "orgs.csv", "records": [ { "type": "stakeholder", "fields": { "id": "id", "sector": "sector" } } ] },
        { "files": "links.csv", "records": [ { "type": "membership", "fields": { "member": "org", "node": { "constant": "op" } } } ] }""")
        .file("orgs.csv", "id,sector\na,public\nb,nonsense\n")
        .file("links.csv", "org\na\nb\n");
    ImportReport report = fixture.run();
    assertEquals(List.of("mapping.no-such-record", "mapping.unknown-value"), rules(report));
    assertEquals("a", ImportFixture.only(fixture.portfolio(), Membership.TYPE).get(Membership.MEMBER));
  }

  @Test
  void whatBreaksARuleOfEveryPortfolioIsRejectedAtItsSource() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "a.csv", "records": [ { "type": "initiative", "fields": { "id": "nr", "start": "från", "end": "till" } } ] }""")
        .file("a.csv", "nr,från,till\n1,2022-01-01,2021-01-01\n2,2021-01-01,2022-01-01\n3,1066-01-01,\n");
    ImportReport report = fixture.run();
    assertEquals(List.of("a.csv:2", "a.csv:4"),
        report.findings().stream().map(f -> f.origin().source() + ":" + f.origin().row()).distinct().toList());
    assertEquals("2", ImportFixture.only(fixture.portfolio(), Initiative.TYPE).id().orElseThrow());
  }

  @Test
  void aFileThatIsWrongOnEveryRowIsRejectedWhole() throws Exception {
    StringBuilder rows = new StringBuilder("nr,från\n");
    for (int i = 0; i < 3_000; i++) {
      rows.append(i).append(",1066-01-01\n");
    }
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "a.csv", "records": [ { "type": "initiative", "fields": { "id": "nr", "start": "från" } } ] }""")
        .file("a.csv", rows.toString());
    assertEquals(3_000, fixture.run().rowsRejected());
    assertEquals(3_001, fixture.written("rejected.csv").size());
  }

  @Test
  void strictWritesNothingWhenAnyRowIsRejected() throws Exception {
    ImportFixture fixture =
        ImportFixture.stakeholders(temp, "\"id\": \"id\", \"sector\": \"s\"").file("a.csv", "id,s\na,public\nb,x\n").strict();
    ImportReport report = fixture.run();
    assertFalse(report.written());
    assertEquals(1, report.rowsRejected());
    assertFalse(fixture.wroteAnything());
  }

  @Test
  void filesThatNoPatternMatchesAreNamedAndAPatternWithoutFilesRefusesTheImport() throws Exception {
    ImportFixture fixture =
        ImportFixture.stakeholders(temp, "\"id\": \"id\"").file("sub/a.csv", "id\na\n").file("notes.txt", "x").file(".x", "");
    assertEquals(List.of("notes.txt"), fixture.run().filesIgnored());
    ImportReport report = ImportFixture.sources(temp.resolve("empty"), """
        { "files": "b.csv", "records": [ { "type": "stakeholder", "fields": { "id": "id" } } ] },
        { "files": "c.csv", "optional": true, "records": [ { "type": "stakeholder", "fields": { "id": "id" } } ] }""").run();
    assertEquals(List.of("mapping.no-file"), rules(report));
    assertFalse(report.written());
    assertEquals(0, report.rowsRead());
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithTheClosestOneUnlessItMayBeAbsent() throws Exception {
    ImportReport report =
        ImportFixture.stakeholders(temp, "\"id\": \"ident\", \"name\": { \"column\": \"name\", \"optional\": true }")
            .file("a.csv", "idents\na\n").run();
    assertEquals(List.of("mapping.no-column"), rules(report));
    assertEquals("idents", report.findings().get(0).arguments().get("suggestion"));
  }

  @Test
  void anImportReplacesItsEarlierOutputButNeverAFolderOfOtherThings() throws Exception {
    ImportFixture bad = ImportFixture.stakeholders(temp, "\"id\": \"id\", \"sector\": \"s\"").file("a.csv", "id,s\na,public\nb,x\n");
    bad.run();
    assertTrue(bad.wrote("rejected.csv"));
    Files.writeString(temp.resolve("out").resolve("identity.csv"), "id,target,kind\n");
    bad.file("a.csv", "id,s\na,public\n").run();
    assertFalse(bad.wrote("rejected.csv"));
    assertTrue(bad.wrote("identity.csv"), "what people add by hand stays");
    Path other = Files.createDirectories(temp.resolve("other").resolve("out"));
    Files.writeString(other.resolve("letter.txt"), "x");
    ImportFixture foreign = ImportFixture.stakeholders(temp.resolve("other"), "\"id\": \"id\"").file("a.csv", "id\na\n");
    assertThrows(SiruException.class, foreign::run);
  }

  @Test
  void aTargetBelowTheSourcesIsNoSource() throws Exception {
    Path target = temp.resolve("sources").resolve("portfolio");
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "*.csv", "records": [ { "type": "stakeholder", "fields": { "id": "nr" } } ] }""").file("a.csv", "nr\na\n");
    assertTrue(fixture.run(target).written());
    assertEquals(1, fixture.run(target).rowsRead());
  }

  @Test
  void theSameSourcesGiveTheSameFilesByteForByte() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, ImportFixture.MEMBERS)
        .file("a.csv", "org,sector,project,from,challenge\nb,public,x,,housing\na,,x,,\n");
    fixture.run();
    Map<String, String> first = contents();
    fixture.run();
    assertEquals(first, contents());
  }

  private Map<String, String> contents() throws Exception {
    try (var files = Files.list(temp.resolve("out"))) {
      return files.collect(toMap(file -> String.valueOf(file.getFileName()), file -> {
        try {
          return Files.readString(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }));
    }
  }
}
