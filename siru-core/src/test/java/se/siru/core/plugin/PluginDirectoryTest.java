package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.plugin.PluginReport.Reason;

/** Plugins in a folder of their own, each with its own libraries. */
class PluginDirectoryTest {
  @TempDir Path sources;
  @TempDir Path plugins;
  private int folders;

  private PluginFolder folder() throws IOException {
    return new PluginFolder(Files.createDirectory(sources.resolve("f" + folders++)));
  }

  /** A jar with one plugin of a class {@code p.P}. */
  private Path plugin(String file, String id, String members) throws IOException {
    return folder().withPlugin("P", id, members).listing("p.P").jar(plugins.resolve(file));
  }

  private PluginRegistry load() {
    return PluginRegistry.builder().source(PluginSource.standard().and(PluginSource.ofDirectory(plugins))).build();
  }

  private static List<String> loaded(PluginReport report) {
    return report.loaded().stream().filter(e -> !e.id().startsWith("siru")).map(e -> e.id() + " " + e.origin()).toList();
  }

  private PluginReport.Entry rejected() {
    try (PluginRegistry registry = load()) {
      List<PluginReport.Entry> rejected = registry.report().rejected();
      assertEquals(1, rejected.size(), rejected::toString);
      assertEquals(List.of("good good.jar"), loaded(registry.report()));
      return rejected.get(0);
    }
  }

  @BeforeEach
  void aGoodPlugin() throws IOException {
    plugin("m-good/good.jar", "good", PluginFolder.indicator("good:contracts", "G1"));
  }

  @Test
  void aFolderWithJarsIsAPluginAndSoIsAJarByItself() throws IOException {
    plugin("lone.jar", "lone", "");
    plugin("UPPER.JAR", "upper", "");
    Files.writeString(plugins.resolve("readme.txt"), "no plugin");
    Files.createDirectory(plugins.resolve(".hidden"));
    try (PluginRegistry registry = load()) {
      assertEquals(List.of("good good.jar", "lone lone.jar", "upper UPPER.JAR"), loaded(registry.report()));
      assertEquals(List.of(), registry.report().rejected());
      assertTrue(registry.catalogue().find("G1").isPresent());
    }
  }

  @Test
  void aPluginSeesTheContractAndNoLibraryOfTheHost() throws IOException {
    String looks =
        "static boolean sees(String name) { try { Class.forName(name); return true; } catch (ClassNotFoundException e) { return false; } }"
            + " public P() {"
            + " if (sees(\"com.google.common.collect.ImmutableList\") || sees(\"com.fasterxml.jackson.core.JsonFactory\")"
            + " || sees(\"de.siegmar.fastcsv.reader.CsvReader\") || sees(\"org.junit.jupiter.api.Test\")"
            + " || !sees(\"org.slf4j.Logger\") || !sees(\"java.sql.Date\") || sees(\"p.Q\")) throw new IllegalStateException(); }";
    plugin("other.jar", "other", looks);
    folder().with("Q", "package p; public class Q {}").withPlugin("P2", "second", "").listing("p.P2").jar(plugins.resolve("z.jar"));
    try (PluginRegistry registry = load()) {
      assertEquals(List.of("good good.jar", "other other.jar", "second z.jar"), loaded(registry.report()));
    }
  }

  @Test
  void twoPluginsMayBringTwoVersionsOfOneClass() throws IOException {
    for (String version : List.of("one", "two")) {
      PluginFolder folder = folder().with("Lib", "package p; public class Lib { public static String name() { return \"" + version + "\"; } }");
      String source = PluginFolder.plugin("P", version, "").replace("\"P\", \"1\"", "Lib.name(), \"1\"");
      folder.with("P", source).listing("p.P").jar(plugins.resolve(version).resolve("p.jar"));
    }
    try (PluginRegistry registry = load()) {
      List<String> names = registry.report().loaded().stream()
          .filter(e -> e.className().equals("p.P") && !e.id().equals("good"))
          .map(PluginReport.Entry::name)
          .toList();
      assertEquals(List.of("one", "two"), names);
    }
  }

