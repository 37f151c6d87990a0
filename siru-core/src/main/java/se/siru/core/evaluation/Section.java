package se.siru.core.evaluation;

import java.util.List;
import java.util.Objects;
import se.siru.core.indicator.Catalogue;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/**
 * A part of a report as data: a title, and which indicators stand under it, in which periods, broken down by what. Whose parts
 * these are (of a programme, of a yearly report) is for those to say who write them. {@link SectionReader} reads them from a file.
 *
 * @param title what stands above
 * @param about what a reader needs to know of it; may be empty
 * @param indicators ids, codes, or globs of either; at least one
 * @param periods the periods; at least one
 * @param by breakdowns as {@link Breakdown#parse} takes them; none for one matrix of all indicators
 */
@Experimental(since = "0.1.0")
public record Section(
    LocalizedText title, LocalizedText about, List<String> indicators, List<TimePeriod> periods, List<String> by) {
  /** Copies the lists, and refuses a section of nothing. */
  public Section {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(about, "about");
    indicators = List.copyOf(indicators);
    periods = List.copyOf(periods);
    by = List.copyOf(by);
    if (indicators.isEmpty() || periods.isEmpty()) {
      throw new IllegalArgumentException("a section needs an indicator and a period");
    }
  }

  /** The evaluation that the section asks for, not yet run. */
  public Evaluation of(Portfolio portfolio, Catalogue catalogue) {
    return Evaluation.of(portfolio, catalogue)
        .indicators(indicators.toArray(String[]::new))
        .periods(periods)
        .by(by.toArray(String[]::new));
  }
}
