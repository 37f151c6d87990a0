package se.siru.core.json;

import org.jspecify.annotations.Nullable;
import se.siru.core.lexical.EditDistance;

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
        int distance = EditDistance.atMost(name, candidate, MAX_DISTANCE);
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
}
