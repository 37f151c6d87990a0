package se.siru.indicators.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.siru.indicators.RealData;

/** The published index of sustainable connectivity of 51 countries, and every stage on the way to it. */
class AsemIndexTest {
  private static final String FOLDER = "coinr-asem";
  private static CompositeResult result;

  @BeforeAll
  static void compute() {
    List<Map<String, String>> indicators = RealData.rows(FOLDER, "indicator_meta.csv");
    result =
        CompositeIndex.of(tree(indicators))
            .step(new Step.Denominate())
            .step(new Step.Impute(Step.Impute.By.MEAN, Optional.of("EurAsia")))
            .step(new Step.Treat(2, 3.5, 6))
            .step(new Step.Normalise(new Normalisation.MinMax(0, 100)))
            .build()
            .of(table(indicators));
  }

  private static Component tree(List<Map<String, String>> indicators) {
    Map<String, Map<String, List<Component>>> groups = new LinkedHashMap<>();
    for (Map<String, String> row : indicators) {
      Component part = Component.indicator(row.get("IndCode")).weight(Double.parseDouble(row.get("IndWeight")));
      part = row.get("Direction").startsWith("-") ? part.lessIsBetter() : part;
      part = row.get("Denominator").isEmpty() ? part : part.per(row.get("Denominator"));
      groups.computeIfAbsent(row.get("Agg2"), g -> new LinkedHashMap<>())
          .computeIfAbsent(row.get("Agg1"), g -> new ArrayList<>())
          .add(part);
    }
    return Component.of(
        "Index",
        groups.entrySet().stream()
            .map(sub -> Component.of(
                sub.getKey(),
                sub.getValue().entrySet().stream().map(pillar -> Component.of(pillar.getKey(), pillar.getValue())).toList()))
            .toList());
  }

  private static UnitTable table(List<Map<String, String>> indicators) {
    UnitTable.Builder table = UnitTable.builder();
    for (Map<String, String> row : RealData.rows(FOLDER, "stage1_raw.csv")) {
      table.group(row.get("UnitCode"), "EurAsia", row.get("Group_EurAsia"));
      indicators.forEach(indicator -> add(table, row, indicator.get("IndCode")));
    }
    for (Map<String, String> row : RealData.rows(FOLDER, "denominators.csv")) {
      row.keySet().stream().filter(name -> name.startsWith("Den_")).forEach(name -> add(table, row, name));
    }
    return table.build();
  }

  private static void add(UnitTable.Builder table, Map<String, String> row, String variable) {
    if (!row.get(variable).isEmpty()) {
      table.value(row.get("UnitCode"), variable, Double.parseDouble(row.get(variable)));
    }
  }

  private static void isAsPublished(int stage, String file) {
    UnitTable table = result.stages().get(stage).table();
    int compared = 0;
    for (Map<String, String> row : RealData.rows(FOLDER, file)) {
      for (String variable : row.keySet()) {
        if (!table.variables().contains(variable) || variable.startsWith("Den_")) {
          continue;
        }
        OptionalDouble found = table.value(row.get("UnitCode"), variable);
        String place = file + " " + row.get("UnitCode") + " " + variable;
        assertEquals(row.get(variable).isEmpty(), found.isEmpty(), place);
        if (found.isPresent()) {
          double published = Double.parseDouble(row.get(variable));
          assertEquals(published, found.getAsDouble(), 1e-9 * Math.max(1, Math.abs(published)), place);
          compared++;
        }
      }
    }
    assertTrue(compared >= 51 * 49 - 70, file + ": " + compared);
  }

  @Test
  void everyStageIsAsPublishedValueByValue() {
    isAsPublished(0, "stage1_raw.csv");
    isAsPublished(1, "stage2_denominated.csv");
    isAsPublished(2, "stage3_imputed.csv");
    isAsPublished(3, "stage4_treated.csv");
    isAsPublished(4, "stage5_normalised.csv");
    isAsPublished(5, "stage6_aggregated.csv");
  }

