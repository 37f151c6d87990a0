package se.siru.core.intake;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that answers about organisations are held to. */
final class IdentityRules {
  /** An answer of a kind that there is not. */
  static final Rule UNKNOWN_KIND =
      Rule.error("identity.unknown-kind",
          LocalizedText.of("'{value}' är inget svar om '{text}'.", "'{value}' is no answer about '{text}'."),
          LocalizedText.of("Skriv ett av {allowed}.", "Write one of {allowed}."));

  /** An answer that names no organisation and must. */
  static final Rule ID_MISSING =
      Rule.error("identity.id-missing",
          LocalizedText.of("Svaret '{kind}' om '{text}' saknar id.", "The answer '{kind}' about '{text}' has no id."),
          LocalizedText.of("Skriv organisationens id i kolumnen id.", "Write the organisation's id in the column id."));

  /** An answer that names an organisation and cannot. */
  static final Rule ID_NOT_USED =
      Rule.error("identity.id-not-used",
          LocalizedText.of("Svaret '{kind}' om '{text}' kan inte ha id:t '{value}'.",
              "The answer '{kind}' about '{text}' cannot have the id '{value}'."),
          LocalizedText.of("Töm id, eller svara alias eller branch.", "Empty id, or answer alias or branch."));

  /** An answer that names an organisation that is not known. */
  static final Rule UNKNOWN_ORGANISATION =
      Rule.error("identity.unknown-organisation",
          LocalizedText.of("'{text}' ska vara '{value}', men den organisationen finns inte.",
              "'{text}' is to be '{value}', but there is no such organisation."),
          LocalizedText.of(
              "Menades {suggestion}? Kontrollera att registret är med i importen, eller svara new för en ny organisation.",
              "Was {suggestion} meant? See that the register is part of the import, or answer new for a new organisation."));

  /** A new organisation with the id of another one. */
  static final Rule ID_TAKEN =
      Rule.error("identity.id-taken",
          LocalizedText.of("'{text}' kan inte bli en ny organisation med id:t '{value}', som finns redan.",
              "'{text}' cannot be a new organisation with the id '{value}', which there is already."),
          LocalizedText.of("Svara alias om det är samma organisation, annars skriv ett annat id.",
              "Answer alias where it is the same organisation; else write another id."));

  /** Two answers about one text. */
  static final Rule ANSWERED_TWICE =
      Rule.error("identity.answered-twice",
          LocalizedText.of("'{text}' är både {answer} och {other}.", "'{text}' is both {answer} and {other}."),
          LocalizedText.of("Behåll ett av svaren.", "Keep one of the answers."));

  /** An answer about a text that no source has, which may be misspelt by a spreadsheet. */
  static final Rule NOT_MET =
      Rule.info("identity.not-met",
          LocalizedText.of("Ingen rad som behölls har texten '{text}'.", "No row that was kept has the text '{text}'."),
          LocalizedText.of("Svaret sparas. Ändra inte kolumnen text.", "The answer is kept. Do not change the column text."));

  /** A row that must name an organisation and names none that is known. */
  static final Rule NOT_IDENTIFIED =
      Rule.error("identity.not-identified",
          LocalizedText.of("'{text}' är ingen känd organisation, och {field} måste anges.",
              "'{text}' is no organisation that is known, and {field} must be stated."),
          LocalizedText.of("Svara på frågan i unresolved.csv och importera igen.",
              "Answer the question in unresolved.csv and import again."));

  private IdentityRules() {}
}
