package se.siru.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Test
  void theCommandLineWritesTheSameAnswersAsATable() throws Exception {
    Path portfolio = folder.resolve("portfolio");
    Path regions = folder.resolve("regions.csv");
    Path definitions = folder.resolve("definitions.json");
    Path out = folder.resolve("out.csv");
    BenchmarkPortfolio.write(2_000, portfolio);
    BenchmarkPortfolio.writeRegions(regions);
    Files.writeString(definitions, Questions.definitions());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), "se.siru.cli.Main"));
    command.addAll(Questions.arguments(portfolio, definitions, out));
    MeasuredProcess.run(command, Map.of(), folder.resolve("log"));
    assertEquals(List.of(), PlainAnswers.of(portfolio, regions).differences(ResultTable.read(out), 20));
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
