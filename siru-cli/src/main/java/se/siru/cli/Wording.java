package se.siru.cli;

/**
 * Texts and numbers in the language that a reader asked for.
 *
 * @param language a language tag; texts of the command line are in English for all but {@code sv}
 */
record Wording(String language) {
  String say(String swedish, String english) {
    return isSwedish() ? swedish : english;
  }

  boolean isSwedish() {
    return language.equals("sv");
  }

  /** Digits with a decimal point as they are read. */
  String decimal(String digits) {
    return isSwedish() ? digits.replace('.', ',') : digits;
  }
}
