package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code plugins check}: a sound plugin passes, and whatever is wrong with another is told. */
class PluginsCheckTest {
  @TempDir Path folder;

  private CliRun check(String source, String... more) throws IOException {
    Path jar = OwnPlugin.jar(source, folder.resolve("jars/own.jar"));
    String[] args = new String[more.length + 3];
    args[0] = "plugins";
    args[1] = "check";
    args[2] = jar.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return CliRun.of(args);
  }

  private static void assertBreach(String rule, CliRun run) {
    assertEquals(ExitCode.FOUND, run.code(), run.err());
    assertTrue(run.err().contains(rule), run.err());
  }

  @Test
  void aSoundPluginPasses() throws IOException {
    CliRun run = check(OwnPlugin.SOUND, "--samples", "1");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals("own 1.2.3 (own.jar)", run.lines().get(0));
    assertTrue(run.lines().get(1).matches("    indicators: 1, formats: 0, laws: \\d+, samples: 1, breaches: 0"), run.out());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "contract.determinism | .where(Condition.of(\"by chance\", new java.util.function.Predicate<Row>() { int n; public boolean test(Row r) { return n++ % 3 == 0; } }))",
    "contract.surroundings | .where(Condition.of(\"in capitals\", row -> row.find(Agreement.LAW).map(law -> law.toUpperCase().contains(\"I\") == (\"i\".toUpperCase().equals(\"I\"))).orElse(false)))",
  })
  void anIndicatorThatBreaksALawIsTold(String rule, String where) throws IOException {
    assertBreach(rule, check(OwnPlugin.withIndicator(where)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "other bytes the second time | out.write(calls++);",
    "fails in en | if (p.cells().findFirst().get().value() instanceof Value.Absent) throw new IllegalStateException();",
    "other bytes in other surroundings | out.write(Locale.getDefault().toString().length());",
  })
  void aFormatThatBreaksTheLawIsTold(String message, String write) throws IOException {
    CliRun run = check(OwnPlugin.with(
        """
        public List<Exporter> formats() {
          return List.of(new Exporter() {
            int calls;
            public FormatDescriptor format() { return FormatDescriptor.of("own-format", "text/plain", "txt"); }
            public LossReport export(Publication p, ExportContext c, OutputStream out) throws IOException {
              %s
              return LossReport.none();
            }
          });
        }
        """.formatted(write)), "--samples", "1");
    assertBreach("contract.format", run);
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void aPluginThatIsNotAdmittedIsToldWithItsReason() throws IOException {
    CliRun run = check(OwnPlugin.with("public List<Indicator> indicators() { return null; }"));
    assertEquals(ExitCode.FOUND, run.code());
    assertTrue(run.out().contains("bad-content") && run.out().contains("indicators() gave null"), run.out());
  }

  @Test
  void whatIsNoPluginAtAllIsTold() throws IOException {
    Path jar = Files.writeString(folder.resolve("no.jar"), "no jar");
    CliRun run = CliRun.of("plugins", "check", jar.toString());
    assertEquals(ExitCode.FOUND, run.code());
    assertTrue(run.out().contains("unreadable-jar"), run.out());
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "101"})
  void aNumberOfSamplesThatIsNoneIsRefused(String samples) {
    assertEquals(ExitCode.USAGE, CliRun.of("plugins", "check", "x.jar", "--samples", samples).code());
  }
}
