package se.siru.core.model;

import java.time.LocalDate;
import java.util.List;
import se.siru.core.stability.Provided;

/**
 * Something that the operation brought forth: a strategy, pilot, solution, tool, course, or what was published. A
 * publication is an output like others: it names the study that it tells of, the initiatives that it shows, and its
 * reach.
 */
@Provided(since = "0.1.0")
public final class Output {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.entity("output", "outputs")
          .labelled("Resultat", "Output")
          .documented(
              "Något som insatsen frambringat: strategi, pilotinsats, lösning, verktyg, kurs, eller något som getts ut.",
              "Something that the operation brought forth: a strategy, pilot, solution, tool, course, or what was published.");

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

  /** Strategy, pilot, solution, tool, course or publication, for example an article or a film. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "output-kinds")
          .labelled("Slag", "Kind")
          .documented(
              "Strategi, pilotinsats, lösning, verktyg, kurs eller publikation, till exempel artikel eller film.",
              "Strategy, pilot, solution, tool, course or publication, for example an article or a film.")
          .required()
          .add();

  /** From planned to finalised; implemented and published are finalised. Empty where unknown. */
  public static final Field<String> STATUS =
      DESCRIPTION.code("status", "output-statuses")
          .labelled("Status", "Status")
          .documented(
              "Från planerat till färdigt; genomfört och publicerat är färdigt. Tom om okänd.",
              "From planned to finalised; implemented and published are finalised. Empty where unknown.")
          .add();

  /** The day on which the output was finalised; of what is published, the day of publication. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Färdigt", "Finalised")
          .documented(
              "Dagen då resultatet blev färdigt; för det som ges ut dagen då det gavs ut.",
              "The day on which the output was finalised; of what is published, the day of publication.")
          .add();

  /** Stakeholders that developed the output. */
  public static final Field<List<String>> DEVELOPERS =
      DESCRIPTION.references("developers", "stakeholder")
          .labelled("Utvecklat av", "Developers")
          .documented("Aktörer som tog fram resultatet.", "Stakeholders that developed the output.")
          .add();

  /** Whether several organisations developed it together, as the funder means it; never inferred from their number. */
  public static final Field<String> JOINT =
      DESCRIPTION.code("joint", "yes-no")
          .labelled("Gemensamt", "Joint")
          .documented(
              "Om flera organisationer tog fram det tillsammans, så som finansiären menar det; härleds aldrig ur antalet.",
              "Whether several organisations developed it together, as the funder means it; never inferred from their number.")
          .add();

  /** Whether it solves a legal or administrative obstacle; such solutions are counted apart. */
  public static final Field<String> LEGAL_ADMINISTRATIVE =
      DESCRIPTION.code("legal-administrative", "yes-no")
          .labelled("Rättslig eller administrativ lösning", "Legal or administrative")
          .documented(
              "Om det löser ett rättsligt eller administrativt hinder; sådana lösningar räknas för sig.",
              "Whether it solves a legal or administrative obstacle; such solutions are counted apart.")
          .add();

  /** Whether it states the actions needed for others to take it up. */
  public static final Field<String> UPTAKE_PLAN =
      DESCRIPTION.code("uptake-plan", "yes-no")
          .labelled("Anger hur det tas i bruk", "States how to take it up")
          .documented(
              "Om det anger vad som krävs för att andra ska ta det i bruk.",
              "Whether it states the actions needed for others to take it up.")
          .add();

  /** Societal challenges that the output is about. */
  public static final Field<List<String>> CHALLENGES =
      DESCRIPTION.codes("challenges", "challenges")
          .labelled("Samhällsutmaningar", "Challenges")
          .documented("Samhällsutmaningar som resultatet gäller.", "Societal challenges that the output is about.")
          .add();

  /** Initiatives that the output is about or makes visible. */
  public static final Field<List<String>> INITIATIVES =
      DESCRIPTION.references("initiatives", "initiative")
          .labelled("Initiativ", "Initiatives")
          .documented(
              "Initiativ som resultatet gäller eller synliggör.",
              "Initiatives that the output is about or makes visible.")
          .add();

  /** The study that an article or film tells of. */
  public static final Field<String> STUDY =
      DESCRIPTION.reference("study", "output")
          .labelled("Studie", "Study")
          .documented("Studien som en artikel eller film berättar om.", "The study that an article or film tells of.")
          .add();

  /** What a study found, without names of persons. */
  public static final Field<String> FINDING =
      DESCRIPTION.text("finding")
          .labelled("Slutsats", "Finding")
          .documented(
              "Vad en studie kom fram till, utan namn på personer.",
              "What a study found, without names of persons.")
          .add();

  /** How many saw it, as the source counts: readers, views, downloads. */
  public static final Field<Long> REACH =
      DESCRIPTION.integer("reach")
          .labelled("Räckvidd", "Reach")
          .documented(
              "Hur många som tagit del av det, så som källan räknar: läsare, visningar, nedladdningar.",
              "How many saw it, as the source counts: readers, views, downloads.")
          .least(0)
          .add();

  /** Where it can be read or seen. */
  public static final Field<String> URI =
      DESCRIPTION.text("uri")
          .labelled("Adress", "Address")
          .documented("Var det finns att läsa eller se.", "Where it can be read or seen.")
          .add();

  /** The part of the programme that the output belongs to. */
  public static final Field<String> PROGRAMME_PART =
      DESCRIPTION.code("programme-part", "programme-parts")
          .labelled("Programdel", "Programme part")
          .documented(
              "Vilken del av programmet som resultatet hör till.",
              "The part of the programme that the output belongs to.")
          .add();

  /** Counties or municipalities that the record concerns. */
  public static final Field<List<String>> REGIONS = SharedFields.regions(DESCRIPTION);

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("output-kind", KIND.path())
          .dimension("output-status", STATUS.path())
          .dimension("joint", JOINT.path())
          .dimension("challenge", CHALLENGES.path())
          .dimension("programme-part", PROGRAMME_PART.path())
          .dimension("developer-sector", FieldPath.of(DEVELOPERS, Stakeholder.SECTOR))
          .regions(REGIONS.path())
          .build();

  private Output() {}
}
