package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Finding;
import se.siru.core.model.Agreement;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.plugin.PluginReport.Reason;
import se.siru.core.portfolio.Portfolio;

/** What cannot be stopped within a process: plugins in processes of their own, and a host that goes on. */
class IsolationTest {
  private static final Isolation SHORT = Isolation.standard().megabytes(64).time(Duration.ofSeconds(20));

  @TempDir Path sources;
  @TempDir Path plugins;
  private int folders;

  private PluginFolder folder() throws IOException {
    return new PluginFolder(Files.createDirectory(sources.resolve("f" + folders++)));
  }

  private void plugin(String id, String members) throws IOException {
    folder().withPlugin("P", id, members).listing("p.P").jar(plugins.resolve(id + ".jar"));
  }

  private static Portfolio portfolio() {
    var portfolio = Portfolio.builder();
    portfolio.add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
    portfolio.add(Stakeholder.TYPE.row("s").with(Stakeholder.SECTOR, "public").build());
    portfolio.add(Stakeholder.TYPE.row("t").with(Stakeholder.SECTOR, "civil-society").build());
    for (int i = 0; i < 6; i++) {
      portfolio.add(
          Agreement.TYPE.row("a" + i)
              .with(Agreement.SUPPLIER, i < 4 ? "s" : "t")
              .with(Agreement.PARTNERSHIP, i % 2 == 0 ? "iop" : "none")
              .build());
    }
    return portfolio.build();
  }

  private Siru siru(boolean isolated) {
    Siru.Builder builder = Siru.builder().plugins(PluginSource.standard().and(PluginSource.ofDirectory(plugins)));
    return (isolated ? builder.isolated(SHORT) : builder).build();
  }

  /** A condition as code, whose body says which agreements count. */
  private static String counting(String id, String code, String body) {
    return "static boolean counts(se.siru.core.model.Row row) throws Exception { " + body + " }"
        + " static boolean test(se.siru.core.model.Row row) {"
        + " try { return counts(row); } catch (Exception e) { throw new IllegalStateException(e); } }"
        + " public java.util.List<se.siru.core.indicator.Indicator> indicators() { return java.util.List.of("
        + " se.siru.core.indicator.Indicator.measure(\"" + id + ":contracts\").code(\"" + code + "\")"
        + ".over(se.siru.core.model.Agreement.TYPE)"
        + ".where(se.siru.core.model.Condition.of(\"as the code says\", P::test)).count().build()); }";
  }

  private static Results evaluate(Siru siru, String... indicators) {
    return siru.evaluate(portfolio()).indicators(indicators).periods(Periods.total()).by("sector").run();
  }

  private static String json(Siru siru, Results results) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    siru.export(siru.publish(results, Audience.INTERNAL), "json", out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void aGoodPlugin() throws IOException {
    plugin("good", counting("good", "G1", "return \"iop\".equals(row.get(se.siru.core.model.Agreement.PARTNERSHIP));"));
  }

  @Test
  void aGoodPluginGivesTheSameBytesInItsOwnProcess() {
    try (Siru here = siru(false); Siru apart = siru(true)) {
      Results results = evaluate(apart, "G1");
      assertEquals(new Value.Quantity(java.math.BigDecimal.valueOf(3)), results.cell("G1", "total").value());
      assertEquals(json(here, evaluate(here, "G1")), json(apart, results));
    }
  }
}
