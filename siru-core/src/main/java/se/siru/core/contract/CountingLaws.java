package se.siru.core.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;

/** What is counted once stays one, and what has been counted stays counted. */
final class CountingLaws {
  private static final List<TimePeriod> SERIES = Periods.parse("2022..2025/quarter");

  private CountingLaws() {}

  static void duplicates(Trial trial, Rule rule, Findings findings) {
    Results twice = trial.on(trial.sample().withCopies(1)).run();
    new Comparison(rule, findings).sameValues(trial.whole(), twice, cell -> Shape.ignoresCopies(cell.indicator()));
  }

  static void growth(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    Results results = trial.ofTotals(trial.portfolio()).periods(SERIES).run();
    for (Indicator indicator : results.indicators()) {
      if (indicator instanceof Measure measure && Shape.grows(measure)) {
        BigDecimal before = BigDecimal.ZERO;
        for (TimePeriod period : SERIES) {
          Cell cell = results.cell(indicator.id(), period.label());
          Optional<BigDecimal> now = cell.number();
          if (now.isPresent() && now.get().compareTo(before) < 0) {
            comparison.breach(cell, before.toPlainString(), now.get().toPlainString());
          }
          before = now.orElse(before);
        }
      }
    }
  }
}
