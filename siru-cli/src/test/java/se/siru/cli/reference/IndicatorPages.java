package se.siru.cli.reference;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.siru.core.Siru;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.plugin.PluginSource;
import se.siru.core.portfolio.Portfolio;
import se.siru.indicators.IndicatorFamily;
import se.siru.indicators.StandardIndicatorsPlugin;

/**
 * The pages on the standard catalogue: one a family, and one that lists all. They are made of the definitions and of the bundled
 * example alone, so that they are the same on every machine.
 */
final class IndicatorPages {
  /** Where the pages are kept. */
  static final Path FOLDER = Path.of("..", "docs", "reference", "indicators");
  static final String INDEX = "index.md";

  private static final String NOTE = "<!-- Made from the definitions by IndicatorPagesTest, which says how; do not edit. -->\n\n";

  private static final Map<String, String> LINKS = links();

  private final Siru siru;
  private final WorkedExample example;

  private IndicatorPages(Siru siru, Portfolio portfolio) {
    this.siru = siru;
    this.example = new WorkedExample(siru, portfolio);
  }

  /** The pages by file name. */
  static Map<String, String> files() throws URISyntaxException {
    Siru siru = Siru.builder().plugins(PluginSource.ofPlugins(new StandardIndicatorsPlugin())).build();
    Path exempellan =
        Path.of(IndicatorPages.class.getResource("/se/siru/cli/examples/exempellan/datapackage.json").toURI()).getParent();
    IndicatorPages pages = new IndicatorPages(siru, siru.read(exempellan));
    Map<String, String> files = new TreeMap<>();
    files.put(INDEX, pages.index());
    for (IndicatorFamily family : IndicatorFamily.values()) {
      files.put(family.id() + ".md", pages.page(family));
    }
    return files;
  }

  /** Writes the pages to a folder. */
  static void write(Path folder) throws IOException, URISyntaxException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The place of an indicator on the page of its family. */
  static String anchor(Indicator indicator) {
    return indicator.code().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9åäö]+", "-");
  }

  /** A link from one page to an indicator. */
  static String link(Indicator indicator) {
    return LINKS.getOrDefault(indicator.id(), indicator.code());
  }

  private static Map<String, String> links() {
    Map<String, String> links = new HashMap<>();
    for (IndicatorFamily family : IndicatorFamily.values()) {
      family.indicators(RuleSet.defaults())
          .forEach(each -> links.put(each.id(), "[" + each.code() + "](" + family.id() + ".md#" + anchor(each) + ")"));
    }
    return links;
  }

  private String index() {
    StringBuilder text = new StringBuilder(NOTE).append("# The indicators of the catalogue\n\n");
    text.append(
        """
        What SIRU counts without a line of configuration, family by family. Each page says of each indicator what it means in Swedish
        and English, how it is counted step by step, what may be added up, what a rule set may change, where the rule comes from and
        whether it was held against that text, and works one number out from records that one can look up. The definitions themselves
        stand there as JSON, to [copy and change](../definitions.md).

        Codes of the EU funds (`RCO`, `RCR`, `CO`, `EECO`, `EECR`) follow their fiches; with an `a` behind them, the rule is theirs and
        the code is not. `SI-` codes are SIRU's own: P activities and participation, A answers, N networks, Q procurement, I initiatives,
        G communication, D records, E economy, O operations, R effects, C composite figures. † marks a rule that has not been held
        against the text of its source, or a parameter whose default has not: results say so, too.

        | family | på svenska | indicators |
        |---|---|---:|
        """);
    for (IndicatorFamily family : IndicatorFamily.values()) {
      text.append("| [").append(family.title().in("en")).append("](").append(family.id()).append(".md) | ")
          .append(family.title().in("sv")).append(" | ").append(family.indicators(RuleSet.defaults()).size()).append(" |\n");
    }
    List<Indicator> all = Stream.of(IndicatorFamily.values()).flatMap(family -> family.indicators(RuleSet.defaults()).stream()).toList();
    text.append(new PassText(siru).overview(all));
    for (IndicatorFamily family : IndicatorFamily.values()) {
      text.append("\n## ").append(family.title().in("en")).append("\n\n").append(family.about().in("en")).append("\n\n");
      table(family, family.id() + ".md", text);
    }
    return text.toString();
  }

  private static void table(IndicatorFamily family, String page, StringBuilder text) {
    text.append("| code | indicator | på svenska | unit |\n|---|---|---|---|\n");
    for (Indicator indicator : family.indicators(RuleSet.defaults())) {
      text.append("| [").append(indicator.code()).append("](").append(page).append('#').append(anchor(indicator)).append(") | ")
          .append(cell(indicator.name().in("en"))).append(indicator.isConfirmed() ? "" : " †").append(" | ")
          .append(cell(indicator.name().in("sv"))).append(" | ").append(indicator.unit()).append(" |\n");
    }
  }

  /** A text as it stands in a table. */
  static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private String page(IndicatorFamily family) {
    List<Indicator> indicators = family.indicators(RuleSet.defaults());
    StringBuilder text = new StringBuilder(NOTE).append("# ").append(family.title().in("en")).append("\n\n*")
        .append(family.title().in("sv")).append("*\n\n").append(family.about().in("en")).append("\n\n> ")
        .append(family.about().in("sv")).append("\n\n[All families](").append(INDEX).append(")\n\n");
    table(family, "", text);
    IndicatorText entry = new IndicatorText(siru, example);
    indicators.forEach(indicator -> text.append('\n').append(entry.of(indicator)));
    return text.toString();
  }
}
