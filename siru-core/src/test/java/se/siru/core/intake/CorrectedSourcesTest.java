package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Finding;

/** What an import tells of rows that are added up, of what a correction changed, and of files that it cannot find or call. */
class CorrectedSourcesTest {
  private static final String HOURS = """
      { "files": "a*.csv", "records": [
        { "type": "stakeholder", "fields": { "id": "klient" } },
        { "type": "support", "merge": "sum", "fields": { "id": "klient", "recipient": "klient",
            "kind": { "constant": "guidance" }, "date": "dag",
            "hours": { "column": "timmar", "once-per": [ "dag", "klient", "möte" ] }, "staff-hours": "egen" } } ] }""";
  private static final String HEADER = "dag,klient,möte,timmar,egen\n";

  @TempDir Path temp;

  private static List<String> told(ImportReport report) {
    return report.findings().stream().map(Finding::toString).toList();
  }

  @Test
  void aNegativePartIsNotMadeGoodByTheRestOfTheSum() throws IOException {
    ImportReport report = ImportFixture.sources(temp, HOURS)
        .file("a.csv", HEADER + "2022-03-01,k,1,10,10\n2022-03-02,k,2,-3,3\n2022-03-03,k,3,5,5\n").run();
    assertEquals(1, report.findings().size(), report.findings().toString());
    Finding why = report.findings().get(0);
    assertEquals("a.csv:3:timmar cell.out-of-range", why.origin() + " " + why.rule().id());
    assertEquals("-3", why.arguments().get("value"));
    assertEquals(1, report.rowsRejected());
  }

  @Test
  void aSumThatIsTooGreatSaysWhoseRowsItIs() throws IOException {
    ImportReport report = ImportFixture.sources(temp, HOURS)
        .file("a.csv", HEADER + "2022-03-01,k,1,999000,1\n2022-03-02,k,2,1,1\n2022-03-03,k,3,2000,1\n").run();
    List<Finding> sums = report.findings().stream().filter(each -> each.rule().id().equals("mapping.sum-out-of-range")).toList();
    assertEquals(3, sums.size(), report.findings().toString());
    sums.forEach(each -> assertTrue(each.message("en").contains("1001001") && each.message("en").contains("a.csv:2..4"), each.message("en")));
  }

  @Test
  void twoStatementsOfOneMeetingAreQuotedAsTheyStandAndNotAsSums() throws IOException {
    ImportReport report = ImportFixture.sources(temp, HOURS)
        .file("a.csv", HEADER + "2022-03-01,k,1,2,1\n2022-03-02,k,2,3,1\n2022-03-02,k,2,4,1\n").run();
    Finding why = report.findings().get(0);
    assertEquals("a.csv:4:timmar mapping.conflict", why.origin() + " " + why.rule().id());
    assertEquals("4 3 a.csv:3", why.arguments().get("value") + " " + why.arguments().get("other") + " " + why.arguments().get("place"));
  }

  @Test
  void aCorrectedAmountIsToldThoughAllCountsStay() throws IOException {
    ImportFixture fixture = ImportFixture.sources(temp, HOURS).file("a.csv", HEADER + "2022-03-01,k,1,60.5,1\n2022-03-02,k,2,59.5,1\n");
    assertEquals(List.of(), fixture.run().sumChanges());
    fixture.file("a.csv", HEADER + "2022-03-01,k,1,60.5,1\n2022-03-02,k,2,57.5,1\n");
    ImportReport report = fixture.run();
    assertEquals(List.of(), report.changes());
    assertEquals(1, report.sumChanges().size());
    SumChange change = report.sumChanges().get(0);
    assertEquals("support.hours 120 118", change.type() + "." + change.field() + " " + change.before().toPlainString() + " "
        + change.after().toPlainString());
    assertEquals(List.of(), fixture.run().sumChanges());
  }

  /** What Java makes of a name whose bytes are no text in its encoding, as under LC_ALL=C. */
  @Test
  void aFileNameThatCannotBeReadIsToldAndNothingIsCalledSo() throws IOException {
    ImportReport report = ImportFixture.sources(temp, HOURS).file("a-n\uFFFDrvaro.csv", HEADER + "2022-03-01,k,1,1,1\n").run();
    assertTrue(told(report).get(0).contains("import.undecodable-name"), told(report).toString());
    assertFalse(report.written());
  }

  @Test
  void aFileThatNoPatternFitsSinceItsNameCannotBeReadIsToldToo() throws IOException {
    ImportReport report = ImportFixture.sources(temp, HOURS.replace("a*.csv", "närvaro.csv")).file("n\uFFFDrvaro.csv", HEADER).run();
    assertEquals(List.of("import.undecodable-name", "mapping.no-file"),
        report.findings().stream().map(each -> each.rule().id()).sorted().toList());
  }

  @Test
  void aSourceThatTheMappingRequiresCanBeLetGoOf() throws IOException {
    ImportFixture fixture = ImportFixture.sources(temp, HOURS + "," + HOURS.replace("a*.csv", "b.csv"))
        .file("a.csv", HEADER + "2022-03-01,k,1,1,1\n").file("b.csv", HEADER + "2022-03-02,l,1,1,1\n");
    assertTrue(fixture.run().written());
    fixture.without("b.csv");
    assertTrue(fixture.run().findings().stream().anyMatch(each -> each.rule().id().equals("mapping.no-file")));
    ImportReport dropped = fixture.asking(Import::droppingSources).run();
    assertTrue(dropped.written(), told(dropped).toString());
    assertEquals(List.of("b.csv GONE"), dropped.sourceChanges().stream()
        .filter(change -> change.kind() == SourceChange.Kind.GONE).map(change -> change.source() + " " + change.kind()).toList());
  }

  @Test
  void aFileInTheTargetIsToldOnceHoweverManyPartsOfTheMappingReadIt() throws IOException {
    Path out = Files.createDirectories(temp.resolve("sources").resolve("out"));
    ImportFixture fixture = ImportFixture.sources(temp, HOURS + "," + HOURS + "," + HOURS).file("out/a.csv", HEADER);
    assertEquals(List.of("mapping.file-in-target"),
        fixture.run(out).findings().stream().map(each -> each.rule().id()).toList());
  }
}
