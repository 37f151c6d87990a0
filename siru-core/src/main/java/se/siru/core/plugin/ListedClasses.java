package se.siru.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The classes that the lists of plugins name, with the jar or folder of the list. A {@link java.util.ServiceLoader} says of a class that
 * does not load neither which it is nor where it is listed; so the lists are read once more, where something is wrong.
 */
final class ListedClasses {
  private static final String LIST = "META-INF/services/" + SiruPlugin.class.getName();

  private final @Nullable ClassLoader loader;
  private final Set<String> damaged = new TreeSet<>();
  private @Nullable Map<String, String> places;

  ListedClasses(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  /** Of modules, whose descriptors list their plugins. */
  static ListedClasses none() {
    return new ListedClasses(null);
  }

  /** The jar or folder whose list names a class; empty where none is known. */
  String placeOf(String name) {
    return places().getOrDefault(name, "");
  }

  /** The jars or folders whose lists a message is about: that of the list that it names, or else those whose lists cannot be read. */
  Collection<String> placesIn(String message) {
    int list = message.indexOf(LIST);
    if (list > 0) {
      return List.of(folder(message.substring(0, list)));
    }
    places();
    return damaged.isEmpty() ? List.of("") : damaged;
  }

  /** The listed classes that fail so to be loaded, or an empty name where none is found. No code of theirs runs. */
  List<String> failing(Throwable problem) {
    List<String> names = places().keySet().stream().filter(name -> failsSo(name, problem)).toList();
    return names.isEmpty() ? List.of("") : names;
  }

  private boolean failsSo(String name, Throwable problem) {
    try {
      Class.forName(name, false, loader);
      return false;
    } catch (ClassNotFoundException e) {
      return false;
    } catch (LinkageError e) {
      return e.toString().equals(problem.toString());
    }
  }

  private Map<String, String> places() {
    Map<String, String> known = places;
    if (known == null) {
      known = new TreeMap<>();
      for (URL list : lists()) {
        for (String line : lines(list)) {
          known.putIfAbsent(line.replaceFirst("#.*", "").strip(), folder(list));
        }
      }
      places = known;
    }
    return known;
  }

  private List<URL> lists() {
    try {
      return loader == null ? List.of() : Collections.list(loader.getResources(LIST));
    } catch (IOException e) {
      return List.of();
    }
  }

  private List<String> lines(URL list) {
    try {
      URLConnection connection = list.openConnection();
      connection.setUseCaches(false); // so that no jar stays open behind its loader
      try (InputStream in = connection.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    } catch (IOException e) {
      damaged.add(folder(list));
      return List.of();
    }
  }

  private static String folder(URL list) {
    return folder(list.toString().substring(0, list.toString().length() - LIST.length()));
  }

  /** The name of what lies above a list. */
  private static String folder(String above) {
    return lastName(above.endsWith("!/") ? above.substring(above.indexOf(':') + 1, above.length() - 2) : above);
  }

  /** The name of a jar or folder, without the path to it. */
  static String lastName(URL location) {
    return lastName(location.toString());
  }

  private static String lastName(String location) {
    try {
      String path = new URI(location).getPath();
      String plain = path == null ? location : path;
      String trimmed = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
      return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
