package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** {@code siru sroi} on small portfolios and on the invented region. */
class SroiTest {
  @TempDir
  Path folder;

  private Path portfolio;

  @BeforeEach
  void write() throws IOException {
    portfolio = folder.resolve("small");
    assertEquals(ExitCode.DONE, CliRun.of("init", portfolio.toString(), "--name", "Small").code());
    Files.writeString(portfolio.resolve("programme.csv"), "id,level,name\nop,operation,Operation\n");
    lines("A,10,1000.00,0.2,0.1,0.25,0.1,3,", "B,40,12.50,0.1,0,0.35,,1,", "C,-5,100.00,0.05,0,0,0.05,2,", "Grant,,,,,,,,5000.00");
  }

  private void lines(String... lines) throws IOException {
    Files.writeString(
        portfolio.resolve("sroi-lines.csv"),
        "outcome,quantity,proxy-value,deadweight,displacement,attribution,drop-off,duration,input\n" + String.join("\n", lines) + "\n");
  }

  private CliRun run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("sroi", portfolio.toString()));
    arguments.addAll(List.of(more));
    return CliRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void figuresStandWithWhatTheyRestOn() {
    CliRun run = run("--rate", "3.5", "--first-year-discounted", "yes");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("discount rate 3.5%, first year discounted"), run.out());
    assertTrue(run.lines().stream().anyMatch(line -> line.matches("Base case +13,102 +5,000 +8,102 +2\\.62 +1\\.62")), run.out());
    assertTrue(run.out().contains("A: quantity") && run.out().contains("ratio at low"), run.out());
  }

  @Test
  void theConventionOfTheFirstYearMovesTheFigure() {
    CliRun run = run("--rate", "3.5", "--first-year-discounted", "NO", "--lang", "sv");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("första året inte diskonterat") && run.out().contains("2,71"), run.out());
  }

  @Test
  void theTableForProgramsHoldsEverySettingOfEveryAssumption() {
    CliRun run = run("--rate", "3.5", "--first-year-discounted", "yes", "--format", "csv", "--sensitivity", "20");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(
        "op,base,,,base,,5000,13101.7754967647,8101.77549676468,2.62035509935294,1.62035509935294", run.lines().get(1), run.out());
    assertTrue(run.lines().stream().anyMatch(line -> line.startsWith("op,base,A,deadweight,low,0.16,5000,")), run.out());
    assertTrue(run.lines().stream().anyMatch(line -> line.startsWith("op,base,,discount-rate,high,0.042,5000,")), run.out());
  }

  @Test
  void aLineThatIsNotCompleteIsToldAndWithoutAnyThereIsNoFigure() throws IOException {
    lines("A,10,1000.00,,0.1,0.25,0.1,3,", "Grant,,,,,,,,5000.00");
    CliRun run = run("--rate", "3.5", "--first-year-discounted", "yes");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.err().contains("sroi.incomplete-line") && run.err().contains("deadweight"), run.err());
    lines("A,10,1000.00,,0.1,0.25,0.1,3,");
    CliRun none = run("--rate", "3.5", "--first-year-discounted", "yes");
    assertEquals(ExitCode.FOUND, none.code());
    assertEquals("", none.out());
    assertTrue(none.err().contains("sroi.no-lines"), none.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "--rate 3.5", "--first-year-discounted yes", "--rate 3.5 --first-year-discounted maybe", "--rate 101 --first-year-discounted yes",
    "--rate -1 --first-year-discounted yes", "--rate 3.5 --first-year-discounted yes --sensitivity 200", "--rate 3,5 --first-year-discounted no"})
  void whatIsNotSaidOrCannotBeIsRefused(String arguments) {
    CliRun run = run(arguments.split(" "));
    assertEquals(ExitCode.USAGE, run.code(), run.err());
    assertEquals("", run.out());
    assertFalse(run.err().isEmpty());
  }

  @Test
  void theInventedRegionHasThreeScenariosInOrder() throws URISyntaxException {
    Path example = Path.of(SroiTest.class.getResource("/se/siru/cli/examples/exempellan").toURI());
    CliRun run = CliRun.of("sroi", example.toString(), "--rate", "3.5", "--first-year-discounted", "yes", "--format", "csv", "--quiet");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(
        List.of("low", "base", "high"),
        run.lines().stream().filter(line -> line.contains(",,,base,")).map(line -> line.split(",")[1]).toList());
  }
}
