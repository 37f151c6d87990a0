package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Agreement;
import se.siru.core.plugin.PluginReport.Reason;

/** Which ids, versions and names a plugin may have, and how a search ends; {@link PluginFaultsTest} has what else may be wrong. */
class AdmissionTest {

  /** The entry of a plugin that says this about itself and brings an indicator. */
  private static PluginReport.Entry refused(PluginDescriptor descriptor, Indicator... indicators) {
    SiruPlugin plugin =
        new SiruPlugin() {
          @Override
          public PluginDescriptor descriptor() {
            return descriptor;
          }

          @Override
          public List<Indicator> indicators() {
            return List.of(indicators);
          }
        };
    return PluginRegistry.builder().source(PluginSource.ofPlugins(plugin)).build().report().rejected().get(0);
  }

  private static void assertRejected(Reason reason, String message, PluginReport.Entry entry) {
    assertEquals(Optional.of(reason), entry.reason(), entry::toString);
    assertTrue(entry.message().contains(message), entry::message);
  }

  @ParameterizedTest
  @CsvSource({
    "' '", "''", "Upper", "two words", "a--b", "-a", "a-", "1a", "g\u043e\u043ed", "a\u0007b", "a:b", "../x", "\uff41",
    "abcdefghijklmnopqrstuvwxyzabcdefg"
  })
  void anIdIsKebabCaseOfModestLength(String id) {
    PluginReport.Entry entry = refused(PluginDescriptor.of(id, "name", "1", Spi.VERSION));
    assertRejected(Reason.BAD_DESCRIPTOR, "kebab-case", entry);
    assertEquals("", entry.id());
  }

  @ParameterizedTest
  @CsvSource({"0", "2", "-1"})
  void aVersionOfTheContractThatIsNotServedIsNamed(int version) {
    assertRejected(Reason.SPI_VERSION, "version " + version, refused(PluginDescriptor.of("bad", "name", "1", version)));
  }

  @ParameterizedTest
  @CsvSource({"good:contracts, B1", "siru:mine, B1", "bad:mine, siru:other"})
  void anIndicatorLiesInThePluginsOwnNamespace(String id, String code) {
    Indicator indicator = Indicator.measure(id).code(code).over(Agreement.TYPE).count().build();
    assertRejected(
        Reason.BAD_CONTENT, "must be bad:kebab-name", refused(PluginDescriptor.of("bad", "name", "1", Spi.VERSION), indicator));
  }

  @Test
  void aClassLoaderThatFailsForEverEndsTheSearch() {
    ClassLoader broken =
        new ClassLoader(null) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("no disk");
          }
        };
    PluginReport report = PluginRegistry.builder().source(PluginSource.ofClassLoader(broken)).build().report();
    assertEquals(1, report.entries().size());
    assertEquals(Optional.of(Reason.UNREADABLE_LIST), report.entries().get(0).reason());
  }

  @Test
  void aHundredListedClassesThatAreAbsentDoNotEndTheSearch(@TempDir Path root) throws IOException {
    String[] names = new String[101];
    for (int i = 0; i < 100; i++) {
      names[i] = "p.Absent" + i;
    }
    names[100] = "p.Good";
    PluginFolder folder = new PluginFolder(root).withPlugin("Good", "good", "").listing(names);
    try (URLClassLoader loader = PluginFolder.loader(folder)) {
      PluginReport report = PluginRegistry.builder().source(PluginSource.ofClassLoader(loader)).require("good").build().report();
      assertEquals(100, report.rejected().size());
    }
  }

  @Test
  void aDamagedJarOnTheClassPathIsNamedWhereItsPluginIsRequired(@TempDir Path root) throws IOException {
    Path jar = Files.write(root.resolve("wanted.jar"), new byte[] {1, 2, 3});
    Files.writeString(root.resolve("notes.txt"), "no jar, and nobody says that it is one");
    URL[] classPath = {root.resolve("notes.txt").toUri().toURL(), jar.toUri().toURL(), root.resolve("absent.jar").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classPath, SiruPlugin.class.getClassLoader())) {
      PluginRegistry.Builder host = PluginRegistry.builder().source(PluginSource.ofClassLoader(loader));
      assertEquals(List.of("wanted.jar"), host.build().report().rejected().stream().map(PluginReport.Entry::origin).toList());
      SiruException refused = assertThrows(SiruException.class, () -> host.require("wanted").build());
      assertEquals(ErrorCode.PLUGINS, refused.code());
      assertEquals(2, refused.getMessage().lines().count());
      assertTrue(refused.getMessage().contains("required plugins are not at work: wanted\n"), refused::getMessage);
      assertTrue(refused.getMessage().contains("unreadable-jar: wanted.jar cannot be read: "), refused::getMessage);
    }
  }

  @Test
  void aClassWhoseInitialiserFailedIsToldWithTheFirstCauseEachTime(@TempDir Path root) throws IOException {
    PluginFolder folder =
        new PluginFolder(root).withPlugin("Bad", "bad", "static int zero = 0; static int broken = 1 / zero;").listing("p.Bad");
    try (URLClassLoader loader = PluginFolder.loader(folder)) {
      PluginRegistry.Builder host = PluginRegistry.builder().source(PluginSource.ofClassLoader(loader));
      PluginReport.Entry first = host.build().report().rejected().get(0);
      assertRejected(Reason.FAILED, "the constructor threw java.lang.ArithmeticException: / by zero", first);
      PluginReport.Entry second = host.build().report().rejected().get(0);
      assertRejected(Reason.FAILED, "NoClassDefFoundError: Could not initialize class p.Bad", second);
      assertRejected(Reason.FAILED, "Exception java.lang.ArithmeticException: / by zero", second);
    }
  }

  @Test
  void oneLibraryThatSeveralPluginsLackIsToldOfEachWithItsJar(@TempDir Path root) throws IOException {
    List<URL> jars = new ArrayList<>();
    for (String name : List.of("One", "Two")) {
      PluginFolder folder = new PluginFolder(Files.createDirectory(root.resolve(name)))
          .with("Library", PluginFolder.source("public abstract class Library implements SiruPlugin {}"))
          .with(name, PluginFolder.plugin(name, "id", "").replace("implements SiruPlugin", "extends Library"))
          .without("Library").listing("p." + name);
      jars.add(folder.jar(root.resolve(name + ".jar")).toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), SiruPlugin.class.getClassLoader())) {
      assertEquals(
          List.of("p.One (One.jar) not-linked", "p.Two (Two.jar) not-linked"),
          PluginRegistry.builder().source(PluginSource.ofClassLoader(loader)).build().report().rejected().stream()
              .map(entry -> entry.line("en").replaceFirst(":.*", "")).toList());
    }
  }

  @Test
  void aPluginThatIsLeftOutByItsClassIsNotEvenMade(@TempDir Path root) throws IOException {
    PluginFolder folder =
        new PluginFolder(root).withPlugin("Bad", "bad", "public Bad() { throw new OutOfMemoryError(); }").listing("p.Bad");
    try (URLClassLoader loader = PluginFolder.loader(folder)) {
      PluginReport report =
          PluginRegistry.builder().source(PluginSource.ofClassLoader(loader)).exclude("p.Bad").strict().build().report();
      assertEquals(List.of(Optional.of(Reason.EXCLUDED)), report.rejected().stream().map(PluginReport.Entry::reason).toList());
    }
  }
}
