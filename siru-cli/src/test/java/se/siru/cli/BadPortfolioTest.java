package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
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
