package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * Whether an organisation does something for sustainability and whether it tells of it, per channel. A row for each
 * practice and channel audited: what was not audited has no row, what the organisation does not do has one that says no.
 */
@Provided(since = "0.1.0")
public final class Practice {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("practice", "practices")
          .labelled("Arbetssätt", "Practice")
          .documented(
              "Om en organisation gör något för hållbarhet och om den berättar om det, per kanal. En rad för varje granskat "
                  + "arbetssätt och kanal.",
              "Whether an organisation does something for sustainability and whether it tells of it, per channel. A row for "
                  + "each practice and channel audited.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The organisation that was audited. */
  public static final Field<String> ORGANISATION =
      DESCRIPTION.reference("organisation", "stakeholder")
          .labelled("Organisation", "Organisation")
          .documented("Organisationen som granskades.", "The organisation that was audited.")
          .required()
          .add();

  /** The practice, of the closed list that everybody in the audit is held to. */
  public static final Field<String> PRACTICE =
      DESCRIPTION.code("practice", "practices")
          .labelled("Arbetssätt", "Practice")
          .documented(
              "Arbetssättet, ur den slutna lista som alla i granskningen prövas mot.",
              "The practice, of the closed list that everybody in the audit is held to.")
          .required()
          .add();

  /** Whether the organisation does it; empty is unknown. */
  public static final Field<String> PRACTISED =
      DESCRIPTION.code("practised", "yes-no")
          .labelled("Görs", "Practised")
          .documented("Om organisationen gör det; tomt är okänt.", "Whether the organisation does it; empty is unknown.")
          .add();

  /** The channel that was audited; empty is all channels together. */
  public static final Field<String> CHANNEL =
      DESCRIPTION.code("channel", "channels")
          .labelled("Kanal", "Channel")
          .documented(
              "Kanalen som granskades; tom är alla kanaler tillsammans.",
              "The channel that was audited; empty is all channels together.")
          .add();

  /** Whether the organisation tells of it in the channel; empty is unknown. */
  public static final Field<String> COMMUNICATED =
      DESCRIPTION.code("communicated", "yes-no")
          .labelled("Berättas", "Communicated")
          .documented(
              "Om organisationen berättar om det i kanalen; tomt är okänt.",
              "Whether the organisation tells of it in the channel; empty is unknown.")
          .add();

  /** The study in which the audit was made. */
  public static final Field<String> STUDY =
      DESCRIPTION.reference("study", "output")
          .labelled("Granskning", "Audit")
          .documented("Studien som granskningen gjordes i.", "The study in which the audit was made.")
          .add();

  /** The day of the audit. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Dagen för granskningen.", "The day of the audit.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("practice", PRACTICE.path())
          .dimension("channel", CHANNEL.path())
          .dimension("practised", PRACTISED.path())
          .dimension("communicated", COMMUNICATED.path())
          .dimension("sector", FieldPath.of(ORGANISATION, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(ORGANISATION, Stakeholder.SIZE))
          .regions(FieldPath.of(ORGANISATION, Stakeholder.REGION))
          .build();

  private Practice() {}
}
