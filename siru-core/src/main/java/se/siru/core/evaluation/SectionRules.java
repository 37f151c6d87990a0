package se.siru.core.evaluation;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** What a file of sections must say, beside what every JSON document must. */
final class SectionRules {
  static final Rule FORMAT =
      Rule.error(
          "sections.format",
          LocalizedText.of("Formatet är '{found}'; här läses {accepted}.", "The format is '{found}'; {accepted} is read here."),
          LocalizedText.of("Skriv \"siru\": \"{accepted}\" överst.", "Write \"siru\": \"{accepted}\" at the top."));

  static final Rule NOTHING =
      Rule.error(
          "sections.nothing",
          LocalizedText.of("Ett avsnitt utan indikatorer visar ingenting.", "A section without indicators shows nothing."),
          LocalizedText.of("Nämn minst en kod, ett id eller ett mönster.", "Name at least one code, id or glob."));

  static final Rule PERIODS =
      Rule.error(
          "sections.periods",
          LocalizedText.of("'{value}' är inga perioder: {reason}", "'{value}' is no periods: {reason}"),
          LocalizedText.of(
              "Skriv total, 2021, 2021..2023/quarter eller flera med komma emellan.",
              "Write total, 2021, 2021..2023/quarter, or several separated by commas."));

  private SectionRules() {}
}
