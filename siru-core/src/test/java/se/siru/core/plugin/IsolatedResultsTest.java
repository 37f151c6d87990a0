package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Agreement;
import se.siru.core.model.Coverage;
import se.siru.core.model.Field;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.IdentityLink;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.vocabulary.Codelist;

/** A sound plugin in a process of its own gives what it gives in the host's, to the byte. */
class IsolatedResultsTest {
  /** All kinds of code that indicators hold, and all that else a plugin brings as data. */
  private static final String RICH =
      """
      package p;
      import java.io.*;
      import java.math.BigDecimal;
      import java.time.LocalDate;
      import java.util.*;
      import se.siru.core.finding.Rule;
      import se.siru.core.indicator.*;
      import se.siru.core.model.*;
      import se.siru.core.plugin.*;
      import se.siru.core.text.LocalizedText;
      import se.siru.core.vocabulary.*;
      public final class P implements SiruPlugin {
        static final Codelist MOODS = Codelist.of("rich:moods", "1", LocalizedText.of("Lägen", "Moods"),
            List.of(Code.of("good", LocalizedText.of("bra", "good")), Code.of("bad", LocalizedText.of("dåligt", "bad"))));
        static final Field<String> MOOD = RecordType.extra("agreement").code("rich:mood", "rich:moods").labelled("Läge", "Mood").add();
        static final Parameter LEAST = Parameter.number("least", LocalizedText.of("Minst", "At least"), "1", "records", Indicator.Evidence.UNCONFIRMED);

        public PluginDescriptor descriptor() { return PluginDescriptor.of("rich", "Rich", "2.1", Spi.VERSION).declaredThreadSafe(); }
        public List<Codelist> codelists() { return List.of(MOODS); }
        public List<Field<?>> fields() { return List.of(MOOD); }
        public List<RuleSet> ruleSets() {
          return List.of(RuleSet.builder("rich-rules", "3").named(LocalizedText.of("Regler", "Rules"))
              .source("an act", Indicator.Evidence.CONFIRMED)
              .label(Indicator.Kind.OUTPUT, LocalizedText.of("aktivitet", "activity"))
              .previews(List.of("R2"))
              .value(new RuleSet.Value(List.of("R1"), "least", "2", Indicator.Evidence.UNCONFIRMED, "§ 2")).build());
        }
        public List<IndicatorFunction> functions() { return List.of(new Rows()); }
        public List<ValidationRule> validationRules() {
          LocalizedText text = LocalizedText.of("Stämning {value} i {id}", "Mood {value} in {id}");
          return List.of(
              ValidationRule.warning("rich:gloomy").over(Agreement.TYPE).where(Agreement.PARTNERSHIP.is("iop")).must(MOOD.is("bad").not())
                  .at(MOOD).message(text).help(LocalizedText.of("Muntra upp.", "Cheer up.")).build(),
              ValidationRule.info("rich:unsupplied").over(Stakeholder.TYPE)
                  .must(Condition.whereAny(Agreement.SUPPLIER, Agreement.PARTNERSHIP.isKnown())).message(text).build());
        }
        public List<se.siru.core.translation.Translations> translations() {
          return List.of(
              se.siru.core.translation.Translations.of("qaa", Map.of("field:agreement.rich:mood:label", "Xx", "rule:rich:gloomy:message", "Yy {value} {id}")),
              se.siru.core.translation.Translations.of("qab", Map.of("code:sectors/public:label", "Zz \\"\\n")));
        }

        static final class Rows implements IndicatorFunction {
          static final Rule FEW = Rule.warning("rich:few", LocalizedText.of("{indicator} {cell}: få", "{indicator} {cell}: few"),
              LocalizedText.of("Se upp.", "Mind it."));
          public String id() { return "rich:rows"; }
          public Outcome apply(Selection rows, Context context) {
            if (rows.size() == 0) { return new Outcome(Value.Absent.of(Value.Reason.NOT_APPLICABLE, "inga rader", "no rows"), 0); }
            BigDecimal third = BigDecimal.ONE.divide(BigDecimal.valueOf(3), 20, java.math.RoundingMode.HALF_EVEN);
            Value value = rows.size() % 2 == 0 ? new Value.Quantity(third.multiply(BigDecimal.valueOf(rows.size())))
                : new Value.Ratio(BigDecimal.valueOf(rows.size()), new BigDecimal("7.00"));
            return new Outcome(value, 1, rows.size() < 10 ? List.of(FEW) : List.of());
          }
        }

        static final class Longest implements Accumulator<long[]> {
          public String name() { return "longest"; }
          public long[] create() { return new long[1]; }
          public void add(long[] state, List<? extends Row> rows) { for (Row row : rows) { state[0] += row.get(Agreement.ID).length(); } }
          public long[] merge(long[] one, long[] other) { one[0] += other[0]; return one; }
          public Value finish(long[] state) { return Value.Quantity.of(state[0]); }
          public void write(long[] state, DataOutput out) throws IOException { out.writeLong(state[0]); }
          public long[] read(DataInput in) throws IOException { return new long[] {in.readLong()}; }
        }

        static Condition even() { return Condition.of("a number that is even", row -> row.get(Agreement.ID).charAt(1) % 2 == 0); }

        public List<Indicator> indicators(RuleSet rules) {
          Parameter.Setting least = rules.setting("R1", LEAST);
          return List.of(
              Indicator.measure("rich:even").code("R1").named("sv", "Jämna").parameter(least).over(Agreement.TYPE)
                  .where(even().and(Agreement.SUPPLIER.isKnown())).count().build(),
              Indicator.measure("rich:function").code("R2").over(Agreement.TYPE)
                  .aggregate(new Aggregate.Function("rich:rows", Map.of(), List.of(Agreement.SUPPLIER.path())).overEachRecord()).build(),
              Indicator.measure("rich:accumulator").code("R3").over(Agreement.TYPE).aggregate(new Aggregate.Custom(new Longest())).build(),
              Indicator.measure("rich:both").code("R4").over(Agreement.TYPE).where(Agreement.PARTNERSHIP.is("iop").not().or(even()))
                  .aggregate(new Aggregate.Function("rich:rows", Map.of(), List.of(Agreement.SUPPLIER.path()))).build(),
              Indicator.measure("rich:suppliers").code("R5").over(Agreement.TYPE).where(even()).distinct(Agreement.SUPPLIER).build(),
              Indicator.measure("rich:related").code("R6").over(Stakeholder.TYPE)
                  .where(Condition.whereAny(Agreement.SUPPLIER, even())).when(TimeRule.cumulative()).count().build(),
              Indicator.measure("rich:data").code("R7").over(Agreement.TYPE).where(MOOD.is("good")).count().build(),
              Indicator.measure("rich:covered").code("R10").over(Agreement.TYPE).when(TimeRule.event(Agreement.START))
                  .requiresCoverage(Agreement.BUYER).where(even()).count().build(),
              Indicator.measure("rich:bands").code("R11").over(Agreement.TYPE).where(even()).per(Agreement.SUPPLIER)
                  .band(new Grouping.Band("often", Grouping.Inner.count(), List.of(
                      new Grouping.Band.Step("seldom", LocalizedText.of("sällan", "seldom"), BigDecimal.ONE),
                      new Grouping.Band.Step("often", LocalizedText.of("ofta", "often"), new BigDecimal("3")))))
                  .count().build(),
              Indicator.measure("rich:whole").code("R12").over(Agreement.TYPE).where(even()).wholeOver("sector").count().build(),
              Indicator.formula("rich:of-whole").code("R13").expression("R1 / R12").build(),
              Indicator.formula("rich:share").code("R8").unit("percent").expression("R1 / R7").build(),
              Indicator.formula("rich:growth").code("R9").expression("R1 - previous(R1)").build());
        }
      }
      """;

