package se.siru.example.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.JavaSparkContext;
import se.siru.core.Siru;
import se.siru.core.evaluation.EvaluationInParts;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Periods;
import se.siru.core.portfolio.Portfolio;

/**
 * One evaluation inside Apache Spark. Each executor reads the portfolio once; a task reads a range of its records, states travel and merge
 * as bytes, and the driver makes results of the last one.
 *
 * @param portfolio a folder that every executor reaches
 * @param indicators ids, codes and globs
 */
record SparkEvaluation(String portfolio, List<String> indicators, String periods, List<String> breakdowns) implements Serializable {
  private static final Map<SparkEvaluation, EvaluationInParts> OF_THIS_EXECUTOR = new ConcurrentHashMap<>();

  /** The records from one position in their batch up to another. */
  private record Range(int from, int until) implements Serializable {}

  Results run(JavaSparkContext spark, int recordsOfTask) {
    EvaluationInParts parts = here();
    List<Range> ranges = new ArrayList<>();
    for (int from = 0; from == 0 || from < parts.longestBatch(); from += recordsOfTask) {
      ranges.add(new Range(from, Math.addExact(from, recordsOfTask)));
    }
    byte[] all =
        spark
            .parallelize(ranges, ranges.size())
            .map(range -> here().part(range.from, range.until).toBytes())
            .treeReduce((first, second) -> here().merge(here().part(first), here().part(second)).toBytes());
    return parts.results(List.of(parts.part(all)));
  }

  /** Tasks of one process share the portfolio and the plan. */
  private EvaluationInParts here() {
    return OF_THIS_EXECUTOR.computeIfAbsent(this, SparkEvaluation::read);
  }

  private static EvaluationInParts read(SparkEvaluation asked) {
    Siru siru = Siru.load();
    Portfolio portfolio = siru.read(Path.of(asked.portfolio));
    return siru.evaluate(portfolio)
        .indicators(asked.indicators.toArray(String[]::new))
        .periods(Periods.parse(asked.periods))
        .by(asked.breakdowns.toArray(String[]::new))
        .inParts();
  }
}
