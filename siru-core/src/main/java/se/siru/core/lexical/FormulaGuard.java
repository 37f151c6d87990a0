package se.siru.core.lexical;

/**
 * Keeps spreadsheets from running text as a formula. An apostrophe goes before a text that begins with a sign that
 * spreadsheets act on, and before one that would look like that result, so that {@link #restore} gives every text back.
 */
public final class FormulaGuard {
  /** What may be a guard; whether it is one goes by what follows. */
  public static final byte MARK = '\'';

  private static final String ACTED_ON = "=+-@\t\r\n＝＋－＠";

  private FormulaGuard() {}

  /** A text that is safe as a cell. */
  public static String guard(String text) {
    char[] chars = text.toCharArray();
    return begins(chars, 0, chars.length) ? "'" + text : text;
  }

  /** The text from which {@link #guard} made a cell. */
  public static String restore(String cell) {
    boolean marked = !cell.isEmpty() && cell.charAt(0) == MARK;
    return marked && begins(cell.toCharArray(), 0, cell.length()) ? cell.substring(1) : cell;
  }

  /** True where the first of the characters is an apostrophe that {@link #guard} put there. */
  public static boolean isGuarded(char[] chars, int from, int to) {
    return from < to && chars[from] == '\'' && begins(chars, from, to);
  }

  private static boolean begins(char[] chars, int from, int to) {
    int at = from;
    while (at < to && chars[at] == '\'') {
      at++;
    }
    return at < to && ACTED_ON.indexOf(chars[at]) >= 0;
  }
}
