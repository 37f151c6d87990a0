package se.siru.core.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Dimension;

/**
 * Finds formulas whose operands mean different things by one name of a dimension: participations by the municipality of the
 * organisation over activities by the municipality of the activity.
 */
final class DimensionMeanings {
  private final Catalogue catalogue;
  private final Map<String, MeasurePlan> measures = new HashMap<>();
  private final Set<Breakdown.Part> parts = new LinkedHashSet<>();

  DimensionMeanings(Catalogue catalogue, Collection<MeasurePlan> measures, List<Breakdown> breakdowns) {
    this.catalogue = catalogue;
    measures.forEach(plan -> this.measures.put(plan.measure().id(), plan));
    Set<String> names = new LinkedHashSet<>();
    for (Breakdown breakdown : breakdowns) {
      breakdown.parts().stream().filter(part -> names.add(part.dimension())).forEach(parts::add);
    }
  }

  /**
   * What a dimension is on one measure.
   *
   * @param recordType what it counts
   * @param dimension the way to a code, or null for a band
   * @param band the band that makes the code, or null
   * @param own whether the definition says itself what the name means
   */
  private record Meaning(
      String recordType, @Nullable Dimension dimension, Grouping.@Nullable Band band, boolean own) {
    /**
     * The same attribute of the same kind of thing, or codes of one list where both definitions say what the name means. On records of
     * one type the ways must be the same too: an agreement has a buyer and a supplier, and each has a sector.
     */
    boolean isLike(Meaning other) {
      if (dimension == null || other.dimension == null) {
        return band != null && other.band != null && band.sorts(other.band);
      }
      boolean sameLevel = Objects.equals(dimension.level(), other.dimension.level());
      if (own && other.own && Objects.equals(dimension.path().last().codelist(), other.dimension.path().last().codelist())) {
        return sameLevel;
      }
      boolean sameWay = !recordType.equals(other.recordType) || dimension.path().equals(other.dimension.path());
      return sameWay
          && dimension.path().last().toString().equals(other.dimension.path().last().toString())
          && sameLevel;
    }

    @Override
    public String toString() {
      return recordType + "." + (dimension != null ? dimension : "per");
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Meaning meaning
          && recordType.equals(meaning.recordType)
          && Objects.equals(dimension, meaning.dimension)
          && Objects.equals(band, meaning.band)
          && own == meaning.own;
    }

    @Override
    public int hashCode() {
      return Objects.hash(recordType, dimension, band, own);
    }
  }

  /**
   * Warns of each formula and dimension once, with the first two meanings that differ.
   *
   * @param formulas operands before what is made of them, so that each formula is looked into once
   */
  void check(Collection<Formula> formulas, Findings findings) {
    parts.forEach(part -> check(part, formulas, findings));
  }

  private void check(Breakdown.Part part, Collection<Formula> formulas, Findings findings) {
    Map<String, Map<Meaning, String>> meanings = new HashMap<>();
    Margin alone = new Margin(List.of(part));
    measures.forEach(
        (id, plan) ->
            meanings.put(id, plan.has(alone) ? Map.of(meaning(plan, part), plan.measure().code()) : Map.of()));
    for (Formula formula : formulas) {
      Map<Meaning, String> own = together(formula, part.dimension(), meanings);
      meanings.put(formula.id(), own);
      if (own.size() > 1) {
        warn(formula, part, own, findings);
      }
    }
  }

  /**
   * What the operands of a formula mean, each meaning once with the first measure that has it; nothing where one of them does not
   * have the dimension, unless it stays whole over it.
   */
  private Map<Meaning, String> together(
      Formula formula, String dimension, Map<String, Map<Meaning, String>> meanings) {
    Map<Meaning, String> together = Map.of();
    for (String name : Catalogue.operands(formula.expression())) {
      Indicator operand = catalogue.find(name).orElse(null);
      if (operand instanceof Measure && ((Measure) operand).wholeOver().contains(dimension)) {
        continue;
      }
      Map<Meaning, String> of = operand == null ? Map.of() : meanings.getOrDefault(operand.id(), Map.of());
      if (of.isEmpty()) {
        return of;
      }
      if (together.isEmpty()) {
        together = of;
      } else if (!together.keySet().containsAll(of.keySet())) {
        together = new LinkedHashMap<>(together);
        of.forEach(together::putIfAbsent);
      }
    }
    return together;
  }

  private static void warn(Formula formula, Breakdown.Part part, Map<Meaning, String> meanings, Findings findings) {
    Meaning first = meanings.keySet().iterator().next();
    meanings.keySet().stream().filter(meaning -> !meaning.isLike(first)).findFirst().ifPresent(
        other ->
            findings.add(
                EvaluationRules.TWO_MEANINGS,
                Origin.of(formula.id()).at(part.dimension()),
                "indicator",
                formula.code(),
                "dimension",
                part.dimension(),
                "first",
                first.toString(),
                "of-first",
                meanings.get(first),
                "second",
                other.toString(),
                "of-second",
                meanings.get(other)));
  }

  private static Meaning meaning(MeasurePlan plan, Breakdown.Part part) {
    Grouping.Band band =
        plan.isBand(part) ? plan.measure().grouping().map(Grouping::band).orElse(null) : null;
    boolean own = plan.measure().dimensions().containsKey(part.dimension());
    return new Meaning(plan.type().name(), plan.dimension(part), band, own);
  }
}
