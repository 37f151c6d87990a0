package se.siru.core.indicator;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that a rule set is held to, beside those of every JSON document. */
final class RuleSetRules {
  /** The file does not say the format that is read here. */
  public static final Rule FORMAT =
      error("format", "Formatet är '{found}'; här läses {accepted}.", "The format is '{found}'; {accepted} is read here.",
          "Skriv \"siru\": \"{accepted}\" överst.", "Write \"siru\": \"{accepted}\" at the top.");

  /** An id or version that is none. */
  public static final Rule NAME =
      error("name", "'{name}' kan inte vara id eller version för en regeluppsättning.",
          "'{name}' cannot be the id or version of a rule set.",
          "Ett id skrivs med små bokstäver och bindestreck, en version är ett kort ord utan blanksteg; 'defaults' är upptaget.",
          "An id is written in small letters and hyphens, a version is a short word without blanks; 'defaults' is taken.");

  /** Two values for one parameter of one indicator. */
  public static final Rule TWICE =
      error("twice", "{parameter} för {indicator} anges två gånger.", "{parameter} of {indicator} is given twice.",
          "Behåll ett värde.", "Keep one value.");

  /** What is neither a number of at least 0, nor a day, nor a word. */
  public static final Rule NO_VALUE =
      error("no-value", "'{found}' kan inte vara värdet på en parameter.", "'{found}' cannot be the value of a parameter.",
          "Skriv ett tal som inte är negativt, en dag som 2021-01-01 eller ett ord.",
          "Write a number that is not negative, a day such as 2021-01-01, or a word.");

  /** A value of another kind than the parameter's. */
  public static final Rule WRONG_KIND =
      error("wrong-kind", "'{value}' är inget värde för {parameter} i {indicator}.",
          "'{value}' is no value of {parameter} in {indicator}.",
          "Tillåtet: {allowed-sv}. 'siru indicators {indicator}' visar vad parametern är.",
          "Allowed: {allowed-en}. 'siru indicators {indicator}' shows what the parameter is.");

  /** A value that nobody asks for. */
  public static final Rule UNUSED =
      Rule.warning("rules.unused",
          LocalizedText.of(
              "Ingen frågar efter {parameter} hos {indicator}.", "Nothing asks for {parameter} of {indicator}."),
          LocalizedText.of(
              "Värdet påverkar inget tal. Är kod och parameter rätt stavade? Det som delas av flera indikatorer ges till den första av dem.",
              "The value affects no number. Are code and parameter spelt right? What several indicators share is given to the first of them."));

  private RuleSetRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("rules." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }
}
