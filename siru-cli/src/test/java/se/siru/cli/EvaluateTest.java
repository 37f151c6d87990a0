package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code evaluate} on the bundled region. */
class EvaluateTest {
  private static Example example;
  private static String portfolio;

  @TempDir
  Path folder;

  @BeforeAll
  static void unpack() throws IOException {
    example = Example.unpack("exempellan");
    portfolio = example.folder().toString();
  }

  @AfterAll
  static void delete() throws IOException {
    example.close();
  }

  private static CliRun evaluate(String... more) {
    return CliRun.of(more(new String[] {"evaluate", portfolio}, more));
  }

  private static String[] more(String[] asked, String... more) {
    return Stream.concat(Stream.of(asked), Stream.of(more)).toArray(String[]::new);
  }

  private Path definitions() throws IOException {
    return Files.writeString(
        folder.resolve("own.json"),
        "{\"siru\": \"siru-definitions/1\", \"namespace\": \"my\", \"indicators\": [\n"
            + "{\"id\": \"all-activities\", \"over\": \"activity\", \"aggregate\": \"count\"}]}\n");
  }

  private static Set<String> indicators(CliRun run) {
    return run.lines().stream().skip(1).map(line -> line.split(",")[0]).collect(Collectors.toSet());
  }

  @Test
  void theTableForProgramsHasTheColumnsOfTheContract() {
    CliRun run = evaluate("--format", "csv", "--by", "sector,county", "--by", "size", "--indicators", "SI-P01");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(
        "indicator,period,sector,county,size,value,numerator,denominator,unit,status,records,unknown",
        run.lines().get(0));
    String total = run.lines().get(1);
    assertTrue(total.matches("SI-P01,total,,,,[0-9]+,,,organisations,ok,[0-9]+,[0-9]+"), total);
    assertFalse(run.out().contains("\r"));
  }

  @Test
  void theWholeStandardCatalogueIsEvaluatedForAllTimeWhereNothingElseIsAsked() {
    CliRun run = evaluate("--format", "csv");
    assertTrue(indicators(run).containsAll(List.of("RCO01", "SI-P01", "SI-P09", "SI-N02", "SI-C01(RCO01)")), run.out());
    assertTrue(run.lines().stream().skip(1).allMatch(line -> line.split(",")[1].equals("total")), run.out());
  }

  @Test
  void definitionsAreEvaluatedAloneWhereNoIndicatorIsNamed() throws IOException {
    String file = definitions().toString();
    assertEquals(Set.of("my:all-activities"), indicators(evaluate("--format", "csv", "--definitions", file)));
    assertEquals(
        Set.of("my:all-activities", "SI-P04"),
        indicators(evaluate("--format", "csv", "--definitions", file, "--indicators", "my:*,SI-P04")));
  }

  @Test
  void whatKeepsItsWordIsTheSameWhereItIsAskedTwice() {
    CliRun verified = evaluate("--format", "csv", "--by", "sector", "--verify-determinism");
    assertEquals(ExitCode.DONE, verified.code(), verified.err());
    assertEquals(evaluate("--format", "csv", "--by", "sector").out(), verified.out());
    assertEquals(ExitCode.USAGE, evaluate("--verify-determinism", "--pack=styrgrupp").code());
  }

