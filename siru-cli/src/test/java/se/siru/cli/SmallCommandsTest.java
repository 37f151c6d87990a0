package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code init}, {@code import}, {@code indicators}, {@code plugins list} and {@code schema}. */
class SmallCommandsTest {
  private static final String MAPPING =
      """
      {"siru": "siru-mapping/1",
       "portfolio": {"name": "small", "currency": "SEK"},
       "literals": {"programme": [{"id": "op", "level": "operation", "name": "Projektet"}]},
       "sources": [{"files": "members.csv", "records": [{"type": "stakeholder", "fields": {
         "id": "number", "kind": {"constant": "organisation"}, "name": "name", "registered": "since"}}]}]}
      """;

  @TempDir
  Path folder;

  @Test
  void whatInitMakesIsAPortfolioWithoutErrors() {
    Path made = folder.resolve("new");
    assertEquals(ExitCode.DONE, CliRun.of("init", made.toString()).code());
    CliRun valid = CliRun.of("validate", made.toString());
    assertEquals(ExitCode.DONE, valid.code(), valid.err());
  }

  @Test
  void initLeavesAFolderAloneThatHoldsAnything() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    CliRun run = CliRun.of("init", folder.toString());
    assertEquals(ExitCode.USAGE, run.code());
    assertEquals("mine", Files.readString(folder.resolve("mine.txt")));
  }

  private CliRun importing(String rows, String... more) throws IOException {
    Path mapping = Files.writeString(folder.resolve("mapping.json"), MAPPING);
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.writeString(sources.resolve("members.csv"), rows);
    Files.writeString(sources.resolve("other.csv"), "a\n");
    List<String> args = new ArrayList<>(
        List.of(
            "import", "--mapping", mapping.toString(), sources.toString(), "--out", folder.resolve("out").toString()));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  @Test
  void anImportTellsWhatItReadMadeMergedAndRejected() throws IOException {
    CliRun run = importing("number,name,since\n1,Ett,2020-01-01\n2,Två,2021-01-01\n");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals("2 rows read · programme node: 1, stakeholder: 2 · 0 merged · 0 rejected", run.lines().get(0));
    assertTrue(run.err().contains("not read: other.csv"), run.err());
    assertEquals(ExitCode.DONE, CliRun.of("validate", folder.resolve("out").toString()).code());
  }

  @Test
  void rejectedRowsEndWith1AndTheRestIsKept() throws IOException {
    CliRun run = importing("number,name,since\n1,Ett,2020-01-01\n2,Två,yesterday\n");
    assertEquals(ExitCode.FOUND, run.code());
    assertTrue(run.err().contains("members.csv:3:since"), run.err());
    assertTrue(run.lines().get(0).endsWith("stakeholder: 1 · 0 merged · 1 rejected"), run.out());
    assertTrue(Files.readString(folder.resolve("out/rejected.csv")).contains("yesterday"));
    assertEquals(ExitCode.DONE, CliRun.of("validate", folder.resolve("out").toString()).code());
  }

  @Test
  void theSummaryIsSwedishWhereSwedishIsAsked() throws IOException {
    CliRun run = importing("number,name,since\n1,Ett,2020-01-01\n", "--lang", "sv");
    assertEquals("1 rad läst · programnod: 1, aktör: 1 · 0 sammanslagna · 0 avvisade", run.lines().get(0));
  }

  @Test
  void aRefusedImportTellsNoNumbers() throws IOException {
    CliRun run = importing("number;title;since\n1;Ett;2020-01-01\n");
    assertEquals(ExitCode.FOUND, run.code());
    assertEquals(List.of("nothing was written"), run.lines());
    assertTrue(run.err().contains("mapping.no-column") && run.err().contains("1 error"), run.err());
  }

  @Test
  void howATableWasReadIsToldWhereTheMappingDoesNotSayIt() throws IOException {
    CliRun run = importing("number;name;since\n1;Ett;2020-01-01\n");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.err().contains("info members.csv reading.separator-found: The fields are separated by ';'"), run.err());
  }

  @Test
  void anEmptyPortfolioIsWarnedAbout() {
    String empty = folder.resolve("empty").toString();
    assertEquals(ExitCode.DONE, CliRun.of("init", empty).code());
    CliRun run = CliRun.of("validate", empty);
    assertEquals(ExitCode.DONE, run.code());
    assertTrue(run.err().startsWith("warning programme.csv portfolio.no-programme-node: "), run.err());
  }

  @Test
  void aNameThatIsNotKnownIsAnsweredWithOneThatIs() {
    assertTrue(CliRun.of("indicators", "RC001").err().contains("did you mean RCO01?"));
    assertTrue(CliRun.of("indicators", "enterprises-supporte").err().contains("did you mean siru:enterprises-supported?"));
    assertTrue(CliRun.of("indicators", "--lang", "de").err().contains("sv, en"));
  }

  @Test
  void aStrictImportWritesNothingWhereARowIsRejected() throws IOException {
    CliRun run = importing("number,name,since\n1,Ett,2020-01-01\n2,Två,yesterday\n", "--strict");
    assertEquals(ExitCode.FOUND, run.code());
    assertTrue(run.out().contains("nothing was written"), run.out());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void everyIndicatorIsListedOnceWithItsCodeAndName() {
    List<String> lines = CliRun.of("indicators").lines();
    assertEquals(1, lines.stream().filter(line -> line.startsWith("RCO01 ")).count());
    assertTrue(CliRun.of("indicators", "--lang", "sv").out().contains("Företag som får stöd"));
  }

  @Test
  void anIndicatorIsShownWithItsDefinitionAndSource() {
    CliRun run = CliRun.of("indicators", "RCO01");
    assertTrue(run.out().contains("Counted so: ") && run.out().contains("Source: "), run.out());
    assertTrue(run.out().contains("siru:enterprises-supported"), run.out());
  }

  @Test
  void theCatalogueAsJsonIsAFileOfDefinitions() throws IOException {
    JsonNode file = new ObjectMapper().readTree(CliRun.of("indicators", "SI-P*", "--format", "json").out());
    assertEquals("siru-definitions/1", file.get("siru").textValue());
    assertTrue(file.get("indicators").size() >= 4);
  }

  @Test
  void pluginsAreListedWithWhatTheyBringAndThoseThatAreOffSaySo() {
    String list = CliRun.of("plugins", "list").out();
    assertTrue(list.contains("siru 0.1.0") && list.contains("format: csv") && list.contains("format: table"), list);
    assertTrue(
        list.lines().anyMatch(line -> line.startsWith("exempellan ") && line.contains("--enable exempellan")), list);
  }

  @Test
  void theSchemaIsADictionaryInTwoLanguagesAndAJsonSchema() throws IOException {
    assertTrue(CliRun.of("schema").out().startsWith("# Data dictionary\n"));
    assertFalse(CliRun.of("schema", "--lang", "sv").out().contains("# Data dictionary\n"));
    JsonNode schema = new ObjectMapper().readTree(CliRun.of("schema", "--format", "json-schema").out());
    assertEquals("https://json-schema.org/draft/2020-12/schema", schema.get("$schema").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mapping", "definitions", "rules"})
  void aSchemaInTheDocumentsIsTheOneOfThePluginsAtHand(String kind) throws IOException {
    Path document = Path.of("..", "docs", "reference", kind + ".schema.json");
    assertEquals(CliRun.of("schema", "--" + kind).out(), Files.readString(document),
        "siru schema --" + kind + " --out docs/reference/" + kind + ".schema.json");
  }

  @Test
  void schemasOfFilesAreAskedForOneAtATime() {
    assertEquals(ExitCode.USAGE, CliRun.of("schema", "--mapping", "--rules").code());
  }

  @Test
  void indicatorsUnderARuleSetTellTheirParametersAndWhatIsUnconfirmed() {
    CliRun bundled = CliRun.of("indicators", "RCO04", "--rules", "tillvaxtverket-2127");
    assertEquals(ExitCode.DONE, bundled.code(), bundled.err());
    assertTrue(
        bundled.out().contains("Parameter: min-support-hours = 0 hours (tillvaxtverket-2127/0.1, not yet confirmed)"), bundled.out());
    assertTrue(CliRun.of("indicators", "RCO04", "--rules", "tillvaxtverket-2127", "--lang", "sv").out().contains("aktivitetsindikator"));
  }

  @Test
  void aRuleSetOfOnesOwnIsAFileAndWhatNobodyAsksForIsTold() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.json"), """
        {"siru": "siru-rules/1", "id": "agency", "version": "1", "values": [
          {"indicators": ["RCO04"], "parameter": "min-support-hours", "value": 8, "evidence": "confirmed"},
          {"indicators": ["RCO04"], "parameter": "min-suport-hours", "value": 9, "evidence": "confirmed"}]}
        """);
    CliRun run = CliRun.of("indicators", "RCO01", "--rules", rules.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("min-support-hours = 8 hours (agency/1)"), run.out());
    assertTrue(run.err().contains("rules.unused") && run.err().contains("min-suport-hours"), run.err());
  }

  @Test
  void anUnknownRuleSetIsWrongUsageThatNamesThoseThereAre() {
    CliRun run = CliRun.of("indicators", "--rules", "tillvaxtverket");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("eu-fiche, tillvaxtverket-1420, tillvaxtverket-2127"), run.err());
  }
}
