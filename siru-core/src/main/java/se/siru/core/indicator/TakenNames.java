package se.siru.core.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;

/** The ids and codes of a catalogue and of the definitions read beside it, those with errors too. Not thread-safe. */
final class TakenNames {
  /** The namespace that belongs to this library. */
  private static final String STANDARD = "siru:";

  private final Catalogue catalogue;
  private final boolean isBesideOthers;
  private final Map<String, Origin> places = new HashMap<>();

  private TakenNames(Catalogue catalogue, boolean isBesideOthers) {
    this.catalogue = catalogue;
    this.isBesideOthers = isBesideOthers;
  }

  /** Of a document that is read for itself, which may hold the standard catalogue as it is written. */
  static TakenNames alone() {
    return new TakenNames(Catalogue.empty(), false);
  }

  /** Of documents that are put beside a catalogue. */
  static TakenNames beside(Catalogue catalogue) {
    return new TakenNames(catalogue, true);
  }

  /** True for an id that is not for definitions beside a catalogue: new indicators of the standard come with this library. */
  boolean isReserved(String id) {
    return isBesideOthers && id.startsWith(STANDARD);
  }

  /** Takes a name for a definition; who has it already, or null where it was free. */
  @Nullable String claim(String name, Origin place) {
    String other = owner(name);
    if (other == null) {
      places.put(name, place);
    }
    return other;
  }

  boolean isKnown(String name) {
    return owner(name) != null;
  }

  /** All of them, those of the catalogue first. */
  List<String> all() {
    List<String> all = new ArrayList<>(catalogue.names());
    places.keySet().stream().sorted().forEach(all::add);
    return all;
  }

  private @Nullable String owner(String name) {
    Origin place = places.get(name);
    return catalogue
        .find(name)
        .map(indicator -> catalogue.provider(indicator.id()).map(Provider::described).orElse(indicator.id()))
        .orElse(place == null ? null : place.place());
  }
}
