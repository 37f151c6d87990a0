package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import se.siru.core.stability.Provided;

/**
 * What a mapping says about how a file is read, and what it expects to find there. An option that is stated always wins;
 * what is expected is evidence for readers that have to find out how a file was written.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class ReaderOptions {
  private final Map<String, String> texts;
  private final Map<String, Integer> positions;
  private final int headerRow;
  private final Set<String> columns;

  private ReaderOptions(
      Map<String, String> texts, Map<String, Integer> positions, int headerRow, Collection<String> columns) {
    this.texts = Map.copyOf(texts);
    this.positions = Map.copyOf(positions);
    this.headerRow = headerRow;
    this.columns = new LinkedHashSet<>(columns);
  }

  /** Nothing stated, nothing expected, and the header in row 1. */
  public static ReaderOptions none() {
    return new ReaderOptions(Map.of(), Map.of(), 1, Set.of());
  }

  /** With an option; in place of what was stated before. */
  public ReaderOptions with(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(texts);
    more.put(requireNonNull(name, "name"), requireNonNull(text, "text"));
    Map<String, Integer> rest = new LinkedHashMap<>(positions);
    rest.remove(name);
    return new ReaderOptions(more, rest, headerRow, columns);
  }

  /** With an option that is a one-based position; in place of what was stated before. */
  public ReaderOptions with(String name, int position) {
    Map<String, Integer> more = new LinkedHashMap<>(positions);
    more.put(requireNonNull(name, "name"), position);
    Map<String, String> rest = new LinkedHashMap<>(texts);
    rest.remove(name);
    return new ReaderOptions(rest, more, headerRow, columns);
  }

  /**
   * With what is expected.
   *
   * @param row the row with the names of the columns; 0 where the table has none
   * @param names columns that must be there; where the table has no header, one name for each column
   */
  public ReaderOptions expecting(int row, Collection<String> names) {
    return new ReaderOptions(texts, positions, row, names);
  }

  /** An option that is a text. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /** An option that is a one-based position. */
  public OptionalInt position(String name) {
    Integer position = positions.get(name);
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /** The row with the names of the columns; 0 where the table has none. */
  public int headerRow() {
    return headerRow;
  }

  /** Columns that are expected; where the table has no header, one name for each column. */
  public Set<String> columns() {
    return new LinkedHashSet<>(columns);
  }

  /** True where an option says this text. */
  boolean states(String text) {
    return texts.containsValue(text);
  }

  /** The names of the options that are stated. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(texts.keySet());
    names.addAll(positions.keySet());
    return names;
  }
}
