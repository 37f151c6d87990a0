package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What neither the compiler nor the rules over its classes see: the text of every module's sources. */
class SourcesTest {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);$");

  private static Stream<String> unused(String file, String source) {
    String rest = IMPORT.matcher(source).replaceAll("");
    return IMPORT.matcher(source).results()
        .filter(match -> !Pattern.compile("\\b" + match.group(1) + "\\b").matcher(rest).find())
        .map(match -> file + ": " + match.group());
  }

  private static Stream<String> unused(Path file) {
    try {
      return unused(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyImportIsUsed() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      List<Path> roots = modules.map(module -> module.resolve("src")).filter(Files::isDirectory).toList();
      assertTrue(roots.size() >= 4, roots::toString);
      for (Path root : roots) {
        try (Stream<Path> files = Files.walk(root)) {
          assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".java")).flatMap(SourcesTest::unused).toList());
        }
      }
    }
  }

  @Test
  void anImportThatNothingUsesIsFound() {
    assertEquals(
        List.of("A.java: import java.util.Set;"),
        unused("A.java", "import java.util.List;\nimport java.util.Set;\nclass A { List<String> b; Settings c; }\n").toList());
  }
}
