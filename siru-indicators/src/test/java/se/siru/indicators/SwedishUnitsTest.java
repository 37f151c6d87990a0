package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.contract.Sample;
import se.siru.core.disclosure.Audience;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.export.ExportContext;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Periods;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginSource;
import se.siru.core.portfolio.Portfolio;

/** A Swedish table says every unit of the catalogue in Swedish. */
class SwedishUnitsTest {
  /** Words that are the same in both languages, and units that are signs at the numbers. */
  private static final Set<String> SAME = Set.of("index", "percent", "currency");

  private static final PluginRegistry REGISTRY = PluginRegistry.builder().source(PluginSource.standard()).build();
  private static final Portfolio PORTFOLIO = Sample.random(REGISTRY.schema(), 1, 5).portfolio();

  static Stream<String> units() {
    return new StandardIndicatorsPlugin().indicators().stream().map(Indicator::unit).distinct().filter(unit -> !SAME.contains(unit));
  }

  @ParameterizedTest
  @MethodSource("units")
  void aTableInSwedishDoesNotSayTheUnitInEnglish(String unit) {
    String some =
        new StandardIndicatorsPlugin().indicators().stream().filter(each -> each.unit().equals(unit)).findFirst().orElseThrow().id();
    assertTrue(rows(some, "en").stream().anyMatch(row -> row.endsWith("  " + unit)), unit);
    List<String> swedish = rows(some, "sv");
    assertFalse(swedish.stream().anyMatch(row -> row.endsWith("  " + unit)), () -> "no Swedish word for " + unit + " in " + swedish);
  }

  private static List<String> rows(String indicator, String language) {
    Publication publication =
        Publication.of(
            Evaluation.of(PORTFOLIO, REGISTRY.catalogue()).indicators(indicator).periods(Periods.parse("total")).run(),
            Audience.INTERNAL);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    REGISTRY.export(publication, "table", ExportContext.of(language).withWidth(200), out);
    return out.toString(StandardCharsets.UTF_8).lines().map(String::stripTrailing).toList();
  }
}
