package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import se.siru.core.finding.Findings;
import se.siru.core.model.Coverage;
import se.siru.core.model.Row;

/** Checks that no buyer's register is said to be both complete and incomplete on a day. */
final class CoverageChecks {
  private final Portfolio portfolio;
  private final Findings findings;

  CoverageChecks(Portfolio portfolio, Findings findings) {
    this.portfolio = portfolio;
    this.findings = findings;
  }

  void check() {
    SourcedRow.of(portfolio, Coverage.TYPE)
        .collect(Collectors.groupingBy(line -> String.valueOf(line.row().get(Coverage.BUYER))))
        .forEach(this::checkBuyer);
  }

  private void checkBuyer(String buyer, List<SourcedRow> lines) {
    for (int later = 1; later < lines.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        Row one = lines.get(earlier).row();
        Row other = lines.get(later).row();
        boolean differ = !String.valueOf(one.get(Coverage.COMPLETE)).equals(other.get(Coverage.COMPLETE));
        if (differ && !end(one).isBefore(start(other)) && !end(other).isBefore(start(one))) {
          findings.add(
              RecordRules.COVERAGE_CONTRADICTS,
              lines.get(later).origin().at(Coverage.COMPLETE.name()),
              "value", buyer, "place", lines.get(earlier).origin().toString());
        }
      }
    }
  }

  private static LocalDate start(Row coverage) {
    return coverage.find(Coverage.START).orElse(LocalDate.MIN);
  }

  private static LocalDate end(Row coverage) {
    return coverage.find(Coverage.END).orElse(LocalDate.MAX);
  }
}
