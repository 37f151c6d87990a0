package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * An answer to an item of an instrument, several equal answers, or how many were asked. The instrument is the code above
 * the item in its list. A row that states how many were invited states no answer, so that both add up.
 */
@Provided(since = "0.1.0")
public final class Assessment {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("assessment", "assessments")
          .labelled("Bedömning", "Assessment")
          .documented(
              "Ett svar på en fråga i ett mätinstrument, flera lika svar, eller hur många som fick frågan.",
              "An answer to an item of an instrument, several equal answers, or how many were asked.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The item; its instrument is the code above it in the list. */
  public static final Field<String> ITEM =
      DESCRIPTION.code("item", "assessment-items")
          .labelled("Fråga", "Item")
          .documented(
              "Frågan; instrumentet är koden ovanför i listan.",
              "The item; its instrument is the code above it in the list.")
          .required()
          .add();

  /** Before, after, before in retrospect, or after 6 or 12 months. */
  public static final Field<String> WAVE =
      DESCRIPTION.code("wave", "assessment-waves")
          .labelled("Mätomgång", "Wave")
          .documented(
              "Före, efter, före i efterhand, eller efter 6 eller 12 månader.",
              "Before, after, before in retrospect, or after 6 or 12 months.")
          .required()
          .add();

  /** The pseudonym of the respondent; needed to compare the same respondents before and after. */
  public static final Field<String> RESPONDENT =
      DESCRIPTION.reference("respondent", "stakeholder")
          .labelled("Svarande", "Respondent")
          .documented(
              "Den svarandes pseudonym; behövs för att jämföra samma svarande före och efter.",
              "The pseudonym of the respondent; needed to compare the same respondents before and after.")
          .add();

  /** The organisation that the answer is about. */
  public static final Field<String> ORGANISATION =
      DESCRIPTION.reference("organisation", "stakeholder")
          .labelled("Organisation", "Organisation")
          .documented("Organisationen som svaret gäller.", "The organisation that the answer is about.")
          .add();

  /** The activity or programme that is assessed. */
  public static final Field<String> ACTIVITY =
      DESCRIPTION.reference("activity", "activity")
          .labelled("Aktivitet", "Activity")
          .documented("Aktiviteten eller programmet som bedöms.", "The activity or programme that is assessed.")
          .add();

  /** The answer on the scale; empty where the item was left out. */
  public static final Field<BigDecimal> VALUE =
      DESCRIPTION.decimal("value", 2)
          .labelled("Svar", "Answer")
          .documented(
              "Svaret på skalan; tomt om frågan hoppades över.",
              "The answer on the scale; empty where the item was left out.")
          .add();

  /** The least value of the scale, for example 1. */
  public static final Field<Long> LEAST =
      DESCRIPTION.integer("least")
          .labelled("Skalans lägsta", "Least of the scale")
          .documented("Skalans lägsta värde, till exempel 1.", "The least value of the scale, for example 1.")
          .least(-1_000_000)
          .most(1_000_000)
          .add();

  /** The greatest value of the scale, for example 5. */
  public static final Field<Long> GREATEST =
      DESCRIPTION.integer("greatest")
          .labelled("Skalans högsta", "Greatest of the scale")
          .documented("Skalans högsta värde, till exempel 5.", "The greatest value of the scale, for example 5.")
          .least(-1_000_000)
          .most(1_000_000)
          .add();

  /** Whether the answer was don’t know; then there is no value. */
  public static final Field<String> DONT_KNOW =
      DESCRIPTION.code("dont-know", "yes-no")
          .labelled("Vet ej", "Don’t know")
          .documented(
              "Om svaret var vet ej; då finns inget värde.",
              "Whether the answer was don’t know; then there is no value.")
          .add();

  /** How many answered just so; empty means one. */
  public static final Field<Long> ANSWERS =
      DESCRIPTION.integer("answers")
          .labelled("Antal lika svar", "Equal answers")
          .documented("Hur många som svarade just så; tom betyder en.", "How many answered just so; empty means one.")
          .least(0)
          .add();

  /** How many were asked the item in the wave; in a row of its own without an answer. */
  public static final Field<Long> INVITED =
      DESCRIPTION.integer("invited")
          .labelled("Tillfrågade", "Invited")
          .documented(
              "Hur många som fick frågan i omgången; på en egen rad utan svar.",
              "How many were asked the item in the wave; in a row of its own without an answer.")
          .least(0)
          .add();

  /** The day of the answer. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Dagen för svaret.", "The day of the answer.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("instrument", ITEM.path(), "instrument")
          .dimension("item", ITEM.path())
          .dimension("wave", WAVE.path())
          .dimension("activity-kind", FieldPath.of(ACTIVITY, Activity.KIND))
          .dimension("gender", FieldPath.of(RESPONDENT, Stakeholder.GENDER))
          .dimension("sector", FieldPath.of(ORGANISATION, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(ORGANISATION, Stakeholder.SIZE))
          .regions(FieldPath.of(ORGANISATION, Stakeholder.REGION))
          .build();

  private Assessment() {}
}
