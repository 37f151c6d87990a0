package se.siru.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiruAnswersTest {
  @TempDir private Path folder;

  @Test
  void answersTheTinyPortfolioAsWorkedOutByHand() throws IOException {
    TinyPortfolio.write(folder);
    Map<String, String> answers = SiruAnswers.of(folder, 1).values();
    Map<String, String> asked = new LinkedHashMap<>();
    TinyPortfolio.expected().keySet().forEach(cell -> asked.put(cell, answers.getOrDefault(cell, "no row")));
    assertEquals(TinyPortfolio.expected(), asked);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void answersAnInventedPortfolioAsPlainLoopsDo(int threads) throws IOException {
    Path portfolio = folder.resolve("portfolio");
    Path regions = folder.resolve("regions.csv");
    BenchmarkPortfolio.write(5_000, portfolio);
    BenchmarkPortfolio.writeRegions(regions);
    ResultTable answers = SiruAnswers.of(portfolio, threads);
    assertEquals(List.of(), PlainAnswers.of(portfolio, regions).differences(answers, 20));
  }
}
