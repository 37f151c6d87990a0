package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.List;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.model.Activity;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Stakeholder;

/** Short spellings of records for tests. */
final class Records {
  private Records() {}

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  /** A portfolio with one operation, {@code siru}. */
  static PortfolioBuilder withOperation() {
    return Portfolio.builder().add(node("siru", "operation").build());
  }

  static RowBuilder node(String id, String level) {
    return ProgrammeNode.TYPE.row(id).with(ProgrammeNode.LEVEL, level);
  }

  static RowBuilder organisation(String id) {
    return Stakeholder.TYPE.row(id);
  }

  static RowBuilder version(String id, String validFrom, String sector) {
    return organisation(id)
        .with(Stakeholder.VALID_FROM, validFrom.isEmpty() ? null : day(validFrom))
        .with(Stakeholder.SECTOR, sector);
  }

  static RowBuilder activity(String id, String start) {
    return Activity.TYPE.row(id).with(Activity.START, day(start));
  }

  static RowBuilder participation(String activity, String... organisations) {
    return Participation.TYPE.row()
        .with(Participation.ACTIVITY, activity)
        .with(Participation.ORGANISATIONS, List.of(organisations));
  }

  /** The findings of a rule when a portfolio is built. */
  static List<Finding> findings(PortfolioBuilder builder, Rule rule) {
    Findings findings = new Findings();
    builder.build(findings);
    return findings.list().stream().filter(finding -> finding.rule() == rule).toList();
  }

  /** The only finding of a rule as {@code origin: message}. */
  static String finding(PortfolioBuilder builder, Rule rule) {
    List<Finding> found = findings(builder, rule);
    if (found.size() != 1) {
      throw new AssertionError("not one finding of " + rule + " but " + found);
    }
    return found.get(0).origin() + ": " + found.get(0).message("en");
  }
}
