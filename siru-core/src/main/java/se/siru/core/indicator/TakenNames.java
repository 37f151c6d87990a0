package se.siru.core.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids and codes of a catalogue and of the definitions read beside it, those with errors too. Not thread-safe. */
final class TakenNames {
  private final Catalogue catalogue;
  private final Map<String, String> sources = new HashMap<>();

  TakenNames(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Takes a name for a definition of a source; who has it already, or null where it was free. */
  @Nullable String claim(String name, String source) {
    String other = owner(name);
    if (other == null) {
      sources.put(name, source);
    }
    return other;
  }

  boolean isKnown(String name) {
    return owner(name) != null;
  }

  /** All of them, those of the catalogue first. */
  List<String> all() {
    List<String> all = new ArrayList<>(catalogue.names());
    sources.keySet().stream().sorted().forEach(all::add);
    return all;
  }

  private @Nullable String owner(String name) {
    return catalogue
        .find(name)
        .map(indicator -> catalogue.provider(indicator.id()).map(Provider::id).orElse(indicator.id()))
        .orElseGet(() -> sources.get(name));
  }
}
