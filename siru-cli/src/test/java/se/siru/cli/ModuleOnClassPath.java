package se.siru.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One module of this project, found on the class path of the tests, as a folder of classes or as a jar.
 *
 * @param descriptor what its {@code module-info} says
 * @param services   the content of its {@code META-INF/services}: service to providers
 */
record ModuleOnClassPath(ModuleDescriptor descriptor, Map<String, Set<String>> services) {
  private static final String DESCRIPTOR = "module-info.class";

  /** All modules whose name begins with {@code se.siru.}. */
  static List<ModuleOnClassPath> ours() throws IOException {
    var found = new ArrayList<ModuleOnClassPath>();
    for (URL url : Collections.list(ModuleOnClassPath.class.getClassLoader().getResources(DESCRIPTOR))) {
      ModuleDescriptor descriptor = read(url);
      if (descriptor.name().startsWith("se.siru.")) {
        found.add(new ModuleOnClassPath(descriptor, services(url)));
      }
    }
    return found;
  }

  private static ModuleDescriptor read(URL url) throws IOException {
    try (var in = url.openStream()) {
      return ModuleDescriptor.read(in);
    }
  }

  private static Map<String, Set<String>> services(URL descriptor) throws IOException {
    try {
      if (descriptor.openConnection() instanceof JarURLConnection jar) {
        return servicesOfJar(Path.of(jar.getJarFileURL().toURI()));
      }
      return servicesBelow(Path.of(new URI(descriptor.toString())).getParent());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** Reads {@code META-INF/services} of a jar: service to providers, both sorted. */
  static Map<String, Set<String>> servicesOfJar(Path jar) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return servicesBelow(files.getPath("/"));
    }
  }

  private static Map<String, Set<String>> servicesBelow(Path root) throws IOException {
    Path folder = root.resolve("META-INF").resolve("services");
    var services = new TreeMap<String, Set<String>>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        files.forEach(file -> services.put(file.getFileName().toString(), providers(file)));
      }
    }
    return services;
  }

  private static Set<String> providers(Path file) {
    var providers = new TreeSet<String>();
    try {
      for (String line : Files.readAllLines(file)) {
        String name = line.replaceFirst("#.*", "").strip();
        if (!name.isEmpty() && !providers.add(name)) {
          throw new IllegalStateException(name + " is listed twice in " + file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return providers;
  }

  /** What the descriptor provides: service to providers, both sorted. */
  Map<String, Set<String>> provided() {
    var provided = new TreeMap<String, Set<String>>();
    descriptor.provides().forEach(each -> provided.put(each.service(), new TreeSet<>(each.providers())));
    return provided;
  }
}
