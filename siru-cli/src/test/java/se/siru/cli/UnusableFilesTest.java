package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every place of the command line that takes a file, with something that is none, or a file that says nothing. */
class UnusableFilesTest {
  private static final String MAPPING = """
      { "siru": "siru-mapping/1", "portfolio": { "name": "invented" },
        "literals": { "programme": [{ "id": "op", "level": "operation" }] },
        "sources": [ { "files": "*.csv", "records": [ { "type": "stakeholder", "fields": { "id": "org" } } ] } ] }""";

  @TempDir
  private static Path temp;

  @BeforeAll
  static void files() throws IOException {
    assertEquals(ExitCode.DONE, CliRun.of("init", temp.resolve("portfolio").toString()).code());
    Files.writeString(temp.resolve("mapping.json"), MAPPING);
    Files.createDirectory(temp.resolve("folder"));
    Files.createDirectory(temp.resolve("folder.json"));
    Files.createDirectory(temp.resolve("sources"));
    Files.writeString(temp.resolve("sources").resolve("a.csv"), "org\n1\n");
    Files.createFile(temp.resolve("empty"));
    Files.createFile(temp.resolve("empty.jsonl"));
  }

  /** Commands with a place for a file that is read; the files that are there stand below a folder of the test. */
  static List<String> readers() {
    return List.of(
        "import --mapping FILE @sources --out @out",
        "import --mapping @mapping.json @sources --out @out --resolved FILE",
        "import --mapping @mapping.json @sources --out @out --pseudonym-key-file FILE",
        "evaluate @portfolio --quiet --definitions FILE",
        "indicators --definitions FILE",
        "reconcile @portfolio FILE",
        "reconcile @portfolio --quiet --definitions FILE",
        "map FILE");
  }

  private static CliRun run(String command, String file) {
    List<String> arguments = new ArrayList<>();
    for (String each : command.split(" ")) {
      arguments.add(each.equals("FILE") ? file : each.startsWith("@") ? temp.resolve(each.substring(1)).toString() : each);
    }
    return CliRun.of(arguments.toArray(String[]::new));
  }

  private static void assertTold(CliRun run, String message) {
    assertEquals("siru: " + message + "\n", run.err());
    assertEquals(ExitCode.USAGE, run.code());
    assertEquals("", run.out());
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aFileThatIsNotThereIsNamedWithACode(String command) {
    assertTold(run(command, "no-such-file"), "SIRU-I001 cannot read no-such-file: there is no such file or folder");
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aFolderIsNoFile(String command) {
    String folder = temp.resolve("folder").toString();
    CliRun run = run(command, folder);
    assertEquals(ExitCode.USAGE, run.code(), run.err());
    assertTrue(run.err().startsWith("siru: SIRU-I001 cannot read " + folder + ": it is "), run.err());
  }

  @ParameterizedTest
  @MethodSource("readers")
  void anEmptyFileIsNeverTakenForGood(String command) {
    CliRun run = run(command, temp.resolve("empty").toString());
    assertTrue(run.code() == ExitCode.FOUND || run.code() == ExitCode.USAGE, run.code() + run.err());
    assertTrue(run.err().contains("empty"), run.err());
    assertFalse(run.err().contains("java"), run.err());
  }

  @Test
  void aPortfolioThatIsNoneIsTold() {
    for (String command : List.of("validate FILE", "evaluate FILE", "reconcile FILE")) {
      assertTold(run(command, "no-such-file.json"), "SIRU-I001 cannot read no-such-file.json: there is no such file or folder");
      String empty = temp.resolve("empty").toString();
      assertTold(run(command, empty), "SIRU-I001 cannot read " + empty + ": it is no folder, .json or .jsonl file");
      assertEquals(ExitCode.FOUND, run(command, temp.resolve("empty.jsonl").toString()).code());
      assertTrue(run(command, temp.resolve("folder.json").toString()).err().contains("folder.no-description"));
    }
  }

  @Test
  void aFolderThatMayNotBeSeenIsNotSaidToLackItsDescription() throws IOException {
    Path hidden = temp.resolve("hidden");
    assertEquals(ExitCode.DONE, CliRun.of("init", hidden.toString()).code());
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(hidden);
    Files.setPosixFilePermissions(hidden, Set.of());
    try {
      assumeFalse(Files.isReadable(hidden), "whoever may do everything sees it all the same");
      assertTold(run("validate FILE", hidden.toString()), "SIRU-I001 cannot read " + hidden + ": access is denied");
    } finally {
      Files.setPosixFilePermissions(hidden, before);
    }
  }

  @Test
  void aPortfolioIsNotBegunWhereThereIsAFile() {
    String file = temp.resolve("empty").toString();
    assertTold(run("init FILE", file), "SIRU-I002 cannot write " + file + ": it is no folder");
  }

  @Test
  void aSourceThatHasNoEndIsNoKey() {
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    assertTold(
        run("import --mapping @mapping.json @sources --out @out --pseudonym-key-file FILE", "/dev/zero"),
        "SIRU-I001 cannot read /dev/zero: it has more than 65536 bytes, which is no key");
  }

  @Test
  void aTargetThatCannotBeWrittenIsNamed() {
    String folder = temp.resolve("folder").toString();
    String nowhere = temp.resolve("no-such-folder").resolve("x").toString();
    for (String command : List.of(
        "evaluate @portfolio --quiet --out FILE", "evaluate @portfolio --quiet --format csv --out FILE",
        "evaluate @portfolio --quiet --format star --out FILE", "evaluate @portfolio --quiet --format json --out FILE",
        "indicators --out FILE", "schema --out FILE", "map @sources/a.csv --quiet --out FILE", "map @sources/a.csv --quiet --notes FILE")) {
      assertTold(errorOnly(run(command, folder)), "SIRU-I002 cannot write " + folder + ": it is a folder");
      assertTold(errorOnly(run(command, nowhere)), "SIRU-I002 cannot write " + nowhere + ": there is no such file or folder");
      if (Files.exists(Path.of("/dev/full"))) {
        CliRun full = run(command, "/dev/full");
        assertTrue(full.err().contains("siru: SIRU-I002 cannot write /dev/full: "), full.err());
        assertFalse(full.err().contains("java"), full.err());
        assertEquals(ExitCode.USAGE, full.code());
      }
    }
  }

  /** Without what is told of the portfolio on the way. */
  private static CliRun errorOnly(CliRun run) {
    String[] lines = run.err().split("\n");
    return new CliRun(run.code(), run.out(), lines[lines.length - 1] + "\n");
  }
}
