package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that counts knows the indicators that a portfolio brings. */
class BroughtIndicatorsTest {
  private static final String HELD = """
      { "siru": "siru-definitions/1", "namespace": "my", "indicators": [
        { "id": "held", "code": "M-HELD", "name": { "sv": "Mina", "en": "Mine" }, "over": "activity", "aggregate": "count" },
        { "id": "share", "name": { "sv": "Andel", "en": "Share" }, "unit": "percent", "formula": "[M-HELD] / [SI-P04]" } ] }
      """;

  @TempDir Path folder;
  private Example example;
  private String portfolio;

  @BeforeEach
  void aPortfolioThatBringsIndicators() throws IOException {
    example = Example.unpack("exempellan");
    Files.writeString(example.folder().resolve("definitions.json"), HELD);
    portfolio = example.folder().toString();
  }

  @AfterEach
  void delete() throws IOException {
    Files.delete(example.folder().resolve("definitions.json"));
    example.close();
  }

  @Test
  void evaluateShowsThemBehindTheStandardCatalogueAndFindsThemByCode() {
    CliRun all = CliRun.of("evaluate", portfolio, "--format", "csv");
    assertEquals(ExitCode.DONE, all.code(), all.err());
    assertTrue(all.lines().stream().anyMatch(line -> line.startsWith("RCO01,")), all.out());
    assertTrue(all.lines().get(all.lines().size() - 1).startsWith("my:share,"), all.out());
    CliRun one = CliRun.of("evaluate", portfolio, "--format", "csv", "--indicators", "M-HELD");
    assertTrue(one.lines().get(1).startsWith("M-HELD,total,"), one.out());
  }

  @Test
  void resultsNameThePortfolioAsTheirProvider() throws IOException {
    JsonNode results =
        new ObjectMapper().readTree(CliRun.of("evaluate", portfolio, "--format", "json", "--indicators", "my:*").out());
    assertEquals(List.of("portfolio"), results.get("providers").findValuesAsText("id"));
    assertFalse(results.toString().contains("definitions-left-out"));
  }

  @Test
  void definitionsThatAreGivenMayNameThem() throws IOException {
    Path more = Files.writeString(folder.resolve("more.json"), "{\"id\": \"my:more\", \"formula\": \"[M-HELD] * 2\"}");
    CliRun run = CliRun.of("evaluate", portfolio, "--format", "csv", "--definitions", more.toString(), "--indicators", "my:more,M-HELD");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    Files.writeString(more, "{\"id\": \"my:held\", \"formula\": \"[M-HELD] * 2\"}");
    run = CliRun.of("evaluate", portfolio, "--definitions", more.toString());
    assertEquals(ExitCode.FOUND, run.code());
    assertTrue(run.err().contains("error more.json:1:8:/id definition.duplicate: 'my:held' is taken by portfolio (definitions.json)."), run.err());
  }

  @Test
  void theyAreListedAndShownWithTheFileThatBringsThem() {
    CliRun run = CliRun.of("indicators", "--portfolio", portfolio, "M-HELD");
    assertTrue(run.out().contains("From: portfolio definitions.json"), run.out());
    CliRun json = CliRun.of("indicators", "--portfolio", portfolio, "--show-json", "my:share");
    assertTrue(json.out().contains("[M-HELD] / [SI-P04]"), json.out());
  }

  @Test
  void theyAreReconciledPackedAndSectioned() throws IOException {
    Path reported = Files.writeString(folder.resolve("reported.csv"), "indicator,period,kind,value\nM-HELD,total,reported,1\n");
    CliRun reconciled = CliRun.of("reconcile", portfolio, reported.toString(), "--format", "csv");
    assertTrue(reconciled.out().contains("M-HELD"), reconciled.out() + reconciled.err());
    assertFalse(reconciled.err().contains("definitions-left-out"), reconciled.err());
    CliRun pack = CliRun.of("evaluate", portfolio, "--pack", "steering-group");
    assertEquals(ExitCode.DONE, pack.code(), pack.err());
    Path parts = Files.writeString(folder.resolve("parts.json"),
        "{\"siru\": \"siru-sections/1\", \"sections\": [{\"title\": {\"en\": \"Own\", \"sv\": \"Egna\"}, \"indicators\": [\"M-HELD\"]}]}");
    CliRun sections = CliRun.of("evaluate", portfolio, "--sections", parts.toString());
    assertEquals(ExitCode.DONE, sections.code(), sections.err());
    assertTrue(sections.out().contains("Mine"), sections.out());
  }

  @Test
  void mistakesInThemAreToldWithTheCharacterByEveryCommand() throws IOException {
    Files.writeString(example.folder().resolve("definitions.json"), HELD.replace("[SI-P04]", "[SI-P0r]"));
    for (List<String> command : List.of(List.of("validate", portfolio), List.of("evaluate", portfolio),
        List.of("indicators", "--portfolio", portfolio), List.of("reconcile", portfolio))) {
      CliRun run = CliRun.of(command.toArray(String[]::new));
      assertEquals(ExitCode.FOUND, run.code(), command + run.err());
      assertTrue(run.err().contains("error definitions.json:3:104:/indicators/1/formula definition.unknown-indicator"), run.err());
    }
  }

  @Test
  void aMisspeltCodeIsToldAlsoWhereThePortfolioMightBringIt() {
    CliRun run = CliRun.of("evaluate", portfolio, "--indicators", "M-HELT");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("did you mean M-HELD?"), run.err());
  }
}
