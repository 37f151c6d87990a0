package se.siru.core.format.csv;

/**
 * Keeps spreadsheets from running text as a formula. An apostrophe goes before a text that begins with a sign that
 * spreadsheets act on, and before one that would look like that result, so that {@link #restore} gives every text back.
 */
final class FormulaGuard {
  private static final String ACTED_ON = "=+-@\t\r\n＝＋－＠";

  private FormulaGuard() {}

  /** A text that is safe as a cell. */
  static String guard(String text) {
    return begins(text) ? "'" + text : text;
  }

  /** The text from which {@link #guard} made a cell. */
  static String restore(String cell) {
    return cell.startsWith("'") && begins(cell) ? cell.substring(1) : cell;
  }

  private static boolean begins(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    return at < text.length() && ACTED_ON.indexOf(text.charAt(at)) >= 0;
  }
}
