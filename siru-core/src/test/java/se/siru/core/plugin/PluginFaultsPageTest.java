package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.siru.core.plugin.PluginFault.Stage;

/** The page on faults of plugins lists those that are tried, all of them and no others. */
class PluginFaultsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "plugin-faults.md");
  private static final String START = "## What becomes of it\n";
  private static final String REWRITE = "siru.pages.rewrite";
  private static final String COMMAND =
      "write the page anew and look at what changed: mvn -pl siru-core test -Dtest=PluginFaultsPageTest -D" + REWRITE;

  private static String tables() {
    return START
        + "\n| when the plugin is | default | lenient | strict |\n|---|---|---|---|\n"
        + lines(Stream.of(Stage.values()).filter(stage -> stage != Stage.NONE).map(Stage::row))
        + "\n## The faults\n\n| | the plugin | found when it is | reason | told |\n|---:|---|---|---|---|\n"
        + lines(PluginFault.all().stream().map(PluginFault::row));
  }

  private static String lines(Stream<String> rows) {
    return String.join("\n", rows.toList()) + "\n";
  }

  @Test
  void thePageListsTheFaultsThatAreTried() throws IOException {
    String page = Files.readString(PAGE);
    String head = page.substring(0, page.indexOf(START));
    if (System.getProperty(REWRITE) != null) {
      Files.writeString(PAGE, head + tables());
    }
    assertEquals(head + tables(), Files.readString(PAGE), COMMAND);
  }

  @Test
  void eachFaultHasANumberOfItsOwnAndTheyAscend() {
    List<Integer> numbers = PluginFault.all().stream().map(PluginFault::number).toList();
    assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
  }

  @Test
  void everyStageAndEveryReasonButThatOfTheHostHasAFault() {
    Set<Stage> stages = new HashSet<>();
    Set<PluginReport.Reason> reasons = new HashSet<>(Set.of(PluginReport.Reason.EXCLUDED));
    for (PluginFault fault : PluginFault.all()) {
      stages.add(fault.stage());
      fault.reason().ifPresent(reasons::add);
    }
    assertEquals(EnumSet.allOf(Stage.class), stages);
    assertEquals(EnumSet.allOf(PluginReport.Reason.class), reasons);
  }
}
