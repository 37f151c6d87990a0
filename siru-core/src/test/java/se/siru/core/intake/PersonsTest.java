package se.siru.core.intake;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.Finding;
import se.siru.core.model.Participation;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Portfolio;

/** Persons come in as pseudonyms, and what else is said about them stays in the source. */
class PersonsTest {
  private static final PseudonymKey KEY = key("a secret of the tests, long enough 1");
  private static final PseudonymKey OTHER = key("a secret of the tests, long enough 2");

  @TempDir Path temp;

  private static PseudonymKey key(String text) {
    return PseudonymKey.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rules(ImportReport report) {
    return report.findings().stream().map(finding -> finding.rule().id()).toList();
  }

  /** A mapping of files to persons with further fields, and to their participations. */
  private ImportFixture attendance(String person, String more) throws Exception {
    return ImportFixture.of(temp, """
        { %s, "sources": [ { "files": "*.csv", "records": [
          { "type": "activity", "merge": "first", "fields": { "id": { "constant": "forum" } } },
          { "type": "stakeholder", "merge": "first", "fields": {
              "id": { "pseudonym": %s }, "kind": { "constant": "person" }%s } },
          { "type": "participation", "fields": {
              "activity": { "constant": "forum" }, "person": { "pseudonym": %s } } } ] } ] }"""
        .formatted(ImportFixture.HEAD, person, more, person)).key(KEY);
  }

  private static List<String> persons(Portfolio portfolio) {
    return portfolio.rows(Stakeholder.TYPE).map(row -> row.id().orElseThrow()).sorted().toList();
  }

  @Test
  void spellingsOfAnAddressInTwoFilesAreOnePerson() throws Exception {
    Portfolio portfolio = attendance("\"E-post\"", "")
        .file("a.csv", "E-post\nkån@exempel.invalid\n  Kån@EXEMPEL.invalid \n")
        .file("b.csv", "E-post\nKa\u030an@exempel.invalid\nann@exempel.invalid\n")
        .portfolio();
    assertEquals(2, persons(portfolio).size());
    assertEquals(4, portfolio.rows(Participation.TYPE).count());
    persons(portfolio).forEach(id -> assertTrue(id.matches("p-[0-9a-f]{24}"), id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"900101-0017", "19900101-0017", "199001010017", "9001010017", " 900101 0017 ", "900101\u20130017"})
  void spellingsOfAPersonalNumberAreOnePerson(String written) throws Exception {
    Portfolio portfolio = attendance("\"Nummer\"", "").file("a.csv", "Nummer\n900101-0017\n" + written + "\n").portfolio();
    assertEquals(1, persons(portfolio).size());
  }

  @Test
  void severalColumnsAreAllNeededAndDoNotRunIntoEachOther() throws Exception {
    Portfolio portfolio = attendance("[\"Förnamn\", \"Efternamn\"]", "")
        .file("a.csv", "Förnamn,Efternamn\nKaj,Anka\nKajA,nka\nAnka,Kaj\nKaj,\n")
        .portfolio();
    assertEquals(3, persons(portfolio).size());
    assertEquals(1, portfolio.rows(Participation.TYPE).filter(row -> row.get(Participation.PERSON) == null).count());
  }

  @Test
  void theFirstAlternativeThatIsFilledIsTaken() throws Exception {
    String person = "[[\"E-post\"], [\"Namn\", \"Telefon\"]], \"unknown\": [\"saknas\"]";
    Portfolio portfolio = attendance(person, "")
        .file("a.csv", """
            E-post,Namn,Telefon
            kaj@exempel.invalid,Kaj Anka,1
            kaj@exempel.invalid,K. Anka,2
            saknas,Kaj Anka,1
            ,KAJ  ANKA,1
            ,Kaj Anka,
            """)
        .portfolio();
    assertEquals(2, persons(portfolio).size());
    assertEquals(5, portfolio.rows(Participation.TYPE).count());
  }

  @Test
  void anotherKeyMakesOtherPseudonymsAndItsFingerprintIsRecorded() throws Exception {
    ImportFixture fixture = attendance("\"E-post\"", "").file("a.csv", "E-post\nkaj@exempel.invalid\n");
    List<String> first = persons(fixture.portfolio());
    assertTrue(String.join("\n", fixture.written("datapackage.json")).contains("\"siru:pseudonym-key\": \"" + KEY.fingerprint()));
    assertEquals(first, persons(fixture.portfolio()));
    assertEquals(List.of("mapping.other-pseudonym-key"), rules(fixture.key(OTHER).run()));
    assertNotEquals(first, persons(fixture.portfolio()));
    assertNotEquals(KEY.fingerprint(), OTHER.fingerprint());
  }

  @Test
  void withoutAKeyNothingIsReadOrWritten() throws Exception {
    ImportFixture fixture = attendance("\"E-post\"", "").key(null).file("a.csv", "E-post\nkaj@exempel.invalid\n");
    ImportReport report = fixture.run();
    assertEquals(List.of("mapping.no-pseudonym-key"), rules(report));
    assertEquals(0, report.rowsRead());
    assertFalse(fixture.wroteAnything());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"name\": \"Namn\"", "\"name\": {\"compose\": [\"Ort\", \"Namn\"]}", "\"registered\": \"Född\"",
      "\"name\": {\"cases\": [{\"when\": {\"column\": \"Ort\", \"present\": true}, \"then\": {\"column\": \"Namn\"}}]}"})
  void aFieldThatWouldCopyAPersonalColumnRefusesTheMapping(String field) throws Exception {
    List<Finding> findings = ImportFixture.of(temp, """
        { %s, "sources": [ { "files": "a.csv", "personal": ["Namn", "Född"], "records": [
          { "type": "stakeholder", "fields": { "id": "Nr", %s } } ] } ] }""".formatted(ImportFixture.HEAD, field))
        .mappingFindings();
    assertEquals(List.of("mapping.personal-column"), findings.stream().map(found -> found.rule().id()).toList());
  }

  @ParameterizedTest
  @CsvSource({"/who, /who/city", "/who/name, /who", "who, /who/city", "/who, who", "/who/names, /who/names/0"})
  void whatIsPersonalInJsonIsItsPartsAndWhatItIsPartOf(String personal, String read) throws Exception {
    for (boolean other : new boolean[] {false, true}) {
      List<Finding> findings = ImportFixture.of(temp, """
          { %s, "sources": [ { "files": "a.json", "reader": "json", "personal": ["%s"], "records": [
            { "type": "stakeholder", "fields": { "id": "nr", "name": "%s" } } ] } ] }"""
          .formatted(ImportFixture.HEAD, personal, other ? "/whole" : read)).mappingFindings();
      assertEquals(other ? List.of() : List.of("mapping.personal-column"),
          findings.stream().map(found -> found.rule().id()).toList());
    }
  }

  @Test
  void theColumnsOfAPseudonymMayNotBeCopiedEither() throws Exception {
    List<Finding> findings = attendance("[\"Namn\", \"E-post\"]", ", \"name\": \"Namn\"").mappingFindings();
    assertEquals(List.of("mapping.personal-column"), findings.stream().map(found -> found.rule().id()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "1990, 30-54", "2004, 18-29", "2005, 0-17", "1967, 55-plus", "1968, 30-54", "2005-01-01, 0-17", "2004-12-31, 18-29",
    "1967-12-31, 55-plus", "1968-01-01, 30-54", "900101-0017, 30-54"
  })
  void theAgeClassIsThatOfTheStatedDay(String born, String ageClass) throws Exception {
    Portfolio portfolio = attendance("\"E-post\"", ", \"age-class\": {\"column\": \"Född\", \"age-on\": \"2022-12-31\"}")
        .file("a.csv", "E-post,Född\nkaj@exempel.invalid," + born + "\n")
        .portfolio();
    Row person = portfolio.rows(Stakeholder.TYPE).findAny().orElseThrow();
    assertEquals(ageClass, person.get(Stakeholder.AGE_CLASS));
    assertNull(person.get(Stakeholder.GENDER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-01-01", "2023", "1890", "90", "900101-0018", "Kaj Anka"})
  void whatTellsNoAgeIsRejectedAndNotShown(String born) throws Exception {
    ImportReport report = attendance("\"E-post\"", ", \"age-class\": {\"column\": \"Född\", \"age-on\": \"2022-12-31\"}")
        .file("a.csv", "E-post,Född\nkaj@exempel.invalid," + born + "\n")
        .run();
    assertEquals(List.of("mapping.bad-birth"), rules(report));
    assertFalse(report.findings().get(0).arguments().containsValue(born), report.findings().toString());
  }

  @Test
  void theGenderOfANumberIsOnlyTakenWhereTheMappingSaysSo() throws Exception {
    String sources = "Nummer\n900101-0017\n900102-0024\n";
    Portfolio silent = attendance("\"Nummer\"", "").file("a.csv", sources).portfolio();
    assertTrue(silent.rows(Stakeholder.TYPE).allMatch(row -> row.get(Stakeholder.GENDER) == null));
    Portfolio asked = attendance("\"Nummer\"", ", \"gender\": {\"column\": \"Nummer\", \"gender-of-number\": true}")
        .file("a.csv", sources).portfolio();
    assertEquals(List.of("men", "women"),
        asked.rows(Stakeholder.TYPE).map(row -> Objects.requireNonNull(row.get(Stakeholder.GENDER))).sorted().toList());
  }

  @Test
  void rejectedRowsShowNeitherPersonalColumnsNorThoseThatAreNotRead() throws Exception {
    ImportFixture fixture = ImportFixture.of(temp, """
        { %s, "sources": [ { "files": "a.csv", "personal": ["Kön"], "records": [
          { "type": "stakeholder", "fields": { "id": { "pseudonym": "E-post" }, "kind": { "constant": "person" },
              "gender": { "column": "Kön", "map": { "K": "women" } }, "region": "Kommun" } } ] } ] }"""
        .formatted(ImportFixture.HEAD)).key(KEY)
        .file("a.csv", """
            E-post,Kön,Kommun,Allergi
            kaj@exempel.invalid,hemligt,ring 070-123 45 67,nötter
            kaj@exempel.invalid,K,Habo,nötter,kaj@exempel.invalid
            """);
    fixture.run();
    List<String> rejected = fixture.written("rejected.csv");
    assertEquals("source,row,rule,column,message,E-post,Kön,Kommun", rejected.get(0));
    assertEquals("a.csv,2,mapping.unknown-value,Kön,\"'[personal]' is neither a code nor a label of the list genders.\","
        + "[personal],[personal],ring [phone]", rejected.get(1));
    assertEquals("a.csv,2,mapping.unknown-value,Kommun,\"'ring [phone]' is neither a code nor a label of the list regions.\","
        + "[personal],[personal],ring [phone]", rejected.get(2));
    assertEquals("a.csv,3,mapping.field-count,,\"The row has 5 fields, the header 4.\",,,", rejected.get(3));
  }

  @Test
  void aPersonsNameInAnotherColumnIsMaskedAndAnOrganisationOfThatNameBecomesAPseudonym() throws Exception {
    ImportFixture fixture = ImportFixture.of(temp, """
        { %s, "sources": [ { "files": "a.csv", "personal": ["Namn"], "records": [
          { "type": "stakeholder", "fields": {
              "id": { "column": "Organisation", "identity": ["nfc", "blanks", "case"] }, "name": "Organisation" } } ] } ] }"""
        .formatted(ImportFixture.HEAD)).key(KEY)
        .file("a.csv", "Namn,Organisation\nKaj Anka,Kaj Anka\nKlara Anka,Klara ANKA (privat)\nKaj Anka,Ankeborgs odling\n");
    Portfolio portfolio = fixture.portfolio();
    Map<String, String> names = portfolio.rows(Stakeholder.TYPE)
        .collect(toMap(row -> row.id().orElseThrow(), row -> Objects.requireNonNull(row.get(Stakeholder.NAME))));
    assertEquals(3, names.size());
    assertEquals("Ankeborgs odling", names.get("ankeborgs-odling"));
    assertEquals(List.of("Ankeborgs odling", "[person]", "[person]"), names.values().stream().sorted().toList());
    assertEquals(List.of("mapping.personal-id-replaced", "mapping.personal-text"), rules(fixture.run()));
    assertEquals(List.of("stakeholder,ankeborgs-odling,Ankeborgs odling,1,a.csv,4,text"),
        fixture.written("identity-log.csv").subList(1, 2));
  }

  @Test
  void aSoleTradersNumberIsAPersons() throws Exception {
    String fields = "\"id\": \"Orgnr\", \"organisation-number\": \"Orgnr\"";
    String rows = "Orgnr\n556000-1122\n900101-0017\n19900101-0017\n";
    ImportFixture without = ImportFixture.stakeholders(temp.resolve("without"), fields).file("a.csv", rows);
    assertEquals(2, rules(without.run()).stream().filter("mapping.personal-id"::equals).count());
    assertEquals(List.of("id,organisation-number,row", "556000-1122,556000-1122,2"), without.written("stakeholders.csv"));

    ImportFixture with = ImportFixture.stakeholders(temp.resolve("with"), fields).key(KEY).file("a.csv", rows);
    assertEquals(List.of("mapping.personal-id-replaced", "mapping.personal-organisation-number"),
        List.copyOf(new TreeSet<>(rules(with.run()))));
    List<String> written = with.written("stakeholders.csv");
    assertEquals("556000-1122,556000-1122,2", written.get(1));
    assertTrue(written.get(2).matches("id-[0-9a-f]{24},,3\\.\\.4"), written.get(2));
    assertEquals(3, written.size());
  }

  @Test
  void aSoleTraderWhoTakesPartIsAPersonAndAnOrganisation() throws Exception {
    Portfolio portfolio = ImportFixture.sources(temp, """
        { "files": "a.csv", "records": [
          { "type": "stakeholder", "fields": { "id": "Orgnr" } },
          { "type": "stakeholder", "fields": { "id": { "pseudonym": "Personnummer" }, "kind": { "constant": "person" } } } ] }""")
        .key(KEY).file("a.csv", "Orgnr,Personnummer\n900101-0017,19900101-0017\n").portfolio();
    assertEquals(List.of("id-", "p-"), persons(portfolio).stream().map(id -> id.substring(0, id.indexOf('-') + 1)).toList());
  }

  @Test
  void whatOnlyLooksLikeANumberIsKeptWhereTheMappingSaysSo() throws Exception {
    Portfolio portfolio = ImportFixture.stakeholders(temp, """
        "id": { "column": "Nr", "personal": false }, "name": { "column": "Nr", "personal": false }""")
        .file("a.csv", "Nr\n220314-1024\n").portfolio();
    assertEquals(List.of("220314-1024"), portfolio.rows(Stakeholder.TYPE).map(row -> row.get(Stakeholder.NAME)).toList());
  }

  @Test
  void filesAreCalledWhatTheMappingSaysOrByANumberWhereTheirNamesArePersonal() throws Exception {
    ImportFixture fixture = ImportFixture.of(temp, """
        { %s, "sources": [
          { "files": "Tid*.csv", "called": "time-sheet", "records": [ { "type": "stakeholder", "fields": { "id": "Nr" } } ] },
          { "files": "*@*.csv", "records": [ { "type": "stakeholder", "fields": { "id": "Nr" } } ] } ] }"""
        .formatted(ImportFixture.HEAD))
        .file("Tid Kaj Anka.csv", "Nr\n1\n").file("Tid Klara Anka.csv", "Nr\n2\n").file("kaj@exempel.invalid.csv", "Nr\n3\n");
    assertEquals(List.of("time-sheet-1", "time-sheet-2", "file-1"),
        fixture.run().sources().stream().map(ImportReport.Source::file).toList());
  }

  @Test
  void aPersonInNestedJsonIsAPseudonymAndTheRestOfTheObjectIsLeftOut() throws Exception {
    ImportFixture fixture = ImportFixture.of(temp, """
        { %s, "sources": [ { "files": "a.json", "reader": "json", "records": [
          { "type": "activity", "fields": { "id": "event", "kind": "kind" } },
          { "type": "stakeholder", "each": { "path": "/attendees" }, "fields": {
              "id": { "pseudonym": [ { "each": "/email" } ] }, "kind": { "constant": "person" } } },
          { "type": "participation", "each": { "path": "/attendees" }, "fields": {
              "activity": "event", "person": { "pseudonym": [ { "each": "/email" } ] } } } ] } ] }"""
        .formatted(ImportFixture.HEAD)).key(KEY)
        .file("a.json", """
            [ { "event": "e1", "kind": "dialogue-forum", "attendees": [
                  { "name": "Kaj Anka", "email": "kaj@exempel.invalid" },
                  { "name": "Klara Anka", "email": "klara@exempel.invalid" } ] },
              { "event": "e2", "kind": "kaj@exempel.invalid", "attendees": [
                  { "name": "Kaj Anka", "email": "KAJ@exempel.invalid" } ] } ]
            """);
    assertEquals(Map.of("programme", 1L, "activity", 1L, "stakeholder", 2L, "participation", 2L), fixture.run().records());
    String rejected = String.join("\n", fixture.written("rejected.csv")).toLowerCase(Locale.ROOT);
    assertFalse(rejected.contains("kaj") || rejected.contains("anka"), rejected);
  }
}
