package se.siru.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.siru.core.evaluation.IncrementalEvaluation;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;

/**
 * SIRU within a process that has run for a while, as in a system that embeds it, beside DuckDB within the same process. Each
 * mode is a test of its own, and fails where an answer differs.
 */
@Tag("embedded")
class EmbeddedBenchmark {
  private static final String SIRU = "SIRU";
  private static final String ALL_BATCHES = "evaluated from scratch, in memory";
  private static final String CHANGED_BATCH = "gone on from before the change";
  private static final String DUCKDB = "DuckDB, tuned SQL";

  private final int size = Settings.embedded();
  private final Path out = Settings.WORK.resolve("embedded-siru.csv");
  private final Path theirOut = Settings.WORK.resolve("embedded-duckdb.csv");
  private final SiruAnswers siru = new SiruAnswers(Settings.processors());
  private Path folder = Settings.WORK;

  @BeforeEach
  void writePortfolio() throws IOException {
    folder = Settings.portfolio(size);
  }

  @Test
  void fromCsvToTableInAWarmProcess() throws Exception {
    DuckDbAnswers duckDb = duckDb();
    InTurn turn =
        new InTurn(Settings.rounds()).add(SIRU, () -> siru.answer(folder, out)).add(DUCKDB, () -> duckDb.answer(theirOut)).run();
    assertEqualAnswers();
    put("csv", turn.table("from CSV to result table, warm", DUCKDB, Map.of(SIRU, "0.18 ×")));
  }

  @Test
  void ofWhatIsInMemory() throws Exception {
    Portfolio portfolio = siru.read(folder);
    DuckDbAnswers duckDb = duckDb();
    try (Connection connection = DuckDbAnswers.connect()) {
      DuckDbAnswers.execute(connection, duckDb.loading());
      List<String> questions = duckDb.questionsIntoTable();
      InTurn turn =
          new InTurn(Settings.rounds())
              .add(SIRU, () -> siru.evaluation(portfolio).run())
              .add(DUCKDB, () -> DuckDbAnswers.execute(connection, questions))
              .run();
      siru.write(siru.evaluation(portfolio).run(), out);
      DuckDbAnswers.execute(connection, List.of(duckDb.copyOfTable(theirOut)));
      assertEqualAnswers();
      put("memory", turn.table("from memory to results, warm", DUCKDB, Map.of(SIRU, "0.05 ×")));
    }
  }

  @Test
  void withOneBatchOfAHundredChanged() throws Exception {
    Portfolio before = siru.read(InBatches.of(folder, 100));
    Batch batch = before.table("participation").batches().get(50);
    Portfolio after = InBatches.withoutFirstRows(before, batch, 10);
    IncrementalEvaluation going = siru.evaluation(before).incremental();
    going.results();
    Iterator<Portfolio> toAndFro = Stream.generate(() -> List.of(after, before)).flatMap(List::stream).iterator();
    InTurn turn =
        new InTurn(Settings.rounds())
            .add(ALL_BATCHES, () -> siru.evaluation(after).run())
            .add(CHANGED_BATCH, () -> going.update(toAndFro.next()))
            .add("the batch put into the portfolio", () -> InBatches.withoutFirstRows(before, batch, 10))
            .run();
    siru.write(siru.evaluation(after).run(), out);
    Path goingOut = Settings.WORK.resolve("embedded-going.csv");
    siru.write(going.update(after), goingOut);
    assertEquals(-1, Files.mismatch(out, goingOut), "not the bytes of an evaluation from scratch");
    String aim = "0.10 ×";
    put("batch", turn.table("one batch of a hundred changed, warm", ALL_BATCHES, Map.of(CHANGED_BATCH, aim)));
  }

  @Test
  void onOneProcessorAndOnTwo() throws Exception {
    Portfolio portfolio = siru.read(folder);
    SiruAnswers alone = new SiruAnswers(1);
    SiruAnswers both = new SiruAnswers(2);
    Path otherOut = Settings.WORK.resolve("embedded-alone.csv");
    InTurn whole =
        new InTurn(Settings.rounds())
            .add("two threads", () -> both.answer(folder, out))
            .add("one thread", () -> alone.answer(folder, otherOut))
            .run();
    assertEquals(List.of(), ResultTable.read(out).differences(ResultTable.read(otherOut), 20));
    InTurn memory =
        new InTurn(Settings.rounds())
            .add("two threads", () -> both.evaluation(portfolio).run())
            .add("one thread", () -> alone.evaluation(portfolio).run())
            .run();
    Map<String, String> aims = Map.of("one thread", "1.6 ×, at least");
    put(
        "threads",
        whole.table("from CSV to result table, warm", "two threads", aims)
            + "\n"
            + memory.table("from memory to results, warm", "two threads", aims));
  }

  private DuckDbAnswers duckDb() {
    return new DuckDbAnswers("tuned", folder, Settings.REGIONS, Settings.processors());
  }

  private void assertEqualAnswers() throws IOException {
    assertEquals(List.of(), ResultTable.read(out).differences(ResultTable.read(theirOut), 20));
  }

  private void put(String mode, String table) throws IOException {
    Page.put(
        "embedded-" + mode,
        String.format(
            Locale.ROOT,
            "%,d participations, the same questions, all answers equal; one process, %d processors, Java %s.%n%n%s",
            size,
            Settings.processors(),
            Runtime.version(),
            table));
  }
}
