package se.siru.core.model;

import java.time.LocalDate;

/** That an initiative entered a stage on a day. */
public final class StageChange {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("stage-change", "stage-changes")
          .labelled("Fasbyte", "Stage change")
          .documented(
              "Att ett initiativ gick in i en fas en viss dag.",
              "That an initiative entered a stage on a day.");

  /** Initiative. */
  public static final Field<String> INITIATIVE =
      DESCRIPTION.reference("initiative", "initiative")
          .labelled("Initiativ", "Initiative")
          .required()
          .add();

  /** Stage. */
  public static final Field<String> STAGE =
      DESCRIPTION.code("stage", "initiative-stages")
          .labelled("Fas", "Stage")
          .required()
          .add();

  /** Date. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
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
