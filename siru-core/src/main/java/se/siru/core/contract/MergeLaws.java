package se.siru.core.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import se.siru.core.evaluation.EvaluationInParts;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Row;

/** Parts of the records, read apart, are as good as all of them at once. */
final class MergeLaws {
  private static final int MOST_PARTS = 5;

  private MergeLaws() {}

  static void merge(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    Random random = trial.sample().random();
    for (Trial.Question question : trial.questions()) {
      for (int parts = 2; parts <= MOST_PARTS; parts++) {
        EvaluationInParts inParts = question.on(trial.portfolio()).inParts();
        List<EvaluationInParts.Part> read = new ArrayList<>();
        int from = 0;
        for (int cut : cuts(parts, trial.sample().longestBatch(), random)) {
          read.add(inParts.part(from, cut));
          from = cut;
        }
        Collections.shuffle(read, random);
        comparison.same(question.expected(), inParts.results(read));
      }
    }
  }

  /** Where parts end, in ascending order. */
  private static List<Integer> cuts(int parts, int longest, Random random) {
    List<Integer> cuts = new ArrayList<>(List.of(Integer.MAX_VALUE));
    while (cuts.size() < parts) {
      cuts.add(random.nextInt(longest + 1));
    }
    Collections.sort(cuts);
    return cuts;
  }

  static void identity(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    for (Trial.Question question : trial.questions()) {
      EvaluationInParts inParts = question.on(trial.portfolio()).inParts();
      List<EvaluationInParts.Part> parts =
          List.of(inParts.part(0, 0), inParts.part(0, Integer.MAX_VALUE), inParts.part(Integer.MAX_VALUE, Integer.MAX_VALUE));
      comparison.same(question.expected(), inParts.results(parts));
      comparison.same(question.expected(), question.on(trial.sample().withEmptyBatches()).run());
    }
    for (Indicator indicator : trial.indicators()) {
      if (indicator instanceof Measure measure && measure.aggregate() instanceof Aggregate.Custom custom) {
        List<Row> rows = trial.portfolio().rows(measure.over()).toList();
        StateLaw.check(indicator.code(), custom.accumulator(), rows, comparison);
      }
    }
  }

  static void split(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    for (Trial.Question question : trial.questions()) {
      comparison.same(question.expected(), question.on(trial.sample().inBatches(2)).run());
      comparison.same(question.expected(), question.on(trial.sample().inBatches(MOST_PARTS)).run());
    }
  }
}
