package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.plugin.PluginReport.Reason;

/** Whatever is wrong with a plugin, it is reported and left out, and the one after it on the list works. */
class BrokenPluginsTest {
  private static PluginFolder goodFolder;
  private PluginFolder folder;

  @BeforeAll
  static void aGoodPlugin(@TempDir Path root) {
    goodFolder = new PluginFolder(root).withPlugin("Good", "good", PluginFolder.indicator("good:contracts", "G1"));
  }

  @BeforeEach
  void aFolderForTheBadOne(@TempDir Path root) {
    folder = new PluginFolder(root);
  }

  private static PluginReport load(PluginFolder folder) {
    try (URLClassLoader loader = PluginFolder.loader(folder, goodFolder)) {
      return PluginRegistry.builder().source(PluginSource.ofClassLoader(loader)).build().report();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Loads {@code p.Bad} before {@code p.Good}: the bad one's entry. */
  private PluginReport.Entry bad(String... sourceOrNone) {
    if (sourceOrNone.length > 0) {
      folder.with("Bad", sourceOrNone[0]);
    }
    PluginReport report = load(folder.listing("p.Bad", "p.Good"));
    assertTrue(report.loaded().stream().anyMatch(entry -> entry.id().equals("good")), report.entries()::toString);
    assertEquals(1, report.rejected().size(), report.rejected()::toString);
    return report.rejected().get(0);
  }

  /** The entry of a plugin that says this about itself. */
  private static PluginReport.Entry refused(PluginDescriptor descriptor) {
    SiruPlugin plugin = () -> descriptor;
    return PluginRegistry.builder().source(PluginSource.ofPlugins(plugin)).build().report().rejected().get(0);
  }

  private static void assertRejected(Reason reason, String className, String message, PluginReport.Entry entry) {
    assertEquals(Optional.of(reason), entry.reason(), entry::toString);
    assertEquals(className, entry.className());
    assertTrue(entry.message().contains(message), entry::message);
  }

  @Test
  void aConstructorThatThrows() {
    assertRejected(Reason.FAILED, "p.Bad", "IllegalStateException: out of order",
        bad(PluginFolder.plugin("Bad", "bad", "public Bad() { throw new IllegalStateException(\"out of order\"); }")));
  }

  @Test
  void aStaticInitialiserThatThrows() {
    assertRejected(Reason.FAILED, "p.Bad", "ArithmeticException: / by zero",
        bad(PluginFolder.plugin("Bad", "bad", "static int zero = 0; static int broken = 1 / zero;")));
  }

  @Test
  void aConstructorThatRecursesForEver() {
    assertRejected(Reason.FAILED, "p.Bad", "StackOverflowError",
        bad(PluginFolder.plugin("Bad", "bad", "public Bad() { again(); } void again() { again(); again(); }")));
  }

  @Test
  void noPublicConstructorWithoutArguments() {
    assertRejected(Reason.NOT_A_PLUGIN, "p.Bad", "public constructor without arguments",
        bad(PluginFolder.plugin("Bad", "bad", "private Bad() {}")));
  }

  @Test
  void aSuperclassThatIsMissing() {
    folder.with("Base", "package p; public abstract class Base implements se.siru.core.plugin.SiruPlugin {}");
    String plugin = PluginFolder.plugin("Bad", "bad", "");
    folder.with("Bad", plugin.replace("implements se.siru.core.plugin.SiruPlugin", "extends Base"));
    folder.without("Base");
    assertRejected(Reason.NOT_LINKED, "", "p/Base", bad());
  }

  @Test
  void aClassForANewerJava() {
    folder.withPlugin("Bad", "bad", "").ofTheFuture("Bad");
    assertRejected(Reason.NOT_LINKED, "", "run on a newer Java", bad());
  }

  @Test
  void aListedClassThatIsAbsent() {
    assertRejected(Reason.NOT_A_PLUGIN, "p.Bad", "not found", bad());
  }

  @Test
  void aListedClassThatIsNoPlugin() {
    assertRejected(Reason.NOT_A_PLUGIN, "p.Bad", "not a subtype", bad("package p; public class Bad {}"));
  }

  @Test
  void aListedClassThatIsAbstract() {
    PluginReport.Entry entry =
        bad(PluginFolder.plugin("Bad", "bad", "").replace("public class", "public abstract class"));
    assertRejected(Reason.NOT_A_PLUGIN, "p.Bad", "not abstract", entry);
  }

  @ParameterizedTest
  @CsvSource({"not a class name", "\ufeffp.Good"})
  void aMalformedLineLosesItsFileAndNoOther(String line, @TempDir Path other) {
    PluginFolder broken = new PluginFolder(other).withPlugin("Lost", "lost", "").listing("p.Lost", line);
    try (URLClassLoader loader = PluginFolder.loader(broken, folder.listing("p.Good"), goodFolder)) {
      PluginReport report = PluginRegistry.builder().source(PluginSource.ofClassLoader(loader)).build().report();
      assertEquals(1, report.rejected().size());
      assertRejected(Reason.UNREADABLE_LIST, "", "no plugin listed in that file was loaded", report.rejected().get(0));
      assertTrue(report.loaded().stream().anyMatch(entry -> entry.id().equals("good")));
      assertTrue(report.loaded().stream().noneMatch(entry -> entry.id().equals("lost")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aClassThatIsListedTwiceCountsOnce() {
    PluginReport report = load(folder.listing("p.Good", "p.Good"));
    assertEquals(1, report.loaded().stream().filter(entry -> entry.className().equals("p.Good")).count());
    assertEquals(List.of(), report.rejected());
  }

  @ParameterizedTest
  @CsvSource({
    "' '", "''", "Upper", "two words", "a--b", "-a", "a-", "1a", "g\u043e\u043ed", "a\u0007b", "a:b", "../x",
    "abcdefghijklmnopqrstuvwxyzabcdefg"
  })
  void anIdThatIsNotKebabCaseOfModestLength(String id) {
    PluginReport.Entry entry = refused(PluginDescriptor.of(id, "name", "1", Spi.VERSION));
    assertRejected(Reason.BAD_DESCRIPTOR, entry.className(), "kebab-case", entry);
    assertEquals("", entry.id());
  }

  @Test
  void anIdOfTenThousandLetters() {
    PluginReport.Entry entry = refused(PluginDescriptor.of("a".repeat(10_000), "name", "1", Spi.VERSION));
    assertRejected(Reason.BAD_DESCRIPTOR, entry.className(), "kebab-case", entry);
  }

  @Test
  void anIdThatIsNull() {
    String source = PluginFolder.plugin("Bad", "bad", "").replace("\"bad\"", "null");
    assertRejected(Reason.FAILED, "p.Bad", "NullPointerException", bad(source));
  }

  @ParameterizedTest
  @CsvSource({"siru", "siru-csv", "siru-mine"})
  void anIdThatBelongsToTheLibrary(String id) {
    assertRejected(Reason.BAD_DESCRIPTOR, "p.Bad", "belongs to this library", bad(PluginFolder.plugin("Bad", id, "")));
  }

  @ParameterizedTest
  @CsvSource({"0", "2", "-1"})
  void aVersionOfTheContractThatIsNotServed(int version) {
    PluginReport.Entry entry = refused(PluginDescriptor.of("bad", "name", "1", version));
    assertRejected(Reason.SPI_VERSION, entry.className(), "version " + version, entry);
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED; throw new IllegalStateException()",
    "FAILED; throw new AssertionError()",
    "FAILED; return p.Bad.<java.util.List<se.siru.core.indicator.Indicator>>sneak(new java.io.IOException())",
    "NOT_LINKED; throw new NoSuchMethodError()",
    "BAD_CONTENT; return null",
    "BAD_CONTENT; return java.util.Arrays.asList((se.siru.core.indicator.Indicator) null)",
  })
  void aMethodThatThrowsOrGivesNull(String row) {
    String[] parts = row.split("; ", 2);
    String members = "static <T> T sneak(Throwable t) { return p.Bad.<T, RuntimeException>toss(t); }"
        + "@SuppressWarnings(\"unchecked\") static <T, E extends Throwable> T toss(Throwable t) throws E {"
        + " throw (E) t; }"
        + "public java.util.List<se.siru.core.indicator.Indicator> indicators() { " + parts[1] + "; }";
    PluginReport.Entry entry = bad(PluginFolder.plugin("Bad", "bad", members));
    assertRejected(Reason.valueOf(parts[0]), "p.Bad", "indicators()", entry);
    assertEquals("bad", entry.id());
  }

  @ParameterizedTest
  @CsvSource({"good:contracts, B1", "siru:mine, B1", "bad:mine, siru:other"})
  void anIndicatorInTheNamespaceOfOthers(String id, String code) {
    assertRejected(Reason.BAD_CONTENT, "p.Bad", "must be bad:kebab-name",
        bad(PluginFolder.plugin("Bad", "bad", PluginFolder.indicator(id, code))));
  }

  @Test
  void memoryThatIsExhaustedIsNotContained() {
    folder.withPlugin("Bad", "bad", "public Bad() { throw new OutOfMemoryError(\"none left\"); }").listing("p.Bad");
    assertEquals("none left", assertThrows(OutOfMemoryError.class, () -> load(folder)).getMessage());
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
}
