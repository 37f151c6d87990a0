package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * That a person, or a number of persons, took a programme or course, and how it ended. Labour status and age are those
 * at entry. Special categories of personal data are held as counts of unnamed heads only.
 */
@Provided(since = "0.1.0")
public final class Enrolment {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("enrolment", "enrolments")
          .labelled("Inskrivning", "Enrolment")
          .documented(
              "Att en person, eller ett antal personer, gick ett program eller en kurs, och hur det gick.",
              "That a person, or a number of persons, took a programme or course, and how it ended.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The activity that is the programme or course; empty is the operation itself. */
  public static final Field<String> ACTIVITY =
      DESCRIPTION.reference("activity", "activity")
          .labelled("Program eller kurs", "Programme or course")
          .documented(
              "Aktiviteten som är programmet eller kursen; tom gäller insatsen själv.",
              "The activity that is the programme or course; empty is the operation itself.")
          .add();

  /** The pseudonym of the person; empty for a head count. */
  public static final Field<String> PERSON =
      DESCRIPTION.reference("person", "stakeholder")
          .labelled("Person", "Person")
          .documented(
              "Personens pseudonym; tom vid anonym räkning.",
              "The pseudonym of the person; empty for a head count.")
          .add();

  /** The organisation that the person works in at entry. */
  public static final Field<String> ORGANISATION =
      DESCRIPTION.reference("organisation", "stakeholder")
          .labelled("Arbetsgivare", "Employer")
          .documented(
              "Organisationen som personen arbetar i vid starten.",
              "The organisation that the person works in at entry.")
          .add();

  /** Number of persons; empty means one. */
  public static final Field<Long> HEADS = SharedFields.heads(DESCRIPTION);

  /** How many of the heads are women; empty is unknown. */
  public static final Field<Long> WOMEN = SharedFields.women(DESCRIPTION);

  /** Men; the rest of the heads is unknown. */
  public static final Field<Long> MEN = SharedFields.men(DESCRIPTION);

  /** The day on which the person began. */
  public static final Field<LocalDate> START =
      DESCRIPTION.start()
          .labelled("Start", "Start")
          .documented("Dagen då personen började.", "The day on which the person began.")
          .add();

  /** The last day, completed or left; empty is ongoing or unknown. */
  public static final Field<LocalDate> END =
      DESCRIPTION.end()
          .labelled("Slut", "End")
          .documented(
              "Sista dagen, fullföljd eller avbruten; tom pågår eller är okänd.",
              "The last day, completed or left; empty is ongoing or unknown.")
          .add();

  /** Ongoing, completed or left. */
  public static final Field<String> OUTCOME =
      DESCRIPTION.code("outcome", "enrolment-outcomes")
          .labelled("Utfall", "Outcome")
          .documented("Pågår, fullföljt eller avbrutet.", "Ongoing, completed or left.")
          .add();

  /** Why the person left early. */
  public static final Field<String> REASON =
      DESCRIPTION.code("reason", "leaving-reasons")
          .labelled("Orsak till avbrott", "Reason for leaving")
          .documented("Varför personen slutade i förtid.", "Why the person left early.")
          .add();

  /** The skill that the programme gives. */
  public static final Field<String> SKILL =
      DESCRIPTION.code("skill", "skills")
          .labelled("Kompetens", "Skill")
          .documented("Kompetensen som programmet ger.", "The skill that the programme gives.")
          .add();

  /** What was certified after an assessment. */
  public static final Field<String> QUALIFICATION =
      DESCRIPTION.code("qualification", "qualifications")
          .labelled("Kvalifikation", "Qualification")
          .documented("Vad som intygades efter bedömning.", "What was certified after an assessment.")
          .add();

  /** The day on which the qualification was given. */
  public static final Field<LocalDate> QUALIFICATION_DATE =
      DESCRIPTION.date("qualification-date")
          .labelled("Kvalifikation den", "Day of qualification")
          .documented("Dagen då kvalifikationen gavs.", "The day on which the qualification was given.")
          .add();

  /** Labour market status when the person began. */
  public static final Field<String> LABOUR_STATUS =
      DESCRIPTION.code("labour-status", "labour-statuses")
          .labelled("Ställning vid start", "Labour status at entry")
          .documented("Ställning på arbetsmarknaden när personen började.", "Labour market status when the person began.")
          .add();

  /** Age class on the day on which the person began. */
  public static final Field<String> AGE_CLASS =
      DESCRIPTION.code("age-class", "age-classes")
          .labelled("Åldersklass vid start", "Age class at entry")
          .documented("Åldersklass den dag då personen började.", "Age class on the day on which the person began.")
          .add();

  /** Labour market status six months after the last day; may be measured on a sample. */
  public static final Field<String> LABOUR_STATUS_LATER =
      DESCRIPTION.code("labour-status-later", "labour-statuses")
          .labelled("Ställning efter sex månader", "Labour status six months later")
          .documented(
              "Ställning på arbetsmarknaden sex månader efter sista dagen; får mätas i ett urval.",
              "Labour market status six months after the last day; may be measured on a sample.")
          .add();

  /** How many of the heads of a head count. Sensitive, never stated of a person; empty is unknown. */
  public static final Field<Long> DISABILITY =
      DESCRIPTION.integer("disability")
          .labelled("Med funktionsnedsättning", "With a disability")
          .documented(
              "Antal bland personerna i en anonym räkning. Känslig uppgift, får inte anges för en person; tomt är okänt.",
              "How many of the heads of a head count. Sensitive, never stated of a person; empty is unknown.")
          .least(0)
          .most(1_000_000)
          .add();

  /** How many of the heads of a head count. Sensitive, never stated of a person; empty is unknown. */
  public static final Field<Long> MINORITY =
      DESCRIPTION.integer("minority")
          .labelled("Minoriteter", "Minorities")
          .documented(
              "Antal bland personerna i en anonym räkning. Känslig uppgift, får inte anges för en person; tomt är okänt.",
              "How many of the heads of a head count. Sensitive, never stated of a person; empty is unknown.")
          .least(0)
          .most(1_000_000)
          .add();

  /** Whether it is documented that one asked; the data may then be missing. */
  public static final Field<String> SENSITIVE_ASKED =
      DESCRIPTION.code("sensitive-asked", "yes-no")
          .labelled("Känsliga uppgifter efterfrågade", "Sensitive data asked for")
          .documented(
              "Om det är dokumenterat att man frågade; då får uppgifterna saknas.",
              "Whether it is documented that one asked; the data may then be missing.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("outcome", OUTCOME.path())
          .dimension("leaving-reason", REASON.path())
          .dimension("skill", SKILL.path())
          .dimension("qualification", QUALIFICATION.path())
          .dimension("labour-status", LABOUR_STATUS.path())
          .dimension("labour-status-later", LABOUR_STATUS_LATER.path())
          .dimension("age-class", AGE_CLASS.path())
          .dimension("gender", FieldPath.of(PERSON, Stakeholder.GENDER))
          .dimension("activity-kind", FieldPath.of(ACTIVITY, Activity.KIND))
          .dimension("programme-part", FieldPath.of(ACTIVITY, Activity.PROGRAMME_PART))
          .dimension("sector", FieldPath.of(ORGANISATION, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(ORGANISATION, Stakeholder.SIZE))
          .regions(FieldPath.of(ORGANISATION, Stakeholder.REGION))
          .build();

  private Enrolment() {}
}
