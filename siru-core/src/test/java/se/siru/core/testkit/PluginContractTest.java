package se.siru.core.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.siru.core.contract.Law;
import se.siru.core.contract.PluginTrial;
import se.siru.core.finding.Finding;
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
  /** For subclasses. */
  protected PluginContractTest() {}

  /** The plugin, made anew. */
  protected abstract SiruPlugin plugin();

  /** How many random samples of records are tried, at least one. */
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
    List<PluginReport.Entry> rejected = plugins.report().rejected();
    DynamicTest admission = DynamicTest.dynamicTest("is admitted", () -> assertEquals(List.of(), rejected));
    return rejected.isEmpty() ? Stream.concat(Stream.of(admission), trials(plugins)) : Stream.of(admission);
  }

  private Stream<DynamicTest> trials(PluginRegistry plugins) {
    String id = plugin().descriptor().id();
    List<PluginTrial> trials =
        LongStream.rangeClosed(1, samples()).mapToObj(seed -> PluginTrial.of(plugins, id, seed)).toList();
    PluginTrial any = trials.get(0);
    List<DynamicTest> tests = new ArrayList<>();
    if (!any.indicators().isEmpty()) {
      Law.all().forEach(law -> tests.add(test("keeps the law: " + law.statement().in("en"), trials, trial -> trial.check(law))));
    }
    any.formats().forEach(
        format -> tests.add(test("writes the same every time: " + format, trials, trial -> trial.checkFormat(format))));
    any.packFormats().forEach(
        format -> tests.add(test("writes the same pack every time: " + format, trials, trial -> trial.checkPackFormat(format))));
    if (!any.validationRules().isEmpty()) {
      tests.add(test("holds records to its rules the same every time", trials, PluginTrial::checkValidationRules));
    }
    return tests.stream();
  }

  private static DynamicTest test(String name, List<PluginTrial> trials, Function<PluginTrial, List<Finding>> check) {
    return DynamicTest.dynamicTest(name,
        () -> assertEquals(List.of(), trials.stream().flatMap(trial -> check.apply(trial).stream()).toList()));
  }
}
