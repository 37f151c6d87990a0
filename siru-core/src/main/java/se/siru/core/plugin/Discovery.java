package se.siru.core.plugin;

import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.siru.core.containment.Containment;
import se.siru.core.containment.Fault;
import se.siru.core.text.LocalizedText;

/**
 * Collects plugins. The iterator of a {@link ServiceLoader} throws at different places for different faults, raw
 * linkage errors among them, goes on after most of them and repeats some for ever; hence the shape of {@link #search}.
 *
 * <p>Confined to one thread.
 */
final class Discovery {
  /** How often one and the same problem may come again before the search is over: some come for ever. */
  private static final int MOST_REPETITIONS = 64;
  private static final String SHAPE =
      "a plugin is a public class that implements SiruPlugin, not abstract, with a public constructor without arguments";
  private static final String BEFORE_MESSAGE = SiruPlugin.class.getName() + ": ";
  private static final Pattern PROVIDER =
      Pattern.compile(
          "(?:Provider )?(\\S+) (?:not found|not a subtype|Unable to get public no-arg constructor).*", Pattern.DOTALL);

  private static final LocalizedText LEFT_OUT = LocalizedText.of("värden utelämnar det", "the host leaves it out");

  private final Containment containment;
  private final Set<String> excluded;
  private final List<Found> found = new ArrayList<>();
  private final List<PluginReport.Entry> problems = new ArrayList<>();
  private final Set<Class<?>> handedIn = new HashSet<>();
  private final Set<Class<?>> listed = new HashSet<>();
  private final Set<String> reported = new HashSet<>();
  private final List<PluginClassLoader> opened = new ArrayList<>();
  private final List<NamedJars> apart = new ArrayList<>();
  private final boolean isolating;

  /**
   * A search that has found nothing yet.
   *
   * @param excluded classes that are not even made, since their constructors may do harm; ids among them are of no use here
   * @param isolating whether plugins that come as jars are left to processes of their own
   */
  Discovery(Containment containment, Set<String> excluded, boolean isolating) {
    this.containment = containment;
    this.excluded = excluded;
    this.isolating = isolating;
  }

  /** The jars of a plugin, and the name of their folder or of the one jar. */
  record NamedJars(String name, List<Path> jars) {}

  /** Classes that are not even made, and ids, which are of no use here. */
  Set<String> excluded() {
    return excluded;
  }

  /** The jars of which no class was loaded here. */
  List<NamedJars> apart() {
    return apart;
  }

  /** A plugin, how it is called, and where it came from. */
  record Found(SiruPlugin plugin, PluginCalls calls, String className, String origin, boolean handedIn) {
    boolean isOwn() {
      return OwnPlugins.include(plugin.getClass());
    }
  }

  /** Every plugin once; where a host handed in an instance of a class that is also listed, its instance stands. */
  List<Found> found() {
    return found.stream().filter(each -> each.handedIn() || !handedIn.contains(each.plugin().getClass())).toList();
  }

  List<PluginReport.Entry> problems() {
    return problems;
  }

  /** The class loaders that were made for plugins. */
  List<PluginClassLoader> opened() {
    return opened;
  }

  /** A problem with what lies in a folder of plugins under a name. */
  void problem(String name, PluginReport.Reason reason, String message) {
    problems.add(new PluginReport.Entry(null, "", name, reason, english(message), List.of()));
  }

  /** A plugin that the host made. */
  void take(SiruPlugin plugin) {
    if (found.stream().noneMatch(each -> each.plugin() == plugin)) {
      handedIn.add(plugin.getClass());
      Class<?> type = plugin.getClass();
      found.add(new Found(plugin, new PluginCalls(containment, type), type.getName(), origin(type), true));
    }
  }

  /** The plugins that a class loader and its parents list; a jar that cannot be read, which Java passes over in silence, is told. */
  void search(ClassLoader loader) {
    for (UnreadableJars.Jar jar : UnreadableJars.of(loader)) {
      if (reported.add(jar.path().toString())) {
        problem(jar.name(), PluginReport.Reason.UNREADABLE_JAR, jar.message() + ", nor whether there was a plugin in it");
      }
    }
    search(ServiceLoader.load(SiruPlugin.class, loader), "", new ListedClasses(loader), type -> true);
  }

  /** The plugins that a layer of modules and its parents provide. */
  void search(ModuleLayer layer) {
    search(ServiceLoader.load(layer, SiruPlugin.class), "", ListedClasses.none(), type -> true);
  }

  /** The plugins of this library that a class loader and its parents list; no other is even made. */
  void searchThisLibrary(ClassLoader loader) {
    search(ServiceLoader.load(SiruPlugin.class, loader), "", new ListedClasses(loader), OwnPlugins::include);
  }

