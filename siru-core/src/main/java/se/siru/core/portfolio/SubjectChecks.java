package se.siru.core.portfolio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import se.siru.core.finding.Findings;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;

/** Checks that records which are about records of any type name one that the portfolio holds. */
final class SubjectChecks {
  private final Portfolio portfolio;
  private final Findings findings;
  private final Map<String, Set<String>> idsOfFacts = new HashMap<>();

  SubjectChecks(Portfolio portfolio, Findings findings) {
    this.portfolio = portfolio;
    this.findings = findings;
  }

  void check() {
    for (RecordType type : portfolio.schema().types()) {
      type.field(FieldRole.SUBJECT).ifPresent(subject ->
          SourcedRow.of(portfolio, type).forEach(line -> check(line, type.field(FieldRole.SUBJECT_TYPE).orElseThrow(), subject)));
    }
  }

  private void check(SourcedRow line, Field<?> typeField, Field<?> idField) {
    String typeName = String.valueOf(line.row().get(typeField));
    String id = String.valueOf(line.row().get(idField));
    RecordType type = portfolio.schema().find(typeName).filter(found -> found.field(FieldRole.ID).isPresent()).orElse(null);
    if (type == null) {
      findings.add(RecordRules.SUBJECT_WITHOUT_ID, line.origin().at(typeField.name()), "value", typeName);
    } else if (!holds(type, id)) {
      String nearest = type.isEntity() ? References.nearest(id, portfolio.star().index(type.name())) : "–";
      findings.add(
          PortfolioRules.DANGLING_REFERENCE,
          line.origin().at(idField.name()),
          "type", typeName, "value", id, "nearest", nearest);
    }
  }

  private boolean holds(RecordType type, String id) {
    if (type.isEntity()) {
      return portfolio.find(type, id).isPresent();
    }
    return idsOfFacts.computeIfAbsent(type.name(), name -> ids(type)).contains(IdDictionary.nfc(id));
  }

  private Set<String> ids(RecordType type) {
    Set<String> ids = new HashSet<>();
    portfolio.rows(type).map(Row::id).forEach(id -> id.ifPresent(known -> ids.add(IdDictionary.nfc(known))));
    return ids;
  }
}
