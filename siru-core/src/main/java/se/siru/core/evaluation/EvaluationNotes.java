package se.siru.core.evaluation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.RuleSet;
import se.siru.core.json.Closest;
import se.siru.core.portfolio.CoverageOfType;
import se.siru.core.portfolio.DefinitionFile;
import se.siru.core.portfolio.Portfolio;

/** What a reader of the results must know beside them, of what was asked and of what there is. */
final class EvaluationNotes {
  /** How many indicators a note names. */
  private static final int MOST_NAMED = 6;

  private final Portfolio portfolio;
  private final Catalogue catalogue;
  private final Findings findings;

  EvaluationNotes(Portfolio portfolio, Catalogue catalogue, Findings findings) {
    this.portfolio = portfolio;
    this.catalogue = catalogue;
    this.findings = findings;
  }

  /** A dimension that some indicator does not have is a note; one that no indicator has is a mistake. */
  void checkDimensions(List<Breakdown> breakdowns, Collection<MeasurePlan> measures) {
    for (Breakdown breakdown : breakdowns) {
      for (Breakdown.Part part : breakdown.parts()) {
        Margin alone = new Margin(List.of(part));
        List<MeasurePlan> without = measures.stream().filter(measure -> !measure.has(alone)).toList();
        if (!measures.isEmpty() && without.size() == measures.size()) {
          throw new SiruException(ErrorCode.UNKNOWN_NAME, noDimension(part.dimension(), without));
        }
        if (!without.isEmpty()) {
          findings.add(
              EvaluationRules.NO_DIMENSION,
              Origin.of(part.dimension()),
              "dimension",
              part.dimension(),
              "indicators",
              codes(without.stream().map(measure -> measure.measure().code()).toList()));
        }
      }
    }
  }

  private static String noDimension(String name, List<MeasurePlan> measures) {
    Set<String> known = new TreeSet<>();
    measures.forEach(measure -> known.addAll(measure.type().dimensions().keySet()));
    return "none of the indicators can be broken down by '" + name + "'; did you mean " + Closest.orAll(name, known) + "?";
  }

  /** What is covered in part is counted, and told once a record type. */
  void noteCover(Plan plan, Cover cover) {
    Map<String, Set<String>> indicators = new LinkedHashMap<>();
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    for (MeasurePlan measure : plan.measures()) {
      measure.needs().distinct().filter(portfolio::holds).forEach(type -> {
        CoverageOfType.Extent[] extents = cover.extents(type, measure.measure().when());
        for (int period = 0; period < extents.length; period++) {
          if (extents[period] == CoverageOfType.Extent.PART) {
            indicators.computeIfAbsent(type.plural(), key -> new LinkedHashSet<>()).add(measure.measure().code());
            labels.computeIfAbsent(type.plural(), key -> new LinkedHashSet<>()).add(plan.periods().get(period).label());
          }
        }
      });
    }
    labels.forEach(
        (records, own) ->
            findings.add(
                EvaluationRules.PARTLY_COVERED,
                Origin.of(records),
                "records",
                records,
                "periods",
                codes(List.copyOf(own)),
                "indicators",
                codes(List.copyOf(indicators.get(records)))));
  }

  /** What a named rule set says that is not confirmed, and what it says that official figures say elsewhere. */
  void noteRules(List<Indicator> selected) {
    RuleSet rules = catalogue.rules();
    if (rules.isDefaults()) {
      return;
    }
    Origin origin = Origin.of(rules.reference());
    List<String> open =
        catalogue.withOperands(selected).stream()
            .filter(each -> each.parameters().stream().anyMatch(set -> set.evidence() == Indicator.Evidence.UNCONFIRMED))
            .map(Indicator::code)
            .toList();
    if (!open.isEmpty()) {
      findings.add(EvaluationRules.RULES_UNCONFIRMED, origin, "rules", rules.reference(), "indicators", codes(open));
    }
    List<String> previews = selected.stream().filter(rules::isPreview).map(Indicator::code).toList();
    if (!previews.isEmpty()) {
      findings.add(EvaluationRules.PREVIEW, origin, "indicators", codes(previews));
    }
  }

  /** The first codes, and how many more there are. */
  private static String codes(List<String> codes) {
    String first = String.join(", ", codes.subList(0, Math.min(codes.size(), MOST_NAMED)));
    return codes.size() <= MOST_NAMED ? first : first + " + " + (codes.size() - MOST_NAMED);
  }
  /** Definitions that the portfolio brings and nobody put beside the catalogue. */
  void noteLeftOut() {
    if (portfolio.definitions().isEmpty()) {
      return;
    }
    Set<Provider> atWork = new HashSet<>();
    catalogue.indicators().forEach(each -> catalogue.provider(each.id()).ifPresent(atWork::add));
    for (DefinitionFile file : portfolio.definitions()) {
      if (!atWork.contains(Provider.portfolio(file.path()))) {
        findings.add(EvaluationRules.DEFINITIONS_LEFT_OUT, Origin.of(file.path()), "path", file.path());
      }
    }
  }
}