  /** The plugins that jars list, by a class loader of their own; it is closed with the registry. */
  void searchJars(String name, List<Path> jars) {
    if (isolating) {
      apart.add(new NamedJars(name, List.copyOf(jars)));
      return;
    }
    PluginClassLoader loader = PluginClassLoader.of(name, jars);
    opened.add(loader);
    search(
        ServiceLoader.load(SiruPlugin.class, loader),
        loader.plugin(),
        new ListedClasses(loader),
        type -> type.getClassLoader() == loader);
  }

  private void search(
      ServiceLoader<SiruPlugin> service, String place, ListedClasses listedClasses, Predicate<Class<?>> wanted) {
    Iterator<ServiceLoader.Provider<SiruPlugin>> providers = service.stream().iterator();
    int repetitions = 0;
    while (repetitions < MOST_REPETITIONS) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        ServiceLoader.Provider<SiruPlugin> provider = providers.next();
        repetitions = 0;
        if (wanted.test(provider.type())) {
          take(provider);
        }
      } catch (ServiceConfigurationError | LinkageError | RuntimeException problem) {
        Fault.rethrowFatal(problem);
        repetitions = report(problem, place, listedClasses) ? 0 : repetitions + 1;
      }
    }
  }

  private void take(ServiceLoader.Provider<SiruPlugin> provider) {
    Class<? extends SiruPlugin> type = provider.type();
    if (!listed.add(type)) {
      return;
    }
    if (excluded.contains(type.getName())) {
      problems.add(excluded(type.getName(), origin(type)));
      return;
    }
    try {
      PluginCalls calls = new PluginCalls(containment, type);
      SiruPlugin plugin = calls.call("the constructor", () -> make(provider));
      found.add(new Found(plugin, calls, type.getName(), origin(type), false));
    } catch (PluginRefusal refusal) {
      boolean cannotBeMade =
          refusal.getCause() instanceof InstantiationException || refusal.getCause() instanceof IllegalAccessException;
      problems.add(
          new PluginReport.Entry(
              null,
              type.getName(),
              origin(type),
              cannotBeMade ? PluginReport.Reason.NOT_A_PLUGIN : refusal.reason(),
              cannotBeMade ? english("cannot be made: " + SHAPE) : refusal.text(),
              List.of()));
    }
  }

  /** Makes a plugin; what its constructor threw comes as it was thrown. */
  private static SiruPlugin make(ServiceLoader.Provider<SiruPlugin> provider) throws Exception {
    try {
      return provider.get();
    } catch (ServiceConfigurationError error) {
      if (error.getCause() instanceof Exception thrown) {
        throw thrown;
      }
      if (error.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw error;
    }
  }

  /**
   * Adds a problem to the report.
   *
   * @return whether it is a new one
   */
  private boolean report(Throwable problem, String place, ListedClasses listedClasses) {
    String message = PluginRefusal.oneLine(problem.getMessage());
    if (!reported.add(place + problem.getClass() + message)) {
      return false;
    }
    if (!(problem instanceof ServiceConfigurationError)) {
      PluginRefusal refusal = PluginRefusal.of(Fault.threw(problem), "loading a listed class", Spi.SERVED);
      for (String name : listedClasses.failing(problem)) {
        String from = place.isEmpty() ? listedClasses.placeOf(name) : place;
        problems.add(new PluginReport.Entry(null, name, from, refusal.reason(), refusal.text(), List.of()));
      }
      return true;
    }
    String plain = message.startsWith(BEFORE_MESSAGE) ? message.substring(BEFORE_MESSAGE.length()) : message;
    Matcher provider = PROVIDER.matcher(plain);
    if (provider.matches()) {
      problems.add(
          new PluginReport.Entry(
              null,
              provider.group(1),
              place.isEmpty() ? listedClasses.placeOf(provider.group(1)) : place,
              PluginReport.Reason.NOT_A_PLUGIN,
              english(plain + "; " + SHAPE),
              List.of()));
    } else {
      for (String from : place.isEmpty() ? listedClasses.placesIn(plain) : List.of(place)) {
        problem(
            from,
            PluginReport.Reason.UNREADABLE_LIST,
            plain + "; no plugin listed in that file was loaded: one class name a line, UTF-8 without byte order mark");
      }
    }
    return true;
  }

  /** The entry of a plugin that the host leaves out before anything is known of it but its class. */
  static PluginReport.Entry excluded(String className, String origin) {
    return new PluginReport.Entry(null, className, origin, PluginReport.Reason.EXCLUDED, LEFT_OUT, List.of());
  }

  /** The entry of a plugin that the host leaves out by its id. */
  static PluginReport.Entry excluded(Contribution contribution) {
    return contribution.rejected(PluginReport.Reason.EXCLUDED, LEFT_OUT);
  }

  private static LocalizedText english(String message) {
    return LocalizedText.english(message);
  }

  /** The name of the jar or folder that a class came from, without the path to it. */
  private static String origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null ? "" : ListedClasses.lastName(location);
  }
}
