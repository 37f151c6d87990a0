package se.siru.core.contract;

import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.portfolio.Portfolio;

/** The same records give the same results, in whatever order, whenever, wherever, and on however many threads. */
final class RepetitionLaws {
  private static final int[] THREADS = {2, 3, 8};

  private RepetitionLaws() {}

  static void order(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    for (Trial.Question question : trial.questions()) {
      comparison.same(question.expected(), question.on(trial.sample().shuffled()).run());
      comparison.same(question.expected(), question.on(trial.sample().inShuffledBatches()).run());
    }
  }

  static void determinism(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    comparison.same(trial.whole(), trial.on(trial.portfolio()).run());
    comparison.same(trial.whole(), trial.on(trial.sample().portfolio()).run());
  }

  static void threads(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    for (Trial.Question question : trial.questions()) {
      for (int threads : THREADS) {
        comparison.same(question.expected(), question.on(trial.portfolio()).threads(threads).run());
      }
    }
  }

  static void surroundings(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    Results here = trial.whole();
    for (Surroundings other : trial.surroundings()) {
      other.during(() -> comparison.same(here, trial.on(trial.sample().portfolio()).run()));
    }
  }

  /** Which indicator changed something cannot be told from what is left; the finding is about all on trial. */
  static void purity(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    Portfolio portfolio = trial.portfolio();
    String before = Sample.digest(portfolio);
    trial.on(portfolio).run();
    String after = Sample.digest(portfolio);
    if (!before.equals(after)) {
      comparison.breach("*", "total", before, after);
    }
  }
}
