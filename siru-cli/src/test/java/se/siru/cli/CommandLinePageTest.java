package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** The page on the command line describes the commands and options that there are, and no others. */
class CommandLinePageTest {
  private static final String EXAMPLE = Path.of("src", "main", "resources", "se", "siru", "cli", "examples", "exempellan").toString();
  private static final Path PAGE = Path.of("..", "docs", "reference", "command-line.md");

  @TempDir Path temp;

  static List<String> commands() {
    return CommandModel.paths().stream().filter(path -> !path.equals("plugins")).toList();
  }

  /** What stands under a heading. */
  private static String section(String heading) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("\n## " + heading + "\n");
    assertTrue(start >= 0, "no section on " + heading);
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  /** The options in the first cells of the table under a heading. */
  private static Set<String> documented(String heading) throws IOException {
    Set<String> options = new TreeSet<>();
    Matcher row = Pattern.compile("(?m)^\\| (`-[^|]*) \\|").matcher(section(heading));
    while (row.find()) {
      Matcher option = Pattern.compile("`(-[a-z-]+)`").matcher(row.group(1));
      while (option.find()) {
        options.add(option.group(1));
      }
    }
    return options;
  }

  private static Set<String> options(Stream<OptionSpec> options) {
    Set<String> names = new TreeSet<>();
    options.forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsDescribedWithItsOptionsAndNoOthers(String path) throws IOException {
    Set<String> common = documented("All commands");
    Set<String> known = options(CommandModel.spec(path).options().stream());
    assertTrue(known.containsAll(common), path);
    known.removeAll(common);
    assertEquals(known, documented(path));
  }

  @Test
  void noOtherCommandIsDescribed() throws IOException {
    Matcher heading = Pattern.compile("(?m)^## (.*)$").matcher(Files.readString(PAGE));
    List<String> headings = new ArrayList<>();
    while (heading.find()) {
      headings.add(heading.group(1));
    }
    headings.remove("All commands");
    assertEquals(new TreeSet<>(commands()), new TreeSet<>(headings));
  }

  @Test
  void everyExampleIsAcceptedByTheCommandLine() throws IOException {
    List<DocumentedCommand> examples = DocumentedCommand.in(PAGE);
    examples.forEach(example -> Commands.forArguments(example.arguments()).parseArgs(example.arguments()));
    assertTrue(examples.size() > 10, examples.size() + " examples");
  }

  private static String block(String language, int number) throws IOException {
    return DocsBlock.all(language).stream().filter(block -> block.page().equals("docs/reference/command-line.md")).toList()
        .get(number).text();
  }

  @Test
  void theFindingOfThePageIsToldInItsWords() throws IOException {
    CliRun.of("init", temp.resolve("p").toString());
    String rows = "s%d,public\n".repeat(10).formatted(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    Files.writeString(temp.resolve("p").resolve("stakeholders.csv"), "id,sector\n" + rows + "s11,offentlig\n");
    CliRun run = CliRun.of("validate", temp.resolve("p").toString());
    assertTrue(run.err().contains(block("text", 0)), run.err());
  }

  @Test
  void theColumnsOfThePageAreThoseOfTheTable() throws IOException {
    String columns = block("text", 1).replaceAll("<[^>]*>", "sector").strip();
    List<String> lines = CliRun.of("evaluate", EXAMPLE, "--indicators", "SI-P01", "--by", "sector", "--format", "csv").lines();
    assertEquals(columns, lines.get(0).replace("\uFEFF", ""));
  }

  @Test
  void theReportedValuesOfThePageAreRead() throws IOException {
    Path reported = Files.writeString(temp.resolve("reported.csv"), block("csv", 0));
    CliRun run = CliRun.of("reconcile", EXAMPLE, reported.toString());
    assertTrue(run.out().contains("computed"), run.out());
    assertTrue(run.err().lines().noneMatch(line -> line.contains("reported.csv:")), run.err());
  }
}
