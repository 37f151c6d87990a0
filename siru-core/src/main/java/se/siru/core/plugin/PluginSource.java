package se.siru.core.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import se.siru.core.stability.Stable;

/**
 * Where a host looks for plugins. The surroundings are never asked: a host whose plugins lie elsewhere hands in its
 * class loader.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class PluginSource {
  private final List<Consumer<Discovery>> places;

  private PluginSource(List<Consumer<Discovery>> places) {
    this.places = List.copyOf(places);
  }

  /** The plugins beside this library: the class loader that loaded it. */
  public static PluginSource standard() {
    return ofClassLoader(Objects.requireNonNull(SiruPlugin.class.getClassLoader(), "class loader of the library"));
  }

  /** The plugins that a class loader and its parents list. */
  public static PluginSource ofClassLoader(ClassLoader loader) {
    Objects.requireNonNull(loader, "loader");
    return new PluginSource(List.of(discovery -> discovery.search(loader)));
  }

  /** The plugins of this library beside it, and no others. */
  static PluginSource ofThisLibrary() {
    ClassLoader loader = Objects.requireNonNull(SiruPlugin.class.getClassLoader(), "class loader of the library");
    return new PluginSource(List.of(discovery -> discovery.searchThisLibrary(loader)));
  }

  /**
   * The plugins of a folder: each folder in it holds the jars of one plugin, {@code plugins/NAME/*.jar}, and a jar that lies there by
   * itself is one, too. Every plugin has a class loader of its own, which shares with the host the packages of this library, SLF4J
   * and JSpecify and nothing else. {@link PluginRegistry#close} closes them. A folder that cannot be read makes the building of a
   * registry fail with {@link se.siru.core.finding.ErrorCode#UNREADABLE}.
   */
  public static PluginSource ofDirectory(Path directory) {
    PluginDirectory plugins = new PluginDirectory(directory);
    return new PluginSource(List.of(plugins::search));
  }

  /**
   * The plugin of one jar and of what it needs beside it, by a class loader of its own as in {@link #ofDirectory}.
   *
   * @param jar the plugin; its name is that of the source in reports
   * @param libraries what it needs beside the host's library
   */
  public static PluginSource ofJar(Path jar, Path... libraries) {
    List<Path> all = new ArrayList<>(List.of(jar));
    all.addAll(List.of(libraries));
    String name = String.valueOf(jar.getFileName());
    return new PluginSource(List.of(discovery -> PluginDirectory.search(name, all, discovery)));
  }

  /** The plugins that the modules of a layer and of its parents provide. */
  public static PluginSource ofLayer(ModuleLayer layer) {
    Objects.requireNonNull(layer, "layer");
    return new PluginSource(List.of(discovery -> discovery.search(layer)));
  }

  /** Plugins that the host made itself. */
  public static PluginSource ofPlugins(SiruPlugin... plugins) {
    List<SiruPlugin> all = List.of(plugins);
    return new PluginSource(List.of(discovery -> all.forEach(discovery::take)));
  }

  /** This source and another; a class that both list counts once. */
  public PluginSource and(PluginSource other) {
    List<Consumer<Discovery>> both = new ArrayList<>(places);
    both.addAll(other.places);
    return new PluginSource(both);
  }

  void search(Discovery discovery) {
    places.forEach(place -> place.accept(discovery));
  }
}
