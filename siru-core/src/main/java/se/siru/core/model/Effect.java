package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/** A claim that something changed, how far it did, and who judged so. Claims are quoted, never averaged. */
@Provided(since = "0.1.0")
public final class Effect {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("effect", "effects")
          .labelled("Effekt", "Effect")
          .documented(
              "Ett påstående om att något förändrats, i vilken grad, och vem som bedömt det. Citeras, medelvärdesbildas aldrig.",
              "A claim that something changed, how far it did, and who judged so. Quoted, never averaged.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** What is said to have changed, without names of persons. */
  public static final Field<String> CLAIM =
      DESCRIPTION.text("claim")
          .labelled("Påstående", "Claim")
          .documented(
              "Vad som sägs ha förändrats, utan namn på personer.",
              "What is said to have changed, without names of persons.")
          .required()
          .add();

  /** What changed, for example that social innovation was integrated in processes. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "effect-kinds")
          .labelled("Slag", "Kind")
          .documented(
              "Vad som förändrades, till exempel att social innovation integrerats i processer.",
              "What changed, for example that social innovation was integrated in processes.")
          .add();

  /** The organisation in which it changed. */
  public static final Field<String> ORGANISATION =
      DESCRIPTION.reference("organisation", "stakeholder")
          .labelled("Organisation", "Organisation")
          .documented("Organisationen där det förändrades.", "The organisation in which it changed.")
          .add();

  /** None, partly or largely; empty where nobody judged. */
  public static final Field<String> DEGREE =
      DESCRIPTION.code("degree", "effect-degrees")
          .labelled("Grad", "Degree")
          .documented("Inte alls, delvis eller till stor del.", "None, partly or largely.")
          .add();

  /** Who judged. */
  public static final Field<String> JUDGE =
      DESCRIPTION.code("judge", "effect-judges")
          .labelled("Bedömare", "Judge")
          .documented("Vem som bedömt.", "Who judged.")
          .add();

  /** How it was found out. */
  public static final Field<String> METHOD =
      DESCRIPTION.code("method", "effect-methods")
          .labelled("Metod", "Method")
          .documented("Hur det togs reda på, till exempel intervju.", "How it was found out, for example an interview.")
          .add();

  /** Whether whoever said it agreed to be quoted; without a yes it is not quoted. */
  public static final Field<String> CONSENT =
      DESCRIPTION.code("consent", "yes-no")
          .labelled("Samtycke till citat", "Consent to quote")
          .documented(
              "Om den som sagt det gått med på att citeras; utan ja citeras det inte.",
              "Whether whoever said it agreed to be quoted; without a yes it is not quoted.")
          .add();

  /** The day of the judgement. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Dagen för bedömningen.", "The day of the judgement.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("effect-kind", KIND.path())
          .dimension("degree", DEGREE.path())
          .dimension("judge", JUDGE.path())
          .dimension("method", METHOD.path())
          .dimension("sector", FieldPath.of(ORGANISATION, Stakeholder.SECTOR))
          .regions(FieldPath.of(NODE, ProgrammeNode.REGIONS))
          .build();

  private Effect() {}
}
