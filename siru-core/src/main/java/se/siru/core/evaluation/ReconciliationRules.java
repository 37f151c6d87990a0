package se.siru.core.evaluation;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** What a reported or approved value must name for it to be held against a computed one. */
final class ReconciliationRules {
  static final Rule UNKNOWN_INDICATOR =
      Rule.error(
          "reconcile.unknown-indicator",
          LocalizedText.of("Indikatorn '{value}' finns inte.", "There is no indicator '{value}'."),
          LocalizedText.of(
              "Skriv indikatorns kod eller id som katalogen har det.",
              "Write the indicator's code or id as the catalogue has it."));

  static final Rule UNKNOWN_PERIOD =
      Rule.error(
          "reconcile.unknown-period",
          LocalizedText.of("'{value}' är ingen period.", "'{value}' is no period."),
          LocalizedText.of(
              "Skriv total, 2023, 2021-Q3, från/till, eller en rapporteringsperiod i beslutet ({known}).",
              "Write total, 2023, 2021-Q3, from/until, or a reporting period of the decision ({known})."));

  static final Rule NO_CELL =
      Rule.error(
          "reconcile.no-cell",
          LocalizedText.of(
              "{indicator} har inget värde för {codes}.", "{indicator} has no value for {codes}."),
          LocalizedText.of(
              "Se över dimensionerna och koderna; 'siru schema' visar dem.",
              "Check the dimensions and codes; 'siru schema' shows them."));

  static final Rule NOTHING =
      Rule.warning(
          "reconcile.nothing",
          LocalizedText.of("Det finns inget värde att stämma av.", "There is no value to hold against a computed one."),
          LocalizedText.of(
              "Ange en fil, eller lägg observationer i portföljen.",
              "Name a file, or put observations into the portfolio."));

  private ReconciliationRules() {}
}
