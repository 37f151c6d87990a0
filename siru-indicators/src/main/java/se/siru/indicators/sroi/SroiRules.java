package se.siru.indicators.sroi;

import java.util.List;
import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** What is told of the lines of calculations of social return. */
final class SroiRules {
  static final Rule INCOMPLETE =
      Rule.warning(
          "sroi.incomplete-line",
          LocalizedText.of(
              "Raden anger inte {fields} och ingår inte i kalkylen.", "The line does not state {fields} and is left out of the calculation."),
          LocalizedText.of(
              "Ange vad som antas; skriv 0 där inget hade hänt ändå, trängts undan eller är andras förtjänst.",
              "State what is assumed; write 0 where nothing would have happened anyway, was displaced or is owed to others."));

  static final Rule NEGATIVE_INPUT =
      Rule.error(
          "sroi.negative-input",
          LocalizedText.of("Det som satsats är {value}, mindre än 0.", "What was put in is {value}, less than 0."),
          LocalizedText.of(
              "Rätta beloppet; en förlust är ett utfall med negativ mängd.",
              "Correct the amount; a loss is an outcome with a negative quantity."));

  static final Rule NO_LINES =
      Rule.error(
          "sroi.no-lines",
          LocalizedText.of("Det finns ingen fullständig SROI-rad att räkna med.", "There is no complete SROI line to compute with."),
          LocalizedText.of("Fyll i sroi-lines.csv.", "Fill in sroi-lines.csv."));

  static final List<Rule> ALL = List.of(INCOMPLETE, NEGATIVE_INPUT, NO_LINES);

  private SroiRules() {}
}
