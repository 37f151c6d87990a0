package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * What a record of any type with ids rests on: a decision, attendance list, report, with diary number, address and hash.
 */
@Provided(since = "0.1.0")
public final class Evidence {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("evidence", "evidence")
          .labelled("Underlag", "Evidence")
          .documented(
              "Det som styrker en post: beslut, deltagarlista, rapport, med diarienummer, adress och kontrollsumma.",
              "What a record rests on: a decision, attendance list, report, with diary number, address and hash.");

  /** The type of the record that this one is about. */
  public static final Field<String> SUBJECT_TYPE = DESCRIPTION.subjectType().add();

  /** The id of the record that this one is about. */
  public static final Field<String> SUBJECT = DESCRIPTION.subject().add();

  /** What sort of evidence it is. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "evidence-kinds")
          .labelled("Slag", "Kind")
          .documented("Vad för slags underlag det är.", "What sort of evidence it is.")
          .required()
          .add();

  /** What people read, without names of persons. */
  public static final Field<String> NAME =
      DESCRIPTION.text("name")
          .labelled("Namn", "Name")
          .documented("Vad människor läser, utan namn på personer.", "What people read, without names of persons.")
          .add();

  /** The number under which the evidence is registered. */
  public static final Field<String> DIARY_NUMBER =
      DESCRIPTION.text("diary-number")
          .labelled("Diarienummer", "Diary number")
          .documented("Numret som underlaget är diariefört under.", "The number under which the evidence is registered.")
          .add();

  /** Where the evidence is. */
  public static final Field<String> URI =
      DESCRIPTION.text("uri")
          .labelled("Adress", "Address")
          .documented("Var underlaget finns.", "Where the evidence is.")
          .add();

  /** SHA-256 of the bytes of the evidence, 64 hexadecimal digits. */
  public static final Field<String> HASH =
      DESCRIPTION.text("hash")
          .labelled("Kontrollsumma", "Hash")
          .documented(
              "SHA-256 över underlagets byte, 64 hexadecimala tecken.",
              "SHA-256 of the bytes of the evidence, 64 hexadecimal digits.")
          .add();

  /** The day of the evidence. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Dagen för underlaget.", "The day of the evidence.")
          .add();

  /** The last day on which the evidence must be kept. */
  public static final Field<LocalDate> KEEP_UNTIL =
      DESCRIPTION.date("keep-until")
          .labelled("Bevaras till", "Keep until")
          .documented("Sista dagen som underlaget ska bevaras.", "The last day on which the evidence must be kept.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("subject-type", SUBJECT_TYPE.path())
          .dimension("evidence-kind", KIND.path())
          .regions(FieldPath.of(NODE, ProgrammeNode.REGIONS))
          .build();

  private Evidence() {}
}
