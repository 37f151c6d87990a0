package se.siru.core.portfolio;

import se.siru.core.finding.Rule;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/** The rules that records are held to beside each other and between their fields, once all references lead somewhere. */
@Provided(since = "0.1.0")
public final class RecordRules {
  /** A subject whose type has no ids. */
  public static final Rule SUBJECT_WITHOUT_ID =
      Rule.error(
          "portfolio.subject-without-id",
          text("Poster av typen {value} har inget id.", "Records of the type {value} have no ids."),
          text("Låt raden gälla en post som har id.", "Let the row be about a record that has an id."));

  /** A record that states none, or more than one, of fields that exclude each other. */
  public static final Rule NOT_ONE_OF =
      Rule.warning(
          "portfolio.not-one-of",
          text("Av {fields} anges {count}; en ska anges.", "Of {fields}, {count} are stated; one should be."),
          text("Ange en av dem, eller dela posten i flera.", "State one of them, or split the record."));

  /** Sensitive data of a person. */
  public static final Rule SENSITIVE_OF_PERSON =
      Rule.error(
          "portfolio.sensitive-of-person",
          text("Känslig uppgift ({field}) om en person.", "Sensitive data ({field}) of a person."),
          text(
              "Lämna fältet tomt, eller räkna personer utan pseudonym på en egen rad.",
              "Leave the field empty, or count persons without pseudonyms in a row of its own."));

  /** A part that is greater than its whole. */
  public static final Rule PART_EXCEEDS_WHOLE =
      Rule.error(
          "portfolio.part-exceeds-whole",
          text("{field} är {value}, men {whole-field} är {whole}.", "{field} is {value}, but {whole-field} is {whole}."),
          text("Rätta ett av talen.", "Correct one of the numbers."));

  /** An answer outside the scale of its item. */
  public static final Rule OUTSIDE_SCALE =
      Rule.error(
          "portfolio.outside-scale",
          text("Svaret {value} ligger utanför skalan {least}–{greatest}.", "The answer {value} is outside the scale {least}–{greatest}."),
          text(
              "Rätta svaret eller skalan; vet ej anges i dont-know.",
              "Correct the answer or the scale; don’t know is stated in dont-know."));

  /** Two scales of one item. */
  public static final Rule TWO_SCALES =
      Rule.error(
          "portfolio.two-scales",
          text(
              "Frågan '{value}' har skalan {scale} här och {other} på {place}.",
              "The item '{value}' has the scale {scale} here and {other} at {place}."),
          text(
              "Räkna om svaren till en skala i källan, eller gör två frågor.",
              "Convert the answers to one scale in the source, or make two items."));

  /** A row that says both what was answered and how many were invited, or both a value and that it is not known. */
  public static final Rule ANSWER_AND_NOT =
      Rule.error(
          "portfolio.answer-and-not",
          text("Raden anger både {field} och {other}.", "The row states both {field} and {other}."),
          text("Dela raden i två.", "Split the row in two."));

  /** A practice that an organisation both does and does not do. */
  public static final Rule PRACTISED_AND_NOT =
      Rule.warning(
          "portfolio.practised-and-not",
          text(
              "'{organisation}' både gör och gör inte '{value}' i samma granskning, se {place}.",
              "'{organisation}' both does and does not do '{value}' in one audit, see {place}."),
          text("Rätta practised på en av raderna.", "Correct practised in one of the rows."));

  /** A practice of an audit that an organisation was not held to. */
  public static final Rule PRACTICE_NOT_AUDITED =
      Rule.warning(
          "portfolio.practice-not-audited",
          text(
              "'{organisation}' granskades inte efter {count} arbetssätt som andra i granskningen prövades mot: {values}.",
              "'{organisation}' was not held to {count} practices of the audit that others were: {values}."),
          text(
              "Lägg till en rad för vart och ett; det som inte görs anges med no.",
              "Add a row for each; what is not done is stated as no."));

  /** A criterion that is stated both as met and as unmet. */
  public static final Rule MET_AND_UNMET =
      Rule.error(
          "portfolio.met-and-unmet",
          text("Kriteriet '{value}' är både uppfyllt och ej uppfyllt.", "The criterion '{value}' is both met and not met."),
          text("Ta bort det ur ett av fälten.", "Remove it from one of the fields."));

  /** Two statements on one buyer's register that contradict each other. */
  public static final Rule COVERAGE_CONTRADICTS =
      Rule.warning(
          "portfolio.coverage-contradicts",
          text(
              "Registret hos '{value}' är både komplett och ofullständigt under samma dagar, se {place}.",
              "The register of '{value}' is both complete and incomplete on the same days, see {place}."),
          text("Låt perioderna inte överlappa.", "Let the periods not overlap."));

  /** A hash that is no SHA-256. */
  public static final Rule NOT_A_HASH =
      Rule.error(
          "portfolio.not-a-hash",
          text("'{value}' är ingen SHA-256.", "'{value}' is no SHA-256."),
          text("Skriv 64 hexadecimala tecken.", "Write 64 hexadecimal digits."));

  /** A publication that tells of something that is no study. */
  public static final Rule NOT_A_STUDY =
      Rule.warning(
          "portfolio.not-a-study",
          text("'{value}' är ingen studie utan {kind}.", "'{value}' is no study but of kind {kind}."),
          text("Ange studien som publikationen berättar om.", "State the study that the publication tells of."));

  private RecordRules() {}

  private static LocalizedText text(String swedish, String english) {
    return LocalizedText.of(swedish, english);
  }
}
