package se.siru.core.text;

import se.siru.core.stability.Provided;

/**
 * A text as a message quotes it: whole where it is short, else its start and, in brackets, how many characters it has, such as
 * {@code aaaa…[900000]}. The same in every language. What is an excerpt already stays as it is.
 */
@Provided(since = "0.1.0")
public final class Excerpt {
  /** The most characters of a value that is quoted: a cell, a name, a code, an id. */
  public static final int OF_VALUE = 100;
  /** The most characters of a place, such as a file with a JSON pointer. */
  public static final int OF_PLACE = 300;
  /** The most characters of a message that quotes several texts. */
  public static final int OF_MESSAGE = 1_000;

  private static final int ROOM_FOR_LENGTH = 20;

  private Excerpt() {}

  /** A value of at most {@value #OF_VALUE} characters. */
  public static String of(String text) {
    return of(text, OF_VALUE);
  }

  /**
   * A text of at most so many characters.
   *
   * @param most above {@value #ROOM_FOR_LENGTH}
   * @throws IllegalArgumentException where it is not
   */
  public static String of(String text, int most) {
    if (most <= ROOM_FOR_LENGTH) {
      throw new IllegalArgumentException("most " + most);
    }
    if (text.length() <= most) {
      return text;
    }
    int end = most - ROOM_FOR_LENGTH;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…[" + text.codePointCount(0, text.length()) + "]";
  }
}
