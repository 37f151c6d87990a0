package se.siru.core.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.lexical.EditDistance;
import se.siru.core.text.Excerpt;

/** Finds the name that was probably meant. */
public final class Closest {

  private static final int MAX_DISTANCE = 2;
  private static final int MOST_NAMES = 5;
  private static final int LONGEST_HINT = 80;

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

  /** What a hint offers: the closest name; where none is close, several as {@link #several} gives them. */
  public static String orAll(String name, Iterable<String> known) {
    String closest = to(name, known);
    if (closest != null) {
      return closest;
    }
    return several(name, known);
  }

  /** All known names; where those are too long for a message, the nearest of them, whole, and an ellipsis. */
  public static String several(String name, Iterable<String> known) {
    String all = String.join(", ", known);
    return all.length() <= LONGEST_HINT ? all : nearest(name, known);
  }

  private static boolean holds(String candidate, String name) {
    return name.length() > 2 && candidate.contains(name);
  }

  private static String nearest(String name, Iterable<String> known) {
    List<String> nearest = new ArrayList<>();
    List<Integer> distances = new ArrayList<>();
    for (String candidate : known) {
      int bound = nearest.size() < MOST_NAMES ? Integer.MAX_VALUE - 1 : distances.get(MOST_NAMES - 1) - 1;
      boolean tooLong = Math.abs(candidate.length() - name.length()) > bound && !holds(candidate, name);
      if (bound < 0 || tooLong || nearest.contains(candidate)) {
        continue;
      }
      int distance = holds(candidate, name) ? 0 : EditDistance.atMost(name, candidate, bound);
      if (distance <= bound) {
        int place = 0;
        while (place < nearest.size() && distances.get(place) <= distance) {
          place++;
        }
        nearest.add(place, candidate);
        distances.add(place, distance);
      }
    }
    StringBuilder hint = new StringBuilder(Excerpt.of(nearest.get(0)));
    for (String next : nearest.subList(1, Math.min(MOST_NAMES, nearest.size()))) {
      if (hint.length() + next.length() + 2 * ", ".length() < LONGEST_HINT) {
        hint.append(", ").append(next);
      }
    }
    return hint.length() + ", …".length() <= LONGEST_HINT ? hint.append(", …").toString() : hint.toString();
  }
}
