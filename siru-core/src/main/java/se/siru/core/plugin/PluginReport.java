package se.siru.core.plugin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * What became of every plugin that was found, to be shown to people and asked by programs.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class PluginReport {
  private final List<Entry> entries;

  PluginReport(List<Entry> entries) {
    this.entries = sorted(entries);
  }

  /** By plugin id, then class, then origin, so that the order of the class path shows nowhere. */
  static List<Entry> sorted(List<Entry> entries) {
    return entries.stream().sorted(PluginReport::compare).toList();
  }

  private static int compare(Entry one, Entry other) {
    int order = one.id().compareTo(other.id());
    order = order == 0 ? one.className().compareTo(other.className()) : order;
    order = order == 0 ? one.origin().compareTo(other.origin()) : order;
    return order == 0 ? one.message("en").compareTo(other.message("en")) : order;
  }

  /** All entries: by plugin id, then class, then origin; never in the order in which they were found. */
  public List<Entry> entries() {
    return entries;
  }

  /** The plugins at work. */
  public List<Entry> loaded() {
    return entries.stream().filter(Entry::isLoaded).toList();
  }

  /** What is not at work, and why. */
  public List<Entry> rejected() {
    return entries.stream().filter(entry -> !entry.isLoaded()).toList();
  }

  /** Why a plugin is not at work. */
  @Provided(since = "0.1.0")
  public enum Reason {
    /** The file that lists plugins cannot be read; none of its plugins was loaded. */
    UNREADABLE_LIST("unreadable-list"),
    /** A jar of the plugin is damaged; none of its classes was loaded. */
    UNREADABLE_JAR("unreadable-jar"),
    /** The listed class is absent, is no plugin, or has no public constructor without arguments. */
    NOT_A_PLUGIN("not-a-plugin"),
    /** Its classes do not fit together, the host, or the Java version. */
    NOT_LINKED("not-linked"),
    /** Its constructor or one of its methods threw, or changed what the whole process shares. */
    FAILED("failed"),
    /** Its constructor or one of its methods did not come back in time. */
    TIMED_OUT("timed-out"),
    /** It was compiled against a version of the contract that this host does not serve. */
    SPI_VERSION("spi-version"),
    /** Its description is absent or not allowed. */
    BAD_DESCRIPTOR("bad-descriptor"),
    /** Something that it declares is null, not allowed, lies in a namespace of others, or is computed with what nobody brings. */
    BAD_CONTENT("bad-content"),
    /** Another plugin claims the same name. */
    CONFLICT("conflict"),
    /** The host asked to leave it out. */
    EXCLUDED("excluded");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The word used in files. */
    public String code() {
      return code;
    }
  }

  /** One plugin, or one problem in finding plugins. Immutable and thread-safe. */
  @Provided(since = "0.1.0")
  public static final class Entry {
    private final @Nullable PluginDescriptor descriptor;
    private final String className;
    private final String origin;
    private final @Nullable Reason reason;
    private final LocalizedText message;
    private final List<Offering> provides;

    Entry(
        @Nullable PluginDescriptor descriptor,
        String className,
        String origin,
        @Nullable Reason reason,
        LocalizedText message,
        List<Offering> provides) {
      this.descriptor = descriptor;
      this.className = Objects.requireNonNull(className, "className");
      this.origin = Objects.requireNonNull(origin, "origin");
      this.reason = reason;
      this.message = Objects.requireNonNull(message, "message");
      this.provides = List.copyOf(provides);
    }

    /** True where the plugin is at work. */
    public boolean isLoaded() {
      return reason == null;
    }

    /** True where the host asked to leave it out. */
    boolean isExcluded() {
      return reason == Reason.EXCLUDED;
    }

    /** The plugin's id; empty where it was not learnt or is not fit to be shown. */
    public String id() {
      return descriptor == null ? "" : descriptor.id();
    }

    /** What people read; empty where it was not learnt. */
    public String name() {
      return descriptor == null ? "" : descriptor.name();
    }

    /** The plugin's version; empty where it was not learnt. */
    public String version() {
      return descriptor == null ? "" : descriptor.version();
    }

    /** The version of the plugin contract that it was compiled against, as it says itself; empty where it was not learnt. */
    public OptionalInt spi() {
      return descriptor == null ? OptionalInt.empty() : OptionalInt.of(descriptor.spi());
    }

    /** The class; empty where it is not known. */
    public String className() {
      return className;
    }

    /** The name of the jar or folder that the class came from; empty where it is not known. */
    public String origin() {
      return origin;
    }

    /** Why it is not at work; empty where it is. */
    public Optional<Reason> reason() {
      return Optional.ofNullable(reason);
    }

    /** What happened and what to do, in English; for a plugin at work, what there is to know of it, as a rule nothing. */
    public String message() {
      return message("en");
    }

    /** What happened and what to do; what concerns the author of a broken plugin alone is in English in every language. */
    public String message(String language) {
      return message.in(language);
    }

    /** What it declares, by kind. */
    public List<Offering> provides() {
      return provides;
    }

    /** The names of what it declares of a kind. */
    public List<String> provides(Offering.Kind kind) {
      return provides.stream().filter(each -> each.kind() == kind).map(Offering::name).toList();
    }

    /** All of it on one line: {@code id version (origin) reason: message}. */
    public String line(String language) {
      String who = id().isEmpty() ? className : id() + " " + version();
      String where = origin.isEmpty() ? "" : " (" + origin + ")";
      return (who + where + (reason == null ? "" : " " + reason.code() + ": " + message(language))).strip();
    }

    /** {@link #line} in English. */
    @Override
    public String toString() {
      return line("en");
    }
  }
}
