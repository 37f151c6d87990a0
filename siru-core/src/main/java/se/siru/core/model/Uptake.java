package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * That somebody tested or used an output or initiative, or made it part of ordinary operations. Each degree reached is a
 * record of its own.
 */
@Provided(since = "0.1.0")
public final class Uptake {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("uptake", "uptakes")
          .labelled("Användning", "Uptake")
          .documented(
              "Att någon testat eller använt ett resultat eller initiativ, eller gjort det till ordinarie verksamhet.",
              "That somebody tested or used an output or initiative, or made it part of ordinary operations.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The output that was taken up; either an output or an initiative is stated. */
  public static final Field<String> OUTPUT =
      DESCRIPTION.reference("output", "output")
          .labelled("Resultat", "Output")
          .documented(
              "Resultatet som tagits i bruk; antingen resultat eller initiativ anges.",
              "The output that was taken up; either an output or an initiative is stated.")
          .add();

  /** The initiative or collaboration that was taken up. */
  public static final Field<String> INITIATIVE =
      DESCRIPTION.reference("initiative", "initiative")
          .labelled("Initiativ", "Initiative")
          .documented(
              "Initiativet eller samverkan som tagits i bruk.",
              "The initiative or collaboration that was taken up.")
          .add();

  /** The stakeholder that took it up. */
  public static final Field<String> ADOPTER =
      DESCRIPTION.reference("adopter", "stakeholder")
          .labelled("Användare", "Adopter")
          .documented("Aktören som tagit det i bruk.", "The stakeholder that took it up.")
          .add();

  /** Number of adopters where they are not named; empty is unknown. Not stated where the adopter is an organisation. */
  public static final Field<Long> ADOPTERS =
      DESCRIPTION.integer("adopters")
          .labelled("Antal användare", "Number of adopters")
          .documented(
              "Antal användare där de inte namnges; tomt är okänt. Anges inte när användaren är en organisation.",
              "Number of adopters where they are not named; empty is unknown. Not stated where the adopter is an organisation.")
          .least(0)
          .add();

  /** Tested, used or in ordinary operations. */
  public static final Field<String> DEGREE =
      DESCRIPTION.code("degree", "uptake-degrees")
          .labelled("Grad", "Degree")
          .documented("Testat, använt eller i ordinarie verksamhet.", "Tested, used or in ordinary operations.")
          .required()
          .add();

  /** Whether the adopter itself documented that it was taken up. */
  public static final Field<String> DOCUMENTED =
      DESCRIPTION.code("documented", "yes-no")
          .labelled("Dokumenterat av användaren", "Documented by the adopter")
          .documented(
              "Om användaren själv dokumenterat att det tagits i bruk.",
              "Whether the adopter itself documented that it was taken up.")
          .add();

  /** The day on which the degree was reached; empty is unknown. */
  public static final Field<LocalDate> START =
      DESCRIPTION.start()
          .labelled("Från", "From")
          .documented("Dagen då graden nåddes; tom är okänd.", "The day on which the degree was reached; empty is unknown.")
          .add();

  /** The last day of use in that degree; empty means that it still is. */
  public static final Field<LocalDate> END =
      DESCRIPTION.end()
          .labelled("Till", "To")
          .documented(
              "Sista dagen som det användes så; tom betyder att det används fortfarande.",
              "The last day of use in that degree; empty means that it still is.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("uptake-degree", DEGREE.path())
          .dimension("documented", DOCUMENTED.path())
          .dimension("output-kind", FieldPath.of(OUTPUT, Output.KIND))
          .dimension("initiative-kind", FieldPath.of(INITIATIVE, Initiative.KIND))
          .dimension("adopter-sector", FieldPath.of(ADOPTER, Stakeholder.SECTOR))
          .dimension("sector", FieldPath.of(ADOPTER, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(ADOPTER, Stakeholder.SIZE))
          .dimension("challenge", FieldPath.of(OUTPUT, Output.CHALLENGES))
          .regions(FieldPath.of(ADOPTER, Stakeholder.REGION))
          .build();

  private Uptake() {}
}
