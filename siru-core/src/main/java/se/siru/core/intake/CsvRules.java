package se.siru.core.intake;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that a CSV file is held to as a whole and row by row. */
final class CsvRules {
  static final Rule EMPTY =
      error("empty", "Filen är tom.", "The file is empty.",
          "Den första raden ska vara rubrikraden, även när inga poster följer.",
          "The first row is the header row, also where no record follows.");
  static final Rule NOT_UTF8 =
      error("not-utf8", "Byte {offset} är inte UTF-8: {byte}.", "Byte {offset} is not UTF-8: {byte}.",
          "Spara om filen som UTF-8, eller importera den med en mappning som anger teckenkodningen.",
          "Save the file as UTF-8, or import it with a mapping that states its encoding.");
  static final Rule WRONG_SEPARATOR =
      error("wrong-separator", "Kolumnerna skiljs åt med {found}.", "The columns are separated by {found}.",
          "Filer i en portfölj har kommatecken; importera andra med en mappning som anger skiljetecknet.",
          "Files of a portfolio have commas; import others with a mapping that states the separator.");
  static final Rule UNKNOWN_COLUMN =
      error("unknown-column", "Kolumnen '{column}' är okänd.", "The column '{column}' is not known.",
          "Menades {suggestion}? Egna kolumner anges i siru:fields i datapackage.json.",
          "Was {suggestion} meant? Columns of your own are declared in siru:fields of datapackage.json.");
  static final Rule MISSING_COLUMN =
      error("missing-column", "Kolumnen '{column}' saknas.", "The column '{column}' is missing.",
          "Lägg till den; varje {type} måste ange den.", "Add it; every {type} must state it.");
  static final Rule DUPLICATE_COLUMN =
      error("duplicate-column", "Kolumnen '{column}' finns två gånger.", "The column '{column}' is there twice.",
          "Behåll den ena.", "Keep one of them.");
  static final Rule BLANK_HEADER =
      error("blank-header", "Kolumn {number} saknar rubrik.", "Column {number} has no header.",
          "Ge kolumnen en rubrik eller ta bort den.", "Name the column or remove it.");
  static final Rule FIELD_COUNT =
      error("field-count", "Raden har {found} fält; rubrikraden har {expected}.",
          "The row has {found} fields; the header has {expected}.",
          "Sätt citattecken om värden som innehåller kommatecken.", "Quote values that hold a comma.");
  static final Rule UNCLOSED_QUOTE =
      error("unclosed-quote", "Ett citattecken stängs aldrig.", "A quote is never closed.",
          "Stäng det; ett citattecken inuti ett värde skrivs dubbelt.",
          "Close it; a quote inside a value is written twice.");
  static final Rule AFTER_QUOTE =
      error("after-quote", "Något följer efter det stängande citattecknet.", "Something follows a closing quote.",
          "Ett citattecken inuti ett värde skrivs dubbelt.", "A quote inside a value is written twice.");
  static final Rule TOO_LARGE =
      error("too-large", "Ett fält eller en rad är för stor.", "A field or row is too large.",
          "Ett fält rymmer 1 000 000 tecken och en rad 16 000 000. Oftast saknas ett citattecken eller en radbrytning.",
          "A field holds 1,000,000 characters and a row 16,000,000. Most often a quote or a line break is missing.");

  static final Rule TOO_MANY_ROWS =
      error("too-many-rows", "Filen har för många rader.", "The file has too many rows.",
          "En fil rymmer 2 147 483 647 rader, tomma medräknade. Dela upp den i flera.",
          "A file holds 2,147,483,647 rows, blank ones counted. Split it into several.");

  private CsvRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("csv." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }
}
