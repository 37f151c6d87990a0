package se.siru.core.lexical;

/** Finds characters that no text of ours may hold: control characters and halves of surrogate pairs. */
public final class IllegalCharacters {
  private IllegalCharacters() {}

  /**
   * The index of the first illegal character, or -1 without any.
   *
   * @param breaks whether line breaks and tabs are allowed
   */
  public static int first(char[] chars, int from, int to, boolean breaks) {
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c < ' ') {
        if (!breaks || c != '\n' && c != '\r' && c != '\t') {
          return i;
        }
      } else if (c >= 0x7F) {
        if (c <= 0x9F) {
          return i;
        }
        if (Character.isSurrogate(c)) {
          if (i + 1 == to || !Character.isSurrogatePair(c, chars[i + 1])) {
            return i;
          }
          i++;
        }
      }
    }
    return -1;
  }

  /** As {@link #first(char[], int, int, boolean)}, of a whole text. */
  public static int first(String text, boolean breaks) {
    return first(text.toCharArray(), 0, text.length(), breaks);
  }
}
