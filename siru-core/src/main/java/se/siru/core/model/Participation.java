package se.siru.core.model;

import java.time.LocalDate;
import java.util.List;
import se.siru.core.stability.Provided;

/** One attendance, or an anonymous head count, at an activity. */
@Provided(since = "0.1.0")
public final class Participation {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("participation", "participations")
          .labelled("Deltagande", "Participation")
          .documented(
              "En närvaro, eller en anonym räkning av personer, vid en aktivitet.",
              "One attendance, or an anonymous head count, at an activity.");

  /** The activity that was taken part in. */
  public static final Field<String> ACTIVITY =
      DESCRIPTION.reference("activity", "activity")
          .labelled("Aktivitet", "Activity")
          .documented("Aktiviteten som deltagandet gäller.", "The activity that was taken part in.")
          .required()
          .add();

  /** Empty: the activity's first day. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Tom: aktivitetens första dag.", "Empty: the activity's first day.")
          .add();

  /** The pseudonym of the person; empty for a head count. */
  public static final Field<String> PERSON =
      DESCRIPTION.reference("person", "stakeholder")
          .labelled("Person", "Person")
          .documented(
              "Personens pseudonym; tom vid anonym räkning.",
              "The pseudonym of the person; empty for a head count.")
          .add();

  /** Organisations represented then. */
  public static final Field<List<String>> ORGANISATIONS =
      DESCRIPTION.references("organisations", "stakeholder")
          .labelled("Organisationer", "Organisations")
          .documented("Organisationer som representerades då.", "Organisations represented then.")
          .add();

  /** The text of the source. */
  public static final Field<String> ORGANISATIONS_TEXT =
      DESCRIPTION.text("organisations-text")
          .labelled("Organisationer, källtext", "Organisations as written")
          .documented("Texten i källan.", "The text of the source.")
          .add();

  /**
   * Whether organisations were represented at all. Empty means that they were: those named, or, where none is named, some that
   * are not known.
   */
  public static final Field<String> REPRESENTS =
      DESCRIPTION.code("represents", "representations")
          .labelled("Företräder", "Represents")
          .documented(
              "Om organisationer företräddes alls. Tom: de som nämns, eller okända där inga nämns.",
              "Whether organisations were represented at all. Empty: those named, or unknown ones where none is named.")
          .add();

  /** Number of persons; empty means one. */
  public static final Field<Long> HEADS = SharedFields.heads(DESCRIPTION);

  /** How many of the heads are women; empty is unknown. */
  public static final Field<Long> WOMEN = SharedFields.women(DESCRIPTION);

  /** Men; the rest of the heads is unknown. */
  public static final Field<Long> MEN = SharedFields.men(DESCRIPTION);

  /** Registered, attended or no-show; empty means attended. */
  public static final Field<String> STATUS =
      DESCRIPTION.code("status", "participation-statuses")
          .labelled("Status", "Status")
          .documented(
              "Anmäld, deltog eller uteblev; tom betyder deltog.",
              "Registered, attended or no-show; empty means attended.")
          .add();

  /** On site, digital or hybrid. */
  public static final Field<String> MODE =
      DESCRIPTION.code("mode", "activity-modes")
          .labelled("Form", "Mode")
          .documented("På plats, digitalt eller hybrid.", "On site, digital or hybrid.")
          .add();

  /** Empty means participant. */
  public static final Field<String> ROLE =
      DESCRIPTION.code("role", "participation-roles")
          .labelled("Roll", "Role")
          .documented("Tom betyder deltagare.", "Empty means participant.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("activity-kind", FieldPath.of(ACTIVITY, Activity.KIND))
          .dimension("programme-part", FieldPath.of(ACTIVITY, Activity.PROGRAMME_PART))
          .dimension("mode", MODE.path())
          .dimension("status", STATUS.path())
          .dimension("role", ROLE.path())
          .dimension("represents", REPRESENTS.path())
          .dimension("sector", FieldPath.of(ORGANISATIONS, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(ORGANISATIONS, Stakeholder.SIZE))
          .dimension("legal-form", FieldPath.of(ORGANISATIONS, Stakeholder.LEGAL_FORM))
          .dimension("country", FieldPath.of(ORGANISATIONS, Stakeholder.COUNTRY))
          .dimension("gender", FieldPath.of(PERSON, Stakeholder.GENDER))
          .dimension("age-class", FieldPath.of(PERSON, Stakeholder.AGE_CLASS))
          .regions(FieldPath.of(ORGANISATIONS, Stakeholder.REGION))
          .build();

  private Participation() {}
}
