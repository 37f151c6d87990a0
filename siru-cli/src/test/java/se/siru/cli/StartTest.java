package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short run is mostly start: what tries plugins and other programs is loaded by those alone who try. */
class StartTest {
  private static final Pattern TRIALS = Pattern.compile("se\\.siru\\.core\\.(contract|conformance)\\.\\w+");

  @TempDir Path folder;

  private List<String> trialsLoadedBy(String... command) throws Exception {
    Path log = folder.resolve("classes.txt");
    ChildRun run = ChildRun.siru(Map.of(), List.of("-Xlog:class+load:file=" + log), command);
    assertEquals(ExitCode.DONE, run.code(), run.err());
    String classes = Files.readString(log);
    assertTrue(classes.contains("se.siru.core.plugin.PluginRegistry"));
    return TRIALS.matcher(classes).results().map(found -> found.group()).distinct().sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plugins list", "indicators RCO01", "demo --quiet"})
  void doesNotLoadTrials(String command) throws Exception {
    assertEquals(List.of(), trialsLoadedBy(command.split(" ")));
  }

  @Test
  void loadsTrialsWhereSomethingIsTried() throws Exception {
    Path jar = OwnPlugin.jar(OwnPlugin.SOUND, folder.resolve("jars/own.jar"));
    assertTrue(trialsLoadedBy("plugins", "check", jar.toString(), "--samples", "1").contains("se.siru.core.contract.PluginTrial"));
  }
}
