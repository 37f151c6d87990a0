package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No block of code in the documentation is without a test. Java is compiled and run by {@link DocsJavaTest}, JSON read by
 * {@link DocsJsonTest}, commands parsed by {@link DocsShellTest}; what else is shown is counted here, beside the test that compares it.
 */
class DocsBlocksTest {
  /** Blocks of one page and language that a test of that page compares with what is there. */
  private record Compared(String page, String language, int blocks, String test) {}

  private static final List<Compared> COMPARED = List.of(
      new Compared("README.md", "xml", 1, "siru-cli/src/test/java/se/siru/cli/DocsBlocksTest.java"),
      new Compared("docs/how-to/scale-out.md", "text", 3, "siru-plugins-example/src/test/java/se/siru/example/recipe/ScaleOutPageTest.java"),
      new Compared("docs/how-to/write-a-definition.md", "csv", 4, "siru-cli/src/test/java/se/siru/cli/WriteADefinitionTest.java"),
      new Compared("docs/how-to/write-a-definition.md", "text", 4, "siru-cli/src/test/java/se/siru/cli/WriteADefinitionTest.java"),
      new Compared("docs/how-to/write-a-plugin.md", "text", 1, "siru-plugins-example/src/test/java/se/siru/example/PluginPageTest.java"),
      new Compared("docs/reference/command-line.md", "csv", 1, "siru-cli/src/test/java/se/siru/cli/CommandLinePageTest.java"),
      new Compared("docs/reference/command-line.md", "text", 2, "siru-cli/src/test/java/se/siru/cli/CommandLinePageTest.java"),
      new Compared("docs/reference/identity.md", "csv", 1, "siru-core/src/test/java/se/siru/core/intake/IdentityPageTest.java"),
      new Compared("docs/reference/mapping.md", "csv", 2, "siru-core/src/test/java/se/siru/core/intake/MappingPageTest.java"),
      new Compared("docs/reference/star.md", "text", 9, "siru-core/src/test/java/se/siru/core/format/star/StarExporterTest.java"),
      new Compared("docs/tutorial/en.md", "text", 10, "siru-cli/src/test/java/se/siru/cli/TutorialTest.java"),
      new Compared("docs/tutorial/sv.md", "text", 10, "siru-cli/src/test/java/se/siru/cli/TutorialTest.java"));

  /** These pages are written by a program, and compared with what it writes by {@code IndicatorPagesTest}. */
  private static final String GENERATED = "docs/reference/indicators/";

  @Test
  void everyBlockStatesALanguageThatATestReadsOrIsOneOfThoseThatAreCompared() throws IOException {
    Map<String, Long> found = new TreeMap<>(DocsBlock.all().stream()
        .filter(block -> !List.of("java", "json", "sh").contains(block.language()))
        .filter(block -> !block.page().startsWith(GENERATED))
        .collect(Collectors.groupingBy(block -> block.page() + " " + block.language(), Collectors.counting())));
    Map<String, Long> compared = new TreeMap<>();
    COMPARED.forEach(each -> compared.put(each.page() + " " + each.language(), (long) each.blocks()));
    assertEquals(compared, found, "a block that is not java, json or sh needs a test that compares it, and a line here");
  }

  @Test
  void everyTestThatComparesNamesThePage() throws IOException {
    for (Compared each : COMPARED) {
      String test = Files.readString(DocsBlock.ROOT.resolve(each.test()));
      String name = Path.of(each.page()).getFileName().toString();
      assertTrue(test.contains('"' + name + '"'), each.test() + " does not read " + each.page());
    }
  }

  @Test
  void theDependencyOfTheFrontPageIsAModuleOfThisProject() throws IOException {
    DocsBlock block = DocsBlock.all("xml").get(0);
    assertEquals("README.md", block.page());
    String pom = Files.readString(DocsBlock.ROOT.resolve("pom.xml"));
    String artifact = element(block.text(), "artifactId");
    assertEquals("<dependency>\n  <groupId>" + element(pom, "groupId") + "</groupId>\n  <artifactId>" + artifact
        + "</artifactId>\n  <version>" + element(pom, "version") + "</version>\n</dependency>\n", block.text());
    assertTrue(Stream.of(pom.split("\n")).anyMatch(line -> line.strip().equals("<module>" + artifact + "</module>")), artifact);
  }

  private static String element(String xml, String name) {
    Matcher first = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
    assertTrue(first.find(), name);
    return first.group(1);
  }
}
