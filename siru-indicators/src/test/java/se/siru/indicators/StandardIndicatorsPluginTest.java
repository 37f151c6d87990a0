package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.evaluation.Validation;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Fiche;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Schema;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginSource;
import se.siru.core.text.LocalizedText;
import se.siru.indicators.network.TieRule;

class StandardIndicatorsPluginTest {
  private static final StandardIndicatorsPlugin STANDARD = new StandardIndicatorsPlugin();
  private static final Catalogue CATALOGUE =
      PluginRegistry.builder().source(PluginSource.ofPlugins(STANDARD)).build().catalogue();

  static List<Indicator> indicators() {
    return STANDARD.indicators();
  }

  @Test
  void theHostFindsThePluginByItself() {
    PluginRegistry found = PluginRegistry.builder().source(PluginSource.standard()).build();
    assertTrue(found.catalogue().find("siru:enterprises-supported").isPresent(), found.report()::toString);
  }

  /** Hosts take that for granted, and do not look at each start. */
  @Test
  void indicatorsAskOnlyForFieldsAndCodesOfTheLibrary() {
    List<String> missing = new ArrayList<>();
    for (Indicator indicator : STANDARD.indicators()) {
      if (indicator instanceof Measure measure) {
        Validation.missing(measure, Schema.standard()).ifPresent(what -> missing.add(measure + ": " + what.in("en")));
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(STANDARD.codelists().isEmpty() && STANDARD.fields().isEmpty() && STANDARD.validationRules().isEmpty());
  }

  @Test
  void theFirstIndicatorsAreThere() {
    Set<String> codes = new TreeSet<>();
    STANDARD.indicators().forEach(indicator -> codes.add(indicator.code()));
    assertTrue(
        codes.containsAll(
            Set.of("RCO01", "RCO02", "RCO04", "CO01", "SI-P01", "SI-P03", "SI-P04", "SI-P09", "SI-I01", "SI-N02",
                "SI-Q01", "SI-Q02", "SI-E02", "SI-E03", "SI-R01", "SI-R02", "SI-C01", "SI-O01")),
        codes::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "EECR03,weeks-after-leaving,2.5,rules.wrong-kind",
    "EECR03,weeks-after-leaving,2147483648,rules.wrong-kind",
    "EECR03,weeks-after-leaving,5200,",
    "EECR05,of-whom,nobody,rules.wrong-kind",
    "EECR05,of-whom,not-employed,",
    "SI-Q07,look-back-months,2.5,rules.wrong-kind",
    "SI-Q07,look-back-months,1201,rules.wrong-kind",
    "SI-Q07,look-back-months,0,",
    "RCO01,min-support-hours,8,rules.unused", // given to RCO04, which RCO01 follows
    "RCO04,min-support-hours,8,",
  })
  void aValueThatNothingCanBeCountedByIsTold(String code, String parameter, String value, String rule) {
    RuleSet rules = RuleSet.builder("agency", "1")
        .value(new RuleSet.Value(List.of(code), parameter, value, Indicator.Evidence.CONFIRMED, "")).build();
    assertEquals(rule == null ? List.of() : List.of(rule), told(rules).stream().map(finding -> finding.rule().id()).toList());
  }

  private static List<Finding> told(RuleSet rules) {
    try {
      return rules.check(PluginRegistry.builder().source(PluginSource.ofPlugins(STANDARD)).rules(rules).build().catalogue());
    } catch (SiruException refused) {
      return refused.findings();
    }
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void everyOneIsNamedAndDefinedInBothLanguagesWithUnitAndSource(Indicator indicator) {
    assertTrue(indicator.id().startsWith("siru:"), indicator.id());
    assertFalse(indicator.code().equals(indicator.id()));
    assertEquals(Set.of("sv", "en"), indicator.name().asMap().keySet());
    assertEquals(Set.of("sv", "en"), indicator.definition().asMap().keySet());
    assertFalse(indicator.unit().isBlank());
    assertFalse(indicator.source().isBlank());
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void everyOneSaysItsPeriodItsRuleOfNothingItsScopeAndWhetherItAddsUp(Indicator indicator) {
    Fiche fiche = Fiche.of(indicator);
    for (LocalizedText text : List.of(fiche.period(), fiche.nothing(), fiche.overTime())) {
      assertEquals(Set.of("sv", "en"), text.asMap().keySet());
    }
    boolean countsOnce =
        indicator instanceof Measure measure
            && (measure.grouping().isPresent()
                || measure.aggregate() instanceof Aggregate.Distinct
                || measure.aggregate() instanceof Aggregate.Function && measure.scope().isPresent());
    assertEquals(countsOnce, !fiche.distinct().isEmpty());
    assertFalse(indicator.version().isBlank());
    if (indicator instanceof Measure measure && measure.when().kind() == TimeRule.Kind.CUMULATIVE) {
      assertTrue(fiche.overTime().in("en").contains("must not"), indicator.code());
    }
  }

  @Test
  void namesTellIndicatorsApartInBothLanguages() {
    for (String language : List.of("sv", "en")) {
      long different = STANDARD.indicators().stream().map(i -> i.name().in(language)).distinct().count();
      assertEquals(STANDARD.indicators().size(), different, language);
    }
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void everyOneCanBeWrittenAsADefinitionAndReadBackToTheSame(Indicator indicator) {
    String written = DefinitionWriter.text(indicator);
    Findings findings = new Findings();
    List<Indicator> read = DefinitionReader.over(Schema.standard()).read(written, indicator.code(), findings);
    assertEquals(List.of(), findings.list(), written);
    assertEquals(written, DefinitionWriter.text(read.get(0)));
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void whatAnIndicatorRefersToIsInTheCatalogue(Indicator indicator) {
    if (indicator instanceof Formula) {
      Catalogue.operands(((Formula) indicator).expression())
          .forEach(operand -> assertTrue(CATALOGUE.find(operand).isPresent(), operand));
    } else if (((Measure) indicator).aggregate() instanceof Aggregate.Function) {
      String function = ((Aggregate.Function) ((Measure) indicator).aggregate()).id();
      assertTrue(CATALOGUE.function(function).isPresent(), function);
    }
  }

  @Test
  void rulesRecalledFromTheFichesAreMarkedUnconfirmed() {
    for (String code : List.of("RCO01", "RCO02", "RCO03", "RCO04")) {
      assertEquals(Indicator.Evidence.UNCONFIRMED, CATALOGUE.find(code).orElseThrow().evidence(), code);
    }
  }

  @Test
  void indicatorsWithoutAGoodDirectionSaySo() {
    assertEquals(Indicator.Direction.NONE, CATALOGUE.find("SI-I01").orElseThrow().direction());
    List<Indicator> network =
        STANDARD.indicators().stream().filter(each -> each.code().startsWith("SI-N") && !each.code().equals("SI-N08")).toList();
    assertTrue(network.size() > 30, network::toString);
    network.forEach(each -> assertEquals(Indicator.Direction.NONE, each.direction(), each.code()));
  }

  @Test
  void aFigureOfTiesWhosePaperWasNotReadSaysThatItIsNotConfirmed() {
    for (String code : List.of("SI-N01.members", "SI-N03", "SI-N05", "SI-N06")) {
      assertEquals(Indicator.Evidence.UNCONFIRMED, CATALOGUE.find(code).orElseThrow().evidence(), code);
    }
    assertEquals(Indicator.Evidence.CONFIRMED, CATALOGUE.find("SI-N02").orElseThrow().evidence());
  }

  @Test
  void everyFigureOfTiesTellsItsRuleInNameDefinitionAndParameters() {
    for (Indicator indicator : STANDARD.indicators()) {
      boolean isOfTies = indicator.code().startsWith("SI-N");
      if (isOfTies && indicator instanceof Measure measure && measure.aggregate() instanceof Aggregate.Function function) {
        String ties = function.parameters().get("ties");
        TieRule rule = Arrays.stream(TieRule.values()).filter(each -> each.word().equals(ties)).findFirst().orElseThrow();
        boolean isTwoMode = indicator.code().startsWith("SI-N04");
        for (String language : List.of("sv", "en")) {
          assertTrue(isTwoMode || indicator.name().in(language).endsWith(rule.label().in(language)), indicator.code());
          assertTrue(isTwoMode || indicator.definition().in(language).contains(rule.rule().in(language)), indicator.code());
        }
      }
    }
  }

  @Test
  void theThresholdOfHoursIsPartOfTheDefinition() {
    Indicator eight =
        STANDARD.indicators(Evaluated.hours("8")).stream()
            .filter(indicator -> indicator.code().equals("RCO04"))
            .findFirst()
            .orElseThrow();
    assertTrue(DefinitionWriter.text(eight).contains("\"number\":8"));
    assertTrue(eight.definition().in("en").contains("8 hours"));
    assertEquals("agency/1", eight.setting("min-support-hours").orElseThrow().rules());
  }

  @Test
  void theUnionAndItsPartAreCountedWithTheSameHours() {
    Catalogue catalogue = under(Evaluated.hours("12"));
    for (String code : List.of("RCO01", "RCO04")) {
      assertEquals("12", catalogue.find(code).flatMap(each -> each.setting("min-support-hours")).orElseThrow().value(), code);
    }
  }

  private static Catalogue under(RuleSet rules) {
    return PluginRegistry.builder().source(PluginSource.ofPlugins(STANDARD)).rules(rules).build().catalogue();
  }

  @Test
  void everyValueOfABundledRuleSetIsAskedForByAnIndicator() {
    List<String> ids = STANDARD.ruleSets().stream().map(RuleSet::id).sorted().toList();
    assertEquals(List.of("esf-plus", "eu-fiche", "tillvaxtverket-1420", "tillvaxtverket-2127"), ids);
    for (RuleSet rules : STANDARD.ruleSets()) {
      assertEquals(List.of(), rules.check(under(rules)), rules.id());
      assertEquals(Indicator.Evidence.UNCONFIRMED, rules.evidence(), rules.id());
      assertEquals(Set.of("sv", "en"), rules.name().asMap().keySet(), rules.id());
    }
  }

  @Test
  void swedishProgrammesCallOutputsAndResultsByTheirSwedishWords() {
    RuleSet rules =
        PluginRegistry.builder().source(PluginSource.ofPlugins(STANDARD)).rules("tillvaxtverket-2127").build().catalogue().rules();
    assertEquals("aktivitetsindikator", rules.label(Indicator.Kind.OUTPUT).in("sv"));
    assertEquals("resultatindikator", rules.label(Indicator.Kind.RESULT).in("sv"));
  }
}
