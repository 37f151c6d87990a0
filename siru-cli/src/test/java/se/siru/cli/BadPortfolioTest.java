package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A portfolio that is wrong is refused whole, and every wrong place is told at once. */
class BadPortfolioTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(BadPortfolio.class)
  void everyWrongPlaceIsToldWithRowAndColumn(BadPortfolio bad) throws IOException {
    CliRun run = CliRun.of("validate", bad.write(folder).toString());
    assertRefused(bad, run.code(), run.out(), run.err());
  }

  @ParameterizedTest
  @EnumSource(BadPortfolio.class)
  void nothingOfItIsEvaluated(BadPortfolio bad) throws IOException {
    CliRun run = CliRun.of("evaluate", bad.write(folder).toString(), "--format", "csv");
    assertRefused(bad, run.code(), run.out(), run.err());
  }

  @Test
  void theGoodPortfolioThatTheyStartFromIsAccepted() throws IOException {
    CliRun run = CliRun.of("validate", BadPortfolio.writeGood(folder).toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals("", run.err());
  }

  @Test
  void findingsBeyondTwoHundredAreCounted() throws IOException {
    StringBuilder rows = new StringBuilder("id,kind,name,sector\n");
    for (int i = 0; i < 1_500; i++) {
      rows.append("s").append(i).append(",organisation,Ett,offentlig\n");
    }
    Files.writeString(BadPortfolio.writeGood(folder).resolve("stakeholders.csv"), rows);
    CliRun run = CliRun.of("validate", folder.toString());
    List<String> told = run.err().lines().toList();
    assertEquals(ExitCode.FOUND, run.code());
    assertEquals(200, told.stream().filter(line -> line.startsWith("error ")).count());
    assertEquals(List.of("… and 1300 more", "1500 errors"), told.subList(told.size() - 2, told.size()));
  }

  static void assertRefused(BadPortfolio bad, int code, String out, String err) {
    assertTrue(code == ExitCode.FOUND || code == ExitCode.USAGE, bad + " ends with " + code + "\n" + err);
    assertEquals("", out);
    for (String place : bad.places()) {
      assertTrue(
          err.lines().anyMatch(line -> line.startsWith("error " + place)), bad + ": no error at " + place + "\n" + err);
    }
    assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
  }
}
