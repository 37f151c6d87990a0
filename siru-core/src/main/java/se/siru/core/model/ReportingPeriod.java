package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/** A period that a decision says is to be reported on. */
@Provided(since = "0.1.0")
public final class ReportingPeriod {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.entity("reporting-period", "reporting-periods")
          .labelled("Rapporteringsperiod", "Reporting period")
          .documented(
              "En period som ska rapporteras enligt ett beslut.",
              "A period that a decision says is to be reported on.");

  /** Unique in its record type; what people call it, for example P3, in every version. */
  public static final Field<String> ID =
      DESCRIPTION.id()
          .documented(
              "Unik i sin posttyp, det perioden kallas, till exempel P3; samma i varje version.",
              "Unique in its record type, what the period is called, for example P3; the same in every version.")
          .add();

  /** First day on which this version of the record is valid; empty means from the beginning. */
  public static final Field<LocalDate> VALID_FROM = DESCRIPTION.validFrom().add();

  /** The decision that states it. */
  public static final Field<String> DECISION = decision(DESCRIPTION);

  /** Its number among the reporting periods of the operation, from 1. */
  public static final Field<Long> NUMBER =
      DESCRIPTION.integer("number")
          .least(0)
          .labelled("Nummer", "Number")
          .documented(
              "Nummer bland insatsens rapporteringsperioder, från 1.",
              "Its number among the reporting periods of the operation, from 1.")
          .required()
          .add();

  /** First day. */
  public static final Field<LocalDate> START =
      DESCRIPTION.start()
          .documented("Första dag.", "First day.")
          .required()
          .add();

  /** Last day, inclusive. */
  public static final Field<LocalDate> END =
      DESCRIPTION.end()
          .documented("Sista dag, inklusive.", "Last day, inclusive.")
          .required()
          .add();

  /** The day by which the report is to be in. */
  public static final Field<LocalDate> DUE =
      DESCRIPTION.date("due")
          .labelled("Rapport senast", "Report due")
          .documented("Dagen då rapporten senast ska lämnas.", "The day by which the report is to be in.")
          .add();

  /** The record type. */
  public static final RecordType TYPE = DESCRIPTION.build();

  private ReportingPeriod() {}

  /** The decision that states a line of a plan. */
  static Field<String> decision(RecordType.Builder description) {
    return description.reference("decision", "decision")
        .labelled("Beslut", "Decision")
        .documented(
            "Beslutet som anger raden; utan beslut gäller den alltid.",
            "The decision that states the line; without one, it always applies.")
        .add();
  }
}
