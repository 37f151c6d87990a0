package se.siru.core.law;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that a file of law data is held to, beside those of JSON. */
final class LawDataRules {
  static final Rule FORMAT =
      error("format", "Formatet är '{found}'.", "The format is '{found}'.",
          "Läsbart här: {accepted}.", "Readable here: {accepted}.");
  static final Rule NAME =
      error("name", "'{name}' kan inte vara id eller version.", "'{name}' cannot be an id or version.",
          "Skriv små bokstäver, siffror, punkt och bindestreck.", "Write small letters, digits, full stops and hyphens.");
  static final Rule UNKNOWN_CODE =
      error("unknown-code", "Koden '{code}' finns inte i listan {list}.", "The list {list} has no code '{code}'.",
          "Menades {known}?", "Was {known} meant?");
  static final Rule CURRENCY =
      error("currency", "'{value}' är ingen valutakod.", "'{value}' is no currency code.",
          "Skriv tre stora bokstäver enligt ISO 4217, till exempel SEK.",
          "Write three capital letters of ISO 4217, for example SEK.");
  static final Rule DOES_NOT_FIT =
      error("does-not-fit", "Uppgiften kan inte stämma: {problem}.", "The entry cannot be right: {problem}.",
          "Rätta talen eller dagarna; until är dagen efter den sista.",
          "Correct the numbers or days; until is the day after the last one.");
  static final Rule EXACTLY_ONE =
      error("exactly-one", "Ange just en av {choices}.", "State exactly one of {choices}.",
          "Ta bort resten eller dela upp uppgiften.", "Remove the others, or divide the entry.");

  private LawDataRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("law-data." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }
}
