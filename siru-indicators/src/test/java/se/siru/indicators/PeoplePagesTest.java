package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Schema;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginSource;
import se.siru.indicators.participants.ParticipantFunctions;
import se.siru.indicators.statistics.StatisticsFunctions;

/** The pages on people and change name the functions that there are, and their definitions are definitions. */
class PeoplePagesTest {
  private static final Catalogue CATALOGUE =
      PluginRegistry.builder().source(PluginSource.ofPlugins(new StandardIndicatorsPlugin())).build().catalogue();

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("..", "docs", "explanation", name + ".md"));
  }

  @Test
  void everyFunctionIsDescribed() throws IOException {
    String pages = page("unique-counts") + page("participants") + page("measuring-change");
    for (IndicatorFunction function : Stream.concat(ParticipantFunctions.all().stream(), StatisticsFunctions.all().stream()).toList()) {
      assertTrue(pages.contains("`" + function.id() + "`"), function.id());
    }
  }

  @ParameterizedTest
  @CsvSource({"unique-counts, 1", "participants, 1", "measuring-change, 2"})
  void definitionsAreReadAndUseFunctionsThatThereAre(String name, int examples) throws IOException {
    int found = 0;
    for (Matcher block = Pattern.compile("(?s)```json\n(.*?)```").matcher(page(name)); block.find(); found++) {
      Findings findings = new Findings();
      List<Indicator> read = DefinitionReader.over(Schema.standard()).read(block.group(1), name, findings);
      assertEquals(List.of(), findings.list());
      Aggregate.Function function = (Aggregate.Function) ((Measure) read.get(0)).aggregate();
      assertTrue(CATALOGUE.function(function.id()).isPresent(), function.id());
    }
    assertEquals(examples, found);
  }

  @Test
  void everyIndicatorThatAPageNamesIsInTheCatalogue() throws IOException {
    for (String name : List.of("unique-counts", "participants", "measuring-change")) {
      Matcher code = Pattern.compile("\\b(EEC[OR]\\d\\d(\\.[a-z-]*[a-z])?|SI-[AP]\\d\\d(\\.[a-z-]*[a-z1-5])?)").matcher(page(name));
      while (code.find()) {
        assertTrue(CATALOGUE.find(code.group(1)).isPresent(), name + ": " + code.group(1));
      }
    }
  }
}
