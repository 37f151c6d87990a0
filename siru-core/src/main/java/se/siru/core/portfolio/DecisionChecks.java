package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Decision;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;

/** Checks of decisions beside each other: amendments that compete or come too early, reporting periods that overlap. */
final class DecisionChecks {
  private final Portfolio portfolio;
  private final Findings findings;

  DecisionChecks(Portfolio portfolio, Findings findings) {
    this.portfolio = portfolio;
    this.findings = findings;
  }

  void check() {
    checkAmendments();
    SourcedRow.of(portfolio, ReportingPeriod.TYPE)
        .collect(Collectors.groupingBy(line -> line.row().find(ReportingPeriod.DECISION).orElse("")))
        .values()
        .forEach(this::checkPeriods);
  }

  private void checkAmendments() {
    List<SourcedRow> decisions = SourcedRow.of(portfolio, Decision.TYPE).toList();
    Map<String, Row> byId =
        decisions.stream()
            .map(SourcedRow::row)
            .collect(Collectors.toMap(row -> row.id().orElseThrow(), Function.identity(), (older, newer) -> newer));
    Map<String, String> amendedBy = new HashMap<>();
    for (SourcedRow line : decisions) {
      String id = line.row().id().orElseThrow();
      String superseded = line.row().get(Decision.SUPERSEDES);
      Row before = superseded == null ? null : byId.get(superseded);
      if (superseded == null || before == null) {
        continue;
      }
      Origin origin = line.origin().at(Decision.SUPERSEDES.name());
      String other = amendedBy.putIfAbsent(superseded, id);
      if (other != null) {
        findings.add(PortfolioRules.SUPERSEDED_TWICE, origin, "value", superseded, "decision", id, "other", other);
      }
      LocalDate date = line.row().get(Decision.DATE);
      LocalDate dateBefore = before.get(Decision.DATE);
      if (date != null && dateBefore != null && date.isBefore(dateBefore)) {
        findings.add(
            PortfolioRules.AMENDED_BEFORE, origin,
            "decision", id, "date", date.toString(), "other", superseded, "other-date", dateBefore.toString());
      }
    }
  }

  /** In order of their days, each is held against the one before it that ends last; versions of one take each other's place. */
  private void checkPeriods(List<SourcedRow> ofOneDecision) {
    List<SourcedRow> inOrder =
        ofOneDecision.stream()
            .filter(line -> isStated(line.row()))
            .sorted(Comparator.comparing((SourcedRow line) -> start(line.row())))
            .toList();
    Row latest = null;
    for (SourcedRow line : inOrder) {
      Row row = line.row();
      if (latest != null && !row.id().equals(latest.id()) && !start(row).isAfter(end(latest))) {
        findings.add(
            PortfolioRules.REPORTING_PERIODS_OVERLAP,
            line.origin().at(ReportingPeriod.START.name()),
            "value", row.id().orElseThrow(), "other", latest.id().orElseThrow());
      }
      if (latest == null || end(row).isAfter(end(latest))) {
        latest = row;
      }
    }
  }

  /** False where a cell that could not be read was to say when a period begins or ends. */
  private static boolean isStated(Row period) {
    return period.get(ReportingPeriod.START) != null && period.get(ReportingPeriod.END) != null;
  }

  private static LocalDate start(Row period) {
    return Objects.requireNonNull(period.get(ReportingPeriod.START));
  }

  private static LocalDate end(Row period) {
    return Objects.requireNonNull(period.get(ReportingPeriod.END));
  }
}
