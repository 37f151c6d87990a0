package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What holds for every command: help, wrong usage, streams and exit codes. */
class CliTest {
  @Test
  void noCommandIsWrongUsage() {
    assertWrongUsage(CliRun.of(), "no command");
  }

  @Test
  void anUnknownCommandIsWrongUsageThatNamesTheCommandsThereAre() {
    CliRun run = CliRun.of("evalute", "x");
    assertWrongUsage(run, "evalute");
    Commands.NAMES.forEach(name -> assertTrue(run.err().contains(name), run.err()));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "evaluate", "validate", "init", "import x --out y", "import --mapping m --out y", "plugins", "demo no-such-example",
    "evaluate x --no-such-option", "evaluate x --threads many", "evaluate x --threads 0", "evaluate x --lang fi",
    "evaluate x --audience everybody", "evaluate x --format star", "evaluate x --periods sometimes",
    "evaluate x --indicators NO-SUCH", "evaluate x --enable no-such-plugin", "evaluate x y", "schema --format xml",
    "validate no-such-folder", "evaluate no-such-folder", "evaluate no-such-folder --definitions no-such-file.json",
    "import --mapping no-such-mapping.json no-such-source --out y", "indicators NO-SUCH"
  })
  void wrongUsageAndInputThatIsNotThereEndWith2AndOneReason(String arguments) {
    assertWrongUsage(CliRun.of(arguments.split(" ")), "siru: ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "evaluate x --perids 2021 | no option '--perids'; did you mean --periods?",
    "evaluate x --audience all | expected one of internal, partner, public but was 'all'",
    "schema --format xml | expected one of markdown, json-schema, translations but was 'xml'",
    "indicators --format csv | expected one of table, json but was 'csv'",
    "evaluate x --lang fi | expected one of sv, en but was 'fi'",
    "evaluate x --threads 99999999999 | '99999999999' is no whole number of at most nine digits",
    "reconcile x --records 1e3 | '1e3' is no whole number of at most nine digits",
    "reconcile x --format json | expected one of table, csv but was 'json'",
    "plugins lst | no command 'lst'; there are list",
    "evaluate x y | 'y' is one argument too many; several names of one option stand together, with commas between them",
    "evaluate x --width 39 | --width 39 is below 40"})
  void wrongWordsAreToldWithThoseThatThereAre(String arguments, String told) {
    assertWrongUsage(CliRun.of(arguments.split(" ")), told);
  }

  @Test
  void aHintNamesTheWholeCommand() {
    assertTrue(CliRun.of("evaluate").err().endsWith("Try 'siru evaluate --help'.\n"));
    assertTrue(CliRun.of("plugins", "list", "x").err().endsWith("Try 'siru plugins list --help'.\n"));
  }

  @Test
  void noOptionAnswersAWrongValueWithWordsOfJava() {
    for (String path : CommandModel.paths()) {
      for (CommandLine.Model.OptionSpec option : CommandModel.spec(path).options()) {
        boolean isText = option.typeInfo().getClassName().equals(String.class.getName())
            || option.auxiliaryTypes()[0] == String.class;
        if (option.arity().max() > 0 && !isText) {
          List<String> arguments = new ArrayList<>(List.of(path.strip().split(" ")));
          arguments.addAll(List.of(option.longestName(), ""));
          CliRun run = CliRun.of(arguments.toArray(String[]::new));
          assertWrongUsage(run, "Invalid value for option '" + option.longestName() + "'");
          assertFalse(run.err().matches("(?s).*(java|Exception|\\bint\\b|BigDecimal|\\[[A-Z]).*"), run.err());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evaluate", "validate", "init", "map", "reconcile", "import --mapping m.json --out o"})
  void anEmptyTextIsNoFolderThatIsNotEvenTheOneAtHand(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.add("");
    assertWrongUsage(CliRun.of(arguments.toArray(String[]::new)), "an empty text is no file or folder");
  }

  @Test
  void optionsOfAllCommandsMayStandBeforeTheCommand() {
    assertEquals(CliRun.of("demo", "--lang", "sv", "--list"), CliRun.of("--lang", "sv", "demo", "--list"));
    assertEquals(CliRun.of("demo", "--list"), CliRun.of("--lang", "sv", "demo", "--lang", "en", "--list"));
    assertEquals(CliRun.of("plugins", "list", "--lang", "sv"), CliRun.of("plugins", "--lang", "sv", "list"));
    assertEquals(CliRun.of("evaluate", "--help"), CliRun.of("--help", "evaluate"));
    assertEquals(CliRun.of("--version"), CliRun.of("--version", "evaluate"));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(ExitCode.FAULT, run(new Failing(new IllegalStateException("inner")), err, "--verbose", "--quiet", "demo"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("\tat "));
  }

  @Test
  void helpNamesEveryCommand() {
    CliRun run = CliRun.of("--help");
    assertEquals(ExitCode.DONE, run.code());
    for (String name : Commands.NAMES) {
      assertTrue(run.lines().stream().anyMatch(line -> line.startsWith("  " + name + " ")), name);
    }
  }

  static List<String> commands() {
    return CommandModel.paths();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHelpsOnStandardOutputWithinAHundredColumns(String path) {
    CliRun run = CliRun.of((path + " --help").strip().split(" "));
    assertEquals(ExitCode.DONE, run.code());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("Usage: siru " + path), run.out());
    assertTrue(run.out().endsWith("\n"));
    assertEquals(0, run.lines().stream().filter(line -> line.length() > 100).count());
    CommandLine.Model.CommandSpec spec = CommandModel.spec(path);
    spec.options().forEach(option -> assertTrue(run.out().contains(option.longestName()), option.longestName()));
    spec.options().forEach(option -> assertTrue(option.description().length > 0, path + " " + option.longestName()));
    assertFalse(run.out().contains("${"), run.out());
  }

  @Test
  void theVersionIsAResult() {
    CliRun run = CliRun.of("--version");
    assertEquals(ExitCode.DONE, run.code());
    assertTrue(run.out().startsWith("siru "));
  }

  @Test
  void whoHasSeenEnoughEndsTheRunQuietly() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = run(new Failing(new IOException("Broken pipe")), err, "demo", "--quiet");
    assertEquals(ExitCode.DONE, code);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aFullDiskIsTold() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(ExitCode.USAGE, run(new Failing(new IOException("No space left on device")), err, "demo"));
    assertTrue(
        err.toString(StandardCharsets.UTF_8).contains("siru: SIRU-I002 cannot write standard output: No space left on device\n"));
  }

  @Test
  void aFaultOfTheProgramHasAnIdAndShowsItsPlaceOnlyOnRequest() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(ExitCode.FAULT, run(new Failing(new IllegalStateException("inner")), err, "demo"));
    String text = err.toString(StandardCharsets.UTF_8);
    assertTrue(text.matches("(?s).*internal fault SIRU-F[0-9a-f]{8}; .*"), text);
    assertFalse(text.contains("\tat ") || text.contains("inner"), text);

    ByteArrayOutputStream verbose = new ByteArrayOutputStream();
    assertEquals(ExitCode.FAULT, run(new Failing(new IllegalStateException("inner")), verbose, "demo", "--verbose"));
    assertTrue(verbose.toString(StandardCharsets.UTF_8).contains("\tat "));
  }

  @Test
  void messagesCannotSteerATerminal() {
    assertFalse(CliRun.of("demo", "\u001b[2J\u202e").err().matches("(?s).*[\u001b\u202e].*"));
  }

  private static void assertWrongUsage(CliRun run, String reason) {
    assertEquals(ExitCode.USAGE, run.code(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains(reason), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  private static int run(OutputStream out, OutputStream err, String... args) {
    InputStream in = new ByteArrayInputStream(new byte[0]);
    return Cli.run(args, in, out, err);
  }

  /** A stream that cannot be written. */
  private static final class Failing extends OutputStream {
    private final Exception failure;

    Failing(Exception failure) {
      this.failure = failure;
    }

    @Override
    public void write(int b) throws IOException {
      if (failure instanceof IOException) {
        throw (IOException) failure;
      }
      throw (RuntimeException) failure;
    }
  }
}
