package se.siru.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.evaluation.Section;
import se.siru.core.evaluation.SectionReader;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.DefinitionFiles;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.DecidedPlan;
import se.siru.core.portfolio.Portfolio;

/** What to evaluate. */
final class EvaluationOptions {
  private static final int MOST_THREADS = 8;
  private static final String STANDARD = "siru:*";
  private static final String STANDARD_INPUT = "-";
  private static final String PLAN = "plan";

  @Option(
      names = "--indicators",
      paramLabel = "GLOB[,GLOB]",
      description =
          "Indicators by code, id, or glob of either. Default: those of --definitions, or else all of the standard "
              + "catalogue and those that the portfolio brings.")
  List<String> indicators = new ArrayList<>();

  @Option(
      names = "--periods",
      paramLabel = "PERIODS",
      description =
          "total, 2021, 2021..2023/quarter (year, half, quarter, month, week), 2021-H1, 2021-Q3, 2021-07, 2021-W07, "
              + "2021-01-01/2021-04-15 (until exclusive), plan (the reporting periods of the decisions, and each stretch "
              + "from the first of them), or several separated by commas. Default: total.")
  List<String> periods = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "DIM[,DIM]",
      description =
          "A breakdown: dimensions separated by commas are crossed. Repeat it for several breakdowns. "
              + "DIM/split shares amounts equally over several codes.")
  List<String> by = new ArrayList<>();

  @Option(
      names = "--sections",
      paramLabel = "FILE.json",
      description =
          "The parts of a report, each with a title, its indicators, periods and breakdowns: tables one below the other.")
  @Nullable Path sections;

  @Option(
      names = "--definitions",
      paramLabel = "FILE.json",
      description = "Indicators of your own; - reads standard input. May be repeated.")
  List<Path> definitions = new ArrayList<>();

  @Option(names = "--all-codes", description = "Show codes that no record has, too.")
  boolean allCodes;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that share the work; the results are the same. Default: one a processor, at most 8.")
  @Nullable Integer threads;

  int threads() {
    if (threads == null) {
      return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }
    if (threads < 1) {
      throw new UsageException("--threads " + threads + " is below 1");
    }
    return threads;
  }

  /** Refuses what is no period before any work is done. */
  void checkPeriods() {
    List<String> others = asked().filter(each -> !each.equals(PLAN)).toList();
    if (!others.isEmpty()) {
      try {
        Periods.parse(String.join(",", others));
      } catch (SiruException noPeriod) {
        throw new UsageException(
            noPeriod.getMessage() + "; plan stands for the reporting periods of the decisions, whatever they are called");
      }
    }
    chosen();
  }

  /** The indicators named; a comma with nothing beside it names none, and most likely lacks something. */
  private List<String> chosen() {
    List<String> all = indicators.stream().flatMap(each -> Arrays.stream(each.split(",", -1))).map(String::strip).toList();
    if (all.contains("")) {
      throw new UsageException("--indicators " + String.join(",", indicators) + " has a comma without an indicator beside it");
    }
    return all;
  }

  /** The periods, in the order in which they were asked for. */
  List<TimePeriod> periods(Portfolio portfolio) {
    if (periods.isEmpty()) {
      return Periods.total();
    }
    Set<TimePeriod> all = new LinkedHashSet<>();
    asked().forEach(each -> all.addAll(each.equals(PLAN) ? plan(portfolio) : Periods.parse(each)));
    return List.copyOf(all);
  }

  private Stream<String> asked() {
    return periods.stream().flatMap(each -> Arrays.stream(each.split(",", -1))).map(String::strip);
  }

  private static List<TimePeriod> plan(Portfolio portfolio) {
    List<TimePeriod> planned = DecidedPlan.of(portfolio).periods();
    if (planned.isEmpty()) {
      throw new UsageException("the decisions of the portfolio state no reporting periods");
    }
    return planned;
  }

  /** True where indicators, periods or breakdowns were chosen. */
  boolean isNarrowed() {
    return sections != null || choosesItself();
  }

  private boolean choosesItself() {
    return allCodes || !indicators.isEmpty() || !periods.isEmpty() || !by.isEmpty();
  }

  /** The sections that were asked for; none where none were. Refuses what does not go with them. */
  List<Section> sections(String format) {
    if (sections == null) {
      return List.of();
    }
    if (choosesItself()) {
      throw new UsageException("--sections say which indicators, periods and breakdowns there are");
    }
    if (!format.equals(ResultOptions.TABLE)) {
      throw new UsageException("--sections are written as tables, not as " + format);
    }
    return SectionReader.read(sections);
  }

  /** The library with the indicators of the portfolio, and with the definitions, which may name fields that only the portfolio has. */
  Siru withDefinitions(Siru standard, Portfolio portfolio, Terminal terminal) {
    Siru siru = standard.withDefinitions(portfolio);
    DefinitionFiles files = siru.definitions(portfolio.schema());
    for (Path file : definitions) {
      if (file.toString().equals(STANDARD_INPUT)) {
        files.read(terminal.in(), "standard-input");
      } else {
        files.read(file);
      }
    }
    return siru.with(files);
  }

  /** The indicators that are asked for, of a library with and without the definitions. */
  String[] patterns(Siru without, Siru with) {
    if (!indicators.isEmpty()) {
      return chosen().toArray(String[]::new);
    }
    Set<String> before = new HashSet<>();
    without.catalogue().indicators().forEach(indicator -> before.add(indicator.id()));
    List<String> own = with.catalogue().indicators().stream().map(Indicator::id).filter(id -> !before.contains(id)).toList();
    Stream<String> standard = definitions.isEmpty() ? Stream.of(STANDARD) : Stream.empty();
    return Stream.concat(standard, own.stream()).toArray(String[]::new);
  }
}
