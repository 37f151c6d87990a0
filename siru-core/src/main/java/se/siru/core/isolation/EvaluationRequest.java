package se.siru.core.isolation;

import java.time.Duration;
import java.util.List;
import se.siru.core.indicator.Measure;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;

/**
 * What the process of a plugin is to evaluate.
 *
 * @param measures what runs code of the plugin and of nobody else but this library
 * @param periods each once
 * @param breakdowns as {@code Breakdown} reads them; each of their dimensions is one of some measure
 * @param allCodes whether codes are shown that no record has
 * @param threads how many threads may share the work
 * @param budget how long one call of the plugin's code may take
 */
public record EvaluationRequest(
    Portfolio portfolio,
    List<Measure> measures,
    List<TimePeriod> periods,
    List<String> breakdowns,
    boolean allCodes,
    int threads,
    Duration budget) {
  /** Copies the lists. */
  public EvaluationRequest {
    measures = List.copyOf(measures);
    periods = List.copyOf(periods);
    breakdowns = List.copyOf(breakdowns);
  }
}
