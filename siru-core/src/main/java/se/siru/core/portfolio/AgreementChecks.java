package se.siru.core.portfolio;

import java.util.Map;
import java.util.TreeMap;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Agreement;

/** Tells of agreements that contradict the law of their day, and of those of which nobody can tell. */
final class AgreementChecks {
  private final Portfolio portfolio;
  private final Findings findings;

  AgreementChecks(Portfolio portfolio, Findings findings) {
    this.portfolio = portfolio;
    this.findings = findings;
  }

  /** What could not be told, by rule and field. */
  private record Open(String rule, String field) implements Comparable<Open> {
    @Override
    public int compareTo(Open other) {
      return (rule + " " + field).compareTo(other.rule + " " + other.field);
    }
  }

  /** How often, and where first. */
  private record Seen(int count, Origin first) {}

  void check() {
    AgreementLaw law = new AgreementLaw(portfolio.schema(), portfolio.currency());
    Map<Open, Seen> open = new TreeMap<>();
    for (Batch batch : portfolio.table(Agreement.TYPE.name()).batches()) {
      for (int row = 0; row < batch.size(); row++) {
        for (Judgement judgement : law.judge(StatedAgreement.of(portfolio.schema(), batch, row))) {
          Origin at = batch.origin(row).at(judgement.field());
          if (judgement.finding() != null) {
            findings.add(judgement.finding(), at, judgement.arguments().toArray(String[]::new));
          } else if (judgement.verdict() == Judgement.Verdict.OPEN) {
            open.merge(
                new Open(judgement.rule(), judgement.field()),
                new Seen(1, at),
                (before, one) -> new Seen(before.count() + 1, before.first()));
          }
        }
      }
    }
    open.forEach(
        (what, seen) ->
            findings.add(
                LawRules.NOT_ASSESSED, seen.first(),
                "count", Integer.toString(seen.count()), "rule", what.rule(), "field", what.field()));
  }
}
