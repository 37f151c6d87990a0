package se.siru.core.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.model.Agreement;
import se.siru.core.model.Contribution;
import se.siru.core.model.Employment;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Evidence;
import se.siru.core.model.Field;
import se.siru.core.model.Output;
import se.siru.core.model.Row;
import se.siru.core.model.SroiLine;
import se.siru.core.model.Uptake;
import se.siru.core.vocabulary.Codelist;

/** Checks between the fields of one record, of types that are few enough to be read row by row. */
final class RecordChecks {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final Portfolio portfolio;
  private final Findings findings;

  private RecordChecks(Portfolio portfolio, Findings findings) {
    this.portfolio = portfolio;
    this.findings = findings;
  }

  /** All checks of this kind, and those of records beside each other. */
  static void check(Portfolio portfolio, Findings findings) {
    new RecordChecks(portfolio, findings).check();
    new SubjectChecks(portfolio, findings).check();
    new AssessmentChecks(portfolio, findings).check();
    new PracticeChecks(portfolio, findings).check();
    new CoverageChecks(portfolio, findings).check();
    new AgreementChecks(portfolio, findings).check();
    new StateAidChecks(portfolio, findings).check();
  }

  private void check() {
    SourcedRow.of(portfolio, Uptake.TYPE).forEach(line -> checkOneOf(line, Uptake.OUTPUT, Uptake.INITIATIVE));
    SourcedRow.of(portfolio, Contribution.TYPE)
        .forEach(line -> checkOneOf(line, Contribution.SDG, Contribution.CRITERION, Contribution.STRATEGY));
    SourcedRow.of(portfolio, SroiLine.TYPE).forEach(line -> checkOneOf(line, SroiLine.QUANTITY, SroiLine.INPUT));
    SourcedRow.of(portfolio, Enrolment.TYPE).forEach(this::checkEnrolment);
    SourcedRow.of(portfolio, Employment.TYPE)
        .forEach(line -> checkParts(line, Employment.FTE, Employment.FTE_WOMEN, Employment.FTE_MEN));
    SourcedRow.of(portfolio, Agreement.TYPE).forEach(this::checkCriteria);
    SourcedRow.of(portfolio, Evidence.TYPE).forEach(this::checkHash);
    SourcedRow.of(portfolio, Output.TYPE).forEach(this::checkStudy);
  }

  private void checkOneOf(SourcedRow line, Field<?>... fields) {
    List<String> names = new ArrayList<>();
    int stated = 0;
    for (Field<?> field : fields) {
      names.add(field.name());
      stated += line.row().get(field) == null ? 0 : 1;
    }
    if (stated != 1) {
      findings.add(
          RecordRules.NOT_ONE_OF,
          line.origin().at(names.get(0)),
          "fields", String.join(", ", names), "count", Integer.toString(stated));
    }
  }

  private void checkEnrolment(SourcedRow line) {
    checkParts(line, Enrolment.HEADS, Enrolment.WOMEN, Enrolment.MEN);
    Long heads = line.row().get(Enrolment.HEADS);
    if (heads != null && heads > 1 && line.row().get(Enrolment.PERSON) != null) {
      findings.add(PortfolioRules.PERSON_WITH_HEADS, line.origin().at(Enrolment.HEADS.name()), "heads", heads.toString());
    }
    for (Field<Long> field : List.of(Enrolment.DISABILITY, Enrolment.MINORITY)) {
      Long value = line.row().get(field);
      if (value != null && line.row().get(Enrolment.PERSON) != null) {
        findings.add(RecordRules.SENSITIVE_OF_PERSON, line.origin().at(field.name()), "field", field.name());
      }
      checkPart(line, field.name(), value, Enrolment.HEADS);
    }
  }

  private void checkParts(SourcedRow line, Field<? extends Number> whole, Field<? extends Number> women, Field<? extends Number> men) {
    Number all = line.row().get(whole);
    Number someWomen = line.row().get(women);
    Number someMen = line.row().get(men);
    if (all == null || (someWomen == null && someMen == null)) {
      return;
    }
    BigDecimal known = decimal(someWomen).add(decimal(someMen));
    if (known.compareTo(decimal(all)) > 0) {
      findings.add(
          PortfolioRules.HEADS,
          line.origin().at(whole.name()),
          "value", known.toPlainString(), "field", whole.name(), "whole", decimal(all).toPlainString());
    }
  }

  private void checkPart(SourcedRow line, String name, @Nullable Number part, Field<? extends Number> wholeField) {
    Number whole = line.row().get(wholeField);
    if (part != null && whole != null && decimal(part).compareTo(decimal(whole)) > 0) {
      findings.add(
          RecordRules.PART_EXCEEDS_WHOLE,
          line.origin().at(name),
          "field", name, "value", part.toString(), "whole-field", wholeField.name(), "whole", whole.toString());
    }
  }

  private static BigDecimal decimal(@Nullable Number number) {
    return number == null ? BigDecimal.ZERO : new BigDecimal(number.toString()).stripTrailingZeros();
  }

  private void checkCriteria(SourcedRow line) {
    List<String> unmet = Objects.requireNonNull(line.row().get(Agreement.CRITERIA_UNMET));
    for (String criterion : Objects.requireNonNull(line.row().get(Agreement.CRITERIA_MET))) {
      if (unmet.contains(criterion)) {
        findings.add(
            RecordRules.MET_AND_UNMET, line.origin().at(Agreement.CRITERIA_UNMET.name()), "value", criterion);
      }
    }
  }

  private void checkHash(SourcedRow line) {
    String hash = line.row().get(Evidence.HASH);
    if (hash != null && !SHA_256.matcher(hash).matches()) {
      findings.add(RecordRules.NOT_A_HASH, line.origin().at(Evidence.HASH.name()), "value", hash);
    }
  }

  private void checkStudy(SourcedRow line) {
    String id = line.row().get(Output.STUDY);
    Row study = id == null ? null : portfolio.find(Output.TYPE, id).orElse(null);
    String kind = study == null ? null : study.get(Output.KIND);
    Codelist kinds = portfolio.schema().codelist(Output.KIND);
    int studies = kinds.position("study");
    if (id != null && kind != null && studies >= 0 && !kinds.isWithin(kinds.position(kind), studies)) {
      findings.add(RecordRules.NOT_A_STUDY, line.origin().at(Output.STUDY.name()), "value", id, "kind", kind);
    }
  }
}
