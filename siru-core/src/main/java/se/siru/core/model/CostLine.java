package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * Money of a work package by partner and category: what a decision budgets for it, or what it came to. It never enters an
 * enterprise indicator.
 */
@Provided(since = "0.1.0")
public final class CostLine {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("cost-line", "cost-lines")
          .labelled("Kostnadsrad", "Cost line")
          .documented(
              "Medel för ett arbetspaket per partner och kategori: det som ett beslut budgeterar, eller utfallet.",
              "Money of a work package by partner and category: what a decision budgets, or what it came to.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The work package, or a node above it; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The decision whose budget it is. */
  public static final Field<String> DECISION = ReportingPeriod.decision(DESCRIPTION);

  /** The partner that has the cost. */
  public static final Field<String> PARTNER =
      DESCRIPTION.reference("partner", "stakeholder")
          .labelled("Partner", "Partner")
          .documented("Partnern som har kostnaden.", "The partner that has the cost.")
          .add();

  /** What is paid for. */
  public static final Field<String> CATEGORY =
      DESCRIPTION.code("category", "cost-categories")
          .labelled("Kostnadsslag", "Category")
          .documented("Vad medlen går till.", "What is paid for.")
          .add();

  /** What the decision budgets. */
  public static final Field<Money> BUDGET =
      DESCRIPTION.money("budget")
          .labelled("Budget", "Budget")
          .documented(
              "Budgeterat belopp i portföljens valuta; gäller tills en ändring anger ny budget.",
              "The budgeted amount in the portfolio's currency; it applies until an amendment states a new budget.")
          .add();

  /** What it came to. */
  public static final Field<Money> OUTCOME =
      DESCRIPTION.money("outcome")
          .labelled("Utfall", "Outcome")
          .documented(
              "Faktisk kostnad i portföljens valuta, oavsett vilket beslut som gäller.",
              "The actual cost in the portfolio's currency, whatever decision applies.")
          .add();

  /** The reporting period that the outcome is reported in. */
  public static final Field<String> PERIOD =
      DESCRIPTION.reference("period", "reporting-period")
          .labelled("Rapporteringsperiod", "Reporting period")
          .documented("Perioden som utfallet redovisas i.", "The reporting period that the outcome is reported in.")
          .add();

  /** Who else than the fund pays; empty is the fund's part. */
  public static final Field<String> COFINANCING =
      DESCRIPTION.code("co-financing", "funding-sources")
          .labelled("Medfinansieringskälla", "Co-financing source")
          .documented(
              "Offentlig eller privat medfinansiering av raden; tom eller EU är fondens del.",
              "Public or private co-financing of the line; empty or EU is the fund's part.")
          .add();

  /** Cash or in kind. */
  public static final Field<String> FORM =
      DESCRIPTION.code("form", "funding-forms")
          .labelled("Form", "Form")
          .documented("Kontant eller in natura.", "Cash or in kind.")
          .add();

  /** The day on which the cost counts. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented(
              "Dagen då kostnaden räknas; tom räknas den i sin rapporteringsperiod.",
              "The day on which the cost counts; where it is empty, the reporting period says.")
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("work-package", NODE.path(), "work-package")
          .dimension("partner", PARTNER.path())
          .dimension("cost-category", CATEGORY.path())
          .dimension("funding-source", COFINANCING.path())
          .dimension("funding-form", FORM.path())
          .dimension("sector", FieldPath.of(PARTNER, Stakeholder.SECTOR))
          .regions(FieldPath.of(NODE, ProgrammeNode.REGIONS))
          .build();

  private CostLine() {}
}
