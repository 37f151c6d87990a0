package se.siru.core.intake;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;

/** What is wrong with one row. */
final class RowProblems {
  private final SourceRow row;
  private final RowPrivacy privacy;
  private final List<Finding> found = new ArrayList<>();

  RowProblems(SourceRow row, RowPrivacy privacy) {
    this.row = row;
    this.privacy = privacy;
  }

  Origin origin() {
    return row.origin();
  }

  /** What keeps the row's persons private. */
  RowPrivacy privacy() {
    return privacy;
  }

  /** Adds a problem of a column; the empty label means the whole row. What looks like personal data is masked. */
  void add(Rule rule, String label, String... namesAndValues) {
    String[] shown = namesAndValues.clone();
    for (int i = 1; i < shown.length; i += 2) {
      shown[i] = privacy.masked(shown[i]);
    }
    found.add(Finding.of(rule, label.isEmpty() ? origin() : origin().at(row.place(label)), shown));
  }

  List<Finding> found() {
    return found;
  }
}
