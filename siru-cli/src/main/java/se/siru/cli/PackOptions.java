package se.siru.cli;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.pack.Pack;
import se.siru.core.pack.ProgressRule;
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

  @Option(
      names = "--on-track",
      paramLabel = "SHARE",
      description = "Of a pack: the share of an even pace that is still on track, 0 to 1. Default: 0.9.")
  @Nullable BigDecimal onTrack;

  boolean isAsked() {
    return pack != null;
  }

  /** Refuses what does not fit together before any work is done. */
  void check(Siru siru, EvaluationOptions what, String format) {
    if (pack == null) {
      if (reportingPeriod != null || onTrack != null) {
        throw new UsageException("--reporting-period and --on-track belong to --pack");
      }
      return;
    }
    if (!STEERING_GROUP.contains(pack)) {
      throw new UsageException("no pack '" + pack + "'; there is steering-group (styrgrupp)");
    }
    if (what.isNarrowed()) {
      throw new UsageException("a pack chooses its own indicators, periods and breakdowns");
    }
    if (siru.packFormats().stream().map(FormatDescriptor::name).noneMatch(format::equals)) {
      throw new UsageException(
          "no format of packs '" + format + "'; there are "
              + String.join(", ", siru.packFormats().stream().map(FormatDescriptor::name).toList()));
    }
    rule();
  }

  /** The format where none was asked for. */
  static String defaultFormat() {
    return MARKDOWN;
  }

  private ProgressRule rule() {
    try {
      return onTrack == null ? ProgressRule.STANDARD : ProgressRule.withTolerance(onTrack);
    } catch (IllegalArgumentException outside) {
      throw new UsageException("--on-track lies from 0 to 1, not " + onTrack);
    }
  }

  Pack of(Siru siru, Portfolio portfolio, Audience audience, String language) {
    SteeringGroup group = siru.steeringGroup(portfolio).audience(audience).rule(rule());
    return (reportingPeriod == null ? group : group.reportingPeriod(reportingPeriod)).pack(language);
  }
}
