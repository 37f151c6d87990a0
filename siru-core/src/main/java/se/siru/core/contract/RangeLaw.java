package se.siru.core.contract;

import java.util.List;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;

/** No value lies outside what its indicator declares. */
final class RangeLaw {
  private static final int COPIES = 7;
  private static final String OUT_OF_RANGE = "evaluation.out-of-range";

  private RangeLaw() {}

  static void range(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    List<Results> all =
        List.of(
            trial.whole(),
            trial.totals(),
            trial.on(trial.sample().withCopies(COPIES)).run(),
            trial.on(trial.sample().held()).run(),
            trial.on(trial.sample().absent()).run());
    all.stream()
        .flatMap(results -> results.findings().stream())
        .filter(finding -> finding.rule().id().equals(OUT_OF_RANGE))
        .forEach(finding -> {
          var told = finding.arguments();
          comparison.breach(told.get("indicator"), told.get("cell"), told.get("range"), told.get("value"));
        });
  }
}
