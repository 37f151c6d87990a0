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

  static final List<Rule> ALL = List.of(FORMAT, DUPLICATE, WITHOUT_PARTS, OUT_OF_RANGE);

  private CompositeRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("composite." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }
}
