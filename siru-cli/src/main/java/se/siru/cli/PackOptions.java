package se.siru.cli;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.pack.Pack;
import se.siru.core.pack.SteeringGroup;
import se.siru.core.portfolio.Portfolio;

/** A pack of tables instead of the results of chosen indicators. */
final class PackOptions {
  private static final Set<String> STEERING_GROUP = Set.of("steering-group", "styrgrupp");
  private static final String MARKDOWN = "markdown";

  @Option(
      names = "--pack",
      paramLabel = "PACK",
      description =
          "steering-group (styrgrupp): targets, finance, reach, effects and the records behind, as Markdown or another "
              + "format of packs.")
  @Nullable String pack;

  @Option(
      names = "--reporting-period",
      paramLabel = "ID",
      description = "Of a pack: the reporting period. Default: the last one that had ended on the portfolio's day.")
  @Nullable String reportingPeriod;

  boolean isAsked() {
    return pack != null;
  }

  /** Refuses what does not fit together before any work is done. */
  void check(Siru siru, EvaluationOptions what, String format) {
    if (pack == null) {
      if (reportingPeriod != null) {
        throw new UsageException("--reporting-period belongs to --pack");
      }
      return;
    }
    if (!STEERING_GROUP.contains(pack)) {
      throw new UsageException("no pack '" + pack + "'; there is steering-group (styrgrupp)");
    }
    if (what.isNarrowed()) {
      throw new UsageException("a pack chooses its own indicators, periods and breakdowns");
    }
    List<String> names = siru.packFormats().stream().map(FormatDescriptor::name).toList();
    if (!names.contains(format)) {
      throw new UsageException("no format of packs '" + format + "'; " + ResultOptions.instead(siru, names));
    }
  }

  /** The format where none was asked for. */
  static String defaultFormat() {
    return MARKDOWN;
  }

  Pack of(Siru siru, Portfolio portfolio, Audience audience, String language) {
    SteeringGroup group = siru.steeringGroup(portfolio).audience(audience);
    return (reportingPeriod == null ? group : group.reportingPeriod(reportingPeriod)).pack(language);
  }
}
