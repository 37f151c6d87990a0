package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.siru.core.stability.Stable;

/**
 * The name by which a mapping asks for a reader, the files that are its own where a mapping asks for none, and what a
 * mapping can say about them.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class ReaderDescriptor {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern ENDING = Pattern.compile("[a-z0-9]{1,16}");
  private static final int LONGEST = 64;

  private final String name;
  private final Layout layout;
  private final Set<String> endings;
  private final List<ReaderOption> options;

  /** How rows come. */
  @Stable(since = "0.1.0")
  public enum Layout {
    /** Tables in which each row states every column: one with more or fewer fields than the header is wrong. */
    FIELDS,
    /** Tables in which each cell has its place: rows end where their last cell is. */
    GRID,
    /** Rows of named, maybe nested, values. */
    OBJECTS
  }

  private ReaderDescriptor(String name, Layout layout, Set<String> endings, List<ReaderOption> options) {
    if (!NAME.matcher(requireNonNull(name, "name")).matches() || name.length() > LONGEST) {
      throw new IllegalArgumentException("the name of a reader is kebab-case of at most " + LONGEST + " characters");
    }
    for (String ending : endings) {
      if (!ENDING.matcher(ending).matches()) {
        throw new IllegalArgumentException("a file ending has lower-case letters and digits, without the dot");
      }
    }
    this.name = name;
    this.layout = requireNonNull(layout, "layout");
    this.endings = Set.copyOf(endings);
    this.options = List.copyOf(options);
  }

  /**
   * A reader.
   *
   * @param name kebab-case, for example {@code csv}
   * @param endings of files that are read by it unless the mapping names another; without the dot, in lower case
   * @param options what a mapping may say about its files
   * @throws IllegalArgumentException where a name or an ending is not of that form
   */
  public static ReaderDescriptor of(String name, Layout layout, Set<String> endings, ReaderOption... options) {
    return new ReaderDescriptor(name, layout, endings, List.of(options));
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** How rows come. */
  public Layout layout() {
    return layout;
  }

  /** The endings of its files, sorted. */
  public Set<String> endings() {
    return new TreeSet<>(endings);
  }

  /** What a mapping may say about its files. */
  public List<ReaderOption> options() {
    return options;
  }

  /** The option of a name. */
  public Optional<ReaderOption> option(String optionName) {
    return options.stream().filter(option -> option.name().equals(optionName)).findFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
