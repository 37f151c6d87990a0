package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tutorial, followed to the letter: every command of a page in order, each with the exit code that the page states for it,
 * and every line of the blocks of text behind it among what it printed or wrote.
 */
class TutorialTest {
  private static final Path FOLDER = Path.of("..", "docs", "tutorial");
  private static final Pattern CODE = Pattern.compile("(?:[Ee]xit code|[Ss]lutkod) `(\\d)`");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```text\n(.*?)^```$");
  private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9A-Fa-f]{1,5})|([0-9]{1,6}));");
  /** Of the persons in the workbooks, in small letters. */
  private static final List<String> PERSONS =
      List.of("kanarina", "exempelsson", "kanarina.exempelsson@example.org", "rådulf", "rådgivarsson", "pahittad.svensk");

  @TempDir
  Path temp;

  /** A command with what the page says of it. */
  private record Step(DocumentedCommand command, String told) {}

  private static List<Step> steps(String page) throws IOException {
    List<DocumentedCommand> commands = DocumentedCommand.in(FOLDER.resolve(page));
    String text = Files.readString(FOLDER.resolve(page));
    List<Step> steps = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < commands.size(); i++) {
      from = text.indexOf("\nsiru " + commands.get(i).line() + "\n", from) + 1;
      int end = i + 1 < commands.size() ? text.indexOf("\nsiru " + commands.get(i + 1).line() + "\n", from) : text.length();
      steps.add(new Step(commands.get(i), text.substring(from, end)));
    }
    return steps;
  }

  /** What a newcomer begins with; not the pages, whose lines would be found in themselves. */
  private void copy() throws IOException {
    Files.createDirectory(temp.resolve("samples"));
    for (String file : List.of("mapping.json", "answers.csv", "report-p1.csv")) {
      Files.copy(FOLDER.resolve(file), temp.resolve(file));
    }
    try (Stream<Path> samples = Files.list(FOLDER.resolve("samples"))) {
      for (Path sample : samples.toList()) {
        Files.copy(sample, temp.resolve("samples").resolve(sample.getFileName().toString()));
      }
    }
    Files.writeString(temp.resolve("siru.key"), "a secret that only this test knows, 123\n");
  }

  /** What is there, or is to be written, is meant in the copy. */
  private String[] inTheCopy(String[] arguments) {
    String[] moved = arguments.clone();
    for (int i = 0; i < moved.length; i++) {
      boolean isPath = i > 0 && moved[i - 1].equals("--out") || Files.exists(temp.resolve(moved[i]));
      moved[i] = isPath ? temp.resolve(moved[i]).toString() : moved[i];
    }
    return moved;
  }

  private List<Path> written() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      return files.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(temp.resolve("samples")) && !file.endsWith("siru.key")).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv.md", "en.md"})
  void everyCommandDoesWhatThePageTellsAndNoPersonIsWritten(String page) throws IOException {
    copy();
    List<Step> steps = steps(page);
    assertTrue(steps.size() >= 8, steps.size() + " commands");
    int blocks = 0;
    for (Step step : steps) {
      CliRun run = CliRun.of(inTheCopy(step.command().arguments()));
      Matcher code = CODE.matcher(step.told());
      assertTrue(code.find(), "no exit code is stated for " + step.command().line());
      assertEquals(Integer.parseInt(code.group(1)), run.code(), step.command().line() + "\n" + run.err());
      String said = (run.out() + "\n" + run.err()).replace(temp + "/", "").replace(temp + "\\", "");
      assertNoPerson(step.command().line(), said.getBytes(StandardCharsets.UTF_8));
      Set<String> lines = new HashSet<>(shown(said));
      for (Path file : written()) {
        assertNoPerson(file.toString(), Files.readAllBytes(file));
        lines.addAll(shown(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
      }
      Matcher block = BLOCK.matcher(step.told());
      while (block.find()) {
        blocks++;
        block.group(1).lines().filter(line -> !line.isBlank()).forEach(line ->
            assertTrue(lines.contains(line), step.command().line() + " does not give\n" + line + "\nbut\n" + said));
      }
    }
    assertTrue(blocks >= 6, blocks + " blocks");
  }

  @Test
  void bothPagesGiveTheSameCommandsButForTheLanguage() throws IOException {
    assertEquals(commands("sv.md"), commands("en.md"));
  }

  private static List<String> commands(String page) throws IOException {
    return DocumentedCommand.in(FOLDER.resolve(page)).stream()
        .map(command -> command.line().replace(" --lang sv", "").replace("styrgrupp", "steering-group")).toList();
  }

  @Test
  void theNumberThatIsFollowedBackStandsInTheRowThatIsNamed() throws IOException {
    String sheet = parts(Files.readAllBytes(FOLDER.resolve("samples").resolve("beslut.xlsx"))).entrySet().stream()
        .filter(part -> part.getKey().startsWith("xl/worksheets/")).map(Map.Entry::getValue)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)).filter(text -> text.contains("<v>104300</v>"))
        .findFirst().orElseThrow();
    Matcher row = Pattern.compile("<row r=\"(\\d+)\"").matcher(sheet.substring(0, sheet.indexOf("<v>104300</v>")));
    String last = "";
    while (row.find()) {
      last = row.group(1);
    }
    assertEquals("6", last);
    for (String page : List.of("sv.md", "en.md")) {
      assertTrue(Files.readString(FOLDER.resolve(page)).replace('\n', ' ').matches(".*`Ekonomi`[^.]* (rad|row) 6.*"), page);
    }
  }

  @Test
  void thePersonsAreInTheWorkbooks() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> samples = Files.list(FOLDER.resolve("samples"))) {
      for (Path sample : samples.toList()) {
        parts(Files.readAllBytes(sample)).values().forEach(part -> all.append(small(part)));
      }
    }
    PERSONS.forEach(person -> assertTrue(all.indexOf(person) >= 0, person));
  }

  /** The lines as people see and type them: a blank that does not break is a blank. */
  private static List<String> shown(String text) {
    return text.replaceAll("[\\u00a0\\u202f]", " ").lines().toList();
  }

  private static void assertNoPerson(String where, byte[] bytes) throws IOException {
    List<byte[]> texts = new ArrayList<>(List.of(bytes));
    boolean isArchive = bytes.length > 4 && Arrays.equals(new byte[] {'P', 'K', 3, 4}, Arrays.copyOf(bytes, 4));
    if (isArchive) {
      texts.addAll(parts(bytes).values());
    }
    for (byte[] text : texts) {
      String small = small(text);
      PERSONS.forEach(person -> assertFalse(small.contains(person), person + " in " + where));
    }
  }

  /** In small letters, with the references by number that workbooks write for letters beyond ASCII resolved. */
  private static String small(byte[] bytes) {
    return REFERENCE.matcher(new String(bytes, StandardCharsets.UTF_8))
        .replaceAll(reference -> Matcher.quoteReplacement(Character.toString(reference.group(1) != null
            ? Integer.parseInt(reference.group(1), 16) : Integer.parseInt(reference.group(2)))))
        .toLowerCase(Locale.ROOT);
  }

  private static Map<String, byte[]> parts(byte[] archive) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }
}
