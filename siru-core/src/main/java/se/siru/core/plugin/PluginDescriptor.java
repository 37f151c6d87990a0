package se.siru.core.plugin;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import se.siru.core.indicator.Provider;
import se.siru.core.stability.Stable;

/**
 * What a plugin says about itself. It is checked when the plugin is admitted, not here, so that a host can report
 * what is wrong with it.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class PluginDescriptor {
  /** Longest id. */
  static final int LONGEST_ID = 32;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final String OWN = "siru";

  /** Who provides indicators without being a plugin. */
  private static final Set<String> RESERVED =
      Set.of(Provider.application().id(), Provider.definitions("").id(), Provider.portfolio("").id());

  private final String id;
  private final String name;
  private final String version;
  private final int spi;
  private final boolean threadSafe;

  private PluginDescriptor(String id, String name, String version, int spi, boolean threadSafe) {
    this.id = Objects.requireNonNull(id, "id");
    this.name = Objects.requireNonNull(name, "name");
    this.version = Objects.requireNonNull(version, "version");
    this.spi = spi;
    this.threadSafe = threadSafe;
  }

  /**
   * A description.
   *
   * @param id kebab-case, at most 32 letters; the namespace of everything that the plugin declares. {@code siru} and
   *     what begins with {@code siru-} belong to this library.
   * @param name what people read
   * @param version the plugin's own version, not blank
   * @param spi {@link Spi#VERSION}, so that the compiler writes down what the plugin was compiled against
   */
  public static PluginDescriptor of(String id, String name, String version, int spi) {
    return new PluginDescriptor(id, name, version, spi, false);
  }

  /**
   * The same of a plugin whose functions, accumulators and conditions may run on several threads at once. Without this, one caller
   * after the other calls them, whatever evaluations a host runs at once, and each evaluation on one thread.
   */
  public PluginDescriptor declaredThreadSafe() {
    return new PluginDescriptor(id, name, version, spi, true);
  }

  /** True where a text may be the id of a plugin that is not of this library: kebab-case, not too long, and nobody else's. */
  public static boolean isFreeId(String text) {
    return isWellFormed(text) && !isReserved(text) && !isOwn(text);
  }

  static boolean isWellFormed(String id) {
    return id.length() <= LONGEST_ID && ID.matcher(id).matches();
  }

  /** True for what stands for the application and for files of definitions. */
  static boolean isReserved(String id) {
    return RESERVED.contains(id);
  }

  /** True for what belongs to this library. */
  static boolean isOwn(String id) {
    return id.equals(OWN) || id.startsWith(OWN + "-");
  }

  /** The id. */
  public String id() {
    return id;
  }

  /** What people read. */
  public String name() {
    return name;
  }

  /** The plugin's own version. */
  public String version() {
    return version;
  }

  /** The version of the contract that it was compiled against. */
  public int spi() {
    return spi;
  }

  /** Whether its code may run on several threads at once. */
  public boolean threadSafe() {
    return threadSafe;
  }

  @Override
  public String toString() {
    return id + " " + version;
  }
}
