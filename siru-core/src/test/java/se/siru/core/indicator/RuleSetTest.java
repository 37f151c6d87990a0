package se.siru.core.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.model.Schema;
import se.siru.core.model.Support;
import se.siru.core.text.LocalizedText;

class RuleSetTest {
  private static final Parameter HOURS =
      Parameter.number("least-hours", LocalizedText.of("Minsta timmar", "Least hours"), "0", "hours", Evidence.UNCONFIRMED);
  private static final String ENOUGH =
      """
      {"id": "my:enough", "code": "M1", "definition": {"sv": "Minst {least-hours} h.", "en": "At least {least-hours} h."},
       "parameters": {"least-hours": {"default": 8, "unit": "hours"}},
       "over": "support", "per": "recipient", "aggregate": "count",
       "having": {"at-least": {"sum": "hours", "number": {"parameter": "least-hours"}}}}
      """;

  private static RuleSet read(String json) {
    return RuleSetReader.read(new ByteArrayInputStream(json.replace('`', '"').getBytes(StandardCharsets.UTF_8)), "rules.json");
  }

  private static RuleSet agency(String values) {
    return read("{`siru`: `siru-rules/1`, `id`: `agency`, `version`: `2`, `values`: [" + values + "]}");
  }

  private static List<String> findings(String json) {
    SiruException refused = assertThrows(SiruException.class, () -> read(json));
    assertEquals(ErrorCode.REFUSED_INPUT, refused.code());
    return refused.findings().stream().map(each -> each.origin().column() + " " + each.rule().id()).toList();
  }

  private static Indicator definition(String json, RuleSet rules) {
    Findings findings = new Findings();
    List<Indicator> read = DefinitionReader.over(Schema.standard()).under(rules).read(json, "test", findings);
    assertEquals(List.of(), findings.list());
    return read.get(0);
  }

  @Test
  void whatIsWrittenIsReadBackToTheSame() {
    List<RuleSet.Value> values =
        List.of(
            new RuleSet.Value(List.of("M1", "a:b"), "least-hours", "8.50", Evidence.CONFIRMED, "§ 3"),
            new RuleSet.Value(List.of("M1"), "word", "with-a-dash", Evidence.UNCONFIRMED, ""),
            new RuleSet.Value(List.of("M1"), "day", "2024-02-29", Evidence.UNCONFIRMED, "å \"ö\""));
    RuleSet.Builder builder =
        RuleSet.builder("agency-2127", "0.1+b").named(LocalizedText.of("Regler", "Rules")).source("an act", Evidence.CONFIRMED)
            .previews(List.of("RCR*", "a:b")).label(Indicator.Kind.RESULT, LocalizedText.of("resultat", "result"));
    values.forEach(builder::value);
    RuleSet built = builder.build();
    RuleSet read = read(RuleSetWriter.text(built));
    assertEquals(RuleSetWriter.text(built), RuleSetWriter.text(read));
    assertEquals(values, read.values());
    assertEquals("agency-2127/0.1+b", read.reference());
    assertEquals(built.name(), read.name());
    assertEquals(built.source() + built.evidence() + built.previews(), read.source() + read.evidence() + read.previews());
    assertEquals(built.label(Indicator.Kind.RESULT), read.label(Indicator.Kind.RESULT));
    assertEquals(LocalizedText.empty(), read.label(Indicator.Kind.OUTPUT));
    assertThrows(IllegalArgumentException.class, () -> RuleSetWriter.text(RuleSet.defaults()));
  }

  @Test
  void aValueIsGivenByCodeAndParameterAndSaysWhoGaveIt() {
    RuleSet rules = agency("{`indicators`: [`RCO04`], `parameter`: `least-hours`, `value`: 8.5, `evidence`: `confirmed`}");
    Parameter.Setting given = rules.setting("RCO04", HOURS);
    assertEquals(new BigDecimal("8.5"), given.number());
    assertEquals("agency/2", given.rules());
    assertEquals(Evidence.CONFIRMED, given.evidence());
    Parameter.Setting other = rules.setting("RCO02", HOURS);
    assertEquals("0", other.value());
    assertEquals(RuleSet.defaults().reference(), other.rules());
    assertEquals(Evidence.UNCONFIRMED, other.evidence());
  }

