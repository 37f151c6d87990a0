package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.finding.Severity;

/**
 * What was found about the records of one part, before anybody knows which source the part is of and what was found about the parts
 * before it. As many are kept as could be told of one part alone; the rest is counted. Not thread-safe.
 */
final class PartReport implements RecordReport {
  private final List<Found> kept = new ArrayList<>();
  private final Map<Severity, Integer> counts = new HashMap<>();
  private final Map<Rule, Rest> rest = new LinkedHashMap<>();
  private int rowsBefore;

  /** One finding to be. */
  private record Found(Rule rule, int sourceRow, @Nullable String column, Arguments arguments) {
    void into(Report report, String source, int rowsBefore, long times) {
      report.add(rule, () -> Origin.of(source, (long) sourceRow + rowsBefore), column, arguments, times);
    }
  }

  /** Findings beyond those that are kept: one of them, and how many there are. */
  private static final class Rest {
    private final Found one;
    private long count;

    Rest(Found one) {
      this.one = one;
    }
  }

  @Override
  public void add(Rule rule, BatchBuilder batch, int row, @Nullable String column, Arguments arguments) {
    if (counts.merge(rule.severity(), 1, (before, one) -> Math.min(Findings.MOST_PER_SEVERITY + 1, before + one))
        <= Findings.MOST_PER_SEVERITY) {
      kept.add(new Found(rule, batch.sourceRow(row), column, arguments));
    } else {
      rest.computeIfAbsent(rule, key -> new Rest(new Found(rule, batch.sourceRow(row), column, arguments))).count++;
    }
  }

  /** Says how many rows of the source come before those that the records' rows were counted from. */
  void follow(int rows) {
    rowsBefore = rows;
  }

  /** Tells all of it; the rest comes after what is kept, and there is no room for it then. */
  void into(Report report, String source) {
    kept.forEach(found -> found.into(report, source, rowsBefore, 1));
    rest.values().forEach(more -> more.one.into(report, source, rowsBefore, more.count));
  }
}
