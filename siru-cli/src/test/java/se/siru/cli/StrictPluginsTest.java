package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --strict-plugins}: whatever is wrong with a plugin ends the run, is told, and leaves the results of the last run as they are. */
class StrictPluginsTest {
  private static final String OLD = "results of last year\n";
  private static Example example;

  @TempDir Path folder;
  private Path plugins;
  private Path out;

  @BeforeAll
  static void unpack() throws IOException {
    example = Example.unpack("exempellan");
  }

  @AfterAll
  static void delete() throws IOException {
    example.close();
  }

  @BeforeEach
  void whatThereIsBefore() throws IOException {
    plugins = Files.createDirectories(folder.resolve("plugins"));
    out = Files.writeString(Files.createDirectory(folder.resolve("out")).resolve("results.csv"), OLD);
  }

  private CliRun evaluate(String... more) {
    Stream<String> arguments = Stream.of("evaluate", example.folder().toString(), "--plugins", plugins.toString(), "--out", out.toString());
    return CliRun.of(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
  }

  /** Nothing half-written, and nothing beside it. */
  private void assertOldResultsStand() throws IOException {
    assertEquals(OLD, Files.readString(out));
    try (Stream<Path> beside = Files.list(out.getParent())) {
      assertEquals(List.of(out), beside.toList());
    }
  }

  /** A plugin with indicators OWN-1, OWN-2 … whose conditions do something. */
  private void conditions(String... bodies) throws IOException {
    StringBuilder indicators = new StringBuilder();
    for (int i = 1; i <= bodies.length; i++) {
      indicators.append(i == 1 ? "" : ", ")
          .append("Indicator.measure(\"own:i" + i + "\").code(\"OWN-" + i + "\").over(Agreement.TYPE)"
              + ".where(Condition.of(\"own " + i + "\", row -> { " + bodies[i - 1] + " })).count().build()");
    }
    OwnPlugin.jar(
        OwnPlugin.with("public List<Indicator> indicators() { return List.of(" + indicators + "); }"), plugins.resolve("own.jar"));
  }

  @Test
  void pluginsThatAreNotAdmittedAreAllToldAndNothingIsEvaluated() throws IOException {
    Files.writeString(plugins.resolve("a.jar"), "no jar");
    Files.writeString(plugins.resolve("b.jar"), "no jar");
    CliRun run = evaluate("--indicators", "SI-P01", "--strict-plugins");
    assertEquals(ExitCode.USAGE, run.code(), run.err());
    List<String> told = run.err().lines().toList();
    assertEquals("siru: SIRU-P001 the host is strict and refuses this about plugins: 2", told.get(0));
    assertTrue(told.get(1).contains("(a.jar) unreadable-jar: ") && told.get(2).contains("(b.jar) unreadable-jar: "), run.err());
    assertOldResultsStand();
    CliRun lax = evaluate("--indicators", "SI-P01", "--format", "csv");
    assertEquals(ExitCode.DONE, lax.code(), lax.err());
    assertTrue(Files.readString(out).startsWith("indicator,"), lax.err());
  }

  @Test
  void theOptionMayStandBeforeTheCommand() throws IOException {
    Files.writeString(plugins.resolve("a.jar"), "no jar");
    assertEquals(ExitCode.USAGE, CliRun.of("--strict-plugins", "--plugins", plugins.toString(), "plugins", "list").code());
    assertEquals(ExitCode.DONE, CliRun.of("--plugins", plugins.toString(), "plugins", "list").code());
  }

  @Test
  void codeThatFailsIsToldForEveryIndicatorAndGivesNoResults() throws IOException {
    conditions("throw new IllegalStateException(\"one\");", "throw new AssertionError(\"two\");", "return true;");
    CliRun run = evaluate("--indicators", "OWN-*,SI-P01", "--strict-plugins");
    assertEquals(ExitCode.FOUND, run.code(), run.err());
    for (String each : List.of("own:i1 evaluation.failed-strictly: OWN-1 (own) failed: java.lang.IllegalStateException: one",
        "own:i2 evaluation.failed-strictly: OWN-2 (own) failed: java.lang.AssertionError: two", "2 errors")) {
      assertTrue(run.err().contains(each), run.err());
    }
    assertOldResultsStand();
    CliRun lax = evaluate("--indicators", "OWN-*,SI-P01", "--format", "csv");
    assertEquals(ExitCode.DONE, lax.code(), lax.err());
    List<String> lines = Files.readAllLines(out);
    assertTrue(lines.get(1).startsWith("OWN-1,total,,") && lines.get(1).contains(",failed,"), lines::toString);
    assertTrue(lines.get(3).matches("OWN-3,total,[0-9]+,.*,ok,.*"), lines::toString);
  }

  @Test
  void sectionsOfAReportAreStrictToo() throws IOException {
    conditions("throw new IllegalStateException(\"one\");");
    Path sections = Files.writeString(folder.resolve("sections.json"),
        "{\"siru\": \"siru-sections/1\", \"sections\": [{\"title\": {\"sv\": \"Egna\", \"en\": \"Own\"}, \"indicators\": [\"OWN-1\"], \"periods\": \"total\"}]}");
    CliRun run = evaluate("--sections", sections.toString(), "--strict-plugins");
    assertEquals(ExitCode.FOUND, run.code(), run.err());
    assertTrue(run.err().contains("evaluation.failed-strictly"), run.err());
    assertOldResultsStand();
  }

  @Test
  void memoryThatRunsOutNamesThePluginAndLeavesTheFile() throws IOException {
    conditions("throw new OutOfMemoryError(\"none left\");");
    CliRun run = evaluate("--indicators", "OWN-1");
    assertEquals(ExitCode.FAULT, run.code(), run.err());
    assertTrue(run.err().contains("not enough memory") && run.err().contains("in the code of the plugin own for own:i1"), run.err());
    assertOldResultsStand();
  }

  @Test
  void anExporterThatFailsHalfWayLeavesTheFile() throws IOException {
    OwnPlugin.jar(
        OwnPlugin.with(
            """
            public List<Exporter> formats() {
              return List.of(new Exporter() {
                public FormatDescriptor format() { return FormatDescriptor.of("own-format", "text/plain", "txt"); }
                public LossReport export(Publication p, ExportContext c, OutputStream out) throws IOException {
                  out.write(new byte[1_000_000]);
                  throw new IllegalStateException("half-way");
                }
              });
            }
            """),
        plugins.resolve("own.jar"));
    CliRun run = evaluate("--indicators", "SI-P01", "--format", "own-format");
    assertEquals(ExitCode.FAULT, run.code(), run.err());
    assertTrue(run.err().contains("the exporter of own-format threw java.lang.IllegalStateException: half-way"), run.err());
    assertOldResultsStand();
  }
}
