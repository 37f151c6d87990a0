package se.siru.core.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.siru.core.contract.FormatTrial;
import se.siru.core.contract.Law;
import se.siru.core.contract.Sample;
import se.siru.core.contract.Trial;
import se.siru.core.finding.Finding;
import se.siru.core.indicator.Indicator;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginReport;
import se.siru.core.plugin.PluginSource;
import se.siru.core.plugin.SiruPlugin;

/**
 * What every plugin must keep, as tests: a host admits it, its indicators keep all laws, and its formats give the same bytes every time,
 * on random records. A test of a plugin extends this class and says which it is.
 *
 * <pre>{@code
 * class MyPluginContractTest extends PluginContractTest {
 *   @Override
 *   protected SiruPlugin plugin() {
 *     return new MyPlugin();
 *   }
 * }
 * }</pre>
 */
public abstract class PluginContractTest {
  private static final int FACTS = 25;

  /** For subclasses. */
  protected PluginContractTest() {}

  /** The plugin, made anew. */
  protected abstract SiruPlugin plugin();

  /** How many random samples of records are tried. */
  protected int samples() {
    return 3;
  }

  /** The registry of the library's own plugins and the one on trial. */
  private PluginRegistry plugins() {
    return PluginRegistry.builder().source(PluginSource.standard().and(PluginSource.ofPlugins(plugin()))).build();
  }

  /** One test for the admission, one for each law, and one for each format. */
  @TestFactory
  public Stream<DynamicTest> thePluginKeepsTheContract() {
    PluginRegistry plugins = plugins();
    String id = plugin().descriptor().id();
    List<PluginReport.Entry> rejected = plugins.report().rejected();
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest("is admitted", () -> assertEquals(List.of(), rejected)));
    List<String> indicators = plugins.catalogue().indicators().stream()
        .map(Indicator::id)
        .filter(each -> plugins.catalogue().provider(each).filter(provider -> provider.id().equals(id)).isPresent())
        .toList();
    List<Trial> trials = trials(plugins, indicators);
    if (!indicators.isEmpty()) {
      Law.all().forEach(law -> tests.add(DynamicTest.dynamicTest("keeps the law: " + law.statement().in("en"),
          () -> assertEquals(List.of(), trials.stream().flatMap(trial -> law.check(trial).stream()).toList()))));
    }
    formats(plugins, id).forEach(format -> tests.add(DynamicTest.dynamicTest("writes the same every time: " + format,
        () -> assertEquals(List.of(), breaches(plugins, format, trials)))));
    return tests.stream();
  }

  private static List<Finding> breaches(PluginRegistry plugins, String format, List<Trial> trials) {
    return trials.stream().flatMap(trial -> FormatTrial.check(plugins, format, trial).stream()).toList();
  }

  private static List<String> formats(PluginRegistry plugins, String id) {
    String kind = "format ";
    return plugins.report().loaded().stream()
        .filter(entry -> entry.id().equals(id))
        .flatMap(entry -> entry.provides().stream())
        .filter(thing -> thing.startsWith(kind))
        .map(thing -> thing.substring(kind.length()))
        .toList();
  }

  private List<Trial> trials(PluginRegistry plugins, List<String> indicators) {
    return IntStream.rangeClosed(1, samples())
        .mapToObj(seed -> trial(plugins, indicators, seed))
        .toList();
  }

  private static Trial trial(PluginRegistry plugins, List<String> indicators, long seed) {
    Trial.Builder trial = Trial.of(plugins.catalogue(), Sample.random(plugins.schema(), seed, FACTS));
    Elsewhere.ALL.forEach(trial::in);
    return trial.indicators(indicators.toArray(String[]::new)).build();
  }
}
