package se.siru.core.portfolio;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Assessment;
import se.siru.core.model.Field;
import se.siru.core.model.Row;

/** Checks of answers: on the scale of their item, which has one scale, and apart from how many were invited. */
final class AssessmentChecks {
  private final Portfolio portfolio;
  private final Findings findings;
  private final Map<String, Scale> scales = new HashMap<>();

  AssessmentChecks(Portfolio portfolio, Findings findings) {
    this.portfolio = portfolio;
    this.findings = findings;
  }

  void check() {
    SourcedRow.of(portfolio, Assessment.TYPE).forEach(this::check);
  }

  private void check(SourcedRow line) {
    Row row = line.row();
    boolean unknown = "yes".equals(row.get(Assessment.DONT_KNOW));
    if (row.get(Assessment.VALUE) != null && unknown) {
      report(line, Assessment.VALUE, Assessment.DONT_KNOW);
    }
    if (row.get(Assessment.INVITED) != null && (row.get(Assessment.VALUE) != null || unknown)) {
      report(line, unknown ? Assessment.DONT_KNOW : Assessment.VALUE, Assessment.INVITED);
    }
    Long least = row.get(Assessment.LEAST);
    Long greatest = row.get(Assessment.GREATEST);
    checkValue(line, row.get(Assessment.VALUE), least, greatest);
    if (least != null && greatest != null) {
      checkScale(line, String.valueOf(row.get(Assessment.ITEM)), new Scale(least + "–" + greatest, line.origin()));
    }
  }

  private void report(SourcedRow line, Field<?> field, Field<?> other) {
    findings.add(RecordRules.ANSWER_AND_NOT, line.origin().at(other.name()), "field", field.name(), "other", other.name());
  }

  private void checkValue(SourcedRow line, @Nullable BigDecimal value, @Nullable Long least, @Nullable Long greatest) {
    boolean below = value != null && least != null && value.compareTo(BigDecimal.valueOf(least)) < 0;
    boolean above = value != null && greatest != null && value.compareTo(BigDecimal.valueOf(greatest)) > 0;
    if (value != null && (below || above)) {
      findings.add(
          RecordRules.OUTSIDE_SCALE,
          line.origin().at(Assessment.VALUE.name()),
          "value", value.stripTrailingZeros().toPlainString(),
          "least", least == null ? "" : least.toString(), "greatest", greatest == null ? "" : greatest.toString());
    }
  }

  private void checkScale(SourcedRow line, String item, Scale scale) {
    Scale first = scales.putIfAbsent(item, scale);
    if (first != null && !first.text.equals(scale.text)) {
      findings.add(
          RecordRules.TWO_SCALES,
          line.origin().at(Assessment.LEAST.name()),
          "value", item, "scale", scale.text, "other", first.text, "place", first.origin.toString());
    }
  }

  /** The scale of an item and where it was first stated. */
  private record Scale(String text, Origin origin) {}
}
