package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.siru.core.contract.Sample;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Initiative;
import se.siru.core.model.Periods;
import se.siru.core.model.Schema;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginSource;

/** What holds between indicators of the catalogue, and what bounds them, whatever the records of every type say. */
class CatalogueInvariantsTest {
  private static final Catalogue CATALOGUE =
      PluginRegistry.builder().source(PluginSource.ofPlugins(new StandardIndicatorsPlugin())).build().catalogue();
  private static final List<String> PERIODS = List.of("2022", "2023", "2024", "total");
  private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Indices by the beginning of their codes, and where they lie. */
  private static final Map<String, BigDecimal[]> BOUNDS =
      Map.of(
          "SI-N02", new BigDecimal[] {MINUS_ONE, BigDecimal.ONE},
          "SI-N03", new BigDecimal[] {MINUS_ONE, BigDecimal.ONE},
          "SI-N04", new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ONE},
          "SI-N05", new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ONE},
          "SI-N07", new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ONE},
          "SI-P08", new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ONE});

  private static Results results(long seed, Catalogue catalogue, String... by) {
    return Evaluation.of(Sample.random(Schema.standard(), seed, 30).portfolio(), catalogue)
        .periods(Periods.parse(String.join(",", PERIODS))).by(by).run();
  }

  private static Optional<BigDecimal> number(Results results, String indicator, String period) {
    return results.cell(indicator, period).number();
  }

  private static boolean isIndex(Cell cell) {
    return cell.indicator().unit().equals("index");
  }

  @Property(tries = 15)
  void indicesLieWithinTheirBounds(@ForAll long seed) {
    results(seed, CATALOGUE, "county").cells().filter(CatalogueInvariantsTest::isIndex).forEach(cell ->
        BOUNDS.forEach((code, bounds) -> {
          if (cell.code().startsWith(code) && cell.number().isPresent()) {
            BigDecimal number = cell.number().get();
            assertTrue(number.compareTo(bounds[0]) >= 0 && number.compareTo(bounds[1]) <= 0, cell::toString);
          }
        }));
  }

  /** With k categories declared, Blau's index is at most 1 - 1/k. */
  @Property(tries = 15)
  void diversityIsAtMostThatOfEqualCategories(@ForAll long seed) {
    int categories = Schema.standard().codelist(Initiative.CHALLENGES).size();
    BigDecimal most = BigDecimal.valueOf(categories - 1).divide(BigDecimal.valueOf(categories), 15, RoundingMode.UP);
    results(seed, CATALOGUE, "county").cells().filter(cell -> cell.code().equals("SI-I05")).forEach(cell ->
        cell.number().ifPresent(number -> assertTrue(number.signum() >= 0 && number.compareTo(most) <= 0, cell::toString)));
  }

  @Property(tries = 15)
  void theUnionOfSupportedEnterprisesLiesBetweenItsGreatestPartAndTheirSum(@ForAll long seed) {
    Results results = results(seed, CATALOGUE);
    for (String period : PERIODS) {
      BigDecimal greatest = BigDecimal.ZERO;
      BigDecimal sum = BigDecimal.ZERO;
      for (String part : List.of("RCO02", "RCO03", "RCO04")) {
        BigDecimal number = number(results, part, period).orElseThrow();
        greatest = greatest.max(number);
        sum = sum.add(number);
      }
      BigDecimal union = number(results, "RCO01", period).orElseThrow();
      assertTrue(greatest.compareTo(union) <= 0 && union.compareTo(sum) <= 0, () -> period + " " + union);
    }
  }

  @Property(tries = 15)
  void activitiesWithMoreSectorsAreFewer(@ForAll long seed) {
    Results results = results(seed, CATALOGUE);
    for (String period : PERIODS) {
      BigDecimal before = number(results, "SI-P04", period).orElseThrow();
      for (String part : List.of("SI-P09.n2", "SI-P09.n3", "SI-P09.n4")) {
        BigDecimal number = number(results, part, period).orElseThrow();
        assertTrue(number.compareTo(before) <= 0, part + " " + period);
        before = number;
      }
    }
  }

  /** In every period, however the days of the participations lie, and in every row of a breakdown. */
  @Property(tries = 15)
  void aShareOfActivitiesIsAtMostAllOfThem(@ForAll long seed) {
    results(seed, CATALOGUE, "activity-kind", "county", "mode").cells()
        .filter(cell -> cell.code().equals("SI-P09") || cell.code().startsWith("SI-P09.k"))
        .forEach(cell -> cell.number().ifPresent(share -> assertTrue(share.compareTo(HUNDRED) <= 0, cell::toString)));
  }

  /** Every distinct count of the catalogue and every count of groups that all count, once in each objective and once in all. */
  private static List<Indicator> inScopes() {
    List<Indicator> scoped = new ArrayList<>();
    for (Indicator indicator : CATALOGUE.indicators()) {
      boolean isDistinct = indicator instanceof Measure measure
          && (measure.aggregate() instanceof Aggregate.Distinct
              || measure.aggregate() instanceof Aggregate.Count
                  && measure.grouping().map(each -> each.having() == null && each.dating() == null).orElse(false));
      if (isDistinct) {
        for (String scope : List.of("", ",\"scope\":\"objective\"")) {
          String text = DefinitionWriter.text(indicator).replaceFirst(",\"scope\":\"[^\"]*\"", "");
          String own = text.replaceFirst("\"id\":\"siru:", "\"id\":\"t:" + (scope.isEmpty() ? "all-" : "each-"))
              .replaceFirst("\"code\":\"[^\"]*\",", "");
          Findings findings = new Findings();
          scoped.addAll(DefinitionReader.over(Schema.standard()).read(own.substring(0, own.length() - 1) + scope + "}", "t", findings));
          assertEquals(List.of(), findings.list(), own);
        }
      }
    }
    assertFalse(scoped.isEmpty());
    return scoped;
  }

  private static final Catalogue SCOPED = Catalogue.empty().with(Provider.application(), inScopes(), List.of());

  @Property(tries = 15)
  void theProgrammeHasNoMoreOfWhatIsCountedOnceThanItsObjectivesTogether(@ForAll long seed) {
    Results results = results(seed, SCOPED);
    for (Indicator indicator : SCOPED.indicators()) {
      if (indicator.id().startsWith("t:all-")) {
        for (String period : PERIODS) {
          Optional<BigDecimal> all = number(results, indicator.id(), period);
          Optional<BigDecimal> each = number(results, indicator.id().replace("t:all-", "t:each-"), period);
          assertTrue(all.isEmpty() || all.get().compareTo(each.orElseThrow()) <= 0, () -> indicator + " " + period);
        }
      }
    }
  }
}