  @TempDir Path sources;
  @TempDir Path plugins;

  @BeforeEach
  void aRichPlugin() throws IOException {
    new PluginFolder(Files.createDirectory(sources.resolve("rich"))).with("P", RICH).listing("p.P").jar(plugins.resolve("rich.jar"));
  }

  private Siru.Builder builder(boolean isolated) {
    Siru.Builder builder = Siru.builder().plugins(PluginSource.standard().and(PluginSource.ofDirectory(plugins)));
    return isolated ? builder.isolated(Isolation.standard().time(Duration.ofMinutes(5))) : builder;
  }

  private static Portfolio portfolio(Siru siru) {
    PortfolioBuilder portfolio = Portfolio.builder(siru.schema());
    portfolio.recordedAt(LocalDate.of(2023, 6, 30));
    portfolio.add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
    String[] sectors = {"public", "civil-society", "business", "public"};
    for (int i = 0; i < sectors.length; i++) {
      portfolio.add(Stakeholder.TYPE.row("s" + i).with(Stakeholder.SECTOR, sectors[i]).build());
    }
    portfolio.add(Stakeholder.TYPE.row("nobody-knows").build());
    for (int i = 0; i < 2; i++) {
      portfolio.add(
          Coverage.TYPE.row()
              .with(Coverage.BUYER, "s" + i)
              .with(Coverage.COMPLETE, "yes")
              .with(Coverage.START, LocalDate.of(2021, 1, 1))
              .with(Coverage.END, LocalDate.of(2021 + i, 12, 31))
              .build());
    }
    portfolio.identity(new IdentityLink("s3", "s0", IdentityLink.Kind.ALIAS, null));
    for (int i = 0; i < 40; i++) {
      portfolio.add(agreement(siru, i, i % 7 == 0 ? "nobody-knows" : "s" + i % 4));
    }
    return portfolio.build();
  }

