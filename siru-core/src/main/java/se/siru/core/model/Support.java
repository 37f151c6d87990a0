package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import se.siru.core.stability.Provided;

/** Support given to a final recipient. Funding of the operation itself is {@link Funding}, never support. */
@Provided(since = "0.1.0")
public final class Support {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("support", "support")
          .labelled("Stöd", "Support")
          .documented(
              "Stöd till en slutmottagare. Finansiering av själva insatsen är Finansiering, aldrig stöd.",
              "Support to a final recipient. Funding of the operation itself is Funding, never support.");

  /** Unique in its record type. */
  public static final Field<String> ID = DESCRIPTION.id().add();

  /** The stakeholder that received the support. */
  public static final Field<String> RECIPIENT =
      DESCRIPTION.reference("recipient", "stakeholder")
          .labelled("Mottagare", "Recipient")
          .documented("Aktören som fick stödet.", "The stakeholder that received the support.")
          .required()
          .add();

  /** Grant, financial instrument or non-financial support, with the forms below each. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "support-kinds")
          .labelled("Stödform", "Support kind")
          .documented(
              "Bidrag, finansieringsinstrument eller icke-ekonomiskt stöd, med underordnade former.",
              "Grant, financial instrument or non-financial support, with the forms below each.")
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

  /** Hours that the recipient received; empty is unknown. */
  public static final Field<BigDecimal> HOURS =
      DESCRIPTION.decimal("hours", 4)
          .labelled("Mottagna timmar", "Hours received")
          .documented(
              "Timmar som mottagaren fick; tomt är okänt.",
              "Hours that the recipient received; empty is unknown.")
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

  /** Amount of the support in the portfolio's currency. */
  public static final Field<Money> AMOUNT =
      DESCRIPTION.money("amount")
          .labelled("Belopp", "Amount")
          .documented("Stödets belopp i portföljens valuta.", "Amount of the support in the portfolio's currency.")
          .add();

  /** Legal ground of state aid, for example de minimis. */
  public static final Field<String> AID_BASIS =
      DESCRIPTION.code("aid-basis", "aid-bases")
          .labelled("Stödgrund", "Aid basis")
          .documented(
              "Rättslig grund för statligt stöd, till exempel stöd av mindre betydelse.",
              "Legal ground of state aid, for example de minimis.")
          .add();

  /** Worth of the support as a grant before tax, in the portfolio's currency. */
  public static final Field<Money> GROSS_GRANT_EQUIVALENT =
      DESCRIPTION.money("gross-grant-equivalent")
          .labelled("Bruttobidragsekvivalent", "Gross grant equivalent")
          .documented(
              "Stödets värde som bidrag före skatt, i portföljens valuta.",
              "Worth of the support as a grant before tax, in the portfolio's currency.")
          .add();

  /** The day on the certificate of the support. */
  public static final Field<LocalDate> CERTIFICATE_DATE =
      DESCRIPTION.date("certificate-date")
          .labelled("Intygsdatum", "Certificate date")
          .documented("Dagen på intyget om stödet.", "The day on the certificate of the support.")
          .add();

  /** The skill that training support is about. */
  public static final Field<String> SKILL =
      DESCRIPTION.code("skill", "skills")
          .labelled("Kompetens", "Skill")
          .documented("Kompetensen som utbildande stöd gäller.", "The skill that training support is about.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("support-kind", KIND.path())
          .dimension("skill", SKILL.path())
          .dimension("aid-basis", AID_BASIS.path())
          .dimension("sector", FieldPath.of(RECIPIENT, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(RECIPIENT, Stakeholder.SIZE))
          .dimension("legal-form", FieldPath.of(RECIPIENT, Stakeholder.LEGAL_FORM))
          .dimension("country", FieldPath.of(RECIPIENT, Stakeholder.COUNTRY))
          .regions(FieldPath.of(RECIPIENT, Stakeholder.REGION))
          .build();

  private Support() {}
}
