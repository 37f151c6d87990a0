package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.siru.core.stability.Provided;

/**
 * The readers at hand, by name and by the endings of files.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Readers {
  private final Map<String, Known> byName;
  private final Map<String, Known> byEnding;

  /** A reader, and what it says about itself, asked for once. */
  record Known(ReaderDescriptor descriptor, RowReader reader) {}

  private Readers(Map<String, Known> byName, Map<String, Known> byEnding) {
    this.byName = byName;
    this.byEnding = byEnding;
  }

  /** No readers. */
  public static Readers none() {
    return new Readers(new TreeMap<>(), new TreeMap<>());
  }

  /** The readers of this library: {@code csv}, {@code geojson}, {@code json} and {@code jsonl}. */
  public static Readers standard() {
    return none().with(csv()).with(geoJson()).with(json()).with(jsonLines());
  }

  /** The reader of tables of separated fields, {@code csv}. */
  public static RowReader csv() {
    return new CsvRowReader();
  }

  /** The reader of an array of objects in one JSON document, {@code json}. */
  public static RowReader json() {
    return new JsonRowReader();
  }

  /** The reader of the features of a GeoJSON document, {@code geojson}. */
  public static RowReader geoJson() {
    return new GeoJsonRowReader();
  }

  /** The reader of one JSON object a line, {@code jsonl}. */
  public static RowReader jsonLines() {
    return new JsonLinesRowReader();
  }

  /**
   * With a reader.
   *
   * @throws IllegalArgumentException where another has its name or one of its endings
   */
  public Readers with(RowReader reader) {
    return with(reader.descriptor(), reader);
  }

  /**
   * With a reader that was asked for its description before.
   *
   * @throws IllegalArgumentException where another has its name or one of its endings
   */
  public Readers with(ReaderDescriptor descriptor, RowReader reader) {
    Known known = new Known(requireNonNull(descriptor, "descriptor"), requireNonNull(reader, "reader"));
    Map<String, Known> names = new TreeMap<>(byName);
    if (names.putIfAbsent(descriptor.name(), known) != null) {
      throw new IllegalArgumentException("two readers have the name " + descriptor.name());
    }
    Map<String, Known> endings = new TreeMap<>(byEnding);
    for (String ending : descriptor.endings()) {
      if (endings.putIfAbsent(ending, known) != null) {
        throw new IllegalArgumentException("two readers are for files that end in ." + ending);
      }
    }
    return new Readers(names, endings);
  }

  /** What the readers say about themselves, in order of their names. */
  public List<ReaderDescriptor> descriptors() {
    return byName.values().stream().map(Known::descriptor).toList();
  }

  Optional<Known> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The reader for files of a name, by its ending without regard to letter case. */
  Optional<Known> forFile(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(byEnding.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }

  /** The endings of files that are read without their reader being named. */
  Iterable<String> endings() {
    return byEnding.keySet();
  }

  @Override
  public String toString() {
    return String.join(", ", byName.keySet());
  }
}
