package se.siru.core.intake;

import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.lexical.IdText;
import se.siru.core.text.LocalizedText;

/** The rules that one cell is held to. */
final class CellRules {
  static final Rule REQUIRED =
      error("required", "{field} saknas.", "{field} is missing.", "Fyll i värdet.", "Fill the value in.");
  static final Rule UNKNOWN_CODE =
      error("unknown-code", "'{value}' är ingen kod i listan {list}.", "'{value}' is no code of the list {list}.",
          "Menades {suggestion}? Skriv 'unknown' eller lämna tomt om värdet inte är känt.",
          "Was {suggestion} meant? Write 'unknown' or leave it empty where the value is not known.");
  static final Rule NOT_A_DATE =
      error("not-a-date", "'{value}' är inget datum.", "'{value}' is not a date.",
          "Skriv ett datum som finns, åååå-mm-dd, till exempel 2022-03-31.",
          "Write a date that exists as yyyy-mm-dd, for example 2022-03-31.");
  static final Rule NOT_A_NUMBER =
      error("not-a-number", "'{value}' är inget tal.", "'{value}' is not a number.",
          "Skriv bara siffror, med punkt före decimaler och utan blanksteg, till exempel 1234.5.",
          "Write digits only, with a point before decimals and no blanks, for example 1234.5.");
  static final Rule NO_SOURCE_ROWS =
      error("no-source-rows", "'{value}' anger inga källrader.", "'{value}' names no rows of a source.",
          "Skriv till exempel 14, 14;15;31, 14..20 eller tid.xlsx#Maj:3; utan källa bara där datapackage.json anger filens källa.",
          "Write for example 14, 14;15;31, 14..20 or time.xlsx#May:3; without a source only where datapackage.json states the file's.");
  static final Rule TOO_MANY_DECIMALS =
      error("too-many-decimals", "{value} har fler än {scale} decimaler.", "{value} has more than {scale} decimals.",
          "Avrunda i källan; här avrundas inget.", "Round it in the source; nothing is rounded here.");
  static final Rule OUT_OF_RANGE =
      error("out-of-range", "{value} ligger utanför {least} till {most}.", "{value} is outside {least} to {most}.",
          "Rätta värdet.", "Correct the value.");
  static final Rule CONTROL_CHARACTER =
      error("control-character", "Texten innehåller tecknet {character}.", "The text holds the character {character}.",
          "Ta bort styrtecken och halva tecken.", "Remove control characters and half characters.");
  static final Rule TOO_LONG =
      error("too-long", "Värdet har {length} tecken; högst {most} får plats.",
          "The value has {length} characters; at most {most} fit.", "Korta det.", "Shorten it.");
  static final Rule NOT_AN_ID =
      error("not-an-id", "'{value}' kan inte vara ett id.", "'{value}' cannot be an id.",
          "Ett id har inga yttre blanksteg, inget semikolon och ingen radbrytning.",
          "An id has no outer blanks, no semicolon and no line break.");
  static final Rule INVISIBLE_CHARACTER =
      error("invisible-character", "Id:t innehåller {character}, som inte syns.", "The id holds {character}, which cannot be seen.",
          "Ta bort tecknet eller skriv ett vanligt blanksteg; id som ser lika ut ska vara lika.",
          "Remove the character or write an ordinary blank; ids that look alike must be alike.");
  static final Rule CURRENCY =
      error("currency", "Beloppet '{value}' är inte i {currency}.", "The amount '{value}' is not in {currency}.",
          "En portfölj har en valuta; räkna om i källan eller byt portföljens valuta.",
          "A portfolio has one currency; convert in the source or change the portfolio's currency.");

  private CellRules() {}

  /** True where a text can be an id; a finding where it cannot. */
  static boolean isId(String text, Origin origin, Findings findings) {
    IdText.Fault fault = IdText.fault(text);
    if (fault != null) {
      refuse(text, fault, origin, findings);
    }
    return fault == null;
  }

  private static void refuse(String text, IdText.Fault fault, Origin origin, Findings findings) {
    switch (fault.kind()) {
      case LENGTH:
        findings.add(
            TOO_LONG, origin, "length", Integer.toString(text.length()), "most", Integer.toString(IdText.LONGEST));
        break;
      case CONTROL:
        findings.add(CONTROL_CHARACTER, origin, "character", fault.character());
        break;
      case INVISIBLE:
        findings.add(INVISIBLE_CHARACTER, origin, "character", fault.character());
        break;
      default:
        findings.add(NOT_AN_ID, origin, "value", text);
    }
  }

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("cell." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }
}
