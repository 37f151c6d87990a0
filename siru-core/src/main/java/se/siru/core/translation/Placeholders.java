package se.siru.core.translation;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in braces of a text, whose places values take: a translation has those that all wordings have, and none that no wording has. */
record Placeholders(Set<String> inAll, Set<String> inAny) {
  private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9-]*)\\}");

  /**
   * How a translation differs.
   *
   * @param missing names that it drops
   * @param unknown names that it makes up
   */
  record Difference(Set<String> missing, Set<String> unknown) {}

  /** Those of the wordings of one text; of Swedish and English, some name what is said in that language alone. */
  static Placeholders of(Collection<String> wordings) {
    Set<String> any = new TreeSet<>();
    wordings.forEach(wording -> any.addAll(in(wording)));
    Set<String> all = new TreeSet<>(any);
    wordings.forEach(wording -> all.retainAll(in(wording)));
    return new Placeholders(all, any);
  }

  /** What is wrong with a translation; empty where it fits. */
  Optional<Difference> difference(String translation) {
    Set<String> missing = new TreeSet<>(inAll);
    Set<String> unknown = in(translation);
    missing.removeAll(unknown);
    unknown.removeAll(inAny);
    return missing.isEmpty() && unknown.isEmpty() ? Optional.empty() : Optional.of(new Difference(missing, unknown));
  }

  private static Set<String> in(String wording) {
    Set<String> names = new TreeSet<>();
    for (Matcher name = NAME.matcher(wording); name.find(); ) {
      names.add(name.group(1));
    }
    return names;
  }
}
