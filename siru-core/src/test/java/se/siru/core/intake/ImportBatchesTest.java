package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Findings;
import se.siru.core.model.Membership;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.SourcedRow;

/** Files as batches: what is written of them, what becomes of them with the next import, and that neither depends on the machine. */
class ImportBatchesTest {
  private static final String HOURS = """
      { "files": "register.csv", "records": [ { "type": "stakeholder", "merge": "first", "fields": { "id": "org" } } ] },
      { "files": "time-*.csv", "records": [
          { "type": "stakeholder", "merge": "first", "fields": { "id": "org" } },
          { "type": "support", "merge": "sum", "fields": {
              "id": { "compose": [ "org", { "column": "day", "period": "month" } ] },
              "recipient": "org", "kind": { "constant": "guidance" }, "date": "day", "hours": "hours" } } ] }""";

  @TempDir Path temp;

  private ImportFixture hours() throws IOException {
    return ImportFixture.sources(temp, HOURS)
        .file("register.csv", "org\neken\nasken\n")
        .file("time-a.csv", "org,day,hours\neken,2024-01-10,2\nasken,2024-01-11,1\neken,2024-01-12,3\n")
        .file("time-b.csv", "org,day,hours\neken,2024-01-30,4\nasken,2024-02-01,5\n");
  }

