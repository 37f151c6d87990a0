package se.siru.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Plugins in the one jar that are there to be looked at and copied, and that work only on request. */
final class BundledPlugins {
  /** Ids to classes: a plugin that is left out by its class is not even made. */
  private static final Map<String, String> ON_REQUEST = Map.of("exempellan", "se.siru.example.ExempellanPlugin");

  private BundledPlugins() {}

  static Set<String> ids() {
    return new TreeSet<>(ON_REQUEST.keySet());
  }

  /** The classes to leave out where some plugins are asked for. */
  static Collection<String> leftOut(String... enabled) {
    for (String id : enabled) {
      if (!ON_REQUEST.containsKey(id)) {
        throw new UsageException(
            "no plugin '" + id + "' that is off by default; there are " + String.join(", ", ids()));
      }
    }
    Set<String> classes = new TreeSet<>(ON_REQUEST.values());
    Arrays.stream(enabled).map(ON_REQUEST::get).forEach(classes::remove);
    return classes;
  }
}
