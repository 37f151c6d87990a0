package se.siru.example.xlsx;

import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;

/** Ends the reading of a workbook with the reason. */
final class BadWorkbook extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  BadWorkbook(Rule rule, Origin origin, String... namesAndValues) {
    super(rule.id(), null, false, false);
    this.finding = Finding.of(rule, origin, namesAndValues);
  }

  Finding finding() {
    return finding;
  }
}
