package se.siru.indicators.statistics;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** What a reader of a change must be warned of. */
final class ChangeRules {
  static final Rule OPPOSITE =
      Rule.warning(
          "change.opposite",
          LocalizedText.of(
              "{indicator} {cell}: medelvärdena för alla svarande går åt andra hållet än de parade svaren",
              "{indicator} {cell}: the means of all respondents point the other way than the paired answers"),
          LocalizedText.of(
              "Vilka som svarade har ändrats mellan omgångarna. Använd den parade förändringen och visa bortfallet.",
              "Who answered changed between the waves. Use the paired change and show the attrition."));

  private ChangeRules() {}
}
