package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --isolate}: plugins of a folder in processes of their own. */
class IsolateTest {
  private static final String ODD =
      ".where(Condition.of(\"an odd number\", row -> row.get(Agreement.ID).hashCode() % 2 != 0))";
  private static final String EXIT =
      ".where(Condition.of(\"the end\", row -> { System.exit(42); return true; }))";

  @TempDir Path folder;
  private Example example;

  @BeforeEach
  void unpack() throws IOException {
    example = Example.unpack("exempellan");
  }

  @AfterEach
  void delete() throws IOException {
    example.close();
  }

  private Path plugins(String where) throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    OwnPlugin.jar(OwnPlugin.withIndicator(where), plugins.resolve("own.jar"));
    return plugins;
  }

  private CliRun evaluate(Path plugins, String... more) {
    String[] asked =
        {"evaluate", example.folder().toString(), "--plugins", plugins.toString(), "--indicators", "OWN-1,RCO01", "--format", "csv"};
    String[] all = Stream.of(asked, more).flatMap(Stream::of).toArray(String[]::new);
    return CliRun.of(all);
  }

  @Test
  void resultsAreThoseOfTheHostsOwnProcess() throws IOException {
    Path plugins = plugins(ODD);
    CliRun here = evaluate(plugins, "--quiet", "--periods", "2021..2024/year,total", "--by", "sector");
    CliRun apart =
        evaluate(plugins, "--quiet", "--periods", "2021..2024/year,total", "--by", "sector", "--isolate", "--isolate-memory", "128", "--isolate-time", "300");
    assertEquals(ExitCode.DONE, apart.code(), apart.err());
    assertEquals(here, apart);
    assertTrue(apart.lines().stream().anyMatch(line -> line.startsWith("OWN-1,total,,") && !line.startsWith("OWN-1,total,,0")), apart.out());
  }

  @Test
  void indicatorsThatHoldCodeAreNamedAndTheOthersArePrintedAsDefinitions() throws IOException {
    for (String[] more : new String[][] {{}, {"--isolate", "--isolate-time", "300"}}) {
      String[] asked = {"indicators", "--plugins", plugins(ODD).toString(), "--show-json", "OWN-1", "RCO01"};
      CliRun run = CliRun.of(Stream.of(asked, more).flatMap(Stream::of).toArray(String[]::new));
      assertEquals(ExitCode.FOUND, run.code(), run.err());
      assertTrue(run.out().contains("RCO01") && !run.out().contains("OWN-1"), run.out());
      assertTrue(run.err().contains("left out: ") && run.err().contains("OWN-1") && run.err().contains("an odd number"), run.err());
    }
    assertEquals(ExitCode.DONE, CliRun.of("indicators", "--show-json", "RCO01").code());
  }

  @Test
  void aFormatThatStaysBehindIsNamedWhereItIsAskedFor() throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    String members =
        """
        public List<Exporter> formats() {
          return List.of(new Exporter() {
            public FormatDescriptor format() { return FormatDescriptor.of("own-text", "text/plain", "txt"); }
            public LossReport export(Publication publication, ExportContext context, OutputStream out) { return LossReport.none(); }
          });
        }
        """;
    OwnPlugin.jar(OwnPlugin.with(members), plugins.resolve("own.jar"));
    CliRun run = CliRun.of("evaluate", example.folder().toString(), "--plugins", plugins.toString(), "--isolate", "--isolate-time", "300",
        "--format", "own-text");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("own runs in a process of its own; therefore without format own-text"), run.err());
  }

  @Test
  void itsIndicatorsMayUseFunctionsOfTheLibrary() throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    String members =
        """
        public List<Indicator> indicators() {
          return List.of(Indicator.measure("own:spread").code("OWN-2").over(Participation.TYPE)
              .where(Condition.of("all", row -> true))
              .aggregate(new se.siru.core.indicator.Aggregate.Function("siru:gini", Map.of("ties", "attendance"),
                  List.of(Participation.ACTIVITY.path(), Participation.ORGANISATIONS.path()))).build());
        }
        """;
    OwnPlugin.jar(OwnPlugin.with(members), plugins.resolve("own.jar"));
    String[] asked = {"evaluate", example.folder().toString(), "--plugins", plugins.toString(), "--indicators", "OWN-2", "--format", "csv", "--quiet"};
    CliRun here = CliRun.of(asked);
    CliRun apart = CliRun.of(Stream.concat(Stream.of(asked), Stream.of("--isolate", "--isolate-time", "300")).toArray(String[]::new));
    assertEquals(here, apart);
    assertTrue(apart.out().contains(",ok,"), apart.out());
  }

  @Test
  void whatEndsItsProcessEndsNothingElse() throws IOException {
    CliRun run = evaluate(plugins(EXIT), "--isolate", "--isolate-time", "300");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.lines().stream().anyMatch(line -> line.startsWith("OWN-1,total,") && line.contains("failed")), run.out());
    assertTrue(run.lines().stream().anyMatch(line -> line.startsWith("RCO01,total,") && line.contains("ok")), run.out());
    assertTrue(run.err().contains("ended its process with exit code 42"), run.err());
  }

  @Test
  void thePluginsThatRunInProcessesOfTheirOwnAreListedAsSuch() throws IOException {
    CliRun run = CliRun.of("plugins", "list", "--plugins", plugins(ODD).toString(), "--isolate", "--isolate-time", "300", "--lang", "sv");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.lines().contains("own 1.2.3  Own plugin  [körs i en egen process]"), run.out());
  }

  @Test
  void limitsThatCannotBeAreWrongUsage() throws IOException {
    Path plugins = plugins(ODD);
    assertEquals(ExitCode.USAGE, evaluate(plugins, "--isolate", "--isolate-memory", "31").code());
    assertEquals(ExitCode.USAGE, evaluate(plugins, "--isolate", "--isolate-time", "0").code());
    assertEquals(ExitCode.USAGE, evaluate(plugins, "--isolate-time", "5").code());
    assertEquals(ExitCode.USAGE, CliRun.of("plugins", "check", plugins.resolve("own.jar").toString(), "--isolate").code());
  }
}
