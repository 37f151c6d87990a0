package se.siru.core.indicator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.Closest;

/** Finds the id or code that was probably meant. */
final class NearestName {
  private NearestName() {}

  /** A name a few edits away, or else the first that holds what was written, or null; letter case does not matter. */
  static @Nullable String to(String written, Collection<String> known) {
    String wanted = written.toLowerCase(Locale.ROOT);
    Map<String, String> names = new LinkedHashMap<>();
    known.forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    String meant = names.containsKey(wanted) ? wanted : Closest.to(wanted, names.keySet());
    if (meant == null && wanted.length() > 2) {
      meant = names.keySet().stream().filter(name -> name.contains(wanted)).findFirst().orElse(null);
    }
    return meant == null ? null : names.get(meant);
  }

  /** What a hint offers: the name that was probably meant; where there is none, several that are nearest. */
  static String orSeveral(String written, Collection<String> known) {
    String meant = to(written, known);
    return meant == null ? Closest.several(written, known) : meant;
  }
}
