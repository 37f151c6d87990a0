package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Agreement;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.portfolio.Portfolio;

/**
 * A hundred plugins, half of them broken in different ways, in a hundred random orders of the class path: one report, one catalogue, one
 * set of results, one file of bytes.
 */
class ShuffledPluginsTest {
  private static final int ORDERS = 100;
  private static final int SOUND = 50;
  private static final int BROKEN = 50;

  private static final Portfolio PORTFOLIO = Portfolio.builder()
      .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
      .add(Agreement.TYPE.row("a").build())
      .build();

  private static final List<URL> CLASS_PATH = new ArrayList<>();

  @BeforeAll
  static void aHundredPlugins(@TempDir Path folder) throws IOException {
    Map<String, String> sound = new TreeMap<>();
    for (int i = 0; i < SOUND; i++) {
      sound.put("Sound" + i, PluginFolder.plugin("Sound" + i, "sound" + i, PluginFolder.indicator("sound" + i + ":contracts", "S" + i)));
    }
    PluginFolder classes = new PluginFolder(Files.createDirectory(folder.resolve("sound"))).with(sound);
    sound.keySet().forEach(name -> add(classes.jarOf(name, folder.resolve(name + ".jar"))));
    // What never comes back takes its time, what breaks the machine ends all, and each quarrel is two plugins.
    List<PluginFault> faults = PluginFault.all().stream()
        .filter(fault -> fault.stage() == PluginFault.Stage.ADMISSION && fault.budget().equals(PluginFault.AMPLE))
        .toList();
    for (int i = 0; i < BROKEN; i++) {
      String name = "Broken" + i;
      faults.get(i % faults.size()).jars(folder.resolve(name), name, "broken" + i).forEach(ShuffledPluginsTest::add);
    }
    assertEquals(SOUND + BROKEN, CLASS_PATH.size());
  }

  private static void add(Path jar) {
    try {
      CLASS_PATH.add(jar.toUri().toURL());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void inAnyOrderOfTheClassPathAllIsTheSame() throws IOException {
    String first = outcome();
    List<String> lines = first.lines().toList();
    assertEquals(SOUND, lines.stream().filter(line -> line.startsWith("loaded sound")).count(), first);
    assertEquals(BROKEN, lines.stream().filter(line -> line.startsWith("rejected ")).count(), first);
    Random random = new Random(1);
    for (int i = 1; i < ORDERS; i++) {
      Collections.shuffle(CLASS_PATH, random);
      assertEquals(first, outcome());
    }
  }

  /** All that can be seen of a host: who is at work and who is not and why, the catalogue, and its results in bytes; and what a strict one says. */
  private static String outcome() throws IOException {
    try (URLClassLoader loader = new URLClassLoader(CLASS_PATH.toArray(URL[]::new), SiruPlugin.class.getClassLoader());
        Siru siru = Siru.builder().plugins(PluginSource.ofClassLoader(loader)).pluginBudget(PluginFault.AMPLE).build()) {
      Results results = siru.evaluate(PORTFOLIO).indicators("S*").run();
      ByteArrayOutputStream csv = new ByteArrayOutputStream();
      siru.export(siru.publish(results, Audience.INTERNAL), "csv", csv);
      return siru.plugins().entries().stream()
              .map(entry -> (entry.isLoaded() ? "loaded " : "rejected ") + entry + " " + entry.provides() + "\n")
              .collect(Collectors.joining())
          + siru.catalogue().indicators() + "\n" + csv.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void aStrictHostSaysTheSameInAnyOrder() throws IOException {
    String first = refusal();
    assertEquals(1 + BROKEN, first.lines().count(), first);
    Random random = new Random(2);
    for (int i = 0; i < ORDERS / 10; i++) {
      Collections.shuffle(CLASS_PATH, random);
      assertEquals(first, refusal());
    }
  }

  private static String refusal() throws IOException {
    try (URLClassLoader loader = new URLClassLoader(CLASS_PATH.toArray(URL[]::new), SiruPlugin.class.getClassLoader())) {
      Siru.Builder strict = Siru.builder().plugins(PluginSource.ofClassLoader(loader)).pluginBudget(PluginFault.AMPLE).strict();
      return assertThrows(SiruException.class, strict::build).getMessage();
    }
  }
}
