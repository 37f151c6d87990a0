package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The one jar at work, as people start it; runs after {@code package}, when the jar exists. */
class ShadedJarRunTest {
  private static final Path JAR = Path.of("target", "siru.jar").toAbsolutePath();

  @TempDir
  Path folder;

  private ChildRun jar(String... arguments) throws Exception {
    return ChildRun.java(Map.of("LC_ALL", "C"), List.of("-jar", JAR.toString()), arguments);
  }

  @ParameterizedTest
  @EnumSource(BadPortfolio.class)
  void aBadPortfolioIsRefusedWithEveryWrongPlace(BadPortfolio bad) throws Exception {
    ChildRun run = jar("validate", bad.write(folder.resolve("bad")).toString(), "--quiet");
    BadPortfolioTest.assertRefused(bad, run.code(), run.out(), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exempellan", "siru-2.0"})
  void theDemoNeedsNothingButTheJar(String name) throws Exception {
    ChildRun run = jar("demo", name, "--lang", "sv", "--quiet");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(CliRun.of("demo", name, "--lang", "sv", "--quiet").out(), run.out());
  }

  @Test
  void aPortfolioIsEvaluatedIntoAFile() throws Exception {
    Path portfolio = BadPortfolio.writeGood(folder.resolve("good"));
    Path out = folder.resolve("results.csv");
    String[] asked = {"evaluate", portfolio.toString(), "--indicators", "SI-P*", "--format", "csv", "--quiet"};
    ChildRun run = jar(Stream.concat(Stream.of(asked), Stream.of("--out", out.toString())).toArray(String[]::new));
    assertEquals(new ChildRun(ExitCode.DONE, "", ""), run);
    assertEquals(CliRun.of(asked).out(), Files.readString(out));
  }

  @Test
  void everyPluginIsAtWorkAndThatOfTheInventedAgencyOnRequest() throws Exception {
    String listed = jar("plugins", "list", "--all").out();
    assertEquals(withoutVersions(CliRun.of("plugins", "list", "--all").out()), withoutVersions(listed));
    assertTrue(listed.contains("--enable exempellan"), listed);
    String[] asked = {"evaluate", BadPortfolio.writeGood(folder.resolve("good")).toString(), "--indicators", "exempellan:*", "--quiet"};
    assertEquals(ExitCode.USAGE, jar(asked).code());
    String[] enabled = Stream.concat(Stream.of(asked), Stream.of("--enable", "exempellan")).toArray(String[]::new);
    assertEquals(new ChildRun(ExitCode.DONE, CliRun.of(enabled).out(), ""), jar(enabled));
  }

  /** The versions of the library's own plugins stand in the manifests of jars. */
  private static String withoutVersions(String list) {
    return list.replaceAll("(?m)^(\\S+) \\S+  ", "$1  ");
  }

  @Test
  void theVersionStandsInTheJar() throws Exception {
    assertTrue(jar("--version").out().matches("siru [0-9]+\\.[0-9]+\\.[0-9]+.*\n"));
  }

  @Test
  void anUnknownCommandIsWrongUsageAndLeavesStandardOutputEmpty() throws Exception {
    ChildRun run = jar("no-such-command");
    assertEquals(ExitCode.USAGE, run.code());
    assertEquals("", run.out());
  }

  @Test
  void helpAndWrongUsageNeedNoPortfolio() throws Exception {
    assertEquals(ExitCode.DONE, jar("evaluate", "--help").code());
    assertEquals(ExitCode.USAGE, jar("evaluate").code());
  }

  @Test
  void aWorkbookBecomesAPortfolio() throws Exception {
    Path workbook = folder.resolve("list.xlsx");
    SmallWorkbook.write(workbook, List.of("Nr", "Namn"), List.of("a", "Ängens vänner"), List.of("b", "=1+2"));
    Path mapping = Files.writeString(folder.resolve("m.json"), """
        {"siru": "siru-mapping/1", "portfolio": {"name": "x"},
         "literals": {"programme": [{"id": "op", "level": "operation"}]},
         "sources": [{"files": "*.xlsx", "sheet": 1, "records": [{"type": "stakeholder", "fields": {"id": "Nr", "name": "Namn"}}]}]}
        """);
    Path out = folder.resolve("out");
    ChildRun run = jar("import", "--mapping", mapping.toString(), workbook.toString(), "--out", out.toString(), "--quiet");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(List.of("id,name,row", "a,Ängens vänner,2", "b,\"'=1+2\",3"), Files.readAllLines(out.resolve("stakeholders.csv")));
  }

  @Test
  void aPackBecomesAWorkbookWithItsSheets() throws Exception {
    Path mappings = Path.of("..", "docs", "how-to", "mappings");
    Path plan = folder.resolve("plan");
    ChildRun imported = jar("import", "--mapping", mappings.resolve("target-plan.json").toString(),
        mappings.resolve("target-plan.csv").toString(), "--out", plan.toString(), "--quiet");
    assertEquals(ExitCode.DONE, imported.code(), imported.err());
    Path out = folder.resolve("styrgrupp.xlsx");
    String[] asked = {"evaluate", plan.toString(), "--pack", "styrgrupp", "--lang", "sv", "--quiet"};
    ChildRun run =
        jar(Stream.concat(Stream.of(asked), Stream.of("--format", "xlsx", "--out", out.toString())).toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.code(), run.err());
    List<String> chapters =
        CliRun.of(asked).out().lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)).toList();
    assertTrue(chapters.size() > 2, chapters.toString());
    try (FileSystem zip = FileSystems.newFileSystem(out)) {
      NodeList sheets;
      try (InputStream workbook = Files.newInputStream(zip.getPath("xl/workbook.xml"))) {
        sheets = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(workbook).getElementsByTagName("sheet");
      }
      List<String> names = IntStream.range(0, sheets.getLength())
          .mapToObj(at -> ((Element) sheets.item(at)).getAttribute("name")).toList();
      assertEquals("Om", names.get(0));
      assertEquals(chapters, names.subList(1, names.size()));
    }
  }

  @Test
  void aFileThatOnlyLooksLikeAWorkbookIsRefusedWithAFinding() throws Exception {
    Path workbook = Files.writeString(folder.resolve("list.xlsx"), "Nr;Namn");
    Path mapping = Files.writeString(folder.resolve("m.json"), """
        {"siru": "siru-mapping/1", "portfolio": {"name": "x"},
         "literals": {"programme": [{"id": "op", "level": "operation"}]},
         "sources": [{"files": "*.xlsx", "records": [{"type": "stakeholder", "fields": {"id": "Nr"}}]}]}
        """);
    ChildRun run = jar("import", "--mapping", mapping.toString(), workbook.toString(), "--out", folder.resolve("out").toString());
    assertEquals(ExitCode.FOUND, run.code(), run.err());
    assertTrue(run.err().startsWith("error list.xlsx xlsx.not-a-workbook: "), run.err());
  }
}
