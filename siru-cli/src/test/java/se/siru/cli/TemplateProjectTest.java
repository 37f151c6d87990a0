package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The project that {@code plugins new} writes, in the hands of its owner: every command of its README works, without a network, and hosts
 * of every kind find the plugin. Runs after {@code package}, when the jars exist and this build's artifacts are in a repository.
 */
class TemplateProjectTest {
  private static final Path JAR = Path.of("target", "siru.jar").toAbsolutePath();
  private static final Path REPOSITORY = Path.of("target", "it-repository").toAbsolutePath();
  private static final Pattern COMMANDS = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TESTS = Pattern.compile("Tests run: (\\d+), Failures: 0, Errors: 0, Skipped: 0");

  private static Example example;

  @TempDir static Path folder;

  @BeforeAll
  static void unpack() throws IOException {
    example = Example.unpack("exempellan");
  }

  @AfterAll
  static void delete() throws IOException {
    example.close();
  }

  @ParameterizedTest
  @CsvSource({"my-agency, mitt första tillägg, sv, SE", "a1-verksamhet-2-a-b-cd-efg-32-xz, b, tr, TR"})
  void everyCommandOfItsReadmeWorksAndEveryHostFindsIt(String id, String place, String language, String country) throws Exception {
    Path project = folder.resolve(place);
    Map<String, String> environment =
        Map.of("LC_ALL", "C.UTF-8", "JAVA_TOOL_OPTIONS", "-Duser.language=" + language + " -Duser.country=" + country);
    ChildRun written = ChildRun.java(environment, List.of("-jar", JAR.toString()), "plugins", "new", project.toString(), "--id", id);
    assertEquals(ExitCode.DONE, written.code(), written.err());

    ChildRun commands = runReadme(project, environment);
    assertEquals(0, commands.code(), commands.out() + commands.err());
    assertTestsRan(commands.out());
    Path jar = project.resolve("target").resolve(id + "-1.0.0.jar");
    assertTrue(commands.out().contains(id + " 1.0.0 (" + jar.getFileName() + ")\n    indicators: 1, formats: 1, "), commands.out());
    assertTrue(commands.out().contains("breaches: 0\n"), commands.out());
    assertTrue(commands.out().contains(id.toUpperCase(Locale.ROOT) + "-01 Active public–civil-society partnerships | "), commands.out());

    String expected = results("exempellan", "--enable", "exempellan").replace("EX-01", id.toUpperCase(Locale.ROOT) + "-01");
    assertEquals(expected, results(id, "--plugins", project.resolve("plugins").toString()), "a folder of plugins");
    String[] asked = evaluate(id);
    List<String> classPath = List.of("-cp", JAR + File.pathSeparator + jar, Main.class.getName());
    assertEquals(new ChildRun(ExitCode.DONE, expected, ""), ChildRun.java(Map.of(), classPath, asked), "the class path");
    List<String> modulePath = List.of("-p", modules() + File.pathSeparator + jar, "-m", "se.siru.cli/" + Main.class.getName());
    assertEquals(new ChildRun(ExitCode.DONE, expected, ""), ChildRun.java(Map.of(), modulePath, asked), "the module path");
  }

  private static String[] evaluate(String id, String... more) {
    List<String> words = new ArrayList<>(List.of("evaluate", example.folder().toString(), "--indicators", id + ":*", "--by", "clause",
        "--format", "csv", "--quiet"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static String results(String id, String... more) {
    CliRun run = CliRun.of(evaluate(id, more));
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.lines().size() > 2, run.out());
    return run.out();
  }

  /** The library as modules, as a host on the module path has it. */
  private static String modules() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes") && !entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** One test for the admission, one for each law and so on, in two classes. */
  private static void assertTestsRan(String out) {
    Matcher last = TESTS.matcher(out.substring(out.indexOf("Results:")));
    assertTrue(last.find() && Integer.parseInt(last.group(1)) > 20, out);
  }

  /** Runs the commands as a shell does that stops at the first which fails, with Maven set up to use no network. */
  private static ChildRun runReadme(Path project, Map<String, String> environment) throws Exception {
    Matcher commands = COMMANDS.matcher(Files.readString(project.resolve("README.md")));
    assertTrue(commands.find());
    Path tools = Files.createDirectories(project.resolveSibling(project.getFileName() + "-tools"));
    Path settings = Files.writeString(tools.resolve("settings.xml"), settings());
    String maven = "'" + Path.of(System.getProperty("siru.maven.home"), "bin", "mvn") + "' --batch-mode --no-transfer-progress --offline"
        + " -Daether.offline.protocols=file -Dmaven.repo.local='" + REPOSITORY + "' --settings '" + settings + "'";
    String script = "set -e\n"
        + "mvn() { " + maven + " \"$@\"; }\n"
        + "java() { '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' \"$@\"; }\n"
        + "cd '" + project + "'\n"
        + commands.group(1).replace("siru.jar", "'" + JAR + "'").replace("PORTFOLIO", "'" + example.folder() + "'");
    Path file = Files.writeString(tools.resolve("readme.sh"), script);
    Map<String, String> all = new TreeMap<>(environment);
    all.put("JAVA_HOME", System.getProperty("java.home"));
    return ChildRun.of(all, List.of("sh", file.toString()));
  }

  /** What the build of this project has downloaded is all that there is; checksums were compared then and are not kept. */
  private static String settings() {
    String url = "<url>" + Path.of(System.getProperty("siru.maven.repository")).toUri() + "</url>";
    String central = "<id>central</id>" + url + "<releases><checksumPolicy>ignore</checksumPolicy></releases>";
    return "<settings><mirrors><mirror><id>outer-build</id><mirrorOf>*</mirrorOf>" + url + "</mirror></mirrors>"
        + "<profiles><profile><id>outer-build</id>"
        + "<repositories><repository>" + central + "</repository></repositories>"
        + "<pluginRepositories><pluginRepository>" + central + "</pluginRepository></pluginRepositories>"
        + "</profile></profiles><activeProfiles><activeProfile>outer-build</activeProfile></activeProfiles></settings>";
  }
}
