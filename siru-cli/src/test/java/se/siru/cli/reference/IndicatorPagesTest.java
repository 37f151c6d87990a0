package se.siru.cli.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.indicators.IndicatorFamily;

/** The pages on the indicators are those that {@link IndicatorPages} makes of the definitions. */
class IndicatorPagesTest {
  private static final String REWRITE = "siru.pages.rewrite";
  private static final String COMMAND =
      "write the pages anew and look at what changed: mvn -pl siru-cli -am test -Dtest=IndicatorPagesTest "
          + "-Dsurefire.failIfNoSpecifiedTests=false -Dmaven.javadoc.skip=true -D" + REWRITE;

  private static Map<String, String> pages = Map.of();

  @BeforeAll
  static void make() throws IOException, URISyntaxException {
    if (System.getProperty(REWRITE) != null) {
      IndicatorPages.write(IndicatorPages.FOLDER);
    }
    pages = IndicatorPages.files();
  }

  @Test
  void thePagesAreWhatTheDefinitionsSay() throws IOException {
    try (Stream<Path> kept = Files.list(IndicatorPages.FOLDER)) {
      assertEquals(
          pages.keySet(), kept.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)), COMMAND);
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertTrue(
          page.getValue().equals(Files.readString(IndicatorPages.FOLDER.resolve(page.getKey()), StandardCharsets.UTF_8)),
          page.getKey() + " is not current; " + COMMAND);
    }
  }

  @Test
  void everyIndicatorHasAPlaceOnThePageOfItsFamilyAndInTheIndex() {
    String index = pages.get(IndicatorPages.INDEX);
    for (IndicatorFamily family : IndicatorFamily.values()) {
      String page = pages.get(family.id() + ".md");
      for (Indicator indicator : family.indicators(RuleSet.defaults())) {
        assertTrue(page.contains("<a id=\"" + IndicatorPages.anchor(indicator) + "\"></a>"), indicator.code());
        assertTrue(index.contains("(" + family.id() + ".md#" + IndicatorPages.anchor(indicator) + ")"), indicator.code());
      }
    }
  }

  @Test
  void everyIndicatorSaysOnceWhatItKeepsInThePass() {
    for (IndicatorFamily family : IndicatorFamily.values()) {
      for (Indicator indicator : family.indicators(RuleSet.defaults())) {
        String place = "<a id=\"" + IndicatorPages.anchor(indicator) + "\"></a>";
        String page = pages.get(family.id() + ".md");
        String own = page.substring(page.indexOf(place) + place.length()).split("<a id=")[0];
        for (String line : List.of(IndicatorText.STATE, IndicatorText.RECORDS)) {
          assertEquals(1, own.lines().filter(each -> each.matches("\\| " + line + " \\| \\S.*\\. \\|")).count(), place + line);
        }
      }
    }
  }

  @Test
  void everyLinkLeadsToAPlaceThatThereIs() {
    Pattern link = Pattern.compile("\\]\\(([a-z0-9-]*\\.md)?#([^)]+)\\)");
    List<String> dead = new ArrayList<>();
    pages.forEach((name, text) -> {
      for (Matcher found = link.matcher(text); found.find(); ) {
        String page = found.group(1) == null ? name : found.group(1);
        if (!pages.getOrDefault(page, "").contains("<a id=\"" + found.group(2) + "\"></a>")) {
          dead.add(name + ": " + found.group());
        }
      }
    });
    assertEquals(List.of(), dead);
  }

  /** Every form of definitions is said in words: {@code AtLeast[inner=…]} is how Java prints an object. */
  @Test
  void noPageHoldsAnObjectAsJavaPrintsIt() {
    Pattern printed = Pattern.compile("\\w\\[\\w+=|\\w@[0-9a-f]{4,}|Optional\\[|\\bnull\\b");
    pages.forEach((name, text) ->
        assertEquals(List.of(), printed.matcher(text).results().map(found -> found.group()).distinct().toList(), name));
  }

  @Test
  void noTwoIndicatorsShareAPlace() {
    Pattern anchor = Pattern.compile("<a id=\"([^\"]+)\"");
    pages.forEach((name, text) -> {
      List<String> places = anchor.matcher(text).results().map(found -> found.group(1)).toList();
      assertEquals(places.stream().distinct().toList(), places, name);
    });
  }

  @Test
  void neitherLanguageNorTimeZoneOfTheMachineChangesThem() throws URISyntaxException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertEquals(pages, IndicatorPages.files());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
