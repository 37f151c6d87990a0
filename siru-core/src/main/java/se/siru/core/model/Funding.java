package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/** Money of the operation itself, from a funder or partner; it never enters an enterprise indicator. */
@Provided(since = "0.1.0")
public final class Funding {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("funding", "funding")
          .labelled("Finansiering", "Funding")
          .documented(
              "Insatsens egna medel, från finansiär eller partner; ingår aldrig i en företagsindikator.",
              "Money of the operation itself, from a funder or partner; never part of an enterprise indicator.");

  /** Unique in its record type. */
  public static final Field<String> ID = DESCRIPTION.id().add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The stakeholder that the money comes from. */
  public static final Field<String> FUNDER =
      DESCRIPTION.reference("funder", "stakeholder")
          .labelled("Finansiär", "Funder")
          .documented("Aktören som medlen kommer från.", "The stakeholder that the money comes from.")
          .add();

  /** Partner that receives or contributes the money. */
  public static final Field<String> PARTNER =
      DESCRIPTION.reference("partner", "stakeholder")
          .labelled("Partner", "Partner")
          .documented(
              "Partner som tar emot medlen eller bidrar.",
              "Partner that receives or contributes the money.")
          .add();

  /** EU, public or private. */
  public static final Field<String> SOURCE =
      DESCRIPTION.code("source", "funding-sources")
          .labelled("Källa", "Source")
          .documented("EU, offentlig eller privat.", "EU, public or private.")
          .add();

  /** Cash or in kind. */
  public static final Field<String> FORM =
      DESCRIPTION.code("form", "funding-forms")
          .labelled("Form", "Form")
          .documented("Kontant eller in natura.", "Cash or in kind.")
          .add();

  /** Decided, claimed, approved or paid. */
  public static final Field<String> STATUS =
      DESCRIPTION.code("status", "funding-statuses")
          .labelled("Status", "Status")
          .documented("Beslutat, begärt, godkänt eller utbetalt.", "Decided, claimed, approved or paid.")
          .required()
          .add();

  /** An amount in the portfolio's currency. */
  public static final Field<Money> AMOUNT =
      DESCRIPTION.money("amount")
          .labelled("Belopp", "Amount")
          .documented("Belopp i portföljens valuta.", "An amount in the portfolio's currency.")
          .required()
          .add();

  /** The day on which the money got its status. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Dagen då medlen fick sin status.", "The day on which the money got its status.")
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("funder", FUNDER.path())
          .dimension("partner", PARTNER.path())
          .dimension("objective", NODE.path(), "objective")
          .dimension("funding-source", SOURCE.path())
          .dimension("funding-form", FORM.path())
          .dimension("funding-status", STATUS.path())
          .dimension("sector", FieldPath.of(PARTNER, Stakeholder.SECTOR))
          .regions(FieldPath.of(NODE, ProgrammeNode.REGIONS))
          .build();

  private Funding() {}
}
