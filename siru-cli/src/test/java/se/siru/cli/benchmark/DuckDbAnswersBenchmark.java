package se.siru.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways of asking the database are right, before their time says anything. */
class DuckDbAnswersBenchmark {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tuned", "straightforward"})
  void answersTheTinyPortfolioAsWorkedOutByHand(String variant) throws IOException, SQLException {
    TinyPortfolio.write(folder.resolve("portfolio"));
    Map<String, String> answers = ask(variant).values();
    Map<String, String> asked = new LinkedHashMap<>();
    TinyPortfolio.expected().keySet().forEach(cell -> asked.put(cell, answers.getOrDefault(cell, "no row")));
    assertEquals(TinyPortfolio.expected(), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tuned", "straightforward"})
  void answersAnInventedPortfolioAsPlainJavaDoes(String variant) throws IOException, SQLException {
    BenchmarkPortfolio.write(20_000, folder.resolve("portfolio"));
    ResultTable answers = ask(variant);
    ResultTable plain = PlainAnswers.of(folder.resolve("portfolio"), folder.resolve("regions.csv"));
    assertEquals(List.of(), plain.differences(answers, 20));
  }

  private ResultTable ask(String variant) throws IOException, SQLException {
    Path regions = folder.resolve("regions.csv");
    BenchmarkPortfolio.writeRegions(regions);
    Path out = folder.resolve(variant + ".csv");
    DuckDbAnswers.answer(variant, folder.resolve("portfolio"), regions, out);
    return ResultTable.read(out);
  }
}