  private static Row agreement(Siru siru, int number, String supplier) {
    RowBuilder row =
        siru.schema().type("agreement").row("a" + number)
            .with(Agreement.SUPPLIER, supplier)
            .with(Agreement.BUYER, "s" + number % 3)
            .with(Agreement.START, LocalDate.of(2021, 1, 15).plusDays(number * 20L))
            .with(Agreement.PARTNERSHIP, number % 3 == 0 ? "iop" : "none");
    if (number % 5 > 0) {
      siru.schema().type("agreement").field("rich:mood").ifPresent(field -> with(row, field, number % 2 == 0 ? "good" : "bad"));
    }
    return row.build();
  }

  @SuppressWarnings("unchecked") // the field holds a code
  private static void with(RowBuilder row, Field<?> field, String code) {
    row.with((Field<String>) field, code);
  }

  private static Evaluation evaluation(Siru siru) {
    return siru.evaluate(portfolio(siru)).indicators("R*").periods(Periods.parse("2021..2024/half,total,2022"));
  }

  private static String exported(Siru siru, Results results, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    siru.export(siru.publish(results, Audience.INTERNAL), format, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void assertSame(Siru here, Siru apart, UnaryOperator<Evaluation> how) {
    Results expected = how.apply(evaluation(here)).run();
    Results results = how.apply(evaluation(apart)).run();
    for (String format : List.of("json", "csv", "table", "star")) {
      assertEquals(exported(here, expected, format), exported(apart, results, format), format);
    }
    assertEquals(expected.findings().toString(), results.findings().toString());
    assertTrue(results.findings().stream().anyMatch(finding -> finding.rule().id().equals("rich:few")));
    assertTrue(expected.cells().map(cell -> cell.value().getClass()).distinct().count() >= 3);
  }

  @Test
  void resultsAreTheSameToTheByteInTotalAndByBreakdown() {
    try (Siru here = builder(false).build(); Siru apart = builder(true).build()) {
      assertSame(here, apart, evaluation -> evaluation);
      assertSame(here, apart, evaluation -> evaluation.by("sector", "partnership,sector", "sector,partnership").allCodes().threads(3));
    }
  }

  private static List<String> labels(Siru siru) {
    Codelist moods = siru.schema().vocabulary().list("rich:moods");
    return moods.codes().stream().map(code -> code.code() + code.label().asMap() + moods.version()).toList();
  }

  @Test
  void itsRuleSetItsFieldsAndItsCodeListsAreAtWorkToo() {
    try (Siru here = builder(false).rules("rich-rules").build(); Siru apart = builder(true).rules("rich-rules").build()) {
      assertEquals("2", apart.catalogue().find("R1").orElseThrow().setting("least").orElseThrow().value());
      assertEquals(here.ruleSets().toString(), apart.ruleSets().toString());
      assertEquals(labels(here), labels(apart));
      assertEquals(here.plugins().loaded().toString(), apart.plugins().loaded().toString());
      assertSame(here, apart, evaluation -> evaluation.by("rich:mood", "often", "municipality"));
    }
  }

  private static List<String> findings(Siru siru) {
    Findings findings = new Findings();
    PortfolioBuilder portfolio = siru.portfolio();
    portfolio.add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
    portfolio.add(Stakeholder.TYPE.row("s0").build());
    portfolio.add(Stakeholder.TYPE.row("s1").build());
    portfolio.add(Stakeholder.TYPE.row("s2").build());
    portfolio.add(Stakeholder.TYPE.row("nobody-knows").build());
    for (int i = 0; i < 12; i++) {
      portfolio.add(agreement(siru, i, i % 2 == 0 ? "s0" : "nobody-knows"));
    }
    portfolio.build(findings);
    return findings.list().stream()
        .map(each -> each + " | " + each.message("sv") + " | " + each.message("qaa") + " | " + each.help("en"))
        .toList();
  }

  @Test
  void itsValidationRulesAndItsWordsAreAtWorkToo() {
    try (Siru here = builder(false).build(); Siru apart = builder(true).build()) {
      assertEquals(here.languages(), apart.languages());
      for (String language : List.of("qaa", "qab", "sv")) {
        assertEquals(
            here.schema().type("agreement").field("rich:mood").orElseThrow().label().in(language),
            apart.schema().type("agreement").field("rich:mood").orElseThrow().label().in(language));
        Codelist own = here.schema().vocabulary().list("sectors");
        assertEquals(own.codes().toString(), apart.schema().vocabulary().list("sectors").codes().toString());
      }
      List<String> expected = findings(here);
      assertEquals(expected, findings(apart));
      assertTrue(expected.stream().anyMatch(each -> each.contains("rich:gloomy") && each.contains("Yy bad")), expected::toString);
      assertTrue(expected.stream().anyMatch(each -> each.contains("rich:unsupplied")), expected::toString);
    }
  }

  @Test
  void theReportSaysThatItRunsInAProcessOfItsOwn() {
    try (Siru apart = builder(true).build()) {
      PluginReport.Entry entry =
          apart.plugins().loaded().stream().filter(each -> each.id().equals("rich")).findFirst().orElseThrow();
      assertEquals("runs in a process of its own", entry.message());
      assertEquals("körs i en egen process", entry.message("sv"));
      assertTrue(entry.provides().toString().contains("indicator R1"), () -> entry.provides().toString());
    }
  }

  @Test
  void definitionsOfOthersMayUseItsIndicatorsAndItsFunctions() {
    String definitions =
        """
        {"siru": "siru-definitions/1", "namespace": "own", "indicators": [
          {"id": "twice", "formula": "R1 * 2"},
          {"id": "rows", "over": "agreement", "where": {"partnership": "iop"}, "aggregate": {"function": "rich:rows", "fields": ["supplier"]}}
        ]}
        """;
    try (Siru here = builder(false).build(); Siru apart = builder(true).build()) {
      List<String> all = Stream.of(here, apart).map(siru -> {
        Siru with = siru.withDefinitions(new ByteArrayInputStream(definitions.getBytes(StandardCharsets.UTF_8)), "own.json");
        Results results = with.evaluate(portfolio(siru)).indicators("own:*").by("sector").run();
        assertTrue(results.cell("own:twice", "total").value() instanceof Value.Quantity);
        assertTrue(results.cell("own:rows", "total").value() instanceof Value.Ratio || results.cell("own:rows", "total").value() instanceof Value.Quantity);
        return exported(with, results, "json");
      }).toList();
      assertEquals(all.get(0), all.get(1));
    }
  }

  @Test
  void recordsOfATypeThatThePortfolioDoesNotHoldAreMissingWithoutAProcess() {
    try (Siru here = builder(false).build(); Siru apart = builder(true).build()) {
      PortfolioBuilder empty = Portfolio.builder(here.schema());
      empty.add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
      Portfolio portfolio = empty.build();
      String expected = exported(here, here.evaluate(portfolio).indicators("R*").run(), "json");
      assertEquals(expected, exported(apart, apart.evaluate(portfolio).indicators("R*").run(), "json"));
    }
  }

  @Test
  void codeInAProcessOfItsOwnIsNotEvaluatedInParts() {
    try (Siru apart = builder(true).build()) {
      Evaluation evaluation = apart.evaluate(portfolio(apart)).indicators("R1");
      assertEquals(ErrorCode.MISUSE, assertThrows(SiruException.class, evaluation::inParts).code());
      apart.evaluate(portfolio(apart)).indicators("R7").inParts();
    }
  }

  @Test
  void codeOfTwoProcessesInOneMeasureFailsWithTheReason() {
    String other =
        RICH.replace("\"rich", "\"poor").replace("agreement.rich:", "agreement.poor:").replace("rule:rich:", "rule:poor:")
            .replace("public:label", "business:label").replace("\"R", "\"Q").replace("\"poor:rows\", Map.of(), List.of(Agreement.SUPPLIER.path()))).build(),",
            "\"rich:rows\", Map.of(), List.of(Agreement.SUPPLIER.path()))).build(),").replace("R1", "Q1").replace("R7", "Q7").replace("R2", "Q2");
    try {
      new PluginFolder(Files.createDirectory(sources.resolve("poor"))).with("P", other).listing("p.P").jar(plugins.resolve("poor.jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Siru apart = builder(true).build()) {
      Results results = apart.evaluate(portfolio(apart)).indicators("Q4", "Q5").run();
      assertTrue(results.cell("Q5", "total").value() instanceof Value.Quantity);
      Value.Absent failed = (Value.Absent) results.cell("Q4", "total").value();
      assertEquals(Value.Reason.FAILED, failed.reason());
      assertTrue(failed.note().in("en").contains("no one process holds both"), () -> failed.note().in("en"));
    }
  }
}
