package se.siru.core.intake;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;

/** What is wrong with one row. */
final class RowProblems {
  private final SourceRow row;
  private final List<Finding> found = new ArrayList<>();

  RowProblems(SourceRow row) {
    this.row = row;
  }

  Origin origin() {
    return row.origin();
  }

  /** Adds a problem of a column; the empty label means the whole row. */
  void add(Rule rule, String label, String... namesAndValues) {
    found.add(Finding.of(rule, label.isEmpty() ? origin() : origin().at(row.place(label)), namesAndValues));
  }

  List<Finding> found() {
    return found;
  }
}
