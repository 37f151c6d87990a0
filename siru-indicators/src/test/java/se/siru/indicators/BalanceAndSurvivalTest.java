package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Initiative;
import se.siru.core.model.Periods;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.model.StageChange;
import se.siru.core.model.Value;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginSource;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.indicators.composite.Component;
import se.siru.indicators.composite.CompositeIndex;
import se.siru.indicators.composite.CompositeResult;
import se.siru.indicators.composite.Normalisation;
import se.siru.indicators.composite.ResultsTable;
import se.siru.indicators.composite.Step;
import se.siru.indicators.composite.UnitTable;

/** Indicators of the catalogue by registered functions of statistics, and a composite index of results. */
class BalanceAndSurvivalTest {
  private static Row initiative(String id, String start, @Nullable String end, String... challenges) {
    return Initiative.TYPE.row(id)
        .with(Initiative.START, LocalDate.parse(start))
        .with(Initiative.END, end == null ? null : LocalDate.parse(end))
        .with(Initiative.CHALLENGES, List.of(challenges))
        .build();
  }

  private static Row began(String initiative, String date) {
    return entered(initiative, "idea", date);
  }

  private static Row entered(String initiative, String stage, String date) {
    return StageChange.TYPE.row().with(StageChange.INITIATIVE, initiative).with(StageChange.STAGE, stage)
        .with(StageChange.DATE, LocalDate.parse(date)).build();
  }

  private static PortfolioBuilder reached() {
    return Evaluated.programme()
        .add(Evaluated.organisation("a", "public"))
        .add(Evaluated.organisation("b", "public"))
        .add(Evaluated.organisation("c", "business"))
        .add(Evaluated.organisation("d", "civil-society"))
        .add(Evaluated.enterprise("e", "micro"))
        .add(Evaluated.activity("m1", "held", "2021-02-01").build())
        .add(Evaluated.activity("m2", "held", "2022-02-01").build())
        .add(Evaluated.attended("m1", "a", "b", "c", "e").build())
        .add(Evaluated.attended("m1", "a").build())
        .add(Evaluated.attended("m2", "d").build());
  }

  @Test
  void sectorBalanceIsOverTheSixSectorsOfTheList() {
    Evaluated evaluated = Evaluated.of(reached(), "2021..2023/year");
    // Two public and one business: 1 − 5/9, by 1 − 1/6. Who came twice counts once.
    assertEquals(
        0,
        new BigDecimal("0.533333333333333").compareTo(evaluated.results().cell("SI-P08", "2021").number().orElseThrow()));
    evaluated.gives("0", "SI-P08", "2022");
    assertEquals(1, evaluated.results().cell("SI-P08", "2021").unknown());
    assertTrue(evaluated.results().cell("SI-P08", "2023").value() instanceof Value.Absent);
  }

  @Test
  void theDefinitionOfTheGuideGivesTheSameAsTheCatalogue() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "explanation", "measuring-change.md"));
    int from = page.indexOf("```json") + "```json".length();
    Findings findings = new Findings();
    List<Indicator> own =
        DefinitionReader.over(Schema.standard()).read(page.substring(from, page.indexOf("```", from)), "guide", findings);
    assertEquals(List.of(), findings.list());
    Catalogue catalogue =
        PluginRegistry.builder().source(PluginSource.ofPlugins(new StandardIndicatorsPlugin())).build().catalogue()
            .with(Provider.application(), own, List.of());
    Results results =
        Evaluation.of(reached().build(), catalogue).indicators("my:*", "SI-P08").periods(Periods.years(2021, 2021)).run();
    assertEquals(results.cell("SI-P08", "2021").value(), results.cell("my:sector-diversity", "2021").value());
  }

  private static PortfolioBuilder initiatives() {
    return Evaluated.programme()
        .recordedAt(LocalDate.parse("2022-12-31"))
        .add(initiative("a", "2020-01-01", "2020-06-30", "ageing", "integration"))
        .add(initiative("b", "2020-01-01", null, "ageing"))
        .add(initiative("c", "2020-01-01", null))
        .add(initiative("d", "2022-12-01", null, "ageing"))
        .add(began("a", "2020-01-01"))
        .add(began("b", "2020-01-01"))
        .add(began("b", "2020-05-01"))
        .add(began("c", "2020-02-01"))
        .add(entered("c", "ended", "2021-07-01"))
        .add(began("d", "2022-12-01"));
  }

  @Test
  void survivalFollowsWhatHasNotEndedUntilTheEndOfThePeriod() {
    Evaluated evaluated = Evaluated.of(initiatives(), "2020..2022/year");
    // d has been followed for 31 days only and says nothing about a, which ended after 182.
    evaluated.gives("66.6666666666667", "SI-I04", "2022");
    evaluated.gives("33.3333333333333", "SI-I04.m24", "2022");
    evaluated.gives("66.6666666666667", "SI-I04", "2021");
    assertTrue(evaluated.results().cell("SI-I04.m24", "2020").value() instanceof Value.Absent, "nobody was followed for two years");
  }

  @Test
  void challengesAreCountedOnceForEachInitiativeThatAnswersThem() {
    Evaluated evaluated = Evaluated.of(initiatives(), "2020..2022/year");
    evaluated.gives("0.444444444444444", "SI-I05", "2021");
    assertEquals(1, evaluated.results().cell("SI-I05", "2021").unknown());
    evaluated.gives("0.375", "SI-I05", "2022");
  }

  @Test
  void resultsBecomeTheTableOfACompositeIndex() {
    Evaluated evaluated = Evaluated.of(reached(), "2021..2022/year", "sector");
    UnitTable table = ResultsTable.of(evaluated.results(), "2021", "sector", List.of("SI-P01", "siru:participations"));
    assertEquals(Set.of("SI-P01", "siru:participations"), table.variables());
    assertTrue(!table.units().contains("unknown"), table.units()::toString);
    assertEquals(2, table.value("public", "SI-P01").orElseThrow());
    CompositeIndex index =
        CompositeIndex.of(Component.of("reach", Component.indicator("SI-P01"), Component.indicator("siru:participations")))
            .step(new Step.Normalise(new Normalisation.MinMax(0, 100)))
            .build();
    CompositeResult result = index.of(table);
    assertEquals(100, result.score("public", "reach").orElseThrow());
    assertEquals(1, result.rank("public").orElseThrow());
  }

  @Test
  void compositeScoresAndSocialReturnAreNotAmongWhatIsShownUnasked() {
    Catalogue catalogue =
        PluginRegistry.builder().source(PluginSource.ofPlugins(new StandardIndicatorsPlugin())).build().catalogue();
    String codes = catalogue.select(List.of("*")).stream().map(Indicator::code).collect(Collectors.joining(" "));
    assertTrue(!codes.contains("SI-S0") && !codes.contains("SI-C02") && !codes.contains("SI-C03"), codes);
    assertTrue(catalogue.function("siru:sroi-ratio").isPresent(), "a definition that states rate and convention can name it");
  }
}