  @Test
  void aFileMayMarkPreviewsAndNameKinds() {
    RuleSet rules = read(
        "{`siru`: `siru-rules/1`, `id`: `a-1420`, `version`: `0.1`, `name`: {`sv`: `A`}, `previews`: [`EECO*`],"
            + " `source`: {`text`: `Förordning`, `evidence`: `confirmed`}, `labels`: {`output`: {`sv`: `aktivitetsindikator`}}}");
    assertEquals("a-1420/0.1", rules.reference());
    assertEquals(Evidence.CONFIRMED, rules.evidence());
    assertEquals("aktivitetsindikator", rules.label(Indicator.Kind.OUTPUT).in("sv"));
    assertTrue(rules.label(Indicator.Kind.RESULT).isEmpty());
    assertTrue(rules.isPreview(Indicator.measure("a:b").code("EECO05").over(Support.TYPE).count().build()));
    assertFalse(rules.isPreview(Indicator.measure("a:b").code("RCO05").over(Support.TYPE).count().build()));
  }

  @Test
  void allMistakesOfAFileAreToldAtOnceWithTheirPlace() {
    assertEquals(
        List.of(
            "/id rules.name", "/values/0/value rules.no-value", "/values/1/evidence json.not-a-choice",
            "/values/3/indicators rules.twice", "/vaules json.member-unknown",
            "/version rules.name"),
        findings(
            "{`siru`: `siru-rules/1`, `id`: `defaults`, `version`: `1 2`, `vaules`: 1, `values`: ["
                + "{`indicators`: `A`, `parameter`: `k`, `value`: -1, `evidence`: `confirmed`},"
                + "{`indicators`: `A`, `parameter`: `k`, `value`: 1, `evidence`: `certain`},"
                + "{`indicators`: `A`, `parameter`: `k`, `value`: 1, `evidence`: `confirmed`},"
                + "{`indicators`: [`B`, `A`], `parameter`: `k`, `value`: 2, `evidence`: `confirmed`}]}"));
    assertEquals(List.of("/siru rules.format"), findings("{`siru`: `siru-mapping/1`}"));
  }

  @Test
  void aDefinitionGetsTheValueWhereItAsksForIt() {
    Measure plain = (Measure) definition(ENOUGH, RuleSet.defaults());
    Measure ruled = (Measure) definition(
        ENOUGH, agency("{`indicators`: [`M1`], `parameter`: `least-hours`, `value`: 12, `evidence`: `confirmed`}"));
    assertEquals(
        Grouping.Inner.sum(Support.HOURS.path()).atLeast("8"), plain.grouping().orElseThrow().having());
    assertEquals(
        Grouping.Inner.sum(Support.HOURS.path()).atLeast("12"), ruled.grouping().orElseThrow().having());
    assertEquals("At least 12 h.", ruled.definition().in("en"));
    assertFalse(plain.isConfirmed());
  }

  @Test
  void whatWasGivenIsWrittenAndNoOtherRuleSetChangesIt() {
    Indicator eight = definition(ENOUGH, RuleSet.defaults());
    String written = DefinitionWriter.text(eight);
    RuleSet other = agency("{`indicators`: [`M1`], `parameter`: `least-hours`, `value`: 12, `evidence`: `confirmed`}");
    Indicator again = definition(written, other);
    assertEquals(written, DefinitionWriter.text(again));
    assertEquals(eight.parameters(), again.parameters());
  }

  @Test
  void aBlankForAParameterThatIsNotDeclaredIsAFindingAtItsPlace() {
    Findings findings = new Findings();
    DefinitionReader.over(Schema.standard()).read(ENOUGH.replace("\"parameter\": \"least", "\"parameter\": \"most"), "t", findings);
    assertEquals(
        List.of("/having/at-least/number/parameter definition.unknown-parameter"),
        findings.list().stream().map(each -> each.origin().column() + " " + each.rule().id()).toList());
  }

