package se.siru.core.indicator;

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

  /** An id or code that another definition, or the catalogue, has. */
  public static final Rule DUPLICATE =
      error("duplicate", "'{name}' är upptaget av {other}.", "'{name}' is taken by {other}.",
          "Ge den ena ett eget id och en egen kod.", "Give one of them an id and a code of its own.");

  /** An id in the namespace of the standard catalogue. */
  public static final Rule RESERVED =
      error("reserved", "'{name}' ligger i namnrymden siru:, som hör till standardkatalogen.",
          "'{name}' is in the namespace siru:, which belongs to the standard catalogue.",
          "Välj en egen namnrymd, till exempel organisationens förkortning: se-f:{rest}.",
          "Choose a namespace of your own, such as the short name of your organisation: se-f:{rest}.");

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

  /** A text that no id equals. */
  public static final Rule NOT_AN_ID =
      error("not-an-id", "'{name}' kan inte vara ett id; tecken: {character}.", "'{name}' cannot be an id; character: {character}.",
          "Ett id har högst 256 tecken, inga yttre blanksteg, inget semikolon och inget tecken som inte syns.",
          "An id has at most 256 characters, no outer blanks, no semicolon and no character that cannot be seen.");

  /** A level that the code list does not have. */
  public static final Rule UNKNOWN_LEVEL =
      error("unknown-level", "Kodlistan {list} har ingen nivå '{name}'.", "The code list {list} has no level '{name}'.",
          "Menades något av: {known}?", "Was one of these meant: {known}?");

  /** A dimension that no record type has. */
  public static final Rule UNKNOWN_DIMENSION =
      error("unknown-dimension", "Det finns ingen dimension '{name}'.", "There is no dimension '{name}'.",
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

  /** A blank for a parameter that the definition does not declare. */
  public static final Rule UNKNOWN_PARAMETER =
      error("unknown-parameter", "Definitionen har ingen parameter '{name}'.", "The definition has no parameter '{name}'.",
          "Deklarera den under \"parameters\". Menades något av: {known}?",
          "Declare it in \"parameters\". Was one of these meant: {known}?");

  /** A function that no plugin brings. */
  public static final Rule UNKNOWN_FUNCTION =
      error("unknown-function", "Det finns ingen funktion '{name}'.", "There is no function '{name}'.",
          "Menades något av: {known}?", "Was one of these meant: {known}?");

  /** An indicator that a formula names and nobody defines. */
  public static final Rule UNKNOWN_INDICATOR =
      error("unknown-indicator", "Tecken {position} i formeln: det finns ingen indikator '{name}'.",
          "Character {position} of the formula: there is no indicator '{name}'.",
          "Menades något av: {known}?", "Was one of these meant: {known}?");

  /** Formulas that are made of each other. */
  public static final Rule CIRCLE =
      error("circle", "Formlerna går i cirkel: {chain}.", "The formulas go in a circle: {chain}.",
          "De står på {places}. Låt en av dem räkna utan de andra.",
          "They stand at {places}. Let one of them compute without the others.");

  /** A formula that computes with one that is {@code attainment(*)}. */
  public static final Rule OF_MANY =
      error("of-many", "'{name}' räknar med '{operand}', som är attainment(*): många resultat och inte ett tal.",
          "'{name}' computes with '{operand}', which is attainment(*): many results and not one number.",
          "Räkna med attainment(X), en indikator i taget.", "Compute with attainment(X), one indicator at a time.");

  /** A sum or difference of what is not alike. */
  public static final Rule UNITS =
      error("units", "'{left}' och '{right}' kan inte läggas ihop eller dras ifrån varandra.",
          "'{left}' and '{right}' cannot be added to or subtracted from each other.",
          "Lägg ihop lika med lika. Antal av olika saker får läggas ihop av en formel vars unit säger vad de är tillsammans.",
          "Add like to like. Numbers of different things may be added by a formula whose unit says what they are together.");

  /** A unit that a number does not have. */
  public static final Rule UNIT =
      error("unit", "Enheten är '{unit}', men talet är '{found}'.", "The unit is '{unit}', but the number is '{found}'.",
          "percent och index är kvoter där inga belopp eller mängder är kvar, currency är ett belopp, kanske per något. "
              + "Rätta unit eller formeln.",
          "percent and index are ratios in which no amounts are left, currency is an amount, perhaps per something. "
              + "Correct the unit or the formula.");

  /** A sign in a formula that does not belong there. */
  public static final Rule FORMULA =
      formula("", "'{found}' hör inte hit.", "'{found}' does not belong here.",
          "Skriv till exempel [SI-P09] / [SI-P04]: namn inom hakparentes, + - * / och parenteser.",
          "Write for example [SI-P09] / [SI-P04]: names in square brackets, + - * / and brackets.");

  /** A place in a formula where something to compute with should stand. */
  public static final Rule FORMULA_OPERAND =
      formula("-operand", "här saknas ett namn eller ett tal.", "a name or a number is missing here.",
          "Skriv ett namn eller ett tal på var sida om + - * /.", "Write a name or a number on each side of + - * /.");

  /** A bracket in a formula that is opened and not closed. */
  public static final Rule FORMULA_BRACKET =
      formula("-bracket", "'{found}' saknas.", "'{found}' is missing.",
          "Stäng varje parentes och hakparentes.", "Close every bracket and square bracket.");

  /** A number in a formula that is none. */
  public static final Rule FORMULA_NUMBER =
      formula("-number", "'{found}' är inget tal.", "'{found}' is not a number.",
          "Skriv siffror, högst 34, med punkt före decimaler.", "Write digits, at most 34, with a full stop before decimals.");

  /** How many periods back, where that is no such number. */
  public static final Rule FORMULA_STEPS =
      formula("-steps", "'{found}' är inget antal perioder.", "'{found}' is no number of periods.",
          "Skriv ett heltal från 1 till 1200: previous(X, 4).", "Write a whole number from 1 to 1200: previous(X, 4).");

  /** A formula that is too long. */
  public static final Rule FORMULA_LIMIT =
      formula("-limit", "längre läses inte.", "reading ends here.",
          "En formel har högst 1 000 namn och tal och 64 nivåer av parenteser och minustecken; dela upp den.",
          "A formula has at most 1,000 names and numbers and 64 levels of brackets and minus signs; divide it.");

  private DefinitionRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("definition." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }

  private static Rule formula(String kind, String sv, String en, String helpSv, String helpEn) {
    return error(
        "formula" + kind, "Tecken {position} i formeln: " + sv, "Character {position} of the formula: " + en, helpSv, helpEn);
  }
}
