package se.siru.core.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which files a part of a mapping is for, how they are read, and what their rows become. */
final class SourceMapping {
  /** How a file is laid out. */
  enum Format {
    /** A table of separated fields. */
    CSV,
    /** One JSON document with an array of objects. */
    JSON,
    /** One JSON object a line. */
    JSON_LINES
  }

  static final Map<String, Format> FORMATS = Map.of("csv", Format.CSV, "json", Format.JSON, "jsonl", Format.JSON_LINES);
  static final Map<String, Charset> ENCODINGS =
      Map.of(
          "utf-8", StandardCharsets.UTF_8,
          "windows-1252", Charset.forName("windows-1252"),
          "iso-8859-1", StandardCharsets.ISO_8859_1,
          "utf-16", StandardCharsets.UTF_16);

  final String pattern;
  final PathMatcher matcher;
  final Format format;
  char separator = ',';
  Charset encoding = StandardCharsets.UTF_8;
  /** Where the array of a JSON document is; empty for the document itself. */
  String path = "";
  int headerRow = 1;
  /** The names of the columns of a table without a header; null where it has one. */
  @Nullable List<String> columns;
  boolean optional;
  /** What findings and logs call the files; null where they have their own names. */
  @Nullable String called;
  List<RecordMapping> records = List.of();
  PersonalColumns personal = PersonalColumns.NONE;

  SourceMapping(String pattern, PathMatcher matcher, Format format) {
    this.pattern = pattern;
    this.matcher = matcher;
    this.format = format;
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

  /** The columns that the mapping reads. */
  Set<String> wanted() {
    Set<String> wanted = shown();
    records.forEach(record -> record.unwrittenColumns(wanted));
    return wanted;
  }

  /** The columns that may be shown where a row is rejected: those that records are made of. */
  Set<String> shown() {
    Set<String> shown = new LinkedHashSet<>();
    records.forEach(record -> shown.addAll(record.columns()));
    return shown;
  }

  /** The columns that must be there. */
  Set<String> required() {
    Set<String> required = new LinkedHashSet<>();
    records.forEach(record -> required.addAll(record.requiredColumns()));
    return required;
  }
}
