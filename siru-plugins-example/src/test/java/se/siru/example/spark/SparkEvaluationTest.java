package se.siru.example.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Periods;

/** The whole catalogue inside Apache Spark gives, to the byte, what it gives outside. */
class SparkEvaluationTest {
  private static final Path EXAMPLES =
      Path.of("..", "siru-cli", "src", "main", "resources", "se", "siru", "cli", "examples").toAbsolutePath().normalize();
  private static final Siru SIRU = Siru.load();
  private static JavaSparkContext spark;

  @BeforeAll
  static void start() {
    spark =
        new JavaSparkContext(
            new SparkConf().setMaster("local[2]").setAppName("siru").set("spark.ui.enabled", "false").set("spark.driver.host", "localhost"));
    spark.setLogLevel("ERROR");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static byte[] json(Results results) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SIRU.export(SIRU.publish(results, Audience.INTERNAL), "json", out);
    return out.toByteArray();
  }

  private static void assertSame(Path portfolio, int recordsOfTask) {
    List<String> indicators = List.of("siru:*");
    String periods = "2021..2023/quarter";
    List<String> breakdowns = List.of("sector", "county");
    Results outside =
        SIRU.evaluate(SIRU.read(portfolio))
            .indicators(indicators.toArray(String[]::new))
            .periods(Periods.parse(periods))
            .by(breakdowns.toArray(String[]::new))
            .run();
    Results inside = new SparkEvaluation(portfolio.toString(), indicators, periods, breakdowns).run(spark, recordsOfTask);
    assertTrue(outside.cells().map(Cell::indicator).distinct().count() > 200, "this is not the whole catalogue");
    assertArrayEquals(json(outside), json(inside));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exempellan", "siru-2.0"})
  void theExamples(String example) {
    assertSame(EXAMPLES.resolve(example), 17);
  }

  @Test
  void aPortfolioWithMoreAttendance(@TempDir Path folder) throws IOException {
    Random random = new Random(1);
    Path example = EXAMPLES.resolve("exempellan");
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(example.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path participations = folder.resolve("participations-2022.csv");
    List<String> lines = Files.readAllLines(participations);
    StringBuilder more = new StringBuilder(lines.get(0)).append('\n');
    for (int i = 0; i < 5_000; i++) {
      more.append(lines.get(1 + random.nextInt(lines.size() - 1))).append('\n');
    }
    Files.writeString(participations, more);
    assertSame(folder, 700);
  }
}
