package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import se.siru.core.stability.Provided;

/** How many full-time posts an organisation had on a day or at a measurement point. Only filled posts count. */
@Provided(since = "0.1.0")
public final class Employment {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("employment", "employments")
          .labelled("Sysselsättning", "Employment")
          .documented(
              "Hur många heltidstjänster en organisation hade en dag eller vid ett mättillfälle. Bara tillsatta tjänster "
                  + "räknas.",
              "How many full-time posts an organisation had on a day or at a measurement point. Only filled posts count.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The organisation that has the posts. */
  public static final Field<String> ORGANISATION =
      DESCRIPTION.reference("organisation", "stakeholder")
          .labelled("Organisation", "Organisation")
          .documented("Organisationen som har tjänsterna.", "The organisation that has the posts.")
          .required()
          .add();

  /** Before the support or after it, at the end or one year later. */
  public static final Field<String> POINT =
      DESCRIPTION.code("point", "measurement-points")
          .labelled("Mättillfälle", "Measurement point")
          .documented(
              "Före stödet eller efter, vid slutet eller ett år senare.",
              "Before the support or after it, at the end or one year later.")
          .add();

  /** The day that the figure is about. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Dagen som uppgiften gäller.", "The day that the figure is about.")
          .add();

  /** Filled posts in full-time equivalents over a year; empty is unknown. */
  public static final Field<BigDecimal> FTE =
      DESCRIPTION.decimal("fte", 2)
          .labelled("Årsarbetskrafter", "FTE")
          .documented(
              "Tillsatta tjänster i årsarbetskrafter; tomt är okänt.",
              "Filled posts in full-time equivalents over a year; empty is unknown.")
          .least(0)
          .most(10_000_000)
          .add();

  /** Full-time equivalents of women; empty is unknown. */
  public static final Field<BigDecimal> FTE_WOMEN =
      DESCRIPTION.decimal("fte-women", 2)
          .labelled("Varav kvinnor", "Of which women")
          .documented(
              "Årsarbetskrafter som utförs av kvinnor; tomt är okänt.",
              "Full-time equivalents of women; empty is unknown.")
          .least(0)
          .most(10_000_000)
          .add();

  /** Full-time equivalents of men; the rest is unknown. */
  public static final Field<BigDecimal> FTE_MEN =
      DESCRIPTION.decimal("fte-men", 2)
          .labelled("Varav män", "Of which men")
          .documented(
              "Årsarbetskrafter som utförs av män; resten är okänt.",
              "Full-time equivalents of men; the rest is unknown.")
          .least(0)
          .most(10_000_000)
          .add();

  /** Whether the organisation carried on its activity on that day. */
  public static final Field<String> ACTIVE =
      DESCRIPTION.code("active", "yes-no")
          .labelled("Verksam", "Active")
          .documented(
              "Om organisationen bedrev verksamhet den dagen.",
              "Whether the organisation carried on its activity on that day.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("measurement-point", POINT.path())
          .dimension("active", ACTIVE.path())
          .dimension("sector", FieldPath.of(ORGANISATION, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(ORGANISATION, Stakeholder.SIZE))
          .dimension("legal-form", FieldPath.of(ORGANISATION, Stakeholder.LEGAL_FORM))
          .regions(FieldPath.of(ORGANISATION, Stakeholder.REGION))
          .build();

  private Employment() {}
}
