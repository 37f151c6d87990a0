package se.siru.core.json;

import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class Closest {

  private static final int MAX_DISTANCE = 2;

  private Closest() {}

  /**
   * The first of the closest names within two edits (insert, delete, replace a character, swap two neighbours), or
   * null. A name of which nothing would remain is never meant.
   */
  public static @Nullable String to(String name, Iterable<String> known) {
    String closest = null;
    int least = MAX_DISTANCE + 1;
    for (String candidate : known) {
      int longer = Math.max(name.length(), candidate.length());
      if (longer - Math.min(name.length(), candidate.length()) < least) {
        int distance = distance(name, candidate);
        if (distance < least && distance < longer) {
          least = distance;
          closest = candidate;
        }
      }
    }
    return closest;
  }

  /** The closest name, or where none is close all known ones, shortened to 80 characters: what a hint offers. */
  public static String orAll(String name, Iterable<String> known) {
    String closest = to(name, known);
    return closest != null ? closest : Tokens.shortened(String.join(", ", known));
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, beforeLast[j - 2] + 1);
        }
        row[j] = least;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
