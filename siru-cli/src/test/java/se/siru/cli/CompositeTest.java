package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code siru composite} on small tables and on the invented region. */
class CompositeTest {
  @TempDir
  Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("index.json"),
        """
        { "siru": "siru-composite/1",
          "index": { "code": "all", "parts": [
            { "code": "first", "parts": [ { "indicator": "a", "weight": 2 }, { "indicator": "b" } ] },
            { "indicator": "c", "direction": "down" } ] },
          "steps": [ { "step": "normalise", "method": "min-max", "from": 0, "to": 100 } ] }
        """);
    Files.writeString(folder.resolve("table.csv"), "unit,a,b,c\nx,10,4,1\ny,0,4,3\nz,5,0,2\nw,,,\n");
  }

  private CliRun run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("composite"));
    for (String argument : more) {
      arguments.add(argument.matches(".*\\.(json|csv)|portfolio") ? folder.resolve(argument).toString() : argument);
    }
    return CliRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void scoresStandWithTheRangeOfTheirRanks() {
    CliRun run = run("index.json", "table.csv");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.lines().get(0).matches("Unit +rank +ranks +all +first"), run.out());
    // x is best in all; y has (2·0 + 100)/3 and 0; z has 2·50/3 and 50.
    assertTrue(run.lines().get(1).matches("x +1 +1–1 +100\\.00 +100\\.00"), run.out());
    assertTrue(run.lines().get(2).matches("z +2 +2–2 +41\\.67 +33\\.33"), run.out());
    assertTrue(run.lines().get(3).matches("y +3 +3–3 +16\\.67 +33\\.33"), run.out());
    assertTrue(run.out().contains("1000 runs") && run.out().contains("±25%") && run.out().contains("seed 1"), run.out());
    assertTrue(run.out().contains("mean rank shift (SI-C03)"), run.out());
  }

  @Test
  void theTableForProgramsIsTidyAndTheSameEachTime() {
    CliRun run = run("index.json", "table.csv", "--format", "csv", "--runs", "100", "--seed", "7", "--spread", "90");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals("indicator,part,unit,figure,value", run.lines().get(0));
    assertTrue(run.lines().containsAll(List.of("SI-C02,all,x,score,100", "SI-C02,first,z,rank,2", "SI-C03,all,x,worst-rank,1")), run.out());
    assertTrue(run.lines().stream().noneMatch(line -> line.contains(",w,")), "a unit of which nothing is known has no score");
    assertEquals(run.out(), run("index.json", "table.csv", "--format", "csv", "--runs", "100", "--seed", "7", "--spread", "90").out());
  }

  @Test
  void resultsOfAPortfolioAreATable() throws URISyntaxException, IOException {
    Path example = Path.of(CompositeTest.class.getResource("/se/siru/cli/examples/exempellan").toURI());
    Files.writeString(
        folder.resolve("reach.json"),
        """
        { "siru": "siru-composite/1",
          "index": { "code": "reach", "parts": [ { "indicator": "SI-P01" }, { "indicator": "siru:participations" } ] },
          "steps": [ { "step": "normalise", "method": "min-max", "from": 0, "to": 100 } ] }
        """);
    CliRun run = run("reach.json", example.toString(), "--by", "municipality", "--period", "2022", "--lang", "sv");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.lines().get(0).startsWith("Enhet"), run.out());
    assertTrue(run.lines().get(1).matches("exempelkoping +1 +1–1 +100,00"), run.out());
  }

  @Test
  void whatIsWrongInTableOrDeclarationIsToldAndNothingWritten() throws IOException {
    Files.writeString(folder.resolve("bad.csv"), "unit,a,b,c\nx,many,1,1\nx,1,1,1\n");
    CliRun table = run("index.json", "bad.csv");
    assertEquals(ExitCode.FOUND, table.code());
    assertEquals("", table.out());
    assertTrue(table.err().contains("composite.no-number") && table.err().contains("composite.unit-twice"), table.err());
    Files.writeString(folder.resolve("bad.json"), "{ \"siru\": \"siru-composite/2\", \"index\": { \"code\": \"x\", \"parts\": [] } }");
    CliRun declaration = run("bad.json", "table.csv");
    assertEquals(ExitCode.FOUND, declaration.code());
    assertTrue(declaration.err().contains("composite.format"), declaration.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "none.json table.csv", "index.json none.csv", "index.json table.csv --by county", "index.json table.csv --spread 100",
    "index.json table.csv --runs 0", "index.json portfolio", "index.json"})
  void whatCannotBeDoneIsRefused(String arguments) {
    CliRun run = run(arguments.split(" "));
    assertEquals(ExitCode.USAGE, run.code(), run.err());
    assertEquals("", run.out());
  }
}
