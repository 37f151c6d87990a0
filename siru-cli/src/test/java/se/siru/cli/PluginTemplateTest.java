package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code plugins new}: what it writes compiles and works at once, under its own names. */
class PluginTemplateTest {
  private static final Path EXAMPLE = Path.of("../siru-plugins-example");
  private static final Pattern PLUGIN =
      Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]*)</version>");

  @TempDir Path folder;

  private static List<Path> filesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> names(Path root) throws IOException {
    return filesBelow(root).stream().map(file -> root.relativize(file).toString().replace('\\', '/')).toList();
  }

  @Test
  void theTemplateIsTheWholeRootPackageOfTheExample() throws IOException {
    TreeSet<String> expected = new TreeSet<>(names(EXAMPLE.resolve("src/template")));
    String sources = "java/se/siru/example";
    try (Stream<Path> own = Files.list(EXAMPLE.resolve("src/main").resolve(sources))) {
      own.filter(Files::isRegularFile).forEach(file -> expected.add("src/main/" + sources + "/" + file.getFileName()));
    }
    try (Stream<Path> own = Files.list(EXAMPLE.resolve("src/test").resolve(sources))) {
      own.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("PluginPageTest.java")) // is about the guide to plugins
          .forEach(file -> expected.add("src/test/" + sources + "/" + file.getFileName()));
    }
    assertEquals(expected, new TreeSet<>(PluginTemplate.FILES));
  }

  @Test
  void theProjectOfTheTemplateUsesThisVersionOfTheLibrary() throws IOException {
    String pom = Files.readString(EXAMPLE.resolve("src/template/pom.xml"));
    String version = Files.readString(Path.of("../pom.xml")).split("<version>", 2)[1].split("</version>", 2)[0];
    assertTrue(pom.contains("<siru.version>" + version + "</siru.version>"), version);
  }

  @Test
  void theProjectOfTheTemplateIsBuiltByTheSamePluginsAsTheLibrary() throws IOException {
    Map<String, String> own = versionsOfPlugins(Files.readString(Path.of("../pom.xml")));
    Map<String, String> written = versionsOfPlugins(Files.readString(EXAMPLE.resolve("src/template/pom.xml")));
    assertEquals(Set.of("maven-resources-plugin", "maven-compiler-plugin", "maven-surefire-plugin", "maven-jar-plugin"), written.keySet());
    written.forEach((plugin, version) -> assertEquals(own.get(plugin), version, plugin));
  }

  /** Versions of plugins by name, with what stands for a property in its place. */
  private static Map<String, String> versionsOfPlugins(String pom) {
    Map<String, String> versions = new TreeMap<>();
    Matcher plugin = PLUGIN.matcher(pom);
    while (plugin.find()) {
      String version = plugin.group(2);
      String property = version.startsWith("${") ? version.substring(2, version.length() - 1) : "";
      versions.put(plugin.group(1), property.isEmpty() ? version : pom.split("<" + property + ">", 2)[1].split("<", 2)[0]);
    }
    return versions;
  }

  @Test
  void noNameOfTheInventedAgencyIsLeft() throws IOException {
    CliRun run = CliRun.of("plugins", "new", folder.toString(), "--id", "my-agency", "--package", "se.my.stuff", "--name", "My \"agency\"");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(names(folder).contains("src/main/java/se/my/stuff/MyAgencyPlugin.java"), () -> run.out());
    for (Path file : filesBelow(folder)) {
      assertFalse((file + Files.readString(file)).toLowerCase(Locale.ROOT).contains("exempell"), file::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"my-agency", "a", "a1-2", "new", "plugin", "string", "exempellan-2", "abcdefghijklmnopqrstuvwxyz-01234"})
  void whatIsWrittenCompilesAndIsAtWorkFromAFolderOfPlugins(String id) throws IOException {
    Path project = folder.resolve("project");
    CliRun written = CliRun.of("plugins", "new", project.toString(), "--id", id, "--name", "Exempellan \\u0022 \"å\" */ $1 \\");
    assertEquals(ExitCode.DONE, written.code(), written.err());
    Path classes = compile(project, "src/main/java");
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("my.jar")))) {
      add(classes, jar);
      add(project.resolve("src/main/resources"), jar);
    }
    CliRun list = CliRun.of("plugins", "list", "--plugins", plugins.toString());
    String code = id.toUpperCase(Locale.ROOT) + "-01";
    String expected =
        id + " 1.0.0  Exempellan \\u0022 \"å\" */ $1 \\\n    indicator: " + code + "\n    format: " + id + "-markdown\n";
    assertTrue(list.out().contains(expected), list.out());
    compile(project, "src/main/java", "src/test/java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u0007b"})
  void aNameThatCannotBeShownIsRefused(String name) {
    assertEquals(ExitCode.USAGE, CliRun.of("plugins", "new", folder.resolve("x").toString(), "--id", "a", "--name", name).code());
    assertFalse(Files.exists(folder.resolve("x")));
  }

  private Path compile(Path project, String... roots) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String root : roots) {
      filesBelow(project.resolve(root)).stream().filter(file -> !file.endsWith("module-info.java")).forEach(sources::add);
    }
    Path classes = Files.createTempDirectory(folder, "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-classpath", System.getProperty("java.class.path"), "-d", classes.toString(), "-proc:none",
          "--release", "17", "-Xlint:all", "-Werror");
      assertTrue(compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources)).call());
    }
    return classes;
  }

  private static void add(Path root, JarOutputStream jar) throws IOException {
    for (String name : names(root)) {
      jar.putNextEntry(new JarEntry(name));
      Files.copy(root.resolve(name), jar);
    }
  }

  @ParameterizedTest
  @CsvSource({"My", "-x", "a--b", "siru", "siru-x", "application", "definitions", "exempellän", "''", "abcdefghijklmnopqrstuvwxyzabcdefg"})
  void anIdThatNoPluginMayHaveIsRefused(String id) {
    assertEquals(ExitCode.USAGE, CliRun.of("plugins", "new", folder.resolve("x").toString(), "--id", id).code());
    assertFalse(Files.exists(folder.resolve("x")));
  }

  @ParameterizedTest
  @CsvSource({"alone", "a.class", "a..b", "1.a", "a.b-c", "'a.b;c'"})
  void aPackageThatIsNoneIsRefused(String name) {
    assertEquals(ExitCode.USAGE, CliRun.of("plugins", "new", folder.resolve("x").toString(), "--id", "a", "--package", name).code());
  }

  @Test
  void aFolderThatHoldsAnythingIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertEquals(ExitCode.USAGE, CliRun.of("plugins", "new", folder.toString(), "--id", "a").code());
    assertEquals(List.of("mine.txt"), names(folder));
  }
}