  private static List<String> lineages(Portfolio portfolio, RecordType type) {
    return SourcedRow.of(portfolio, type)
        .map(each -> each.row().id().orElse("") + " " + each.origin() + " " + each.lineage().madeOf()).toList();
  }

  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return bytes;
  }

  private static List<String> said(ImportReport report) {
    return report.sourceChanges().stream()
        .map(change -> change.kind().code() + " " + change.source() + " " + change.before() + " → " + change.after()).toList();
  }

  @Test
  void aFileWhoseNameHoldsControlCharactersIsCalledSomethingElse() throws Exception {
    ImportFixture fixture = hours().file("time-\u001B\u0085.csv", "org,day,hours\neken,2024-03-30,4\n");
    assertTrue(fixture.run().written());
    Portfolio portfolio = fixture.portfolio();
    assertTrue(lineages(portfolio, Support.TYPE).stream().anyMatch(line -> line.contains("file-")), () -> lineages(portfolio, Support.TYPE).toString());
    assertTrue(fixture.run().written());
  }

  @Test
  void aCopyUnderAnotherNameIsCountedAndTold() throws Exception {
    ImportFixture fixture = hours();
    assertEquals(List.of(), fixture.run().findings());
    ImportReport report = fixture.file("time-c.csv", "org,day,hours\neken,2024-01-30,4\nasken,2024-02-01,5\n").run();
    assertTrue(report.written());
    assertEquals(
        List.of("'time-c.csv' and 'time-b.csv' have the same content, and both are counted."),
        report.findings().stream().map(finding -> finding.message("en")).toList());
  }

  @Test
  void factsAreOneFileASourceAndEachRecordNamesAllItsRows() throws Exception {
    ImportFixture fixture = hours();
    Portfolio portfolio = fixture.portfolio();
    assertEquals(List.of("id,recipient,kind,date,hours,row", "eken-2024-01,eken,guidance,2024-01-10,9,2;4;time-b.csv:2",
        "asken-2024-01,asken,guidance,2024-01-11,1,3"), fixture.written("support-time-a.csv"));
    assertEquals(List.of("id,recipient,kind,date,hours,row", "asken-2024-02,asken,guidance,2024-02-01,5,3"),
        fixture.written("support-time-b.csv"));
    assertEquals(
        List.of("eken-2024-01 support-time-a.csv:2 [time-a.csv:2, time-a.csv:4, time-b.csv:2]",
            "asken-2024-01 support-time-a.csv:3 [time-a.csv:3]", "asken-2024-02 support-time-b.csv:2 [time-b.csv:3]"),
        lineages(portfolio, Support.TYPE));
    List<Batch.Provenance> sources = portfolio.table(Support.TYPE.name()).batches().stream()
        .map(batch -> batch.provenance().madeOf()).toList();
    assertEquals(List.of("time-a.csv", "time-b.csv"), sources.stream().map(Batch.Provenance::source).toList());
    assertEquals(Folder.sha256(temp.resolve("sources").resolve("time-a.csv")), sources.get(0).hash());
  }

  @Test
  void entitiesAreOneFileAndNameTheSourceOfEachRowWhereThereAreSeveral() throws Exception {
    ImportFixture fixture = hours();
    Portfolio portfolio = fixture.portfolio();
    assertEquals(List.of("id,row", "eken,register.csv:2;time-a.csv:2;time-a.csv:4;time-b.csv:2",
        "asken,register.csv:3;time-a.csv:3;time-b.csv:3"), fixture.written("stakeholders.csv"));
    assertEquals("asken stakeholders.csv:3 [register.csv:3, time-a.csv:3, time-b.csv:3]",
        lineages(portfolio, Stakeholder.TYPE).get(0));
  }

  @Test
  void whatTheMappingStatesItselfNamesItsLine() throws Exception {
    Portfolio portfolio = hours().portfolio();
    assertEquals(List.of("op programme.csv:2 [mapping.json:3]"), lineages(portfolio, ProgrammeNode.TYPE));
  }

  @Test
  void oneRowThatMakesSeveralRecordsIsNamedByEachOfThem() throws Exception {
    Portfolio portfolio = ImportFixture.sources(temp, ImportFixture.MEMBERS)
        .file("a.csv", "org,sector,project,from,challenge\neken,business,p,2024-01-01,\n").portfolio();
    for (RecordType type : List.of(Stakeholder.TYPE, Membership.TYPE)) {
      assertTrue(lineages(portfolio, type).get(0).endsWith("[a.csv:2]"), () -> lineages(portfolio, type).toString());
    }
  }

  @Test
  void aPortfolioThatIsWrittenAgainKeepsWhatItsRecordsWereMadeOf() throws Exception {
    Portfolio portfolio = hours().portfolio();
    Path copy = temp.resolve("copy");
    PortfolioWriter.of(portfolio).write(copy);
    Portfolio again = PortfolioReader.standard().read(copy).orThrow();
    for (RecordType type : List.of(Support.TYPE, Stakeholder.TYPE, ProgrammeNode.TYPE)) {
      assertEquals(
          SourcedRow.of(portfolio, type).map(each -> each.lineage().madeOf()).toList(),
          SourcedRow.of(again, type).map(each -> each.lineage().madeOf()).toList());
    }
    assertEquals("time-a.csv", again.table(Support.TYPE.name()).batches().get(0).provenance().madeOf().source());
  }

  @Test
  void aPortfolioWithoutTheColumnHasNone() throws Exception {
    Path folder = temp.resolve("hand");
    Portfolio portfolio = Portfolio.builder()
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build()).build();
    PortfolioWriter.of(portfolio).write(folder);
    assertEquals("id,level", Files.readAllLines(folder.resolve("programme.csv")).get(0));
    assertEquals(List.of("op programme.csv:2 []"),
        lineages(PortfolioReader.standard().read(folder).orThrow(), ProgrammeNode.TYPE));
  }

  @Test
  void aCorrectedFileReplacesItsBatchAndTheReportSaysSo() throws Exception {
    ImportFixture fixture = hours();
    assertEquals(List.of("added register.csv 0 → 2", "added time-a.csv 0 → 3", "added time-b.csv 0 → 2"), said(fixture.run()));
    assertEquals(List.of("unchanged register.csv 2 → 2", "unchanged time-a.csv 3 → 3", "unchanged time-b.csv 2 → 2"),
        said(fixture.run()));
    ImportReport report = fixture.file("time-b.csv", "org,day,hours\neken,2024-01-30,4\n").run();
    assertEquals(List.of("unchanged register.csv 2 → 2", "unchanged time-a.csv 3 → 3", "replaced time-b.csv 2 → 1"), said(report));
    assertEquals(List.of("support 3 → 2"),
        report.changes().stream().map(change -> change.of() + " " + change.before() + " → " + change.after()).toList());
    assertFalse(fixture.wrote("support-time-b.csv"));
    Map<String, String> corrected = bytes(fixture.out());
    Path fresh = temp.resolve("fresh");
    fixture.run(fresh);
    assertEquals(bytes(fresh), corrected);
  }

  @Test
  void aFileUnderANewNameIsTheSameSource() throws Exception {
    ImportFixture fixture = hours();
    fixture.run();
    String text = "org,day,hours\neken,2024-01-30,4\nasken,2024-02-01,5\n";
    assertEquals(
        List.of("unchanged register.csv 2 → 2", "unchanged time-a.csv 3 → 3", "unchanged time-c.csv 2 → 2"),
        said(fixture.without("time-b.csv").file("time-c.csv", text).run()));
  }

  @Test
  void aSourceThatIsMissingRefusesTheImportUnlessItIsLetGoOf() throws Exception {
    ImportFixture fixture = hours();
    fixture.run();
    Map<String, String> before = bytes(fixture.out());
    ImportReport refused = fixture.without("time-b.csv").run();
    assertFalse(refused.written());
    assertEquals(List.of("import.source-gone"), refused.findings().stream().map(each -> each.rule().id()).toList());
    assertEquals("'time-b.csv' is a source of the portfolio (2 rows) but not among the files.",
        refused.findings().get(0).message("en"));
    assertEquals(List.of(), said(refused));
    assertEquals(before, bytes(fixture.out()));
    ImportReport let = fixture.asking(Import::droppingSources).run();
    assertEquals(List.of("unchanged register.csv 2 → 2", "unchanged time-a.csv 3 → 3", "gone time-b.csv 2 → 0"), said(let));
    assertEquals(List.of("unchanged register.csv 2 → 2", "unchanged time-a.csv 3 → 3"),
        said(fixture.asking(run -> run).run()));
  }

  @Test
  void aPortfolioThatNoImportWroteIsLeftAloneUnlessItIsToBeReplaced() throws Exception {
    ImportFixture fixture = hours();
    Templates.writeEmptyPortfolio(fixture.out(), "by hand", Schema.standard());
    Files.writeString(fixture.out().resolve("ABOUT.md"), "what we agreed on\n");
    Files.writeString(fixture.out().resolve("identity.csv"), "id,target,kind,from\nek,eken,alias,\n");
    Map<String, String> before = bytes(fixture.out());
    ImportReport refused = fixture.run();
    assertFalse(refused.written());
    assertEquals(List.of("import.not-imported"), refused.findings().stream().map(each -> each.rule().id()).toList());
    assertEquals(before, bytes(fixture.out()));
    ImportReport replaced = fixture.asking(Import::replacingHandWritten).run();
    assertTrue(replaced.written());
    assertFalse(fixture.wrote("effects.csv"));
    assertEquals(List.of("what we agreed on"), fixture.written("ABOUT.md"));
    assertEquals("ek,eken,alias,", fixture.written("identity.csv").get(1));
    assertTrue(fixture.asking(run -> run).run().written());
  }

  @Test
  void anotherMappingIsTold() throws Exception {
    hours().run();
    ImportFixture other = ImportFixture.sources(temp, HOURS.replace("guidance", "training"));
    assertTrue(other.run().mappingChanged());
    assertFalse(other.run().mappingChanged());
  }

  @Test
  void theSameFilesGiveTheSameBytesInAnyOrderAndOnAnyMachine() throws Exception {
    ImportFixture fixture = hours();
    fixture.run();
    Map<String, String> expected = bytes(fixture.out());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (int seed = 0; seed < 6; seed++) {
        Locale.setDefault(Locale.forLanguageTag(List.of("tr", "ar-EG", "th-TH-u-nu-thai").get(seed % 3)));
        TimeZone.setDefault(TimeZone.getTimeZone(seed % 2 == 0 ? "Pacific/Apia" : "America/Adak"));
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(temp.resolve("sources"))) {
          all.forEach(files::add);
        }
        files.add(temp.resolve("sources")); // and so each of them twice
        Collections.shuffle(files, new Random(seed));
        Findings findings = new Findings();
        Path mapping = Files.writeString(temp.resolve("mapping.json"), "{" + ImportFixture.HEAD + ", \"sources\": [" + HOURS + "]}");
        Path out = temp.resolve("out-" + seed);
        Import.of(Mapping.read(mapping, findings).orElseThrow(), files).into(out);
        assertEquals(expected, bytes(out));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void filesOfOneNameInSeveralFoldersAreToldApartInAnyOrder() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "*.csv", "records": [ { "type": "stakeholder", "fields": { "id": "org" } } ] }""");
    List<Path> folders = new ArrayList<>();
    for (String name : List.of("north", "south")) {
      folders.add(Files.createDirectories(temp.resolve(name)));
      Files.writeString(temp.resolve(name).resolve("a.csv"), "org\n" + name + "-org\n", StandardCharsets.UTF_8);
    }
    Findings findings = new Findings();
    Path file = Files.writeString(temp.resolve("mapping.json"), "{" + ImportFixture.HEAD + """
        , "sources": [ { "files": "*.csv", "records": [ { "type": "stakeholder", "fields": { "id": "org" } } ] } ]}""");
    Mapping mapping = Mapping.read(file, findings).orElseThrow();
    Import.of(mapping, folders).into(fixture.out());
    assertEquals(List.of("id,row", "north-org,north/a.csv:2", "south-org,south/a.csv:2"), fixture.written("stakeholders.csv"));
    Map<String, String> expected = bytes(fixture.out());
    Collections.reverse(folders);
    Import.of(mapping, folders).into(fixture.out());
    assertEquals(expected, bytes(fixture.out()));
  }

  @Test
  void aNameThatTheMappingGivesMeansOneFile() throws Exception {
    Portfolio portfolio = ImportFixture.sources(temp, """
        { "files": "a.csv", "called": "list", "records": [ { "type": "stakeholder", "fields": { "id": "org" } } ] },
        { "files": "b.csv", "called": "list", "records": [ { "type": "stakeholder", "fields": { "id": "org" } } ] }""")
        .file("a.csv", "org\neken\n").file("b.csv", "org\n\nasken\n").portfolio();
    assertEquals(List.of("asken stakeholders.csv:3 [list-2:3]", "eken stakeholders.csv:2 [list-1:2]"),
        lineages(portfolio, Stakeholder.TYPE));
  }
}
