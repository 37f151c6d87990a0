package se.siru.core.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * A name without what makes no difference: letter case, punctuation, how a legal form is written and where it stands.
 *
 * @param core the words of the name, separated by blanks, without the legal form
 * @param form the legal form or kind of public body; empty where the name states none
 * @param body whether the form is a kind of public body, which the name must state to mean it
 */
public record NormalName(String core, String form, boolean body) {
  private static final int SHORTEST_GENITIVE = 3;

  static NormalName of(List<String> words, String form) {
    return new NormalName(String.join(" ", words), form, false);
  }

  /** Of a public body: {@code jönköpings} and {@code jönköpings län} are {@code jönköping}. */
  static NormalName ofBody(List<String> words, String form) {
    List<String> place = new ArrayList<>(words);
    int last = place.size() - 1;
    if (last > 0 && place.get(last).equals("län")) {
      place.remove(last--);
    }
    String name = place.get(last);
    if (name.length() > SHORTEST_GENITIVE && name.endsWith("s")) {
      place.set(last, name.substring(0, name.length() - 1));
    }
    return new NormalName(String.join(" ", place), form, true);
  }

  /** True where the two forms do not contradict each other. A public body is only meant where its kind is stated. */
  boolean agrees(NormalName other) {
    return form.equals(other.form) && body == other.body
        || !body && !other.body && (form.isEmpty() || other.form.isEmpty());
  }

  /** True where nothing is left of the name. */
  boolean isEmpty() {
    return core.isEmpty();
  }
}
