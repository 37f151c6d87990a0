package se.siru.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One module of this project, found on the class path of the tests, as a folder of classes or as a jar.
 *
 * @param descriptor what its {@code module-info} says
 * @param services   the content of its {@code META-INF/services}: service to providers
 * @param classes    the names of its classes
 */
record ModuleOnClassPath(ModuleDescriptor descriptor, Map<String, Set<String>> services, Set<String> classes) {
  private static final String DESCRIPTOR = "module-info.class";

  /** All modules whose name begins with {@code se.siru.}. */
  static List<ModuleOnClassPath> ours() throws IOException {
    var found = new ArrayList<ModuleOnClassPath>();
    for (URL url : Collections.list(ModuleOnClassPath.class.getClassLoader().getResources(DESCRIPTOR))) {
      ModuleDescriptor descriptor = read(url);
      if (descriptor.name().startsWith("se.siru.")) {
        found.add(at(url, root -> new ModuleOnClassPath(descriptor, servicesBelow(root), classesBelow(root))));
      }
    }
    return found;
  }

  private static ModuleDescriptor read(URL url) throws IOException {
    try (var in = url.openStream()) {
      return ModuleDescriptor.read(in);
    }
  }

  /** Reads what lies at a root. */
  private interface Reading<T> {
    T below(Path root) throws IOException;
  }

  /** Reads at the root of the folder or jar that holds a descriptor. */
  private static <T> T at(URL descriptor, Reading<T> reading) throws IOException {
    try {
      if (descriptor.openConnection() instanceof JarURLConnection jar) {
        return ofJar(Path.of(jar.getJarFileURL().toURI()), reading);
      }
      return reading.below(Path.of(new URI(descriptor.toString())).getParent());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static <T> T ofJar(Path jar, Reading<T> reading) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return reading.below(files.getPath("/"));
    }
  }

  /** Reads {@code META-INF/services} of a jar: service to providers, both sorted. */
  static Map<String, Set<String>> servicesOfJar(Path jar) throws IOException {
    return ofJar(jar, ModuleOnClassPath::servicesBelow);
  }

  private static Set<String> classesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class") && name.indexOf('-') < 0)
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
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

  /** The packages that everybody may use. */
  Set<String> exported() {
    return descriptor.exports().stream()
        .filter(each -> !each.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The classes of the packages that everybody may use. */
  Stream<Class<?>> exportedClasses() {
    Set<String> exported = exported();
    return classes.stream().filter(name -> exported.contains(name.substring(0, name.lastIndexOf('.')))).map(ModuleOnClassPath::load);
  }

  /** The names of the classes that can be made and are of a type. */
  Set<String> classesOf(Class<?> type) {
    return classes.stream()
        .filter(name -> type.isAssignableFrom(load(name)) && !Modifier.isAbstract(load(name).getModifiers()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ModuleOnClassPath.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
