package se.siru.core.intake;

import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;

/** Leaves out rows that are no records, such as totals, and tells how many. */
final class RowFilter {
  private final RecordMapping.@Nullable When stopAt;
  private final RecordMapping.@Nullable When skipWhere;
  private @Nullable Origin stopped;
  private long below;
  private long skipped;

  RowFilter(SourceMapping mapping) {
    this.stopAt = mapping.stopAt;
    this.skipWhere = mapping.skipWhere;
  }

  /** True where a row is to be read. */
  boolean takes(SourceRow row) {
    if (stopped != null) {
      below++;
      return false;
    }
    if (stopAt != null && stopAt.holds(row)) {
      stopped = row.origin();
      return false;
    }
    if (skipWhere != null && skipWhere.holds(row)) {
      skipped++;
      return false;
    }
    return true;
  }

  /** Tells what was left out. */
  void finish(String source, Findings findings) {
    if (stopped != null && below > 0) {
      findings.add(ReadingRules.STOPPED, stopped, "below", Long.toString(below));
    }
    if (skipped > 0) {
      findings.add(ReadingRules.SKIPPED, Origin.of(source), "count", Long.toString(skipped));
    }
  }
}
