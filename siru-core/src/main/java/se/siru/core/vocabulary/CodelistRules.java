package se.siru.core.vocabulary;

import java.util.List;
import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that a code list on disk is held to. */
final class CodelistRules {
  /** A file of another format or major version. */
  public static final Rule FORMAT =
      error("format", "Formatet är '{found}'.", "The format is '{found}'.",
          "Läsbart här: {accepted}.", "Readable here: {accepted}.");
  /** A list extends one that is not there. */
  public static final Rule UNKNOWN_BASE =
      error("unknown-base", "Kodlistan '{base}' som ska utökas finns inte.", "There is no code list '{base}' to extend.",
          "Menades {suggestion}?", "Was {suggestion} meant?");
  /** A code that cannot be one. */
  public static final Rule BAD_CODE =
      error("bad-code", "'{code}' kan inte vara en kod.", "'{code}' cannot be a code.",
          "En kod har 1 till 256 tecken, inga yttre blanksteg, inget semikolon och är inte 'unknown'.",
          "A code has 1 to 256 characters, no outer blanks, no semicolon and is not 'unknown'.");
  /** A code with a character that cannot be seen. */
  public static final Rule CHARACTER =
      error("character", "Koden '{code}' innehåller {character}, som inte syns.",
          "The code '{code}' holds {character}, which cannot be seen.",
          "Ta bort tecknet eller skriv ett vanligt blanksteg; koder som ser lika ut ska vara lika.",
          "Remove the character or write an ordinary blank; codes that look alike must be alike.");
  /** A code twice in one list. */
  public static final Rule DUPLICATE_CODE =
      error("duplicate-code", "Koden '{code}' finns redan i listan.", "The code '{code}' is already in the list.",
          "Ta bort den ena.", "Remove one of them.");
  /** A parent that the list does not hold. */
  public static final Rule UNKNOWN_PARENT =
      error("unknown-parent", "Överkoden '{parent}' till '{code}' finns inte i listan.",
          "The parent '{parent}' of '{code}' is not in the list.", "Menades {suggestion}?", "Was {suggestion} meant?");
  /** A code above itself. */
  public static final Rule CYCLE =
      error("cycle", "Överkoderna går i ring i '{list}'.", "The parents of '{list}' form a ring.",
          "Låt varje kod sluta i en kod utan överkod.", "Let every code end at one without a parent.");
  /** Validity that ends before it begins. */
  public static final Rule REVERSED =
      error("reversed", "Koden '{code}' slutar gälla innan den börjar.", "The code '{code}' ends before it begins.",
          "Byt plats på from och until.", "Swap from and until.");

  private CodelistRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("codelist." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }

  /** All rules of this area. */
  public static List<Rule> all() {
    return List.of(FORMAT, UNKNOWN_BASE, BAD_CODE, CHARACTER, DUPLICATE_CODE, UNKNOWN_PARENT, CYCLE, REVERSED);
  }
}
