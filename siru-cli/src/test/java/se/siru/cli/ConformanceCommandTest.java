package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite asked of SIRU and of other programs, some of which behave badly. */
class ConformanceCommandTest {
  private static final Path PUBLISHED = Path.of("..", "docs", "conformance");
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @Test
  void siruPassesEveryCaseInBothLanguages() {
    CliRun english = CliRun.of("conformance");
    assertEquals(ExitCode.DONE, english.code(), english.out());
    assertTrue(english.out().contains("  passed  operator-grammar.minus-plus\n"));
    assertTrue(english.out().contains(" · failed 0 · not supported 0\n"));
    CliRun swedish = CliRun.of("conformance", "--lang", "sv");
    assertTrue(swedish.out().contains("Noll eller saknas\n") && swedish.out().contains(" · underkända 0 · "), swedish.out());
  }

  @Test
  void theCasesOfTheCommandAreThosePublished() throws IOException {
    try (Stream<Path> files = Files.list(PUBLISHED)) {
      TreeSet<String> published = new TreeSet<>();
      files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json") && !name.endsWith(".schema.json"))
          .forEach(name -> published.add(name.substring(0, name.length() - ".json".length())));
      assertEquals(published, new TreeSet<>(Conformance.TOPICS));
    }
    assertEquals(Conformance.TOPICS, Conformance.topics().stream().map(topic -> topic.id()).toList());
  }

  private static CliRun asking(String behaviour, String... more) {
    List<String> arguments = new ArrayList<>(List.of("conformance", "--command", JAVA));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--", "-cp", System.getProperty("java.class.path"), Program.class.getName(), behaviour));
    return CliRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void aProgramThatKnowsSomeThingsPassesThoseAndFailsWhereItIsWrong(@TempDir Path folder) throws IOException {
    Path report = folder.resolve("report.txt");
    CliRun run = asking("left-to-right", "--out", report.toString());
    assertEquals(ExitCode.FOUND, run.code(), run.err());
    assertEquals("", run.out());
    String text = Files.readString(report);
    assertTrue(text.contains("  passed  operator-grammar.minus-plus\n"), text);
    assertTrue(text.contains("  FAILED  operator-grammar.plus-times: expected total 14, answered total 20.0\n"), text);
    assertTrue(text.contains("  not supported  zero-or-missing.mean\n"), text);
    assertTrue(text.contains("  not supported  clock-and-zone.kiritimati\n"), text);
  }

  @Test
  void theZoneOfACaseIsThatOfTheProgram() {
    String text = asking("zone").out();
    assertTrue(text.contains("clock-and-zone.kiritimati: expected 2021 5, answered 2021 Pacific/Kiritimati"), text);
    assertTrue(text.contains("clock-and-zone.anchorage: expected 2021 5, answered 2021 America/Anchorage"), text);
  }

  @Test
  void aProgramThatEndsOrTalksNonsenseFailsEachCaseAndStopsNothing() {
    CliRun ends = asking("end");
    assertEquals(ExitCode.FOUND, ends.code());
    assertTrue(ends.out().contains("offsets-and-nesting.same-period-last-year: expected an answer, answered the program ended"), ends.out());
    String nonsense = asking("nonsense").out();
    assertTrue(nonsense.contains("passed 0 · failed"), nonsense);
    assertFalse(nonsense.contains("\u001B"), "signs that steer a terminal");
  }

  @Test
  void aProgramThatCannotBeStartedAndArgumentsOfNoneAreWrongUsage() {
    CliRun none = CliRun.of("conformance", "--command", "/no/such/program");
    assertEquals(ExitCode.USAGE, none.code());
    assertTrue(none.err().contains("cannot start /no/such/program"), none.err());
    assertEquals(ExitCode.USAGE, CliRun.of("conformance", "answer.py").code());
    assertEquals(ExitCode.USAGE, CliRun.of("conformance", "--timeout", "0").code());
  }

  @Test
  void aProgramThatIsSilentIsGivenUpInTime() throws IOException {
    try (AskedProgram silent =
        AskedProgram.start(List.of(JAVA, "-cp", System.getProperty("java.class.path"), Program.class.getName(), "silent"), null)) {
      assertEquals(null, silent.ask("{}", 300));
    }
  }

  /** A system that is asked. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException {
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null && !arguments[0].equals("end"); line = in.readLine()) {
        JsonNode asked = new ObjectMapper().readTree(line);
        String answer = answer(arguments[0], asked);
        if (!answer.isEmpty()) {
          System.out.println(answer);
        }
      }
    }

    private static String answer(String behaviour, JsonNode asked) {
      String id = asked.get("id").asText();
      switch (behaviour) {
        case "left-to-right":
          JsonNode expression = asked.get("question").get("expression");
          return expression == null || !expression.asText().matches("[a-d]( [-+*/] [a-d])+")
              ? "{\"case\":\"" + id + "\",\"supported\":false}"
              : "{\"case\":\"" + id + "\",\"answers\":[{\"period\":\"total\",\"value\":" + leftToRight(expression.asText(), asked) + "}]}";
        case "zone":
          return "{\"case\":\"" + id + "\",\"answers\":[{\"period\":\"2021\",\"absent\":\"" + System.getenv("TZ") + "\"}]}";
        case "nonsense":
          return "\u001B[31m oops";
        default:
          return "";
      }
    }

    private static double leftToRight(String expression, JsonNode asked) {
      String[] words = expression.split(" ");
      double result = value(words[0], asked);
      for (int i = 1; i < words.length; i += 2) {
        double next = value(words[i + 1], asked);
        result = switch (words[i]) {
          case "+" -> result + next;
          case "-" -> result - next;
          case "*" -> result * next;
          default -> result / next;
        };
      }
      return result;
    }

    private static double value(String name, JsonNode asked) {
      for (JsonNode each : asked.get("records")) {
        if (each.get("name").asText().equals(name)) {
          return Double.parseDouble(each.get("value").asText());
        }
      }
      throw new IllegalArgumentException(name);
    }
  }
}
