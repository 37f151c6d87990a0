package se.siru.core.intake;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Field;
import se.siru.core.model.Funding;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Portfolio;

class ImportTest {
  private static final String MEMBERS = """
      { "files": "a.csv", "records": [
        { "type": "stakeholder", "fields": { "id": "org", "sector": "sector" } },
        { "type": "initiative", "merge": "first", "fields": { "id": "project", "start": "from", "challenges": "challenge" } },
        { "type": "membership", "fields": { "member": "org", "initiative": "project" } } ] }""";

  @TempDir Path temp;

  private static Map<String, Row> byId(Portfolio portfolio, se.siru.core.model.RecordType type) {
    return portfolio.rows(type).collect(toMap(row -> row.id().orElseThrow(), row -> row));
  }

  private static Row only(Portfolio portfolio, se.siru.core.model.RecordType type) {
    List<Row> rows = portfolio.rows(type).toList();
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  private static List<String> rules(ImportReport report) {
    return report.findings().stream().map(finding -> finding.rule().id()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "windows-1252", "iso-8859-1", "utf-16"})
  void aTableIsReadInTheEncodingAndWithTheSeparatorThatItsSourceStates(String encoding) throws Exception {
    Portfolio portfolio =
        ImportFixture.sources(temp, """
            { "files": "a.csv", "separator": ";", "encoding": "%s", "header-row": 3, "records": [
              { "type": "stakeholder", "fields": { "id": "nr", "name": "förening" } } ] }""".formatted(encoding))
            .file("a.csv", "Utdrag;\r\n\r\nnr;förening\r\n7;\"Ängens; Vänner\"\r\n", Charset.forName(encoding))
            .portfolio();
    assertEquals("Ängens; Vänner", only(portfolio, Stakeholder.TYPE).get(Stakeholder.NAME));
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

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
    Portfolio portfolio = ImportFixture.stakeholders(temp, "\"id\": \"id\"").file("a.csv", "\ufeffid\na\n").portfolio();
    assertEquals("a", only(portfolio, Stakeholder.TYPE).id().orElseThrow());
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
  void aTableWithoutAHeaderGetsItsNamesFromTheMapping() throws Exception {
    Portfolio portfolio =
        ImportFixture.sources(temp, """
            { "files": "a.csv", "columns": ["nr", "name"], "records": [
              { "type": "stakeholder", "fields": { "id": "nr", "name": "name" } } ] }""")
            .file("a.csv", "1,Ett\n2,Två\n")
            .portfolio();
    assertEquals(2, portfolio.rows(Stakeholder.TYPE).count());
  }

  @Test
  void jsonIsReadFromItsRecordPathAndMembersByPointer() throws Exception {
    Portfolio portfolio =
        ImportFixture.sources(temp, """
            { "files": "data/*.json", "format": "json", "path": "/result/rows", "records": [
              { "type": "stakeholder", "fields": {
                "id": "nr", "name": { "path": "/names/0/text" }, "economic": { "column": "trade", "map": { "true": "yes" } } } } ] }""")
            .file("data/x.json", """
                { "result": { "rows": [ { "nr": 12, "names": [ { "text": "Tolvan" } ], "trade": true } ] } }""")
            .portfolio();
    Row row = only(portfolio, Stakeholder.TYPE);
    assertEquals(List.of("12", "Tolvan", "yes"),
        List.of(row.id().orElseThrow(), row.get(Stakeholder.NAME), row.get(Stakeholder.ECONOMIC)));
  }

  @Test
  void aBadLineOfJsonLinesIsRejectedAndTheOthersStay() throws Exception {
    ImportFixture fixture =
        ImportFixture.sources(temp, """
            { "files": "a.jsonl", "format": "jsonl", "records": [ { "type": "stakeholder", "fields": { "id": "nr" } } ] }""")
            .file("a.jsonl", "{\"nr\": 1}\n{\"nr\": \n{\"nr\": 3}\n");
    ImportReport report = fixture.run();
    assertTrue(report.written());
    assertEquals(List.of(3L, 1L, 2L), List.of(report.rowsRead(), report.rowsRejected(), report.records().get("stakeholder")));
    assertTrue(fixture.written("rejected.csv").get(1).startsWith("a.jsonl,2,json."), fixture.written("rejected.csv").get(1));
  }

  @Test
  void oneRowMakesRecordsOfSeveralTypesAndSeveralRowsMakeOne() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, MEMBERS).file("a.csv", """
        org,sector,project,from,challenge
        a,public,x,2021-01-01,housing
        b,business,x,2022-02-02,loneliness
        a,,y,,
        """);
    ImportReport report = fixture.run();
    assertEquals(Map.of("programme", 1L, "stakeholder", 2L, "initiative", 2L, "membership", 3L), report.records());
    assertEquals(Map.of("stakeholder", 1L, "initiative", 1L), report.merged());
    Map<String, Row> initiatives = byId(fixture.portfolio(), Initiative.TYPE);
    assertEquals(List.of("housing", "loneliness"), initiatives.get("x").get(Initiative.CHALLENGES));
    assertEquals(LocalDate.of(2021, 1, 1), initiatives.get("x").get(Initiative.START));
  }

