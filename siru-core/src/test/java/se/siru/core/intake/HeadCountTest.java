package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.model.Participation;
import se.siru.core.model.Row;

/** Attendance as lists have it: anonymous counts, statuses from several columns, several organisations. */
class HeadCountTest {
  @TempDir Path temp;

  private ImportFixture participations(String fields) throws Exception {
    return ImportFixture.sources(temp, """
        { "files": "a.csv", "records": [
          { "type": "activity", "merge": "first", "fields": { "id": { "constant": "forum" } } },
          { "type": "participation", "fields": { "activity": { "constant": "forum" }, %s } } ] }""".formatted(fields));
  }

  private Row only(ImportFixture fixture) throws Exception {
    List<Row> rows = fixture.portfolio().rows(Participation.TYPE).toList();
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  @Test
  void headsAreTheSumOfWomenMenAndUnknown() throws Exception {
    Row row = only(participations("""
        "heads": { "sum": ["Kvinnor", "Män", "Okänt"] }, "women": "Kvinnor", "men": "Män\"""")
        .file("a.csv", "Kvinnor,Män,Okänt\n12,7,3\n"));
    assertEquals(22, row.get(Participation.HEADS));
    assertEquals(12, row.get(Participation.WOMEN));
    assertEquals(7, row.get(Participation.MEN));
  }

  @ParameterizedTest
  @CsvSource({"false, ", "true, 19"})
  void anEmptyPartIsZeroOnlyWhereTheMappingSaysSo(boolean zero, String heads) throws Exception {
    ImportFixture fixture = participations(
        "\"heads\": { \"sum\": [\"Kvinnor\", \"Män\", \"Okänt\"], \"blank-is-zero\": " + zero + " }")
        .file("a.csv", "Kvinnor,Män,Okänt\n12,7,\n");
    Long all = only(fixture).get(Participation.HEADS);
    assertEquals(heads == null ? 1L : Long.valueOf(heads), all); // heads that are not stated are one
  }

  @ParameterizedTest
  @CsvSource({"22, 12, 7, 3, true", "23, 12, 7, 3, false", "21, 12, 7, 3, false", "22, 12, 7, '', true", "18, 12, 7, '', false",
      "22, '', '', '', true"})
  void aStatedTotalMustBeWhatItsPartsAddUpTo(String total, String women, String men, String unknown, boolean good)
      throws Exception {
    ImportReport report = participations("""
        "heads": { "column": "Antal", "equals-sum": ["Kvinnor", "Män", "Okänt"] }""")
        .file("a.csv", "Antal,Kvinnor,Män,Okänt\n" + String.join(",", total, women, men, unknown) + "\n")
        .run();
    assertEquals(good ? List.of() : List.of("mapping.not-the-sum"),
        report.findings().stream().map(finding -> finding.rule().id()).toList());
  }

  @Test
  void aSumOfWhatIsNoNumberIsRejected() throws Exception {
    ImportReport report = participations("\"heads\": { \"sum\": [\"Kvinnor\", \"Män\"] }")
        .file("a.csv", "Kvinnor,Män\n12,några\n").run();
    assertEquals(List.of("mapping.bad-number"), report.findings().stream().map(finding -> finding.rule().id()).toList());
  }

  @ParameterizedTest
  @CsvSource({"x, x, '', attended", "x, '', '', registered", "x, '', x, no-show", "'', x, '', attended", "'', '', '', "})
  void theStatusIsThatOfTheFirstCaseThatTheRowMeets(String registered, String came, String stayedAway, String status)
      throws Exception {
    Row row = only(participations("""
        "heads": { "constant": 2 },
        "status": { "cases": [
            { "when": { "column": "Kom", "in": ["x", "ja"] }, "then": "attended" },
            { "when": [ { "column": "Anmäld", "present": true }, { "column": "Uteblev", "present": true } ], "then": "no-show" },
            { "when": { "column": "Anmäld", "present": true }, "then": "registered" } ] }""")
        .file("a.csv", "Nr,Anmäld,Kom,Uteblev\n" + String.join(",", "1", registered, came, stayedAway) + "\n"));
    String found = row.get(Participation.STATUS);
    assertEquals(status == null ? "attended" : status, found); // a status that is not stated is attended
  }

  @Test
  void aPersonMayRepresentSeveralOrganisationsAndAnotherNone() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "a.csv", "records": [
          { "type": "activity", "merge": "first", "fields": { "id": { "constant": "forum" } } },
          { "type": "stakeholder", "each": { "column": "För", "split": "/" }, "fields": {
              "id": { "each": true, "identity": ["nfc", "blanks", "case"] }, "name": { "each": true } } },
          { "type": "stakeholder", "fields": { "id": { "pseudonym": "E-post" }, "kind": { "constant": "person" } } },
          { "type": "participation", "fields": { "activity": { "constant": "forum" }, "person": { "pseudonym": "E-post" },
              "organisations": { "column": "För", "split": "/", "identity": ["nfc", "blanks", "case"] } } } ] }""")
        .key(PseudonymKey.of("a secret of the tests, long enough 1".getBytes(StandardCharsets.UTF_8)))
        .file("a.csv", "E-post,För\nkaj@exempel.invalid,Eken / Asken\nkaj@exempel.invalid,EKEN\nklara@exempel.invalid,\n");
    List<Row> rows = fixture.portfolio().rows(Participation.TYPE).toList();
    List<String> both = Objects.requireNonNull(rows.get(0).get(Participation.ORGANISATIONS));
    assertEquals(List.of("asken", "eken"), both.stream().sorted().toList());
    assertEquals(List.of("eken"), rows.get(1).get(Participation.ORGANISATIONS));
    assertEquals(List.of(), rows.get(2).get(Participation.ORGANISATIONS));
    assertEquals(rows.get(0).get(Participation.PERSON), rows.get(1).get(Participation.PERSON));
  }
}
