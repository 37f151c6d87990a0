package se.siru.core.portfolio;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;

/** Puts findings into a collector; once that keeps no more of a severity, it is only told to count. */
final class Report {
  private final Findings findings;
  private final Map<Rule, Finding> latest = new HashMap<>();

  Report(Findings findings) {
    this.findings = findings;
  }

  /** The arguments of a finding, worked out only where it is kept. */
  interface Arguments {
    String[] namesAndValues();
  }

  void add(Rule rule, BatchBuilder batch, int row, @Nullable String column, Arguments arguments) {
    Finding counted = findings.count(rule.severity()) < Findings.MOST_PER_SEVERITY ? null : latest.get(rule);
    if (counted == null) {
      Origin origin = batch.origin(row);
      counted = Finding.of(rule, column == null ? origin : origin.at(column), arguments.namesAndValues());
      latest.put(rule, counted);
    }
    findings.add(counted);
  }

  void add(Rule rule, Origin origin, String... namesAndValues) {
    findings.add(rule, origin, namesAndValues);
  }
}
