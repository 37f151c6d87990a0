package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/** That an initiative entered a stage on a day. */
@Provided(since = "0.1.0")
public final class StageChange {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("stage-change", "stage-changes")
          .labelled("Fasbyte", "Stage change")
          .documented(
              "Att ett initiativ gick in i en fas en viss dag.",
              "That an initiative entered a stage on a day.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The initiative that changed its stage. */
  public static final Field<String> INITIATIVE =
      DESCRIPTION.reference("initiative", "initiative")
          .labelled("Initiativ", "Initiative")
          .documented("Initiativet som bytte fas.", "The initiative that changed its stage.")
          .required()
          .add();

  /** The stage that the initiative entered, from idea to scaled. */
  public static final Field<String> STAGE =
      DESCRIPTION.code("stage", "initiative-stages")
          .labelled("Fas", "Stage")
          .documented(
              "Fasen som initiativet gick in i, från idé till uppskalad.",
              "The stage that the initiative entered, from idea to scaled.")
          .required()
          .add();

  /** The day on which the stage began. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Dagen då fasen började.", "The day on which the stage began.")
          .required()
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("stage", STAGE.path())
          .dimension("initiative-kind", FieldPath.of(INITIATIVE, Initiative.KIND))
          .dimension("challenge", FieldPath.of(INITIATIVE, Initiative.CHALLENGES))
          .regions(FieldPath.of(INITIATIVE, Initiative.REGIONS))
          .build();

  private StageChange() {}
}
