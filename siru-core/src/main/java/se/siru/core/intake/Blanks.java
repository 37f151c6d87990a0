package se.siru.core.intake;

/** Blanks around what people write, also those that keep words together, which spreadsheets and web pages leave behind. */
final class Blanks {
  private Blanks() {}

  /** The text without blanks of any kind at its ends. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
