package se.siru.cli;

import java.util.ArrayList;
import java.util.List;

/** Plugins in the one jar that are there to be looked at and copied, and that work only on request. */
final class BundledPlugins {
  private static final List<String> ON_REQUEST = List.of("exempellan");

  private BundledPlugins() {}

  static List<String> offByDefault(String... enabled) {
    List<String> off = new ArrayList<>(ON_REQUEST);
    off.removeAll(List.of(enabled));
    return off;
  }
}