  @Test
  void rowsThatContradictEachOtherRejectTheLaterOne() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, MEMBERS).file("a.csv", """
        org,sector,project,from,challenge
        a,public,x,,
        a,business,y,,
        """);
    ImportReport report = fixture.run();
    assertEquals(List.of("mapping.conflict"), rules(report));
    assertEquals(1, report.records().get("initiative"), "a rejected row leaves nothing behind");
    assertEquals("a.csv:3:sector", report.findings().get(0).origin().toString());
    assertEquals("public", only(fixture.portfolio(), Stakeholder.TYPE).get(Stakeholder.SECTOR));
  }

  @Test
  void aListInOneRowMakesOneRecordForEachElement() throws Exception {
    Portfolio portfolio =
        ImportFixture.sources(temp, """
            { "files": "a.json", "format": "json", "records": [
              { "type": "stakeholder", "each": { "column": "members" }, "fields": {
                "id": { "each": "/nr" }, "name": { "each": "/name" } } },
              { "type": "stakeholder", "each": { "column": "guests", "split": "|" }, "fields": { "id": { "each": true } } } ] }""")
            .file("a.json", """
                [ { "members": [ { "nr": 1, "name": "Ett" }, { "nr": 2, "name": "Två" } ], "guests": "g1 | g2|" } ]""")
            .portfolio();
    assertEquals(Set.of("1", "2", "g1", "g2"), byId(portfolio, Stakeholder.TYPE).keySet());
    assertEquals("Två", byId(portfolio, Stakeholder.TYPE).get("2").get(Stakeholder.NAME));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{\"column\": \"kind\", \"equals\": \"org\"}|a",
      "{\"column\": \"kind\", \"in\": [\"org\", \"club\"]}|a b",
      "{\"column\": \"kind\", \"not-in\": [\"org\"]}|b c",
      "{\"column\": \"kind\", \"present\": true}|a b",
      "{\"column\": \"kind\", \"present\": false}|c"})
  void aConditionDecidesWhichRowsMakeARecord(String when, String expected) throws Exception {
    Portfolio portfolio =
        ImportFixture.sources(temp, """
            { "files": "a.csv", "records": [ { "type": "stakeholder", "when": %s, "fields": { "id": "id" } } ] }""".formatted(when))
            .file("a.csv", "id,kind\na,org\nb,club\nc,\n")
            .portfolio();
    assertEquals(Set.of(expected.split(" ")), byId(portfolio, Stakeholder.TYPE).keySet());
  }

  @Test
  void keysAreComposedOfColumnsConstantsAndTheRowNumber() throws Exception {
    Portfolio portfolio =
        ImportFixture.stakeholders(temp, """
            "id": { "compose": ["year", { "constant": "F" }, "nr", { "row": true }], "separator": "/" }""")
            .file("a.csv", "year,nr\n2021, 7 \n")
            .portfolio();
    assertEquals("2021/F/7/2", only(portfolio, Stakeholder.TYPE).id().orElseThrow());
  }

  @Test
  void aKeyWithAMissingPartIsNoKey() throws Exception {
    ImportReport report =
        ImportFixture.stakeholders(temp, "\"id\": { \"compose\": [\"year\", \"nr\"] }").file("a.csv", "year,nr\n2021,\n").run();
    assertEquals(List.of("mapping.required"), rules(report));
  }

  @Test
  void valuesAreMappedListedAsUnknownDefaultedAndResolvedByLabel() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "a.csv", "unknown": ["N.a.", "-"], "records": [ { "type": "stakeholder", "fields": {
          "id": "id",
          "sector": { "column": "sector", "map": { "kommun": "public", "bolag": "Business" } },
          "country": { "column": "country", "default": "SWE" },
          "registered": { "column": "registered", "map": { "1900-01-01": null } } } } ] }""")
        .file("a.csv", """
            id,sector,country,registered
            a,kommun,Finland,1900-01-01
            b,bolag,,1999-12-31
            c,N.a.,-,
            d, Civilsamhälle,DK,
            """.replace("Civilsamhälle", "CIVIL SOCIETY"));
    ImportReport report = fixture.run();
    assertEquals(
        List.of("country - 1 true", "registered 1900-01-01 1 true", "sector N.a. 1 true"),
        report.unknownValues().stream()
            .map(value -> value.field() + " " + value.value() + " " + value.count() + " " + value.declared()).toList());
    Map<String, Row> rows = byId(fixture.portfolio(), Stakeholder.TYPE);
    assertEquals("public FIN", rows.get("a").get(Stakeholder.SECTOR) + " " + rows.get("a").get(Stakeholder.COUNTRY));
    assertEquals("business SWE", rows.get("b").get(Stakeholder.SECTOR) + " " + rows.get("b").get(Stakeholder.COUNTRY));
    assertEquals("null SWE", rows.get("c").get(Stakeholder.SECTOR) + " " + rows.get("c").get(Stakeholder.COUNTRY));
    assertEquals("civil-society DNK", rows.get("d").get(Stakeholder.SECTOR) + " " + rows.get("d").get(Stakeholder.COUNTRY));
    assertEquals(null, rows.get("a").get(Stakeholder.REGISTERED));
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
  void datesAndAmountsAreReadInTheStyleOfTheSource() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "a.csv", "separator": ";", "records": [ { "type": "funding", "fields": {
          "id": "nr", "status": { "constant": "decided" },
          "amount": { "column": "tkr", "number": "sv", "times": 1000 },
          "date": { "column": "datum", "date": ["d/M yyyy", "yyyy-MM-dd HH:mm"] } } } ] }""")
        .file("a.csv", "nr;tkr;datum\n1;1\u00a0234,5;1/2 2022\n2;\u2212500;2022-03-04 10:00\n3;1.234;2022-03-04 10:00\n4;7;30/2 2022\n");
    Map<String, Row> rows = byId(fixture.portfolio(), Funding.TYPE);
    assertEquals(Set.of("1", "2"), rows.keySet());
    assertEquals("1234500.00 SEK", Objects.requireNonNull(rows.get("1").get(Funding.AMOUNT)).toString());
    assertEquals("-500000.00 SEK", Objects.requireNonNull(rows.get("2").get(Funding.AMOUNT)).toString());
    assertEquals(LocalDate.of(2022, 2, 1), rows.get("1").get(Funding.DATE));
    List<String> rejected = fixture.written("rejected.csv");
    assertTrue(rejected.get(1).startsWith("a.csv,4,mapping.bad-number,tkr,"), rejected.get(1));
    assertTrue(rejected.get(2).startsWith("a.csv,5,mapping.bad-date,datum,"), rejected.get(2));
  }

  @Test
  @SuppressWarnings("unchecked") // the field holds several codes
  void aLocalListIsCollectedFromTheValuesFound() throws Exception {
    ImportFixture fixture = ImportFixture.of(temp, "{" + ImportFixture.HEAD + """
        , "codelists": [ { "id": "x:topics", "name": { "sv": "Ämnen" }, "collect": "sv" } ],
        "fields": [ { "type": "initiative", "name": "x:topic", "kind": "code", "codelist": "x:topics", "many": true } ],
        "sources": [ { "files": "a.csv", "records": [ { "type": "initiative", "fields": {
          "id": "id", "x:topic": { "column": "topics", "split": "," } } } ] } ] }""")
        .file("a.csv", "id,topics\na,\"Öppna data, Hälsa\"\nb,öppna  data\nc,?!\n");
    Portfolio portfolio = fixture.portfolio();
    Field<List<String>> topic = (Field<List<String>>) portfolio.schema().type("initiative").field("x:topic").orElseThrow();
    Map<String, Row> rows = byId(portfolio, Initiative.TYPE);
    assertEquals(List.of("halsa", "oppna-data"), rows.get("a").get(topic));
    assertEquals(List.of("oppna-data"), rows.get("b").get(topic));
    assertEquals("Öppna data", portfolio.schema().codelist(topic).find("oppna-data").orElseThrow().label().in("sv"));
    assertEquals(3, portfolio.schema().codelist(topic).size());
    assertEquals(Map.of("x:topics", 1L), fixture.run().spellingsMerged());
  }

  @Test
  void codesMayBeAddedToAStandardList() throws Exception {
    Portfolio portfolio = ImportFixture.of(temp, "{" + ImportFixture.HEAD + """
        , "codelists": [ { "extends": "sectors", "codes": [
            { "code": "parish", "label": { "sv": "Församling" }, "parent": "civil-society" } ] } ],
        "sources": [ { "files": "a.csv", "records": [ { "type": "stakeholder", "fields": { "id": "id", "sector": "s" } } ] } ] }""")
        .file("a.csv", "id,s\na,församling\n")
        .portfolio();
    assertEquals("parish", only(portfolio, Stakeholder.TYPE).get(Stakeholder.SECTOR));
  }

  @Test
  void idsMadeOfNamesBringSpellingsTogetherAndTheLogLeadsBackToEachOfThem() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "a.csv", "records": [
          { "type": "stakeholder", "fields": {
            "id": { "column": "name", "identity": ["nfc", "blanks", "case"] }, "name": "name" } },
          { "type": "membership", "fields": { "member": { "column": "name", "identity": ["nfc", "blanks", "case"] } } } ] }""")
        .file("a.csv", "name\nRegion Örebro län\nREGION  O\u0308rebro län\nRegion Orebro lan\n");
    ImportReport report = fixture.run();
    assertEquals(2, report.records().get("stakeholder"));
    assertEquals(Map.of("stakeholder", 1L), report.merged());
    assertEquals(Map.of("stakeholder", 1L), report.spellingsMerged());
    List<String> log = fixture.written("identity-log.csv");
    assertEquals("of,id,text,count,first-source,first-row", log.get(0));
    assertEquals("stakeholder,region-orebro-lan,Region Örebro län,2,a.csv,2", log.get(1));
    assertEquals("stakeholder,region-orebro-lan,REGION  O\u0308rebro län,2,a.csv,3", log.get(2));
    assertTrue(log.get(3).matches("stakeholder,region-orebro-lan-[0-9a-f]{8},Region Orebro lan,2,a.csv,4"), log.get(3));
    assertEquals("Region Örebro län",
        byId(fixture.portfolio(), Stakeholder.TYPE).get("region-orebro-lan").get(Stakeholder.NAME));
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
    assertEquals("b", only(fixture.portfolio(), Stakeholder.TYPE).id().orElseThrow());
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
    assertEquals("a", only(fixture.portfolio(), Membership.TYPE).get(Membership.MEMBER));
  }

  @Test
  void whatBreaksARuleOfEveryPortfolioIsRejectedAtItsSource() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "a.csv", "records": [ { "type": "initiative", "fields": { "id": "nr", "start": "från", "end": "till" } } ] }""")
        .file("a.csv", "nr,från,till\n1,2022-01-01,2021-01-01\n2,2021-01-01,2022-01-01\n3,1066-01-01,\n");
    ImportReport report = fixture.run();
    assertEquals(List.of("a.csv:2", "a.csv:4"),
        report.findings().stream().map(f -> f.origin().source() + ":" + f.origin().row()).distinct().toList());
    assertEquals("2", only(fixture.portfolio(), Initiative.TYPE).id().orElseThrow());
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
    ImportFixture fixture = ImportFixture.sources(temp, MEMBERS)
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
