package se.siru.core.indicator;

import java.util.List;
import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that a file of definitions is held to, beside those of every JSON document. */
final class DefinitionRules {
  /** The file does not say the format that is read here. */
  public static final Rule FORMAT =
      error("format", "Formatet är '{found}'; här läses {accepted}.", "The format is '{found}'; {accepted} is read here.",
          "Skriv \"siru\": \"{accepted}\" överst.", "Write \"siru\": \"{accepted}\" at the top.");

  /** An id or code that is none. */
  public static final Rule NAME =
      error("name", "'{name}' kan inte vara namn på en indikator.", "'{name}' cannot name an indicator.",
          "Ett id är namnrymd:namn-med-bindestreck, en kod börjar med bokstav eller siffra och har inga blanksteg.",
          "An id is namespace:kebab-name; a code begins with a letter or digit and holds no blanks.");

  /** An id or code that another definition of the file has. */
  public static final Rule DUPLICATE =
      error("duplicate", "'{name}' står redan i filen.", "'{name}' stands in the file already.",
          "Ge den ena ett eget namn.", "Give one of them a name of its own.");

  /** A record type that does not exist. */
  public static final Rule UNKNOWN_RECORD =
      error("unknown-record", "Det finns ingen posttyp '{name}'.", "There is no record type '{name}'.",
          "Menades något av: {known}?", "Was one of these meant: {known}?");

  /** A field that the record type does not have. */
  public static final Rule UNKNOWN_FIELD =
      error("unknown-field", "Posttypen {record} har inget fält '{name}'.", "The record type {record} has no field '{name}'.",
          "Menades något av: {known}?", "Was one of these meant: {known}?");

  /** A code that the field's code list does not hold. */
  public static final Rule UNKNOWN_CODE =
      error("unknown-code", "Kodlistan {list} har ingen kod '{name}'.", "The code list {list} has no code '{name}'.",
          "Menades något av: {known}?", "Was one of these meant: {known}?");

  /** A level that the code list does not have. */
  public static final Rule UNKNOWN_LEVEL =
      error("unknown-level", "Kodlistan {list} har ingen nivå '{name}'.", "The code list {list} has no level '{name}'.",
          "Menades något av: {known}?", "Was one of these meant: {known}?");

  /** A question that cannot be asked about this kind of field. */
  public static final Rule DOES_NOT_FIT =
      error("does-not-fit", "Det går inte ihop: {problem}.", "This does not fit: {problem}.",
          "Koder och id jämförs med text, tal med at-least och below, dagar med from och until; "
              + "sum och mean kräver tal, distinct kräver koder eller id.",
          "Codes and ids are compared with text, numbers with at-least and below, days with from and until; "
              + "sum and mean need numbers, distinct needs codes or ids.");

  /** None, or several, of what must be said once. */
  public static final Rule EXACTLY_ONE =
      error("exactly-one", "Här ska precis en av {choices} stå.", "Exactly one of {choices} must stand here.",
          "Behåll en.", "Keep one.");

  /** A formula that cannot be read. */
  public static final Rule FORMULA =
      error("formula", "Formeln kan inte läsas: {problem}.", "The formula cannot be read: {problem}.",
          "Skriv till exempel [SI-P09] / [SI-P04]: namn inom hakparentes, + - * / och parenteser.",
          "Write for example [SI-P09] / [SI-P04]: names in square brackets, + - * / and brackets.");

  private DefinitionRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("definition." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }

  /** All of them. */
  static List<Rule> all() {
    return List.of(
        FORMAT, NAME, DUPLICATE, UNKNOWN_RECORD, UNKNOWN_FIELD, UNKNOWN_CODE, UNKNOWN_LEVEL, DOES_NOT_FIT, EXACTLY_ONE, FORMULA);
  }
}
