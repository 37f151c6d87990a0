package se.siru.core.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.disclosure.Audience;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.RecordsBehind;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.DecidedPlan;
import se.siru.core.portfolio.Portfolio;

/**
 * What a steering-group pack is about: whose records, by which indicators, for whom, in which reporting period.
 *
 * @param reportingPeriod the id of the reporting period
 * @param period its days
 * @param soFar the days from the first reporting period to its end
 */
record Setting(
    Portfolio portfolio,
    Catalogue catalogue,
    Audience audience,
    DecidedPlan plan,
    String reportingPeriod,
    TimePeriod period,
    TimePeriod soFar,
    Wording words,
    Behind behind) {

  /** Results as the audience may see them, with the records behind their cells. */
  record Seen(Results results, Publication publication, RecordsBehind records) {
    Optional<Cell> cell(Indicator indicator, TimePeriod period, Map<String, String> codes) {
      String[] pairs =
          codes.entrySet().stream().map(code -> code.getKey() + "=" + code.getValue()).toArray(String[]::new);
      return results.find(indicator.id(), period.label(), pairs);
    }
  }

  /** Evaluates; null where no indicator has one of the dimensions. */
  @Nullable Seen evaluate(Catalogue by, List<Indicator> indicators, List<TimePeriod> periods, Set<String> dimensions) {
    try {
      Evaluation evaluation =
          Evaluation.of(portfolio, by)
              .indicators(indicators.stream().map(Indicator::id).toArray(String[]::new))
              .periods(periods);
      Results results = (dimensions.isEmpty() ? evaluation : evaluation.by(String.join(",", dimensions))).run();
      return new Seen(results, Publication.of(results, audience), RecordsBehind.of(results, by, Behind.MOST));
    } catch (SiruException noSuchDimension) {
      if (noSuchDimension.code() != ErrorCode.UNKNOWN_NAME || dimensions.isEmpty()) {
        throw noSuchDimension;
      }
      return null;
    }
  }

  String currency() {
    return portfolio.currency();
  }

  String soFarName() {
    return plan.name(soFar).orElse(soFar.label());
  }
}
