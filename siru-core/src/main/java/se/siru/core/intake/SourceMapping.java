package se.siru.core.intake;

import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;
import se.siru.core.json.Closest;

/** Which files a part of a mapping is for, how they are read, and what their rows become. */
final class SourceMapping {
  /** Where the mapping describes it. */
  final Origin place;
  final String pattern;
  final PathMatcher matcher;
  private final Readers readers;
  /** The reader that the mapping names; null where the names of the files decide. */
  Readers.@Nullable Known reader;
  ReaderOptions options = ReaderOptions.none();
  /** The row with the names of the columns; 0 where the table has none. */
  int headerRow = 1;
  /** The first row that may be a record; 0 where it follows the header. */
  int firstRow;
  /** The names of the columns of a table without a header; null where it has one. */
  @Nullable List<String> columns;
  boolean skipBlank = true;
  RecordMapping.@Nullable When stopAt;
  RecordMapping.@Nullable When skipWhere;
  boolean optional;
  /** What findings and logs call the files; null where they have their own names. */
  @Nullable String called;
  List<RecordMapping> records = List.of();
  PersonalColumns personal = PersonalColumns.NONE;

  SourceMapping(Origin place, String pattern, PathMatcher matcher, Readers readers) {
    this.place = place;
    this.pattern = pattern;
    this.matcher = matcher;
    this.readers = readers;
  }

  /** True where the pattern matches the relative path or, where the pattern names no folder, the file's own name. */
  boolean matches(Path relative) {
    Path name = relative.getFileName();
    return matcher.matches(relative) || pattern.indexOf('/') < 0 && name != null && matcher.matches(name);
  }

  /** True where a reference to an organisation is to be found out. */
  boolean resolves() {
    return records.stream().anyMatch(RecordMapping::resolves);
  }

  /** The reader of a file. */
  Optional<Readers.Known> readerOf(String fileName) {
    return reader == null ? readers.forFile(fileName) : Optional.of(reader);
  }

  Readers readers() {
    return readers;
  }

  /** What a reader is told about the files: the options that it has, and what is expected. */
  ReaderOptions optionsFor(ReaderDescriptor descriptor) {
    ReaderOptions its = options;
    if (reader == null) {
      its = ReaderOptions.none();
      for (ReaderOption option : descriptor.options()) {
        its = option.copy(options, its);
      }
    }
    List<String> names = columns;
    return names == null ? its.expecting(headerRow, required()) : its.expecting(0, names);
  }

  /** The columns that the mapping reads. */
  Set<String> wanted() {
    Set<String> wanted = new LinkedHashSet<>(filtered());
    wanted.addAll(shown());
    records.forEach(record -> record.unwrittenColumns(wanted));
    return wanted;
  }

  /** The columns that may be shown where a row is rejected: those that records are made of. */
  Set<String> shown() {
    Set<String> shown = new LinkedHashSet<>();
    records.forEach(record -> shown.addAll(record.columns()));
    return shown;
  }

  /** The names that a column that is not there may have been meant to be. */
  String nearest(String column, Set<String> there) {
    // Where the names of columns are not at the row stated, what is found in their place may be persons.
    return personal.isEmpty()
        ? Closest.orAll(column, there)
        : Objects.requireNonNullElse(Closest.to(column, there), "…");
  }

  /** The columns that must be there. */
  Set<String> required() {
    Set<String> required = new LinkedHashSet<>(filtered());
    records.forEach(record -> required.addAll(record.requiredColumns()));
    return required;
  }

  private Set<String> filtered() {
    Set<String> filtered = new LinkedHashSet<>();
    if (stopAt != null) {
      filtered.add(stopAt.column());
    }
    if (skipWhere != null) {
      filtered.add(skipWhere.column());
    }
    return filtered;
  }
}
