package se.siru.core.portfolio;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Practice;

/** Checks of audits of practices: everybody in an audit is held to the same list, and does a thing or does not. */
final class PracticeChecks {
  private final Portfolio portfolio;
  private final Findings findings;

  PracticeChecks(Portfolio portfolio, Findings findings) {
    this.portfolio = portfolio;
    this.findings = findings;
  }

  /** Rows that name no study are one audit. */
  void check() {
    SourcedRow.of(portfolio, Practice.TYPE)
        .collect(Collectors.groupingBy(
            line -> line.row().find(Practice.STUDY).orElse(""), LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(this::checkAudit);
  }

  private void checkAudit(List<SourcedRow> audit) {
    Map<String, Origin> places = new LinkedHashMap<>();
    Map<String, TreeSet<String>> audited = new HashMap<>();
    Map<List<String>, SourcedRow> stated = new HashMap<>();
    TreeSet<String> all = new TreeSet<>();
    for (SourcedRow line : audit) {
      String organisation = String.valueOf(line.row().get(Practice.ORGANISATION));
      String practice = String.valueOf(line.row().get(Practice.PRACTICE));
      places.putIfAbsent(organisation, line.origin());
      audited.computeIfAbsent(organisation, none -> new TreeSet<>()).add(practice);
      all.add(practice);
      String practised = line.row().get(Practice.PRACTISED);
      if (practised != null) {
        String day = String.valueOf(line.row().get(Practice.DATE));
        SourcedRow other = stated.putIfAbsent(List.of(organisation, practice, day), line);
        if (other != null && !practised.equals(other.row().get(Practice.PRACTISED))) {
          findings.add(
              RecordRules.PRACTISED_AND_NOT,
              line.origin().at(Practice.PRACTISED.name()),
              "organisation", organisation, "value", practice, "place", other.origin().toString());
        }
      }
    }
    places.forEach((organisation, origin) -> checkList(organisation, origin, all, audited.getOrDefault(organisation, new TreeSet<>())));
  }

  private void checkList(String organisation, Origin origin, TreeSet<String> all, TreeSet<String> own) {
    TreeSet<String> missing = new TreeSet<>(all);
    missing.removeAll(own);
    if (!missing.isEmpty()) {
      findings.add(
          RecordRules.PRACTICE_NOT_AUDITED,
          origin.at(Practice.PRACTICE.name()),
          "organisation", organisation, "count", Integer.toString(missing.size()), "values", String.join(", ", missing));
    }
  }
}
