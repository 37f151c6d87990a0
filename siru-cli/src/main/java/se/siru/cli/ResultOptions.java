package se.siru.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.export.FormatDescriptor;

/** For whom results are written, how and where. */
final class ResultOptions {
  private static final int NARROWEST = 40;
  static final String TABLE = "table";

  @Option(
      names = "--audience",
      paramLabel = "AUDIENCE",
      description =
          "For whom: internal, partner or public. Default: internal. The others are refused until small cells are "
              + "protected.")
  Audience audience = Audience.INTERNAL;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, csv, json, star, or a format of a plugin; 'siru plugins list' names them. Default: table.")
  @Nullable String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to a file, which appears whole or not at all. Default: standard output.")
  @Nullable Path out;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Columns of a line of the table, at least 40. Default: ${DEFAULT-VALUE}.")
  int width = 100;

  /** The format that was asked for, or else the usual one. */
  String format() {
    return format == null ? TABLE : format;
  }

  /** Refuses an unknown format and lines that are too narrow before any work is done. */
  void check(Siru siru) {
    if (width < NARROWEST) {
      throw new UsageException("--width " + width + " is below " + NARROWEST);
    }
    List<String> names = siru.formats().stream().map(FormatDescriptor::name).toList();
    if (!names.contains(format())) {
      throw new UsageException("no format '" + format() + "'; " + instead(siru, names));
    }
  }

  /** The names that there are, and which plugins are at work without all that they have. */
  static String instead(Siru siru, List<String> names) {
    return siru.plugins().loaded().stream()
        .filter(entry -> !entry.message().isEmpty())
        .map(entry -> "; " + entry.id() + " " + entry.message())
        .collect(Collectors.joining("", "there are " + String.join(", ", names), ""));
  }
}