  @Test
  void sectionsAreWrittenOneBelowTheOtherWithTheirTitles() throws IOException {
    Path parts = Files.writeString(folder.resolve("parts.json"), """
        { "siru": "siru-sections/1", "sections": [
          { "title": { "sv": "Möten", "en": "Meetings" }, "about": { "sv": "De som hölls.", "en": "Those held." },
            "indicators": ["SI-P04"], "periods": "2021,2022" },
          { "title": { "sv": "Per sektor", "en": "By sector" }, "indicators": ["SI-P01"], "by": ["sector"] } ] }
        """);
    CliRun run = evaluate("--sections", parts.toString(), "--lang", "sv");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().startsWith("Möten\n─────\nDe som hölls.\n\n"), run.out());
    assertTrue(run.out().contains("\n\nPer sektor\n──────────\n"), run.out());
    for (String other : List.of("--by=sector", "--periods=2021", "--format=csv", "--pack=styrgrupp")) {
      assertEquals(ExitCode.USAGE, evaluate("--sections", parts.toString(), other).code(), other);
    }
  }

  @Test
  void previewsAreMarkedAndTheRuleSetIsNamedInEverythingThatPeopleRead() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.json"), """
        { "siru": "siru-rules/1", "id": "registers", "version": "3", "previews": ["SI-P03"] }
        """);
    String table = evaluate("--indicators", "SI-P03,SI-P04,SI-C01", "--rules", rules.toString()).out();
    assertTrue(table.contains(" · rules registers/3\n"), table);
    assertTrue(table.contains("Participations\u00a0‡") && !table.contains("Activities held\u00a0‡"), table);
    assertTrue(table.lines().anyMatch(line -> line.startsWith("SI-C01(SI-P03)") && line.contains("‡")), table);
    assertTrue(table.contains("‡ Preview: the official figure comes from registers."), table);
    String json = evaluate("--indicators", "SI-P03", "--rules", rules.toString(), "--format", "json").out();
    assertTrue(json.contains("\"preview\": true") && json.contains("\"id\": \"registers\""), json);
    String pack = evaluate("--pack", "styrgrupp", "--lang", "sv", "--rules", rules.toString()).out();
    assertTrue(pack.contains("Regeluppsättning: registers/3"), pack);
    assertTrue(pack.contains("| SI-P03 Deltaganden ‡ |"), pack);
  }

  @Test
  void definitionsMayComeFromStandardInput() throws IOException {
    String text = Files.readString(definitions());
    CliRun run = CliRun.withInput(text, "evaluate", portfolio, "--definitions", "-", "--format", "csv");
    assertEquals("my:all-activities,total,120,,,,ok,120,0", run.lines().get(1), run.err());
  }

  @Test
  void definitionsWithErrorsAreRefusedWithEveryPlace() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"),
        "[{\"id\": \"my:a\", \"over\": \"activty\", \"aggregate\": \"count\"},\n"
            + "{\"id\": \"my:b\", \"over\": \"activity\", \"aggregate\": {\"sum\": \"nothing\"}}]\n");
    CliRun run = evaluate("--definitions", bad.toString());
    assertEquals(ExitCode.FOUND, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("error bad.json:1") && run.err().contains("error bad.json:2"), run.err());
  }

  @Test
  void namesThatNobodyDefinesAreRefusedWithEveryPlaceAndTheNearestName() throws IOException {
    Path first = Files.writeString(folder.resolve("first.json"),
        "{\"id\": \"my:a\", \"formula\": \"[my:b] / [SI-P40]\"}\n");
    Path second = Files.writeString(folder.resolve("second.json"),
        "[{\"id\": \"my:b\", \"formula\": \"[my:b] + 1\"},\n"
            + "{\"id\": \"my:c\", \"code\": \"SI-P04\", \"formula\": \"RCO1 +\"}]\n");
    CliRun run = evaluate("--definitions", first.toString(), "--definitions", second.toString());
    assertEquals(ExitCode.FOUND, run.code());
    assertEquals("", run.out());
    assertEquals(
        List.of(
            "error first.json:1:37:/formula definition.unknown-indicator",
            "error second.json:1:29:/0/formula definition.circle",
            "error second.json:2:24:/1/code definition.duplicate",
            "error second.json:2:46:/1/formula definition.unknown-indicator",
            "error second.json:2:52:/1/formula definition.formula-operand"),
        run.err().lines().filter(line -> line.startsWith("error")).map(line -> line.split(": ")[0]).toList());
    assertTrue(run.err().contains("SI-P04?") && run.err().contains("RCO01?"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "table"})
  void aFileHoldsTheSameBytesAsStandardOutput(String format) throws IOException {
    Path file = folder.resolve("result");
    String[] asked = {"--format", format, "--by", "sector", "--periods", "2021..2023/quarter,total"};
    CliRun printed = evaluate(asked);
    CliRun written = evaluate(more(asked, "--out", file.toString()));
    assertEquals(ExitCode.DONE, written.code(), written.err());
    assertEquals("", written.out());
    assertEquals(printed.out(), Files.readString(file));
    assertFalse(printed.out().contains("\r"));
  }

  @Test
  void aFileThatCannotBeWrittenIsToldAndNothingIsLeftBeside() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken"));
    CliRun run = evaluate("--out", taken.toString());
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("taken"), run.err());
    CliRun nowhere = evaluate("--out", folder.resolve("no/such/file.csv").toString());
    assertEquals(ExitCode.USAGE, nowhere.code());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(taken), left.toList());
    }
  }

  @Test
  void anOlderResultStaysWhereTheNewOneFails() throws IOException {
    Path file = Files.writeString(folder.resolve("result.csv"), "old");
    assertEquals(ExitCode.USAGE, evaluate("--by", "no-such-dimension", "--out", file.toString()).code());
    assertEquals("old", Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "partner"})
  void nothingIsShownToOthersAndTheReasonIsGiven(String audience) {
    CliRun run = evaluate("--audience", audience);
    assertEquals(ExitCode.USAGE, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("SIRU-D001") && run.err().contains("small cells"), run.err());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void resultsAreTheSameForAnyNumberOfThreads(int threads) {
    String[] asked = {"--format", "json", "--by", "sector", "--periods", "2021..2023/half"};
    CliRun run = evaluate(more(asked, "--threads", Integer.toString(threads)));
    assertEquals(evaluate(asked).out(), run.out());
  }

  @Test
  void codesThatNoRecordHasAreShownOnRequest() {
    CliRun some = evaluate("--format", "csv", "--indicators", "SI-P04", "--by", "activity-kind");
    CliRun all = evaluate("--format", "csv", "--indicators", "SI-P04", "--by", "activity-kind", "--all-codes");
    assertTrue(all.lines().size() > some.lines().size());
    assertTrue(all.lines().containsAll(some.lines()));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 100})
  void theTableKeepsTheWidthThatIsAskedFor(int width) {
    CliRun run = evaluate("--by", "sector,size", "--periods", "2021..2023/quarter", "--width", Integer.toString(width));
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(List.of(), run.lines().stream().filter(line -> line.length() > width).toList());
  }

  @Test
  void aMisspeltDimensionIsToldWithTheNearest() {
    CliRun run = evaluate("--by", "sectr");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("'sectr'; did you mean sector?"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {",,,", "SI-P01,", ",SI-P01", " ", "SI-P01,,SI-P04"})
  void aCommaWithoutAnIndicatorIsRefusedRatherThanTakenForAll(String indicators) {
    CliRun run = evaluate("--indicators", indicators);
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("a comma without an indicator beside it"), run.err());
  }

  @Test
  void theNameOfAReportingPeriodIsRefusedWithAHint() {
    CliRun run = evaluate("--periods", "P1");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("not a period: 'P1'") && run.err().contains("plan stands for the reporting periods"), run.err());
  }

  @Test
  void quietLeavesOutWarnings() {
    String[] asked = {"--format", "csv", "--indicators", "SI-O01,SI-P01", "--by", "sector"};
    assertTrue(evaluate(asked).err().matches("(?s)(warning|info) .*"), evaluate(asked).err());
    assertEquals("", evaluate(more(asked, "--quiet")).err());
  }

  @Test
  void aBundledPluginWorksOnRequest() {
    assertEquals(ExitCode.USAGE, evaluate("--indicators", "exempellan:*").code());
    CliRun run = evaluate("--indicators", "exempellan:*", "--enable", "exempellan", "--format", "csv");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(2, run.lines().size());
  }

  @Test
  void textsForPeopleFollowTheLanguageAndFormatsForProgramsDoNot() {
    assertTrue(evaluate("--indicators", "SI-P04", "--lang", "sv").out().contains("Genomförda aktiviteter"));
    assertTrue(evaluate("--indicators", "SI-P04").out().contains("Activities held"));
    assertEquals(evaluate("--format", "csv").out(), evaluate("--format", "csv", "--lang", "sv").out());
  }
}
