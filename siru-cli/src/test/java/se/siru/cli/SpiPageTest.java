package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.plugin.SiruPlugin;

/** The page on the plugin contract names what there is, and its code does what the page says. */
class SpiPageTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path folder;
  private static String page;
  private static Path plugins;
  private static Path portfolio;

  @BeforeAll
  static void aPluginMadeOfTheCodeOfThePage() throws IOException {
    page = Files.readString(Path.of("..", "docs", "reference", "spi.md"));
    String members = BLOCK.matcher(page).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
    plugins = Files.createDirectories(folder.resolve("plugins"));
    OwnPlugin.jar(OwnPlugin.with(members), plugins.resolve("own.jar"));
    portfolio = folder.resolve("p.json");
    Files.writeString(portfolio, """
        {"siru": "siru-portfolio/1", "name": "p", "records": {
          "programme": [{"id": "op", "level": "operation"}],
          "agreement": [{"id": "a", "partnership": "iop"}, {"id": "b", "partnership": "iop", "value": 1000}, {"id": "c"}]}}
        """);
  }

  @Test
  void everyMethodOfTheContractHasARow() {
    List<String> methods = Arrays.stream(SiruPlugin.class.getDeclaredMethods()).map(SpiPageTest::written).sorted().toList();
    List<String> rows = Pattern.compile("^\\| `([a-zA-Z]+\\([A-Za-z]*\\))` \\|", Pattern.MULTILINE).matcher(page).results()
        .map(row -> row.group(1)).sorted().toList();
    assertEquals(methods, rows);
  }

  private static String written(Method method) {
    return method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(", ", "(", ")"));
  }

  @Test
  void onlyTheDescriptionMustBeGiven() {
    assertEquals(
        List.of("descriptor"),
        Arrays.stream(SiruPlugin.class.getDeclaredMethods()).filter(method -> Modifier.isAbstract(method.getModifiers()))
            .map(Method::getName).toList());
  }

  @Test
  void whatIsNamedInTheTableOfWhatIsHandedInIsThere() throws IOException {
    TreeSet<String> there = new TreeSet<>();
    for (ModuleOnClassPath module : ModuleOnClassPath.ours()) {
      module.exportedClasses().map(Class::getSimpleName).forEach(there::add);
    }
    int start = page.indexOf("| handed in |");
    String table = page.substring(start, page.indexOf("\n\n", start));
    Stream<String> named = Pattern.compile("`([A-Z][A-Za-z]+)`").matcher(table).results().map(found -> found.group(1));
    assertEquals(List.of(), named.filter(name -> !there.contains(name) && !name.equals("ByteArrayOutputStream")).toList());
  }

  @Test
  void theRuleOfThePageIsAppliedToAPortfolio() {
    CliRun run = CliRun.of("validate", portfolio.toString(), "--plugins", plugins.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(
        List.of("warning p.json:3:value own:iop-states-value: The partnership a states no value. (State the amount that was agreed.)"),
        run.err().lines().filter(line -> line.contains("own:")).toList(), run.err());
    CliRun evaluated = CliRun.of("evaluate", portfolio.toString(), "--indicators", "SI-P01", "--lang", "sv", "--plugins", plugins.toString());
    assertTrue(evaluated.err().contains("Partnerskapet a anger inget värde."), evaluated.err());
    assertTrue(CliRun.of("validate", portfolio.toString()).err().lines().noneMatch(line -> line.contains("own:")));
  }

  @Test
  void theIndicatorsOfThePageAreCounted() {
    CliRun run =
        CliRun.of("evaluate", portfolio.toString(), "--indicators", "own:*", "--format", "csv", "--plugins", plugins.toString());
    assertEquals(
        List.of("OWN-1 2", "OWN-2 1", "OWN-3 50"),
        run.lines().stream().filter(line -> line.startsWith("OWN-")).map(line -> line.split(",")).map(cells -> cells[0] + " " + cells[2]).toList(),
        run.out() + run.err());
  }

  @Test
  void theWordsOfThePageAreShownInTheirLanguage() {
    CliRun run = CliRun.of("validate", portfolio.toString(), "--lang", "fi", "--plugins", plugins.toString());
    assertTrue(run.err().contains("Kumppanuudella a ei ole arvoa."), run.err());
    assertTrue(CliRun.of("schema", "--lang", "fi", "--plugins", plugins.toString()).out().contains("Julkinen"));
  }

  @Test
  void aLanguageThatNobodyBringsIsWrongUsage() {
    CliRun run = CliRun.of("validate", portfolio.toString(), "--lang", "et", "--plugins", plugins.toString());
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("expected one of sv, en, fi but was 'et'"), run.err());
  }

  @Test
  void theListOfPluginsTellsWhatEachBringsAndWasCompiledAgainst() {
    List<String> lines = CliRun.of("plugins", "list", "--all", "--plugins", plugins.toString()).lines();
    List<String> own = lines.subList(lines.indexOf("own 1.2.3  Own plugin") + 1, lines.size()).stream().limit(4).toList();
    assertEquals(List.of("    contract: 1", "    indicator: OWN-1, OWN-2, OWN-3", "    validation-rule: own:iop-states-value", "    translation: fi"), own);
  }
}
