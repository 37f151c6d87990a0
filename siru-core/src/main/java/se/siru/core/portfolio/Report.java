package se.siru.core.portfolio;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;

/** Puts findings into a collector; once that keeps no more of a severity, it is only told to count. */
final class Report implements RecordReport {
  private final Findings findings;
  private final Map<Rule, Finding> latest = new HashMap<>();

  Report(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void add(Rule rule, BatchBuilder batch, int row, @Nullable String column, Arguments arguments) {
    add(rule, () -> batch.origin(row), column, arguments, 1);
  }

  /** Adds what is found at a place, which is asked for only where the finding is kept; so many times. */
  void add(Rule rule, Supplier<Origin> origin, @Nullable String column, Arguments arguments, long times) {
    for (long i = 0; i < times; i++) {
      Finding counted = findings.count(rule.severity()) < Findings.MOST_PER_SEVERITY ? null : latest.get(rule);
      if (counted == null) {
        Origin place = origin.get();
        counted = Finding.of(rule, column == null ? place : place.at(column), arguments.namesAndValues());
        latest.put(rule, counted);
      }
      findings.add(counted);
    }
  }

  void add(Rule rule, Origin origin, String... namesAndValues) {
    findings.add(rule, origin, namesAndValues);
  }
}
