package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.siru.core.format.csv.CsvPlugin;

class OwnPluginsTest {
  /** In a package of the library, by its class loader, and yet nobody's but its author's. */
  private static final class InAPackageOfTheLibrary implements SiruPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("siru-own", "Own", "1", Spi.VERSION);
    }
  }

  @Test
  void aPackageOfTheLibraryIsNoProof() {
    assertTrue(OwnPlugins.include(CsvPlugin.class));
    assertFalse(OwnPlugins.include(InAPackageOfTheLibrary.class));
    try (PluginRegistry registry =
        PluginRegistry.builder().source(PluginSource.ofPlugins(new InAPackageOfTheLibrary())).build()) {
      assertEquals(
          List.of(PluginReport.Reason.BAD_DESCRIPTOR),
          registry.report().rejected().stream().map(entry -> entry.reason().orElseThrow()).toList());
    }
  }

  @Test
  void whatTheLibraryListsIsItsOwn() {
    Set<String> ids = new TreeSet<>();
    try (PluginRegistry registry = PluginRegistry.builder().source(PluginSource.ofThisLibrary()).build()) {
      registry.report().loaded().forEach(entry -> ids.add(entry.id()));
    }
    assertTrue(ids.containsAll(List.of("siru-csv", "siru-json", "siru-markdown", "siru-star", "siru-table")), ids::toString);
  }
}
