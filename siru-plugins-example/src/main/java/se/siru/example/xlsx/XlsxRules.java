package se.siru.example.xlsx;

import java.util.List;
import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that a workbook is held to, and what is to be known about how it was read. */
final class XlsxRules {
  static final Rule NOT_A_WORKBOOK =
      error("not-a-workbook", "Filen är ingen Excelarbetsbok (xlsx): {why}.", "The file is no Excel workbook (xlsx): {why}.",
          "Öppna den i Excel och spara den som Excelarbetsbok (.xlsx).",
          "Open it in Excel and save it as an Excel workbook (.xlsx).");
  static final Rule ENCRYPTED =
      error("encrypted", "Arbetsboken är skyddad med lösenord.", "The workbook is protected by a password.",
          "Ta bort lösenordet i Excel (Arkiv, Info, Skydda arbetsbok) och spara den.",
          "Remove the password in Excel (File, Info, Protect Workbook) and save it.");
  static final Rule OLD_FORMAT =
      error("old-format", "Filen är i Excels äldre format (xls).", "The file is in the older format of Excel (xls).",
          "Öppna den i Excel och spara den som Excelarbetsbok (.xlsx).",
          "Open it in Excel and save it as an Excel workbook (.xlsx).");
  static final Rule DAMAGED =
      error("damaged", "Arbetsboken är skadad: {part} ({why}).", "The workbook is damaged: {part} ({why}).",
          "Öppna den i Excel, låt Excel reparera den och spara den på nytt.",
          "Open it in Excel, let Excel repair it and save it anew.");
  static final Rule TOO_LARGE =
      error("too-large", "Arbetsboken är för stor: {part} har mer än {most} {unit}.",
          "The workbook is too large: {part} has more than {most} {unit}.",
          "Ta bort blad och rader som inte behövs, eller spara bladet som CSV.",
          "Remove sheets and rows that are not needed, or save the sheet as CSV.");
  static final Rule BAD_REFERENCE =
      error("bad-reference", "Cellen '{reference}' kan inte finnas här.", "The cell '{reference}' cannot be here.",
          "Arbetsboken är inte skriven av Excel eller är skadad; öppna den i Excel och spara den på nytt.",
          "The workbook was not written by Excel or is damaged; open it in Excel and save it anew.");
  static final Rule BAD_CELL =
      error("bad-cell", "Cellen kan inte läsas som {kind}.", "The cell cannot be read as {kind}.",
          "Skriv om cellen i Excel och spara arbetsboken.", "Write the cell anew in Excel and save the workbook.");
  static final Rule NO_SHEET =
      error("no-sheet", "Det finns inget blad '{sheet}'.", "There is no sheet '{sheet}'.",
          "Blad som finns: {sheets}.", "Sheets that are there: {sheets}.");
  static final Rule WHICH_SHEET =
      error("which-sheet", "Flera blad har innehåll: {sheets}.", "Several sheets have content: {sheets}.",
          "Ange \"sheet\" för källan: ett namn, ett mönster som '2023*' eller en plats som 1.",
          "Name the \"sheet\" of the source: a name, a pattern such as '2023*' or a position such as 1.");
  static final Rule EMPTY =
      error("empty", "Arbetsboken har inget blad med innehåll.", "The workbook has no sheet with content.",
          "Kontrollera att det är rätt fil.", "Check that it is the right file.");
  static final Rule HIDDEN_READ =
      info("hidden-read", "Bladet är dolt, och läses.", "The sheet is hidden, and is read.",
          "Mappningen namnger det.", "The mapping names it.");
  static final Rule HIDDEN_SKIPPED =
      warning("hidden-skipped", "Bladet är dolt, och läses inte.", "The sheet is hidden, and is not read.",
          "Visa det i Excel, eller ange dess namn som \"sheet\".", "Show it in Excel, or give its name as \"sheet\".");
  static final Rule HIDDEN_ROWS =
      warning("hidden-rows", "{count} rader är dolda, den första rad {row}, och läses som de andra.",
          "{count} rows are hidden, the first row {row}, and are read like the others.",
          "Ta bort filtret i Excel och se efter om de hör dit.", "Remove the filter in Excel and see whether they belong.");
  static final Rule MERGED =
      warning("merged", "{count} områden är sammanfogade, det första {range}: bara deras första cell har ett värde.",
          "{count} ranges are merged, the first {range}: only their first cell has a value.",
          "Dela cellerna i Excel och fyll i värdet på varje rad, om det gäller dem alla.",
          "Split the cells in Excel and write the value in each row, where it holds for all of them.");
  static final Rule PERCENT =
      warning("percent", "{count} tal visas i procent, det första i {cell}, och läses som andelar: 40 % är 0,4.",
          "{count} numbers are shown as percent, the first in {cell}, and are read as shares: 40% is 0.4.",
          "Kontrollera att fältet ska ha en andel; ändra annars cellens format och värde i Excel.",
          "See that the field is to have a share; change the format and value of the cell in Excel else.");

  /** All rules. */
  static final List<Rule> ALL =
      List.of(NOT_A_WORKBOOK, ENCRYPTED, OLD_FORMAT, DAMAGED, TOO_LARGE, BAD_REFERENCE, BAD_CELL, NO_SHEET, WHICH_SHEET,
          EMPTY, HIDDEN_READ, HIDDEN_SKIPPED, HIDDEN_ROWS, MERGED, PERCENT);

  private XlsxRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("xlsx." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }

  private static Rule warning(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.warning("xlsx." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }

  private static Rule info(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.info("xlsx." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }
}