  @Test
  void theSameNumbersAreDrawnInAndNoneIsLogged() {
    Map<String, Long> points =
        result.log().stream()
            .filter(change -> change.step().equals("treat"))
            .peek(change -> assertEquals(Change.Reason.WINSORISED, change.reason()))
            .collect(Collectors.groupingBy(Change::variable, TreeMap::new, Collectors.counting()));
    Map<String, Long> published = new TreeMap<>();
    for (Map<String, String> row : RealData.rows(FOLDER, "treat_summary.csv")) {
      long sum = (long) (Double.parseDouble(row.get("Low")) + Double.parseDouble(row.get("High")));
      if (sum > 0) {
        published.put(row.get("IndCode"), sum);
      }
    }
    assertEquals(published, points);
    assertEquals(15, points.size());
  }

  @Test
  void theLogNamesEveryImputedValue() {
    assertEquals(65, result.log().stream().filter(change -> change.reason() == Change.Reason.IMPUTED).count());
  }

  /** The publisher ranked scores that it had rounded; ours are ranked before, and differ only where rounding made two equal. */
  @Test
  void ranksOfAllUnitsInAllPartsAreAsPublished() {
    List<Map<String, String>> published = RealData.rows(FOLDER, "result_ranks.csv");
    Map<String, Map<String, String>> scores =
        RealData.rows(FOLDER, "result_scores.csv").stream().collect(Collectors.toMap(row -> row.get("UnitCode"), row -> row));
    List<String> parts = published.get(0).keySet().stream().filter(name -> !name.startsWith("Unit")).toList();
    List<String> different = new ArrayList<>();
    for (String part : parts) {
      UnitTable.Builder rounded = UnitTable.builder();
      result.units().forEach(unit -> rounded.value(unit, part, rounded(result.score(unit, part).orElseThrow()).doubleValue()));
      UnitTable table = rounded.build();
      int[] ranks = CompositeResult.ranks(table, part);
      for (Map<String, String> row : published) {
        String unit = row.get("UnitCode");
        int rank = Integer.parseInt(row.get(part));
        assertEquals(rank, ranks[table.units().indexOf(unit)], unit + " " + part);
        if (rank != result.rank(unit, part).orElseThrow()) {
          different.add(part + " " + unit);
          String score = scores.get(unit).get(part);
          assertEquals(2, scores.values().stream().filter(other -> other.get(part).equals(score)).count(), unit + " " + part);
        }
      }
    }
    assertEquals(11, parts.size());
    assertEquals(List.of("ConEcFin RUS", "Instit PRT"), different);
  }

  private static BigDecimal rounded(double score) {
    return new BigDecimal(score).setScale(2, RoundingMode.HALF_EVEN);
  }

  @Test
  void publishedScoresAreOursRounded() {
    String published = "SWE 63.00 53.87 72.12 51.51 23.87 80.98 74.51 38.50 66.37 87.74 62.27\n"
        + "CHE 68.38 62.79 73.98 63.41 32.87 74.78 85.94 56.93 77.21 87.85 56.88\n"
        + "IND 39.79 28.60 50.99 18.78 6.38 51.90 59.84 6.07 75.34 22.74 54.88";
    List<String> parts =
        List.of("Index", "Conn", "Sust", "Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin");
    for (String line : published.split("\n")) {
      String[] cells = line.split(" ");
      for (int i = 0; i < parts.size(); i++) {
        BigDecimal score = rounded(result.score(cells[0], parts.get(i)).orElseThrow());
        assertEquals(cells[i + 1], score.toPlainString(), cells[0] + " " + parts.get(i));
      }
    }
    assertEquals(6, result.rank("SWE").orElseThrow());
    assertEquals(45, result.rank("IND").orElseThrow());
    assertEquals("CHE", result.ranking("Index").get(0).unit());
  }

