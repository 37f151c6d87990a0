package se.siru.core.intake;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
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
import se.siru.core.model.Field;
import se.siru.core.model.Funding;
import se.siru.core.model.Initiative;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Portfolio;

/** What an import makes of the rows of its sources. */
class ImportTest {
  @TempDir Path temp;

  private static Map<String, Row> byId(Portfolio portfolio, RecordType type) {
    return portfolio.rows(type).collect(toMap(row -> row.id().orElseThrow(), row -> row));
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
    assertEquals("Ängens; Vänner", ImportFixture.only(portfolio, Stakeholder.TYPE).get(Stakeholder.NAME));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
    Portfolio portfolio = ImportFixture.stakeholders(temp, "\"id\": \"id\"").file("a.csv", "\ufeffid\na\n").portfolio();
    assertEquals("a", ImportFixture.only(portfolio, Stakeholder.TYPE).id().orElseThrow());
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
            { "files": "data/*.json", "reader": "json", "path": "/result/rows", "records": [
              { "type": "stakeholder", "fields": {
                "id": "nr", "name": { "path": "/names/0/text" }, "economic": { "column": "trade", "map": { "true": "yes" } } } } ] }""")
            .file("data/x.json", """
                { "result": { "rows": [ { "nr": 12, "names": [ { "text": "Tolvan" } ], "trade": true } ] } }""")
            .portfolio();
    Row row = ImportFixture.only(portfolio, Stakeholder.TYPE);
    assertEquals(List.of("12", "Tolvan", "yes"),
        List.of(row.id().orElseThrow(), row.get(Stakeholder.NAME), row.get(Stakeholder.ECONOMIC)));
  }

  @Test
  void oneRowMakesRecordsOfSeveralTypesAndSeveralRowsMakeOne() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, ImportFixture.MEMBERS).file("a.csv", """
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
  void aListInOneRowMakesOneRecordForEachElement() throws Exception {
    Portfolio portfolio =
        ImportFixture.sources(temp, """
            { "files": "a.json", "reader": "json", "records": [
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
    assertEquals("2021/F/7/2", ImportFixture.only(portfolio, Stakeholder.TYPE).id().orElseThrow());
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
    assertEquals("parish", ImportFixture.only(portfolio, Stakeholder.TYPE).get(Stakeholder.SECTOR));
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
    assertEquals("of,id,text,count,first-source,first-row,method", log.get(0));
    assertEquals("stakeholder,region-orebro-lan,Region Örebro län,2,a.csv,2,text", log.get(1));
    assertEquals("stakeholder,region-orebro-lan,REGION  O\u0308rebro län,2,a.csv,3,text", log.get(2));
    assertTrue(log.get(3).matches("stakeholder,region-orebro-lan-[0-9a-f]{8},Region Orebro lan,2,a.csv,4,text"), log.get(3));
    assertEquals("Region Örebro län",
        byId(fixture.portfolio(), Stakeholder.TYPE).get("region-orebro-lan").get(Stakeholder.NAME));
  }
}
