package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import se.siru.core.stability.Provided;

/** Something the programme arranged: a workshop, network meeting, dialogue forum, advice session. */
@Provided(since = "0.1.0")
public final class Activity {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.entity("activity", "activities")
          .labelled("Aktivitet", "Activity")
          .documented(
              "Något som programmet ordnade: processledning, nätverksträff, dialogforum, rådgivning.",
              "Something the programme arranged: a workshop, network meeting, dialogue forum, advice session.");

  /** Unique in its record type. */
  public static final Field<String> ID = DESCRIPTION.id().add();

  /** First day on which this version of the record is valid; empty means from the beginning. */
  public static final Field<LocalDate> VALID_FROM = DESCRIPTION.validFrom().add();

  /** What people read. */
  public static final Field<String> NAME =
      DESCRIPTION.text("name")
          .labelled("Namn", "Name")
          .documented("Vad människor läser.", "What people read.")
          .add();

  /** What sort of activity it was, for example a network meeting or advice. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "activity-kinds")
          .labelled("Slag", "Kind")
          .documented(
              "Vad för slags aktivitet det var, till exempel nätverksträff eller rådgivning.",
              "What sort of activity it was, for example a network meeting or advice.")
          .add();

  /** On site, digital or hybrid. */
  public static final Field<String> MODE =
      DESCRIPTION.code("mode", "activity-modes")
          .labelled("Form", "Mode")
          .documented("På plats, digitalt eller hybrid.", "On site, digital or hybrid.")
          .add();

  /** Planned, held or cancelled. */
  public static final Field<String> STATUS =
      DESCRIPTION.code("status", "activity-statuses")
          .labelled("Status", "Status")
          .documented("Planerad, genomförd eller inställd.", "Planned, held or cancelled.")
          .add();

  /** First day; empty is open. */
  public static final Field<LocalDate> START = DESCRIPTION.start().add();

  /** Last day, inclusive; empty is open. */
  public static final Field<LocalDate> END = DESCRIPTION.end().add();

  /** Counties or municipalities that the record concerns. */
  public static final Field<List<String>> REGIONS = SharedFields.regions(DESCRIPTION);

  /** Societal challenges that the activity is about. */
  public static final Field<List<String>> CHALLENGES =
      DESCRIPTION.codes("challenges", "challenges")
          .labelled("Samhällsutmaningar", "Challenges")
          .documented("Samhällsutmaningar som aktiviteten gäller.", "Societal challenges that the activity is about.")
          .add();

  /** Whether anybody may come. */
  public static final Field<String> OPEN =
      DESCRIPTION.code("open", "yes-no")
          .labelled("Öppen för alla", "Open to the public")
          .documented("Om vem som helst får komma.", "Whether anybody may come.")
          .add();

  /** Stakeholders that arranged the activity. */
  public static final Field<List<String>> ORGANISERS =
      DESCRIPTION.references("organisers", "stakeholder")
          .labelled("Arrangörer", "Organisers")
          .documented("Aktörer som ordnade aktiviteten.", "Stakeholders that arranged the activity.")
          .add();

  /** The part of the programme that the activity belongs to. */
  public static final Field<String> PROGRAMME_PART =
      DESCRIPTION.code("programme-part", "programme-parts")
          .labelled("Programdel", "Programme part")
          .documented(
              "Vilken del av programmet som aktiviteten hör till.",
              "The part of the programme that the activity belongs to.")
          .add();

  /** Hours for each organisation taking part. */
  public static final Field<BigDecimal> DURATION_HOURS =
      DESCRIPTION.decimal("duration-hours", 4)
          .labelled("Längd i timmar", "Duration in hours")
          .documented("Timmar per deltagande organisation.", "Hours for each organisation taking part.")
          .least(0)
          .most(10_000)
          .add();

  /** Where stated, attendance yields support of the duration for each represented unit. */
  public static final Field<String> SUPPORT_KIND =
      DESCRIPTION.code("support-kind", "support-kinds")
          .labelled("Stödform", "Support kind")
          .documented(
              "Om ifylld ger deltagande stöd av aktivitetens längd per representerad enhet.",
              "Where stated, attendance yields support of the duration for each represented unit.")
          .add();

  /** The skill that is trained. */
  public static final Field<String> SKILL =
      DESCRIPTION.code("skill", "skills")
          .labelled("Kompetens", "Skill")
          .documented("Kompetensen som tränas.", "The skill that is trained.")
          .add();

  /** Tools that were used, for example in a process workshop. */
  public static final Field<List<String>> TOOLS =
      DESCRIPTION.references("tools", "output")
          .labelled("Verktyg", "Tools")
          .documented(
              "Verktyg som användes, till exempel i en processverkstad.",
              "Tools that were used, for example in a process workshop.")
          .add();

  /** The activity that gave rise to this one. */
  public static final Field<String> AROSE_FROM_ACTIVITY =
      DESCRIPTION.reference("arose-from-activity", "activity")
          .labelled("Uppstod ur aktivitet", "Arose from activity")
          .documented("Aktiviteten som gav upphov till den här.", "The activity that gave rise to this one.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("activity-kind", KIND.path())
          .dimension("mode", MODE.path())
          .dimension("status", STATUS.path())
          .dimension("programme-part", PROGRAMME_PART.path())
          .dimension("challenge", CHALLENGES.path())
          .dimension("open", OPEN.path())
          .dimension("skill", SKILL.path())
          .regions(REGIONS.path())
          .dimension("organiser-sector", FieldPath.of(ORGANISERS, Stakeholder.SECTOR))
          .build();

  private Activity() {}
}