  @Test
  void allPublishedScoresAreOursRounded() {
    int compared = 0;
    for (Map<String, String> row : RealData.rows(FOLDER, "result_scores.csv")) {
      String unit = row.get("UnitCode");
      for (Component part : result.index().root().all().filter(each -> !each.isIndicator()).toList()) {
        BigDecimal ours = rounded(result.score(unit, part.code()).orElseThrow());
        assertEquals(0, new BigDecimal(row.get(part.code())).compareTo(ours), unit + " " + part + " " + ours);
        compared++;
      }
    }
    assertEquals(51 * 11, compared);
  }

  @Test
  void rankShiftsOnRemovalAreAsPublished() {
    Map<String, Double> shifts = Robustness.rankShiftsByRemoval(result);
    Map<String, String> published =
        Map.of("Physical", "1.529412", "ConEcFin", "2.627451", "Political", "2.901961", "Instit", "1.176471", "P2P", "1.686275",
            "Environ", "3.098039", "Social", "3.960784", "SusEcFin", "2.627451");
    published.forEach(
        (part, shift) ->
            assertEquals(new BigDecimal(shift), new BigDecimal(shifts.get(part)).setScale(6, RoundingMode.HALF_EVEN), part));
    Set<String> parts = new TreeSet<>(result.index().effectiveWeights().keySet());
    parts.remove("Index");
    assertEquals(parts, new TreeSet<>(shifts.keySet()));
  }

  @Test
  void effectiveWeightsAreAsPublished() {
    Map<String, Double> weights = result.index().effectiveWeights();
    assertEquals(0.02, weights.get("Goods"), 1e-15);
    assertEquals(0.0333333, weights.get("Renew"), 5e-8);
    double sum = result.index().root().indicators().stream().mapToDouble(each -> weights.get(each.code())).sum();
    assertEquals(1, sum, 1e-12);
  }

  @Test
  void changedWeightsGiveTheSameRangesForTheSameSeed() {
    Robustness.Perturbation once = Robustness.perturbWeights(result, 2021, 200, 0.25);
    assertEquals(once, Robustness.perturbWeights(result, 2021, 200, 0.25));
    assertEquals(51, once.units().size());
    assertTrue(once.meanShift() > 0 && once.meanShift() < 3, once::toString);
    once.units().forEach(range -> {
      assertEquals(result.rank(range.unit()).orElseThrow(), range.rank());
      assertTrue(range.best() <= range.low() && range.low() <= range.median(), range::toString);
      assertTrue(range.median() <= range.high() && range.high() <= range.worst(), range::toString);
    });
    assertEquals(0, Robustness.perturbWeights(result, 1, 20, 0).meanShift());
  }

  @Test
  void anIndexOfRawNumbersWithGapsIsThatOfTheKnownParts() {
    List<Map<String, String>> meta = RealData.rows(FOLDER, "indicator_meta.csv");
    UnitTable.Builder table = UnitTable.builder();
    for (Map<String, String> row : RealData.rows(FOLDER, "v1_iData.csv")) {
      Map<String, String> named = new LinkedHashMap<>(row);
      named.put("UnitCode", row.get("uCode"));
      meta.forEach(indicator -> add(table, named, indicator.get("IndCode")));
    }
    CompositeIndex index =
        CompositeIndex.of(plain(result.index().root())).step(new Step.Normalise(new Normalisation.MinMax(0, 100))).build();
    CompositeResult plain = index.of(table.build());
    assertEquals(60.593186, plain.score("SWE", "Index").orElseThrow(), 5e-7);
    assertEquals(48.951743, plain.score("SWE", "Conn").orElseThrow(), 5e-7);
    assertEquals(75.227805, plain.score("DEU", "Index").orElseThrow(), 5e-7);
    assertEquals(31.705371, plain.score("BRN", "Index").orElseThrow(), 5e-7);
    assertEquals(6, plain.rank("SWE").orElseThrow());
    assertEquals(51, plain.rank("BRN").orElseThrow());
  }

  private static Component plain(Component tree) {
    return tree.mapped(part -> Optional.of(part.isIndicator() ? bare(part) : plain(part)));
  }

  private static Component bare(Component part) {
    Component bare = Component.indicator(part.code()).weight(part.weight());
    return part.isLessBetter() ? bare.lessIsBetter() : bare;
  }
}
