package se.siru.core.lexical;

import java.util.Comparator;

/** Orders texts as people number things: {@code row-2} before {@code row-10}. Digits are those of ASCII. */
public final class NaturalOrder implements Comparator<String> {
  /** The order, which has no state. */
  public static final Comparator<String> INSTANCE = new NaturalOrder().thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int order;
      if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
        int from = significant(one, i);
        int otherFrom = significant(other, j);
        i = end(one, from);
        j = end(other, otherFrom);
        order = Integer.compare(i - from, j - otherFrom);
        order = order != 0 ? order : one.substring(from, i).compareTo(other.substring(otherFrom, j));
      } else {
        order = Character.compare(one.charAt(i++), other.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  /** Where a number begins after its leading zeros. */
  private static int significant(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
