package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.contract.Sample;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Periods;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginSource;
import se.siru.core.portfolio.Portfolio;

/** What {@code siru indicators --show-json} prints is the whole of each built-in indicator: read back, it counts the same. */
class ShownDefinitionsTest {
  private static final PluginRegistry STANDARD =
      PluginRegistry.builder().source(PluginSource.ofPlugins(new StandardIndicatorsPlugin())).build();

  private static List<Indicator> readBack() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DefinitionWriter.write(STANDARD.catalogue().indicators(), file);
    Findings findings = new Findings();
    List<Indicator> read = DefinitionReader.over(STANDARD.schema()).read(file.toString(StandardCharsets.UTF_8), "all.json", findings);
    assertEquals(List.of(), findings.list());
    return read;
  }

  @Test
  void everyBuiltInIsShownAndReadBackAsTheSameDefinition() throws IOException {
    List<Indicator> all = List.copyOf(STANDARD.catalogue().indicators());
    List<Indicator> read = readBack();
    assertEquals(all.size(), read.size());
    for (int i = 0; i < all.size(); i++) {
      assertEquals(DefinitionWriter.text(all.get(i)), DefinitionWriter.text(read.get(i)));
      assertEquals(all.get(i).getClass(), read.get(i).getClass());
    }
    assertTrue(all.stream().filter(ShownDefinitionsTest::isByFunction).count() > 10);
  }

  private static boolean isByFunction(Indicator indicator) {
    return indicator instanceof Measure measure && measure.aggregate() instanceof Aggregate.Function;
  }

  /** The indicators that were read, with the functions of the plugin. */
  private static Catalogue catalogue() throws IOException {
    Map<String, IndicatorFunction> functions = new TreeMap<>();
    for (Indicator indicator : STANDARD.catalogue().indicators()) {
      if (indicator instanceof Measure measure && measure.aggregate() instanceof Aggregate.Function function) {
        functions.put(function.id(), STANDARD.catalogue().function(function.id()).orElseThrow());
      }
    }
    return Catalogue.empty().with(Provider.application(), readBack(), functions.values());
  }

  private static List<String> cells(Results results) {
    List<String> cells = new ArrayList<>();
    results.cells().forEach(cell ->
        cells.add(
            cell.code() + " " + cell.codes() + " " + cell.period().label() + " " + cell.value() + " " + cell.records() + " " + cell.unknown()));
    return cells;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void whatIsReadBackCountsTheSameOnRandomRecords(long seed) throws IOException {
    Portfolio portfolio = Sample.random(STANDARD.schema(), seed, 30).portfolio();
    Results built = run(portfolio, STANDARD.catalogue());
    Results read = run(portfolio, catalogue());
    assertEquals(cells(built), cells(read));
    assertTrue(cells(built).stream().filter(cell -> !cell.contains("Absent")).count() > 200);
  }

  private static Results run(Portfolio portfolio, Catalogue catalogue) {
    return Evaluation.of(portfolio, catalogue).indicators("siru:*").periods(Periods.parse("2023..2024,total")).by("sector").run();
  }
}
