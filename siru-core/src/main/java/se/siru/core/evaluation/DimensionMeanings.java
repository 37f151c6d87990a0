package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
   * @param code the measure
   * @param recordType what it counts
   * @param dimension the way to a code, or null for a band
   * @param band the band that makes the code, or null
   */
  private record Meaning(String code, String recordType, @Nullable Dimension dimension, Grouping.@Nullable Band band) {
    /**
     * The same attribute of the same kind of thing. On records of one type the ways must be the same too: an agreement has a buyer
     * and a supplier, and each has a sector.
     */
    boolean isLike(Meaning other) {
      if (dimension == null || other.dimension == null) {
        return band != null && other.band != null && band.sorts(other.band);
      }
      boolean sameWay = !recordType.equals(other.recordType) || dimension.path().equals(other.dimension.path());
      return sameWay
          && dimension.path().last().toString().equals(other.dimension.path().last().toString())
          && Objects.equals(dimension.level(), other.dimension.level());
    }

    @Override
    public String toString() {
      return recordType + "." + (dimension != null ? dimension : "per");
    }
  }

  /** Warns of each formula and dimension once, with the first two meanings that differ. */
  void check(Formula formula, Findings findings) {
    List<MeasurePlan> operands = new ArrayList<>();
    collect(formula, operands, new LinkedHashSet<>());
    for (Breakdown.Part part : parts) {
      Margin alone = new Margin(List.of(part));
      if (operands.stream().allMatch(operand -> operand.has(alone))) {
        List<Meaning> meanings = operands.stream().map(operand -> meaning(operand, part)).toList();
        meanings.stream().filter(meaning -> !meaning.isLike(meanings.get(0))).findFirst().ifPresent(
            other ->
                findings.add(
                    EvaluationRules.TWO_MEANINGS,
                    Origin.of(formula.id()).at(part.dimension()),
                    "indicator",
                    formula.code(),
                    "dimension",
                    part.dimension(),
                    "first",
                    meanings.get(0).toString(),
                    "of-first",
                    meanings.get(0).code(),
                    "second",
                    other.toString(),
                    "of-second",
                    other.code()));
      }
    }
  }

  private static Meaning meaning(MeasurePlan plan, Breakdown.Part part) {
    Grouping.Band band =
        plan.isBand(part) ? plan.measure().grouping().map(Grouping::band).orElse(null) : null;
    return new Meaning(plan.measure().code(), plan.type().name(), plan.dimension(part), band);
  }

  /** The measures that a formula is made of in the end, each once. */
  private void collect(Indicator indicator, List<MeasurePlan> operands, Set<String> seen) {
    if (!seen.add(indicator.id())) {
      return;
    }
    MeasurePlan measure = measures.get(indicator.id());
    if (measure != null) {
      operands.add(measure);
    } else if (indicator instanceof Formula) {
      for (String name : Catalogue.operands(((Formula) indicator).expression())) {
        catalogue.find(name).ifPresent(operand -> collect(operand, operands, seen));
      }
    }
  }
}
