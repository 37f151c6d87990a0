package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Support given to a final recipient. Funding of the operation itself is {@link Funding}, never support. */
public final class Support {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("support", "support")
          .labelled("Stöd", "Support")
          .documented(
              "Stöd till en slutmottagare. Finansiering av själva insatsen är Finansiering, aldrig stöd.",
              "Support to a final recipient. Funding of the operation itself is Funding, never support.");

  /** Unique in its record type. */
  public static final Field<String> ID =
      DESCRIPTION.id()
          .documented("Unik i sin posttyp.", "Unique in its record type.")
          .add();

  /** Recipient. */
  public static final Field<String> RECIPIENT =
      DESCRIPTION.reference("recipient", "stakeholder")
          .labelled("Mottagare", "Recipient")
          .required()
          .add();

  /** Support kind. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "support-kinds")
          .labelled("Stödform", "Support kind")
          .required()
          .add();

  /** The day on which the support was given or began. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Dagen då stödet gavs eller började.", "The day on which the support was given or began.")
          .add();

  /** The activity at which it was given; keeps attendance from being counted again. */
  public static final Field<String> ACTIVITY =
      DESCRIPTION.reference("activity", "activity")
          .labelled("Aktivitet", "Activity")
          .documented(
              "Aktiviteten som stödet gavs vid; hindrar att närvaron räknas en gång till.",
              "The activity at which it was given; keeps attendance from being counted again.")
          .add();

  /** Hours received. */
  public static final Field<BigDecimal> HOURS =
      DESCRIPTION.decimal("hours", 4)
          .labelled("Mottagna timmar", "Hours received")
          .least(0)
          .most(1_000_000)
          .add();

  /** Time of the adviser; never counted as hours received. */
  public static final Field<BigDecimal> STAFF_HOURS =
      DESCRIPTION.decimal("staff-hours", 4)
          .labelled("Personaltimmar", "Staff hours")
          .documented(
              "Rådgivarens egen tid; räknas aldrig som mottagna timmar.",
              "Time of the adviser; never counted as hours received.")
          .least(0)
          .most(1_000_000)
          .add();

  /** Amount. */
  public static final Field<Money> AMOUNT =
      DESCRIPTION.money("amount")
          .labelled("Belopp", "Amount")
          .add();

  /** Aid basis. */
  public static final Field<String> AID_BASIS =
      DESCRIPTION.code("aid-basis", "aid-bases")
          .labelled("Stödgrund", "Aid basis")
          .add();

  /** Gross grant equivalent. */
  public static final Field<Money> GROSS_GRANT_EQUIVALENT =
      DESCRIPTION.money("gross-grant-equivalent")
          .labelled("Bruttobidragsekvivalent", "Gross grant equivalent")
          .add();

  /** Certificate date. */
  public static final Field<LocalDate> CERTIFICATE_DATE =
      DESCRIPTION.date("certificate-date")
          .labelled("Intygsdatum", "Certificate date")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("support-kind", KIND.path())
          .dimension("aid-basis", AID_BASIS.path())
          .dimension("sector", FieldPath.of(RECIPIENT, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(RECIPIENT, Stakeholder.SIZE))
          .dimension("legal-form", FieldPath.of(RECIPIENT, Stakeholder.LEGAL_FORM))
          .dimension("country", FieldPath.of(RECIPIENT, Stakeholder.COUNTRY))
          .regions(FieldPath.of(RECIPIENT, Stakeholder.REGION))
          .build();

  private Support() {}
}
