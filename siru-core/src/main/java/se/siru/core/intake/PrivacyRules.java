package se.siru.core.intake;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that keep personal data out of a portfolio and of all that is said about an import. */
final class PrivacyRules {
  /** A mapping that makes pseudonyms is applied without a key. */
  static final Rule NO_KEY =
      Rule.error("mapping.no-pseudonym-key",
          LocalizedText.of("Mappningen gör pseudonymer, och ingen nyckel är angiven.",
              "The mapping makes pseudonyms, and no key is given."),
          LocalizedText.of(
              "Ange nyckelfilen med --pseudonym-key-file eller nyckeln i miljövariabeln SIRU_PSEUDONYM_KEY. Någon standardnyckel "
                  + "finns inte.",
              "Give the key's file with --pseudonym-key-file, or the key in the environment variable SIRU_PSEUDONYM_KEY. There is "
                  + "no default key."));

  /** A folder whose portfolio has pseudonyms of another key is replaced. */
  static final Rule OTHER_KEY =
      Rule.warning("mapping.other-pseudonym-key",
          LocalizedText.of("Pseudonymerna görs med nyckeln {key}, de som ersätts med {other}.",
              "The pseudonyms are made with the key {key}, those they replace with {other}."),
          LocalizedText.of("Samma person får en annan pseudonym än förut. Ta den förra nyckeln om det inte är avsikten.",
              "The same person gets another pseudonym than before. Take the former key where that is not meant."));

  /** A field copies a personal column. */
  static final Rule COPIED =
      Rule.error("mapping.personal-column",
          LocalizedText.of("Fältet {field} läser en kolumn med personuppgifter.",
              "The field {field} reads a column with personal data."),
          LocalizedText.of(
              "Gör en pseudonym av den (\"pseudonym\"), en åldersklass (\"age-on\") eller en kod ur en lista; annat får inte "
                  + "lämna källan.",
              "Make a pseudonym of it (\"pseudonym\"), an age class (\"age-on\") or a code of a list; nothing else may leave the "
                  + "source."));

  /** An id that holds personal data, and no key to make a pseudonym of it. */
  static final Rule IN_ID =
      Rule.error("mapping.personal-id",
          LocalizedText.of("Id:t i {field} innehåller personuppgifter, till exempel en enskild näringsidkares nummer.",
              "The id in {field} holds personal data, for example the number of a sole trader."),
          LocalizedText.of(
              "Ange en pseudonymnyckel, så blir det en pseudonym. Är det något annat som bara liknar: \"personal\": false.",
              "Give a pseudonym key, and it becomes a pseudonym. Where it only looks like it: \"personal\": false."));

  /** Ids that became pseudonyms. */
  static final Rule ID_REPLACED =
      Rule.warning("mapping.personal-id-replaced",
          LocalizedText.of("Personuppgifter i {field} ersattes av pseudonymer: {count}.",
              "Personal data in {field} were replaced by pseudonyms: {count}."),
          LocalizedText.of("Kontrollera kolumnen. Numret för en enskild näringsidkare är en personuppgift.",
              "Check the column. The number of a sole trader is personal data."));

  /** Texts in which personal data were masked. */
  static final Rule MASKED =
      Rule.warning("mapping.personal-text",
          LocalizedText.of("Personuppgifter i {field} maskerades: {count} ({what}).",
              "Personal data in {field} were masked: {count} ({what})."),
          LocalizedText.of(
              "Kontrollera kolumnen. Namn på personer i fri text kan inte hittas; läs inte kolumner som har sådana.",
              "Check the column. Names of persons in free text cannot be found; do not read columns that have them."));

  /** An organisation number that is a person's and was left out. */
  static final Rule NUMBER_LEFT_OUT =
      Rule.warning("mapping.personal-organisation-number",
          LocalizedText.of("Organisationsnummer som är personnummer lämnades tomma: {count}.",
              "Organisation numbers that are personal numbers were left empty: {count}."),
          LocalizedText.of("En enskild näringsidkares nummer är en personuppgift och lagras inte.",
              "The number of a sole trader is personal data and is not stored."));

  /** A text that tells neither an age nor a gender. */
  static final Rule BAD_PERSON =
      Rule.error("mapping.bad-birth",
          LocalizedText.of("{field} kan inte utläsas.", "{field} cannot be told."),
          LocalizedText.of(
              "Ange ett födelseår, ett datum i mönstret i \"date\" eller ett riktigt personnummer, eller skriv \"otherwise\": "
                  + "\"unknown\".",
              "Give a year of birth, a day in the pattern of \"date\" or a right personal number, or write \"otherwise\": "
                  + "\"unknown\"."));

  private PrivacyRules() {}
}
