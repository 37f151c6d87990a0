package se.siru.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.siru.core.plugin.PluginReport;
import se.siru.core.plugin.SiruPlugin;

/** The guide to plugins shows the code of this module, word for word. */
class PluginPageTest {
  private static final Path PAGE = Path.of("..", "docs", "how-to", "write-a-plugin.md");
  private static final Path MAIN = Path.of("src", "main");

  private static List<String> blocks(String language) throws IOException {
    Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    return matcher.results().map(found -> found.group(1)).toList();
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      String[] texts = new String[found.size()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = Files.readString(found.get(i));
      }
      return List.of(texts);
    }
  }

  @Test
  void everyBlockOfJavaStandsInTheModule() throws IOException {
    List<String> blocks = blocks("java");
    assertEquals(5, blocks.size(), "the indicator, the exporter, the plugin, the module descriptor and the contract test");
    for (String block : blocks) {
      assertTrue(sources().stream().anyMatch(source -> source.contains(block)), block);
    }
  }

  @Test
  void theListOfServicesIsTheOneOfTheModule() throws IOException {
    Path services = MAIN.resolve(Path.of("resources", "META-INF", "services", SiruPlugin.class.getName()));
    assertEquals(List.of(Files.readString(services)), blocks("text"));
    assertTrue(Files.readString(PAGE).contains("`META-INF/services/" + SiruPlugin.class.getName() + "`"));
  }

  @Test
  void everyReasonForLeavingAPluginOutHasARow() throws IOException {
    List<String> rows =
        Files.readString(PAGE).lines().filter(line -> line.startsWith("| `")).map(line -> line.split("`")[1]).toList();
    assertEquals(Arrays.stream(PluginReport.Reason.values()).map(PluginReport.Reason::code).toList(), rows);
  }
}
