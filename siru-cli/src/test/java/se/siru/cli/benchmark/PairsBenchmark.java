package se.siru.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Periods;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/**
 * Different pairs of organisations of different sectors that met at network meetings, by quarter, exactly and however many came
 * to a meeting. Both ask what they have in memory.
 */
@Tag("pairs")
class PairsBenchmark {
  private static final int ROUNDS = Math.min(3, Settings.rounds());
  private static final String SIRU = "SIRU";
  private static final String DUCKDB = "DuckDB";
  private static final String DEFINITION =
      """
      {"siru": "siru-definitions/1", "indicators": [
        {"id": "bench:pairs", "name": {"sv": "Par", "en": "Pairs"}, "over": "participation",
          "where": {"all": [
            {"any": [{"status": "attended"}, {"status": {"known": false}}]},
            {"any": [{"role": "participant"}, {"role": {"known": false}}]},
            {"activity.kind": "network-meeting"}]},
          "aggregate": {"function": "siru:cross-tie-share", "fields": ["activity", "organisations", "organisations.sector"]}}]}
      """;

  private final Siru siru =
      Siru.load()
          .withDefinitions(new ByteArrayInputStream(DEFINITION.getBytes(StandardCharsets.UTF_8)), "definitions.json");

  @Test
  void countsThePairsOfTheTinyPortfolio(@TempDir Path folder) throws IOException, SQLException {
    Path portfolio = folder.resolve("portfolio");
    Path regions = folder.resolve("regions.csv");
    TinyPortfolio.write(portfolio);
    BenchmarkPortfolio.writeRegions(regions);
    // Public a met b of business, which came itself and by its branch d.
    Map<String, Long> expected = Map.of("2021-Q1", 1L);
    assertEquals(expected, pairs(ask(siru.read(portfolio))));
    try (Connection connection = DuckDbAnswers.connect()) {
      DuckDbAnswers.execute(connection, new DuckDbAnswers("tuned", portfolio, regions, 2).loading());
      DuckDbAnswers.execute(connection, Script.statements("pairs"));
      assertEquals(expected, pairs(connection));
    }
  }

  @Test
  void countsPairsInMemory() throws Exception {
    int size = Settings.embedded();
    Path folder = Settings.portfolio(size);
    Portfolio portfolio = siru.reader().withoutHashes().read(folder).orThrow();
    DuckDbAnswers duckDb = new DuckDbAnswers("tuned", folder, Settings.REGIONS, Settings.processors());
    try (Connection connection = DuckDbAnswers.connect()) {
      DuckDbAnswers.execute(connection, duckDb.loading());
      InTurn turn =
          new InTurn(ROUNDS)
              .add(SIRU, () -> ask(portfolio))
              .add(DUCKDB, () -> DuckDbAnswers.execute(connection, Script.statements("pairs")))
              .run();
      Map<String, Long> pairs = pairs(ask(portfolio));
      assertEquals(pairs(connection), pairs);
      String head =
          String.format(
              Locale.ROOT,
              "%,d participations; %,d pairs in twelve quarters, equal in each; one process, %d processors, Java %s.%n%n",
              size,
              pairs.values().stream().mapToLong(n -> n).sum(),
              Settings.processors(),
              Runtime.version());
      Page.put("pairs", head + turn.table("pairs of different sectors that met", DUCKDB, Map.of(SIRU, "0.05 ×")));
    }
  }

  private Results ask(Portfolio portfolio) {
    return siru.evaluate(portfolio).indicators("bench:pairs").periods(Periods.quarters(2021, 2023)).run();
  }

  /** The numerators of the share of ties that cross. */
  private static Map<String, Long> pairs(Results results) {
    Map<String, Long> pairs = new TreeMap<>();
    results
        .cells()
        .filter(cell -> cell.value() instanceof Value.Ratio)
        .forEach(cell -> pairs.put(cell.period().label(), ((Value.Ratio) cell.value()).numerator().longValueExact()));
    return pairs;
  }

  private static Map<String, Long> pairs(Connection connection) throws SQLException {
    Map<String, Long> pairs = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT period, pairs FROM pairs")) {
      while (rows.next()) {
        int period = rows.getInt(1);
        pairs.put(2021 + period / 4 + "-Q" + (period % 4 + 1), rows.getLong(2));
      }
    }
    return pairs;
  }
}
