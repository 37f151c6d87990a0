package se.siru.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.siru.cli.benchmark.streams.StreamsAnswers;

/** Whoever is compared with SIRU is right, before its time says anything. */
@Tag("answers")
class OtherAnswersBenchmark {
  enum Other {
    DUCKDB_TUNED,
    DUCKDB_STRAIGHTFORWARD,
    SQLITE,
    STREAMS
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void answersTheTinyPortfolioAsWorkedOutByHand(Other other) throws IOException, SQLException {
    TinyPortfolio.write(folder.resolve("portfolio"));
    Map<String, String> answers = ask(other).values();
    Map<String, String> asked = new LinkedHashMap<>();
    TinyPortfolio.expected().keySet().forEach(cell -> asked.put(cell, answers.getOrDefault(cell, "no row")));
    assertEquals(TinyPortfolio.expected(), asked);
  }

  @ParameterizedTest
  @EnumSource
  void answersAnInventedPortfolioAsPlainJavaDoes(Other other) throws IOException, SQLException {
    BenchmarkPortfolio.write(20_000, folder.resolve("portfolio"));
    ResultTable answers = ask(other);
    ResultTable plain = PlainAnswers.of(folder.resolve("portfolio"), folder.resolve("regions.csv"));
    assertEquals(List.of(), plain.differences(answers, 20));
  }

  private ResultTable ask(Other other) throws IOException, SQLException {
    Path portfolio = folder.resolve("portfolio");
    Path regions = folder.resolve("regions.csv");
    Path out = folder.resolve("out.csv");
    BenchmarkPortfolio.writeRegions(regions);
    switch (other) {
      case DUCKDB_TUNED -> new DuckDbAnswers("tuned", portfolio, regions, 2).answer(out);
      case DUCKDB_STRAIGHTFORWARD -> new DuckDbAnswers("straightforward", portfolio, regions, 2).answer(out);
      case SQLITE -> SqliteAnswers.answer(portfolio, regions, out, 2);
      case STREAMS -> StreamsAnswers.answer(portfolio, regions, out);
    }
    return ResultTable.read(out);
  }
}
