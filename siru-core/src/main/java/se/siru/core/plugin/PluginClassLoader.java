package se.siru.core.plugin;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Loads the jars of one plugin on their own. Of the host it shares the plugin contract and the two small libraries in its
 * signatures, so that a plugin may bring any version of any other library.
 */
final class PluginClassLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final List<String> SHARED = List.of("se.siru.core.", "org.slf4j.", "org.jspecify.");

  private final String plugin;
  private final ClassLoader host;

  private PluginClassLoader(String plugin, URL[] jars, ClassLoader host) {
    super("siru-plugin-" + plugin, jars, ClassLoader.getPlatformClassLoader());
    this.plugin = plugin;
    this.host = host;
  }

  /**
   * A loader of jars.
   *
   * @param plugin the name of the folder or jar, for messages
   */
  static PluginClassLoader of(String plugin, List<Path> jars) {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      try {
        urls[i] = jars.get(i).toUri().toURL();
      } catch (MalformedURLException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
    return new PluginClassLoader(
        plugin, urls, Objects.requireNonNull(SiruPlugin.class.getClassLoader(), "class loader of the library"));
  }

  String plugin() {
    return plugin;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return SHARED.stream().anyMatch(name::startsWith) ? host.loadClass(name) : super.loadClass(name, resolve);
  }
}
