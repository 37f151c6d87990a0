package se.siru.core.plugin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Finding;
import se.siru.core.indicator.Indicator;
import se.siru.core.isolation.EvaluationAnswer;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

/** Results of a plugin's process as the answer to who asked for them. */
final class AnswerOf {
  /** What only a caution of a function is filled in with: the indicator, and the cell that it is about. */
  private static final Set<String> CAUTION = Set.of("indicator", "cell");

  /** What only the failure of code is filled in with. */
  private static final Set<String> FAILURE = Set.of("indicator", "reason", "reason-sv");

  private AnswerOf() {}

  static EvaluationAnswer results(Results results) {
    Map<String, Map<Map<String, String>, Map<TimePeriod, EvaluationAnswer.Cell>>> rows = new HashMap<>();
    for (Cell cell : (Iterable<Cell>) results.cells()::iterator) {
      rows.computeIfAbsent(cell.indicator().id(), id -> new LinkedHashMap<>())
          .computeIfAbsent(cell.codes(), codes -> new LinkedHashMap<>())
          .putIfAbsent(cell.period(), new EvaluationAnswer.Cell(cell.value(), cell.records(), cell.unknown()));
    }
    Map<String, EvaluationAnswer.OfMeasure> measures = new HashMap<>();
    for (Indicator indicator : results.indicators()) {
      List<EvaluationAnswer.Row> own =
          rows.getOrDefault(indicator.id(), Map.of()).entrySet().stream()
              .map(row -> new EvaluationAnswer.Row(row.getKey(), List.copyOf(row.getValue().values())))
              .toList();
      measures.put(indicator.id(), new EvaluationAnswer.OfMeasure(failure(results, indicator), own, cautions(results, indicator)));
    }
    return new EvaluationAnswer(null, measures);
  }

  /** The reason as the cells have it; a finding may have cut it short. */
  private static @Nullable String failure(Results results, Indicator indicator) {
    boolean failed =
        results.findings().stream().anyMatch(finding -> isOf(finding, indicator) && finding.arguments().keySet().equals(FAILURE));
    return failed
        ? results.cells()
            .filter(cell -> cell.indicator().id().equals(indicator.id()))
            .map(cell -> cell.value() instanceof Value.Absent absent ? absent.note().in("en") : "")
            .findFirst()
            .orElse("")
        : null;
  }

  private static List<EvaluationAnswer.Caution> cautions(Results results, Indicator indicator) {
    return results.findings().stream()
        .filter(finding -> isOf(finding, indicator) && finding.arguments().keySet().equals(CAUTION))
        .map(finding -> new EvaluationAnswer.Caution(finding.rule(), String.valueOf(finding.arguments().get("cell"))))
        .toList();
  }

  private static boolean isOf(Finding finding, Indicator indicator) {
    return finding.origin().source().equals(indicator.id());
  }
}
