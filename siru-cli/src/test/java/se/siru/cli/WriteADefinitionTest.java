package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on writing a definition, followed to the letter: its files are written, its commands run, its output is what they print. */
class WriteADefinitionTest {
  private static final Path PAGE = Path.of("..", "docs", "how-to", "write-a-definition.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
  private static final Pattern FILE = Pattern.compile("(?s).*`([\\w/-]+\\.(?:csv|json))`[^`]*:\\s*");
  private static final Pattern CODE = Pattern.compile("\\A\\s*Exit code `(\\d)`");

  @TempDir Path temp;

  @Test
  void everyFileCommandAndOutputOfThePageHolds() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> printed = new HashSet<>();
    int files = 0;
    int commands = 0;
    int before = 0;
    for (Matcher block = BLOCK.matcher(page); block.find(); ) {
      String text = block.group(2);
      switch (block.group(1)) {
        case "csv", "json" -> {
          Matcher name = FILE.matcher(page.substring(before, block.start()));
          assertTrue(name.matches(), () -> "no file is named for\n" + text);
          Files.writeString(temp.resolve(name.group(1)), text);
          files++;
        }
        case "text" -> text.lines().filter(line -> !line.isBlank()).forEach(line ->
            assertTrue(printed.contains(line.stripTrailing()), () -> "not printed:\n" + line + "\nbut\n" + printed));
        default -> {
          Matcher code = CODE.matcher(page.substring(block.end()));
          assertTrue(code.find(), () -> "no exit code for\n" + text);
          printed.clear();
          for (String line : text.lines().toList()) {
            if (line.startsWith("cp ")) {
              String[] names = line.split(" ");
              Files.copy(temp.resolve(names[1]), temp.resolve(names[2]));
              continue;
            }
            CliRun run = CliRun.of(arguments(line));
            assertEquals(Integer.parseInt(code.group(1)), run.code(), line + "\n" + run.err());
            // A blank that does not break is a blank to people.
            (run.out() + run.err()).replaceAll("[\\u00a0\\u202f]", " ").lines().forEach(each -> printed.add(each.stripTrailing()));
            commands++;
          }
        }
      }
      before = block.end();
    }
    assertEquals(6, files);
    assertEquals(8, commands);
  }

  /** What the page calls a file or folder is one of the temporary folder. */
  private String[] arguments(String line) {
    assertTrue(line.startsWith("siru "), line);
    List<String> arguments = new ArrayList<>();
    for (String word : new DocumentedCommand(line.substring("siru ".length())).arguments()) {
      boolean isHere = word.equals("meetings") || word.endsWith(".json");
      arguments.add(isHere ? temp.resolve(word).toString() : word);
    }
    return arguments.toArray(String[]::new);
  }
}
