package se.siru.core.pack;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** What a rule set must say for a pack to be made under it. */
final class PackRules {
  static final Rule LIGHT =
      Rule.error(
          "rules.light",
          LocalizedText.of(
              "Gränserna för läget går inte ihop: on-track {on-track}, at-risk {at-risk}, pace {pace}.",
              "The thresholds of the status do not fit: on-track {on-track}, at-risk {at-risk}, pace {pace}."),
          LocalizedText.of(
              "Skriv 0 ≤ at-risk ≤ on-track ≤ 1, och pace som milestones eller even.",
              "Write 0 ≤ at-risk ≤ on-track ≤ 1, and pace as milestones or even."));

  private PackRules() {}
}
