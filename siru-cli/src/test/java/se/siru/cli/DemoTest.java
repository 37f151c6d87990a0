package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.Siru;
import se.siru.core.evaluation.Section;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Portfolio;

/** {@code demo}. */
class DemoTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({"exempellan,sv", "exempellan,en", "siru-2.0,sv", "siru-2.0,en"})
  void linesStayBelowAHundredColumns(String name, String language) {
    CliRun run = CliRun.of("demo", name, "--lang", language, "--quiet");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(List.of(), run.lines().stream().filter(line -> line.length() >= 100).toList());
  }

  @ParameterizedTest
  @CsvSource({"exempellan,sv", "exempellan,en", "siru-2.0,sv", "siru-2.0,en"})
  void thePartsOfTheProgrammeFollowEachOtherByTheirNames(String name, String language) {
    List<String> page = CliRun.of("demo", name, "--lang", language).lines();
    List<Integer> places =
        Schema.standard().vocabulary().list("programme-parts").codes().stream()
            .map(part -> heading(page, part.label().in(language)))
            .toList();
    assertEquals(places.stream().sorted().toList(), places);
    assertFalse(places.contains(-1), String.join("\n", page));
  }

  /** The line of a title that is underlined. */
  private static int heading(List<String> page, String title) {
    return IntStream.range(0, page.size() - 1)
        .filter(line -> page.get(line).equals(title) && page.get(line + 1).startsWith("──"))
        .findFirst()
        .orElse(-1);
  }

  @Test
  void theRegionIsShownWithItsChiefIndicators() {
    String page = CliRun.of("demo").out();
    for (String code :
        List.of(
            "RCO01", "RCO05", "RCR01", "RCR03", "RCR98", "RCR84a", "SI-P01", "SI-P03", "SI-P04", "SI-P06", "SI-P09", "SI-A02", "SI-N02",
            "SI-N09.network", "SI-Q01", "SI-Q08", "SI-I01", "SI-I02.arose", "SI-G02", "SI-E03")) {
      assertTrue(page.contains(code + "  "), code);
    }
    assertTrue(page.contains("SI-C01(RCO01)"));
  }

  @Test
  void everyIndicatorOfTheSectionsIsOneOfTheCatalogueOrOfTheDemo() throws IOException {
    Siru siru = DemoSections.withDefinitions(Siru.builder().exclude("se.siru.example.ExempellanPlugin").build());
    for (String example : Example.NAMES) {
      for (Section section : DemoSections.of(example)) {
        assertDoesNotThrow(() -> siru.catalogue().select(section.indicators()), section.title().in("en"));
      }
    }
  }

  @Test
  void theRuleSetThatIsAskedForIsTheOneCountedUnder() {
    CliRun run = CliRun.of("demo", "--rules", "tillvaxtverket-2127");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("tillvaxtverket-2127/0.1"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exempellan", "siru-2.0"})
  void unitsAreInSwedishOnAPageInSwedish(String name) throws IOException {
    Siru siru = DemoSections.withDefinitions(Siru.builder().exclude("se.siru.example.ExempellanPlugin").build());
    Set<String> english = siru.catalogue().indicators().stream().map(Indicator::unit).collect(Collectors.toCollection(TreeSet::new));
    english.removeAll(Set.of("", "index", "percent", "currency"));
    assertTrue(english.contains("pairs"));
    List<String> page = CliRun.of("demo", name, "--lang", "sv").lines();
    for (String unit : english) {
      assertEquals(List.of(), page.stream().filter(line -> line.endsWith("  " + unit) || line.endsWith("(" + unit + ")")).toList());
    }
  }

  @Test
  void everyRecordTypeIsCounted() {
    String page = CliRun.of("demo").out();
    assertTrue(page.contains("Participation ........... 2000"), page);
    assertFalse(page.lines().limit(12).anyMatch(line -> line.contains("missing")), page);
  }

  @Test
  void theBrochureStatesSixNetworkMeetingsTwoForumsAndThreeNetworks() {
    String page = CliRun.of("demo", "siru-2.0").out();
    assertTrue(page.matches("(?s).*Network meeting +6\n.*"), page);
    assertTrue(page.matches("(?s).*Dialogue forum +2\n.*"), page);
    assertTrue(page.matches("(?s).*networks  Networks \\(networks\\)\n.*Total +3\n.*"), page);
  }

  /** One record stands for what the brochure mentions without a number; counted, it would be a number that nobody has stated. */
  @Test
  void theBrochureHasNoNumbersButThoseItStates() throws IOException {
    Siru siru = DemoSections.withDefinitions(Siru.builder().exclude("se.siru.example.ExempellanPlugin").build());
    Map<String, String> numbers = new TreeMap<>();
    try (Example example = Example.unpack(Example.BROCHURE)) {
      Portfolio portfolio = siru.reader().read(example.folder()).orThrow();
      for (Section section : DemoSections.of(Example.BROCHURE)) {
        section.of(portfolio, siru.catalogue()).run().cells()
            .filter(cell -> cell.codes().isEmpty())
            .forEach(cell -> cell.number().ifPresent(number -> numbers.put(cell.code(), number.toPlainString())));
      }
    }
    assertEquals(
        Map.of("meetings", "6", "forums", "2", "SI-P04", "8", "networks", "3", "SI-N08", "3", "needs", "2", "members", "6"), numbers);
  }

  @Test
  void whatTheBrochureDoesNotStateIsMissingAndNotZero() {
    List<String> page = CliRun.of("demo", "siru-2.0").lines();
    for (String code : List.of("RCO01", "SI-P01", "SI-P03", "SI-E03", "SI-I01", "SI-Q01", "SI-G02", "RCR84a", "EECO01")) {
      assertTrue(page.stream().anyMatch(line -> line.matches(code + " .* missing( .*)?")), code);
    }
  }

  @Test
  void theListNamesTheExamplesWithTheirTitles() {
    CliRun run = CliRun.of("demo", "--list");
    assertEquals(Example.NAMES, run.lines().stream().map(line -> line.split("  ")[0]).toList());
  }

  @Test
  void nothingIsLeftOnDisk() throws Exception {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    ChildRun run = ChildRun.siru(Map.of(), List.of("-Djava.io.tmpdir=" + scratch), "demo", "--quiet");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    try (Stream<Path> left = Files.list(scratch)) {
      assertEquals(List.of(), left.filter(path -> !path.getFileName().toString().startsWith("hsperf")).toList());
    }
  }
}
