package se.siru.core.evaluation;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** What a reader of results should know. */
final class EvaluationRules {
  static final Rule NO_DIMENSION =
      Rule.info(
          "evaluation.no-dimension",
          LocalizedText.of(
              "Kan inte fördelas på {dimension}: {indicators}", "Cannot be broken down by {dimension}: {indicators}"),
          LocalizedText.of("De visas som totaler.", "They are shown as totals."));

  static final Rule PARTLY_COVERED =
      Rule.warning(
          "evaluation.partly-covered",
          LocalizedText.of(
              "Posterna {records} täcker bara en del av {periods}: {indicators}",
              "The {records} cover {periods} only in part: {indicators}"),
          LocalizedText.of(
              "Talen räknar det som finns och kan vara för låga; jämför dem inte med hela perioder.",
              "The numbers count what is there and may be too low; do not compare them with whole periods."));

  static final Rule TWO_MEANINGS =
      Rule.warning(
          "evaluation.two-meanings",
          LocalizedText.of(
              "{indicator} räknar ihop två slags {dimension}: {first} i {of-first} och {second} i {of-second}",
              "{indicator} combines two kinds of {dimension}: {first} in {of-first} and {second} in {of-second}"),
          LocalizedText.of(
              "Raderna jämför inte lika med lika. Ange i definitionernas dimensions vad {dimension} ska betyda i båda, "
                  + "eller fördela på något annat.",
              "The rows do not compare like with like. Say in the dimensions of the definitions what {dimension} shall mean in "
                  + "both, or break down by something else."));

  static final Rule AUTHOR_FAILED =
      Rule.warning(
          "evaluation.code-failed",
          LocalizedText.of("Koden bakom {indicator} fallerade: {reason-sv}", "The code behind {indicator} failed: {reason}"),
          LocalizedText.of(
              "Indikatorns celler är märkta som misslyckade; andra tal påverkas inte.",
              "The indicator's cells are marked as failed; no other number is affected."));

  static final Rule RULE_FAILED =
      Rule.warning(
          "evaluation.rule-failed",
          LocalizedText.of(
              "Regeln {rule} i tillägget {plugin} kunde inte prövas: {reason}",
              "The rule {rule} of the plugin {plugin} could not be applied: {reason}"),
          LocalizedText.of(
              "Posterna är inte prövade mot den regeln; allt annat gäller. Felet hör till tillägget.",
              "Records were not held to that rule; everything else stands. The fault is the plugin's."));

  static final Rule RULE_FAILED_STRICTLY =
      Rule.error(
          "evaluation.rule-failed-strictly",
          LocalizedText.of(
              "Regeln {rule} i tillägget {plugin} kunde inte prövas: {reason}",
              "The rule {rule} of the plugin {plugin} could not be applied: {reason}"),
          LocalizedText.of(
              "Värden är strikt och tar inte emot poster som inte är prövade mot regeln. Rätta tillägget, eller kör utan strikthet.",
              "The host is strict and takes no records that were not held to the rule. Mend the plugin, or run without being strict."));

  static final Rule FAILED_STRICTLY =
      Rule.error(
          "evaluation.failed-strictly",
          LocalizedText.of(
              "{indicator} ({provider}) misslyckades: {reason-sv}", "{indicator} ({provider}) failed: {reason}"),
          LocalizedText.of(
              "Körningen är strikt och ger inga resultat. Rätta tillägget, välj indikatorer utan det, eller kör utan strikthet.",
              "The run is strict and gives no results. Mend the plugin, choose indicators without it, or run without being strict."));

  static final Rule OUT_OF_RANGE =
      Rule.warning(
          "evaluation.out-of-range",
          LocalizedText.of(
              "{cells} värden av {indicator} ligger utanför det deklarerade intervallet, {range-sv}; det första är {value} i {cell}",
              "{cells} values of {indicator} lie outside the declared range, {range}; the first is {value} in {cell}"),
          LocalizedText.of(
              "Cellerna är märkta som misslyckade. Rätta det som räknar, eller definitionens range om den är för snäv.",
              "The cells are marked as failed. Correct what computes them, or the range of the definition if it is too narrow."));

  static final Rule NOT_ADDITIVE =
      Rule.warning(
          "evaluation.not-additive",
          LocalizedText.of(
              "Koden bakom {indicator} bryter den additivitet som deklarerats: delarna efter {axis} ger {parts}, totalen är {total}, i {cell}",
              "The code behind {indicator} violates the additivity declared: the parts by {axis} give {parts}, the total is {total}, in {cell}"),
          LocalizedText.of(
              "Alla indikatorns celler är märkta som misslyckade. Rätta koden, eller ta bort additive-over om värdena inte får adderas.",
              "All cells of the indicator are marked as failed. Correct the code, or take additive-over away if values do not add up."));

  static final Rule NON_DETERMINISTIC =
      Rule.warning(
          "evaluation.non-deterministic",
          LocalizedText.of(
              "Koden bakom {indicator} är inte deterministisk: {first} första gången, {second} andra gången, i {cell}",
              "The code behind {indicator} is not deterministic: {first} the first time, {second} the second, in {cell}"),
          LocalizedText.of(
              "Alla indikatorns celler är märkta som misslyckade. Tal i parentes är räknade poster och okända. Koden får inte bero på "
                  + "klocka, slump, ordning eller vad den räknat förut.",
              "All cells of the indicator are marked as failed. Numbers in brackets are records counted and unknown. Code must not "
                  + "depend on the clock, on chance, on order or on what it computed before."));

  static final Rule TARGET_OF_NOTHING =
      Rule.warning(
          "evaluation.target-of-nothing",
          LocalizedText.of(
              "Ett målvärde gäller {indicator}, som inte finns", "A target is set for {indicator}, which is not known"),
          LocalizedText.of(
              "Skriv indikatorns kod eller id som katalogen har det.", "Write the indicator's code or id as the catalogue has it."));

  static final Rule RULES_UNCONFIRMED =
      Rule.info(
          "evaluation.rules-unconfirmed",
          LocalizedText.of(
              "Regeluppsättningen {rules} har värden som ännu inte är avstämda mot den officiella texten: {indicators}",
              "The rule set {rules} has values that are not yet confirmed against the official text: {indicators}"),
          LocalizedText.of(
              "'siru indicators KOD --rules …' visar vilka. Stäm av dem och skriv en egen regeluppsättning.",
              "'siru indicators CODE --rules …' shows which. Confirm them and write a rule set of your own."));

  static final Rule PREVIEW =
      Rule.info(
          "evaluation.preview",
          LocalizedText.of(
              "Förhandsvärden; de officiella talen kommer från register: {indicators}",
              "Previews; the official figures come from registers: {indicators}"),
          LocalizedText.of(
              "Rapportera inte dessa värden som de officiella.", "Do not report these values as the official ones."));

  static final Rule DEFINITIONS_LEFT_OUT =
      Rule.warning(
          "evaluation.definitions-left-out",
          LocalizedText.of(
              "Portföljens egna indikatorer i {path} är inte med i katalogen som räknar.",
              "The portfolio's own indicators in {path} are not in the catalogue that counts."),
          LocalizedText.of(
              "I Java: siru.withDefinitions(portfolio).evaluate(portfolio).",
              "In Java: siru.withDefinitions(portfolio).evaluate(portfolio)."));

  private EvaluationRules() {}
}
