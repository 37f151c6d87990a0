package se.siru.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkAnswersTest {
  private static final String[] FILES = {
    "datapackage.json", "programme.csv", "stakeholders.csv", "identity.csv", "activities.csv", "participations.csv"
  };

  @Test
  void plainAnswersAboutTheTinyPortfolioAreThoseWorkedOutByHand(@TempDir Path folder) throws IOException {
    Path portfolio = folder.resolve("portfolio");
    Path regions = folder.resolve("regions.csv");
    TinyPortfolio.write(portfolio);
    BenchmarkPortfolio.writeRegions(regions);
    Map<String, String> answers = PlainAnswers.of(portfolio, regions).values();
    Map<String, String> asked = new LinkedHashMap<>();
    TinyPortfolio.expected().keySet().forEach(cell -> asked.put(cell, answers.getOrDefault(cell, "no row")));
    assertEquals(TinyPortfolio.expected(), asked);
  }

  @Test
  void theSameNumberOfParticipationsAlwaysGivesTheSameBytes(@TempDir Path folder) throws IOException {
    BenchmarkPortfolio.write(1_000, folder.resolve("first"));
    BenchmarkPortfolio.write(1_000, folder.resolve("second"));
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("first").resolve(file)),
          Files.readAllBytes(folder.resolve("second").resolve(file)),
          file);
    }
  }

  @Test
  void theInventedPortfolioHasTheRowsAskedForAndEveryCaseTheQuestionsTell(@TempDir Path folder) throws IOException {
    BenchmarkPortfolio.write(5_000, folder);
    String rows = Files.readString(folder.resolve("participations.csv"));
    assertEquals(5_001, rows.lines().count());
    String[] cases = {"a-\\d+,,.*", ".*,o-\\d+;o-\\d+,.*", ".*,\\d{4}-..-..,,.*", ".*,,,attended.*", ".*,no-show,.*"};
    for (String regex : cases) {
      assertTrue(rows.lines().anyMatch(row -> row.matches(regex)), regex);
    }
    String stakeholders = Files.readString(folder.resolve("stakeholders.csv"));
    for (String regex : new String[] {".*,", ".*,SE\\d{3}", ".*,\\d{4}", "o-\\d+,[^,]*,,.*"}) {
      assertTrue(stakeholders.lines().anyMatch(row -> row.matches(regex)), regex);
    }
  }
}
