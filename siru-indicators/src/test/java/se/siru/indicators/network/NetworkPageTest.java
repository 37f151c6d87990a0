package se.siru.indicators.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Schema;

/** The page on networks names the functions and rules that there are, and its definitions are definitions. */
class NetworkPageTest {
  private static final Path PAGE = Path.of("..", "docs", "explanation", "networks.md");

  private static Set<String> functions() {
    return NetworkIndicators.functions().stream().map(IndicatorFunction::id).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyFunctionIsDescribedAndNoOther() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Matcher name = Pattern.compile("`(siru:[a-z-]+)`").matcher(Files.readString(PAGE)); name.find(); ) {
      named.add(name.group(1));
    }
    assertEquals(functions(), named);
  }

  @Test
  void everyRuleIsDescribedWithItsLimits() throws IOException {
    String page = Files.readString(PAGE);
    for (TieRule rule : TieRule.values()) {
      assertTrue(page.contains("| `" + rule.word() + "`"), rule.word());
    }
    for (long limit : new long[] {TieGraph.MOST_TIES, ShortestPaths.MOST_STEPS, ShortestPaths.MOST_NODES, Closure.MOST_STEPS}) {
      String spaced = String.format(Locale.ROOT, "%,d", limit).replace(',', ' ');
      assertTrue(page.contains(spaced), spaced);
    }
    assertTrue(page.contains("more than " + TieRule.MOST_AT_ACTIVITY + " organisations"));
  }

  @Test
  void itsDefinitionsAreReadAndUseFunctionsThatThereAre() throws IOException {
    int examples = 0;
    for (Matcher block = Pattern.compile("(?s)```json\n(.*?)```").matcher(Files.readString(PAGE)); block.find(); ) {
      Findings findings = new Findings();
      List<Indicator> read = DefinitionReader.over(Schema.standard()).read(block.group(1), "networks.md", findings);
      assertEquals(List.of(), findings.list());
      Aggregate.Function function = (Aggregate.Function) ((Measure) read.get(0)).aggregate();
      assertTrue(functions().contains(function.id()), function.id());
      examples++;
    }
    assertEquals(2, examples);
  }
}