  @Test
  void severalJarsOfOneFolderWorkTogether() throws IOException {
    PluginFolder library = folder().with("Lib", "package p; public class Lib { public static int one() { return 1; } }");
    library.jar(plugins.resolve("many/lib.jar"));
    PluginFolder both = library.withPlugin("P", "many", "private static final int ONE = Lib.one();").without("Lib").listing("p.P");
    both.jar(plugins.resolve("many/plugin.jar"));
    try (PluginRegistry registry = load()) {
      assertEquals(List.of("good good.jar", "many plugin.jar"), loaded(registry.report()));
    }
  }

  @Test
  void theHostsOwnPluginsAreNotFoundAgain() {
    try (Siru siru = Siru.builder().plugins(PluginSource.ofDirectory(plugins)).build()) {
      assertEquals(List.of("good"), siru.plugins().loaded().stream().map(PluginReport.Entry::id).toList());
    }
  }

  @Test
  void aFolderWithoutAJarAndAJarWithoutAListAreTold() throws IOException {
    Path empty = Files.createDirectory(plugins.resolve("empty"));
    assertTrue(rejected().message().startsWith("the folder holds no jar"), () -> rejected().message());
    Files.delete(empty);
    folder().withPlugin("P", "unlisted", "").jar(plugins.resolve("unlisted.jar"));
    PluginReport.Entry entry = rejected();
    assertEquals(Reason.NOT_A_PLUGIN, entry.reason().orElseThrow());
    assertEquals("unlisted.jar", entry.origin());
  }

  @Test
  void whatIsWrongWithAListedClassNamesTheFolder() throws IOException {
    folder().listing("p.Absent").jar(plugins.resolve("bad/bad.jar"));
    PluginReport.Entry entry = rejected();
    assertEquals(Reason.NOT_A_PLUGIN, entry.reason().orElseThrow());
    assertEquals("p.Absent", entry.className());
    assertEquals("bad", entry.origin());
  }

  @Test
  void theSameFaultInTwoPluginsIsToldOfBoth() throws IOException {
    for (String name : List.of("a", "b")) {
      folder().listing("p.Absent").jar(plugins.resolve(name).resolve("x.jar"));
    }
    try (PluginRegistry registry = load()) {
      assertEquals(List.of("a", "b"), registry.report().rejected().stream().map(PluginReport.Entry::origin).toList());
    }
  }

  @Test
  void aFolderThatIsNotThereIsAnErrorOfTheHost() {
    PluginRegistry.Builder builder = PluginRegistry.builder().source(PluginSource.ofDirectory(plugins.resolve("none")));
    assertEquals(ErrorCode.UNREADABLE, assertThrows(SiruException.class, builder::build).code());
  }

  @Test
  void closingLetsGoOfTheJars() throws IOException {
    String functions =
        "public java.util.List<se.siru.core.indicator.IndicatorFunction> functions() { return java.util.List.of(new F()); }";
    folder()
        .with("F", "package p; public class F implements se.siru.core.indicator.IndicatorFunction {"
            + " public String id() { return \"f:f\"; }"
            + " public Outcome apply(Selection s, Context c) { return null; } }")
        .withPlugin("P", "f", functions)
        .listing("p.P")
        .jar(plugins.resolve("f.jar"));
    PluginRegistry registry = load();
    ClassLoader loader = registry.catalogue().function("f:f").orElseThrow().getClass().getClassLoader();
    assertNotNull(loader.getResource("p/F.class"));
    registry.close();
    assertNull(loader.getResource("p/F.class"));
  }

  @Test
  void inWhicheverOrderPluginsLieTheResultIsOne() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      numbers.add(i);
      plugin("n" + i + ".jar", "n" + i, PluginFolder.indicator("n" + i + ":contracts", "N" + i));
    }
    String all;
    try (PluginRegistry registry = load()) {
      all = registry.report().entries().toString();
    }
    Collections.shuffle(numbers, new Random(1));
    for (int i = 0; i < 20; i++) {
      Files.move(plugins.resolve("n" + i + ".jar"), Files.createDirectories(plugins.resolve("d" + numbers.get(i))).resolve("n" + i + ".jar"));
    }
    try (PluginRegistry registry = load()) {
      assertEquals(all, registry.report().entries().toString());
    }
  }
}
