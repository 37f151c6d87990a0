package se.siru.core.plugin;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The jars on a class path that cannot be read. Java passes over them in silence, as if they were not there. Found where the path of a
 * class loader is known: of a {@link URLClassLoader}, and of the one that Java starts an application with. What a manifest adds to a
 * path is not looked at.
 */
final class UnreadableJars {
  private UnreadableJars() {}

  /** A jar and why it cannot be read. */
  record Jar(Path path, Exception failure) {
    String name() {
      return String.valueOf(path.getFileName());
    }

    String message() {
      return name() + " cannot be read: " + PluginRefusal.describe(failure) + "; none of its classes can be used";
    }
  }

  /** Those of a class loader and its parents, in the order of their paths. */
  static List<Jar> of(ClassLoader loader) {
    Set<Path> paths = new LinkedHashSet<>();
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      paths.addAll(pathOf(each));
    }
    List<Jar> unreadable = new ArrayList<>();
    for (Path path : paths.stream().filter(UnreadableJars::isJar).sorted().toList()) {
      try (JarFile opened = new JarFile(path.toFile())) {
        opened.size();
      } catch (IOException | SecurityException broken) {
        unreadable.add(new Jar(path, broken));
      }
    }
    return unreadable;
  }

  private static List<Path> pathOf(ClassLoader loader) {
    List<Path> paths = new ArrayList<>();
    if (loader instanceof URLClassLoader) {
      for (URL url : ((URLClassLoader) loader).getURLs()) {
        Path path = file(url);
        if (path != null) {
          paths.add(path);
        }
      }
    } else if (loader == ClassLoader.getSystemClassLoader()) {
      for (String part : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
        add(part, paths);
      }
    }
    return paths;
  }

  private static void add(String part, List<Path> paths) {
    try {
      paths.add(Path.of(part));
    } catch (InvalidPathException undecodable) {
      return; // Java cannot have opened it either
    }
  }

  private static @Nullable Path file(URL url) {
    try {
      return url.getProtocol().equals("file") ? Path.of(url.toURI()) : null;
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
      return null;
    }
  }

  private static boolean isJar(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(path);
  }
}
