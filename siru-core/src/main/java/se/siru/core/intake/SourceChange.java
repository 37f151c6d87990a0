package se.siru.core.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import se.siru.core.stability.Provided;

/**
 * What became of a source of a portfolio with an import.
 *
 * @param source what findings call the file
 * @param kind what became of it
 * @param before how many rows it had when it was imported before; 0 where it was not
 * @param after how many rows it has now; 0 where it is gone
 */
@Provided(since = "0.1.0")
public record SourceChange(String source, Kind kind, long before, long after) {
  /** Checks the components. */
  public SourceChange {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(kind, "kind");
  }

  /** What may become of a source. */
  @Provided(since = "0.1.0")
  public enum Kind {
    /** It was no source of the portfolio before. */
    ADDED,
    /** A file of that name was, with other bytes: a correction. */
    REPLACED,
    /** The same bytes were, under this name or another. */
    UNCHANGED,
    /** It was, and is not among the files any more, so that the records made of it are not there either. */
    GONE;

    /** The word used in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of each source, those that are there by name, then those that are gone. */
  static List<SourceChange> of(List<ImportedSources.Source> before, List<ImportedSources.Source> after) {
    Map<String, ImportedSources.Source> left = new TreeMap<>();
    before.forEach(source -> left.put(source.name(), source));
    Set<String> names = new HashSet<>();
    after.forEach(source -> names.add(source.name()));
    List<SourceChange> changes = new ArrayList<>();
    for (ImportedSources.Source source : after) {
      ImportedSources.Source was = left.remove(source.name());
      if (was == null) {
        was = left.values().stream()
            .filter(other -> other.hash().equals(source.hash()) && !names.contains(other.name()))
            .findFirst().orElse(null);
        if (was != null) {
          left.remove(was.name());
        }
      }
      Kind kind = was == null ? Kind.ADDED : was.hash().equals(source.hash()) ? Kind.UNCHANGED : Kind.REPLACED;
      changes.add(new SourceChange(source.name(), kind, was == null ? 0 : was.rows(), source.rows()));
    }
    left.values().forEach(was -> changes.add(new SourceChange(was.name(), Kind.GONE, was.rows(), 0)));
    return changes;
  }
}
