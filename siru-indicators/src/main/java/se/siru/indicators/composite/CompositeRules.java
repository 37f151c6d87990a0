package se.siru.indicators.composite;

import java.util.List;
import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that the declaration of a composite index is held to, beside those of every JSON document. */
final class CompositeRules {
  static final Rule FORMAT =
      error("format", "Formatet är '{found}'; här läses {accepted}.", "The format is '{found}'; {accepted} is read here.",
          "Skriv \"siru\": \"{accepted}\" överst.", "Write \"siru\": \"{accepted}\" at the top.");

  static final Rule DUPLICATE =
      error("duplicate", "Två delar har koden '{code}'.", "Two parts have the code '{code}'.",
          "Ge varje del en egen kod; en indikator kan bara ingå en gång.",
          "Give each part a code of its own; an indicator can be in the index only once.");

  static final Rule WITHOUT_PARTS =
      error("without-parts", "'{code}' har ingen del med vikt.", "'{code}' has no part with a weight.",
          "Ange minst en del vars vikt är större än 0.", "Give at least one part whose weight is greater than 0.");

  static final Rule OUT_OF_RANGE =
      error("out-of-range", "{member} är {found}; tillåtet är {allowed}.", "{member} is {found}; allowed is {allowed}.",
          "Rätta talet.", "Correct the number.");

  static final Rule NO_COLUMN =
      error("no-column", "Tabellen saknar kolumner som indexet behöver: {names}.", "The table lacks columns that the index needs: {names}.",
          "Lägg till dem, eller rätta namnen i deklarationen.", "Add them, or correct the names in the declaration.");

  static final Rule NO_UNIT =
      error("no-unit", "Raden har ingen enhet i första kolumnen.", "The row has no unit in its first column.",
          "Ange enhetens id.", "Give the id of the unit.");

  static final Rule UNIT_TWICE =
      error("unit-twice", "Enheten '{unit}' har flera rader.", "The unit '{unit}' has several rows.",
          "Ge varje enhet en rad.", "Give each unit one row.");

  static final Rule NO_NUMBER =
      error("no-number", "'{value}' är inget tal.", "'{value}' is no number.",
          "Skriv siffror med punkt före decimaler; lämna tomt det som saknas.",
          "Write digits with a point before decimals; leave empty what is missing.");

  static final List<Rule> ALL =
      List.of(FORMAT, DUPLICATE, WITHOUT_PARTS, OUT_OF_RANGE, NO_COLUMN, NO_UNIT, UNIT_TWICE, NO_NUMBER);

  private CompositeRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("composite." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }
}
