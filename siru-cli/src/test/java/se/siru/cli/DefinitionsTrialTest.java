package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plugins check} takes files of definitions, too, and holds their indicators to the same laws. */
class DefinitionsTrialTest {
  private static final String SOUND = """
      { "id": "my:held", "name": { "sv": "Hållna", "en": "Held" }, "definition": { "sv": "Alla.", "en": "All." }, "unit": "activities",
        "source": "Own rule", "over": "activity", "aggregate": "count" }
      """;

  @TempDir Path folder;

  private CliRun check(String json, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("own.json"), json);
    String[] args = new String[more.length + 5];
    System.arraycopy(new String[] {"plugins", "check", file.toString(), "--samples", "1"}, 0, args, 0, 5);
    System.arraycopy(more, 0, args, 5, more.length);
    return CliRun.of(args);
  }

  @Test
  void aSoundFilePasses() throws IOException {
    CliRun run = check(SOUND);
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals("own.json", run.lines().get(0));
    assertTrue(run.lines().get(1).matches("    indicators: 1, laws: \\d+, samples: 1, breaches: 0"), run.out());
  }

  @Test
  void whatAReaderOfResultsWouldMissIsTold() throws IOException {
    CliRun run = check(SOUND.replace("\"sv\": \"Alla.\", ", "").replace("\"source\": \"Own rule\", ", ""));
    assertEquals(ExitCode.FOUND, run.code(), run.out());
    assertTrue(run.err().contains("contract.definition") && run.err().contains("definition.sv, source"), run.err());
  }

  @Test
  void whatIsMissingOnEverySampleIsToldOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("own.json"), SOUND.replace("\"source\": \"Own rule\", ", ""));
    CliRun run = CliRun.of("plugins", "check", file.toString(), "--samples", "2");
    assertEquals(1, run.err().lines().filter(line -> line.contains("contract.definition")).count(), run.err());
    assertTrue(run.out().contains("breaches: 1"), run.out());
  }

  @Test
  void theNamespaceOfTheStandardCatalogueIsNobodysWhereverTheFileIsGiven() throws IOException {
    String json = SOUND.replace("my:held", "siru:held-by-us");
    CliRun checked = check(json);
    assertEquals(ExitCode.FOUND, checked.code());
    assertTrue(checked.err().contains("error own.json:1:9:/id definition.reserved") && checked.out().isEmpty(), checked.out() + checked.err());
    String file = folder.resolve("own.json").toString();
    CliRun listed = CliRun.of("indicators", "--definitions", file);
    assertEquals(ExitCode.FOUND, listed.code());
    assertTrue(listed.err().contains("error own.json:1:9:/id definition.reserved") && listed.out().isEmpty(), listed.out() + listed.err());
  }

  @Test
  void mistakesAreToldWithTheirPlaceAndNothingIsTried() throws IOException {
    CliRun run = check(SOUND.replace("\"count\"", "\"cuont\""));
    assertEquals(ExitCode.FOUND, run.code());
    assertTrue(run.err().contains("error own.json:2:58:/aggregate json.not-a-choice") && run.out().isEmpty(), run.out() + run.err());
  }

  @Test
  void extraFieldsArePutOnTrialWhereAPortfolioDeclaresThem() throws IOException {
    String json = SOUND.replace("\"aggregate\"", "\"where\": { \"my:open\": { \"at-least\": 1 } }, \"aggregate\"");
    assertTrue(check(json).err().contains("definition.unknown-field"));
    Path portfolio = folder.resolve("portfolio");
    assertEquals(ExitCode.DONE, CliRun.of("init", portfolio.toString()).code());
    Files.writeString(portfolio.resolve("programme.csv"), "id,level,name\np,operation,P\n");
    Path description = portfolio.resolve("datapackage.json");
    Files.writeString(description, Files.readString(description).replaceFirst("\"resources\"",
        "\"siru:fields\": [{\"type\": \"activity\", \"name\": \"my:open\", \"kind\": \"integer\"}], \"resources\""));
    CliRun run = check(json, "--portfolio", portfolio.toString());
    assertEquals(ExitCode.DONE, run.code(), run.out() + run.err());
  }

  @Test
  void jarsAndDefinitionsAreCheckedApart() throws IOException {
    assertEquals(ExitCode.USAGE, check(SOUND, folder.resolve("own.jar").toString()).code());
    assertEquals(ExitCode.USAGE, CliRun.of("plugins", "check", "own.jar", "--portfolio", folder.toString()).code());
  }
}