  @Test
  void whatIsOfAnotherKindIsAnErrorAndWhatNobodyAsksForAWarning() {
    RuleSet rules = agency(
        "{`indicators`: [`M1`], `parameter`: `least-hours`, `value`: `many`, `evidence`: `confirmed`},"
            + "{`indicators`: [`M1`, `M2`], `parameter`: `most-hours`, `value`: 1, `evidence`: `confirmed`}");
    Catalogue catalogue =
        Catalogue.under(rules).with(Provider.application(), List.of(definition(ENOUGH, rules)), List.of());
    assertEquals(
        List.of("rules.wrong-kind", "rules.unused", "rules.unused"),
        rules.check(catalogue).stream().map(each -> each.rule().id()).toList());
    SiruException refused = assertThrows(
        SiruException.class,
        () -> DefinitionFiles.beside(Catalogue.under(rules), Schema.standard())
            .read(new ByteArrayInputStream(ENOUGH.getBytes(StandardCharsets.UTF_8)), "d.json").catalogue());
    assertEquals(List.of("rules.wrong-kind"), refused.findings().stream().map(Finding::rule).map(r -> r.id()).toList());
  }

  @Test
  void aParameterMayBeOneOfSomeWordsOrAWholeNumberUpToAGreatest() {
    Parameter point = Parameter.choice("point", LocalizedText.empty(), Evidence.CONFIRMED, "at-end", "later");
    Parameter months = Parameter.whole("months", LocalizedText.empty(), "36", 1_200, "months", Evidence.CONFIRMED);
    assertEquals("at-end", point.standard());
    assertTrue(point.accepts("later"));
    assertFalse(point.accepts("sooner"));
    assertTrue(months.accepts("1200"));
    assertFalse(months.accepts("1201"));
    assertFalse(months.accepts("2.5"));
    assertEquals(36, RuleSet.defaults().setting("X", months).whole());
    assertThrows(IllegalStateException.class, () -> RuleSet.defaults().setting("X", point).whole());
    assertThrows(IllegalArgumentException.class, () -> Parameter.whole("m", LocalizedText.empty(), "7", 6, "", Evidence.CONFIRMED));
  }

  @Test
  void aValueThatIsNoneOfTheChoicesIsOfTheWrongKind() {
    String written =
        "{`id`: `t:a`, `code`: `M1`, `name`: {`sv`: `A`}, `parameters`: {`point`: {`default`: `at-end`, `choices`: [`at-end`, `later`]},"
            + "`months`: {`default`: 36, `whole-up-to`: 100}}, `over`: `support`,"
            + "`where`: {`date`: {`before`: {`day`: `recipient.registered`, `months`: {`parameter`: `months`}}}}, `aggregate`: `count`}";
    String json = written.replace('`', '"');
    RuleSet rules = agency(
        "{`indicators`: [`M1`], `parameter`: `point`, `value`: `sooner`, `evidence`: `confirmed`},"
            + "{`indicators`: [`M1`], `parameter`: `months`, `value`: 101, `evidence`: `confirmed`}");
    Indicator read = definition(json, rules);
    assertEquals(List.of("point = at-end", "months = 36"), read.parameters().stream().map(Object::toString).toList());
    Catalogue catalogue = Catalogue.under(rules).with(Provider.application(), List.of(read), List.of());
    List<Finding> found = rules.check(catalogue);
    assertEquals(List.of("rules.wrong-kind", "rules.wrong-kind"), found.stream().map(each -> each.rule().id()).toList());
    assertTrue(found.get(0).help("en").startsWith("Allowed: at-end, later."), found.get(0).help("en"));
    assertTrue(found.get(1).help("sv").startsWith("Tillåtet: ett heltal från 0 till 100."), found.get(1).help("sv"));
    assertTrue(found.stream().allMatch(each -> each.origin().character() > 0 && each.origin().column().endsWith("/value")), found::toString);
  }

  @Test
  void numbersDaysAndWordsAreToldApart() {
    assertEquals(Parameter.Kind.NUMBER, Parameter.kindOf("0.50"));
    assertEquals(Parameter.Kind.DAY, Parameter.kindOf("2024-02-29"));
    assertEquals(Parameter.Kind.WORD, Parameter.kindOf("2023-02-29"));
    assertEquals(Parameter.Kind.WORD, Parameter.kindOf("at-end"));
    Parameter day = new Parameter("reference", LocalizedText.empty(), Parameter.Kind.DAY, "2021-01-01", "", Evidence.CONFIRMED);
    assertEquals(LocalDate.of(2021, 1, 1), RuleSet.defaults().setting("X", day).day());
    assertThrows(IllegalStateException.class, () -> RuleSet.defaults().setting("X", day).number());
    assertThrows(IllegalArgumentException.class, () -> Parameter.number("k", LocalizedText.empty(), "-1", "", Evidence.CONFIRMED));
  }
}
