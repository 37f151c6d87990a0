package se.siru.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.Siru;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Results;
import se.siru.core.export.ExportContext;
import se.siru.core.finding.Severity;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.indicators.network.NewTies;
import se.siru.indicators.network.SingleNetworks;
import se.siru.indicators.network.TieNetwork;
import se.siru.indicators.network.TieRule;

/** {@code network DIR}. */
@Command(
    name = "network",
    description = "Show the figures of the network that organisations form by a tie rule, and write its nodes and ties.")
final class NetworkCommand extends CliCommand {
  @Parameters(paramLabel = "DIR", description = "The folder of the portfolio, or a .json or .jsonl document with one.")
  Path folder = Path.of("");

  @Option(
      names = "--ties",
      paramLabel = "RULE",
      split = ",",
      description =
          "What makes a tie: initiative or network (both are members of one), or attendance (both took part in one "
              + "interactive activity of at most 25 organisations). Several are separated by commas. Default: initiative.")
  List<TieRule> rules = new ArrayList<>();

  @Option(
      names = "--periods",
      paramLabel = "PERIODS",
      split = ",",
      description = "As for evaluate: total, 2021, 2021..2023/quarter, plan, and others. Default: total.")
  List<String> periods = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "DIM[,DIM]",
      description =
          "A breakdown, as for evaluate, such as activity-kind or challenge: each row is the network of those records alone. May be "
              + "repeated.")
  List<String> by = new ArrayList<>();

  @Option(
      names = "--definitions",
      paramLabel = "FILE.json",
      description = "Figures of your own beside those of the catalogue. May be repeated.")
  List<Path> definitions = new ArrayList<>();

  @Option(
      names = "--nodes",
      paramLabel = "FILE",
      description = "Also write the organisations as CSV, for Gephi and the like. Takes one rule and one period.")
  @Nullable Path nodes;

  @Option(
      names = "--edges",
      paramLabel = "FILE",
      description = "Also write the ties as CSV, for Gephi and the like. Takes one rule and one period.")
  @Nullable Path edges;

  @Option(
      names = "--new-ties",
      paramLabel = "FILE",
      description = "Also write the new ties (SI-N09) by pair of sectors as CSV. Takes one rule and one period.")
  @Nullable Path newTies;

  @Option(
      names = "--networks",
      paramLabel = "FILE",
      description =
          "Also write each single network as CSV: its organisations, ties, new ties and E-I index. Takes --ties network and one "
              + "period.")
  @Nullable Path networks;

  @Mixin
  final ResultOptions how = new ResultOptions();

  @Override
  int run(Terminal terminal) throws IOException {
    List<TieRule> asked = rules.isEmpty() ? List.of(TieRule.INITIATIVE) : List.copyOf(rules);
    EvaluationOptions what = new EvaluationOptions();
    what.periods.addAll(periods);
    what.definitions.addAll(definitions);
    what.checkPeriods();
    Siru standard = siru(terminal);
    how.check(standard);
    Progress progress = progress(terminal);
    Optional<Portfolio> read = read(standard, progress, terminal);
    if (read.isEmpty()) {
      return ExitCode.FOUND;
    }
    Portfolio portfolio = read.get();
    List<TimePeriod> chosen = what.periods(portfolio);
    boolean isOne = asked.size() == 1 && chosen.size() == 1;
    if ((nodes != null || edges != null || newTies != null) && !isOne) {
      throw new UsageException("--nodes, --edges and --new-ties take one rule of --ties and one period");
    }
    if (networks != null && !(isOne && asked.get(0) == TieRule.NETWORK)) {
      throw new UsageException("--networks takes --ties network and one period");
    }
    Siru siru = what.withDefinitions(standard, portfolio, terminal);
    Results results =
        progress.during(
            say("räknar", "evaluating"),
            () ->
                siru.evaluate(portfolio)
                    .indicators(figures(siru.catalogue(), asked))
                    .periods(chosen)
                    .by(by.toArray(String[]::new))
                    .threads(what.threads())
                    .run());
    // Names of organisations are for those only who may see the results.
    Publication publication = siru.publish(results, how.audience);
    if (!how.format().equals(ResultOptions.TABLE)) {
      findings(terminal).print(results.findings());
    }
    progress.during(
        say("skriver", "writing"),
        () -> {
          ExportContext wishes = ExportContext.of(language()).withWidth(how.width);
          OutputFile.write(how.out, terminal, out -> siru.export(publication, how.format(), wishes, out));
          return true;
        });
    if (nodes != null || edges != null) {
      write(TieNetwork.of(portfolio, asked.get(0), chosen.get(0)), terminal);
    }
    if (newTies != null) {
      OutputFile.write(newTies, terminal, NewTies.of(portfolio, asked.get(0), chosen.get(0))::write);
    }
    if (networks != null) {
      OutputFile.write(networks, terminal, SingleNetworks.of(portfolio, chosen.get(0))::write);
    }
    boolean errors = results.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return errors ? ExitCode.FOUND : ExitCode.DONE;
  }

  private Optional<Portfolio> read(Siru siru, Progress progress, Terminal terminal) {
    PortfolioReader reader = siru.reader();
    PortfolioReader.Result read = progress.during(say("läser", "reading"), () -> reader.read(folder));
    findings(terminal).print(read.findings());
    return read.portfolio();
  }

  private void write(TieNetwork network, Terminal terminal) throws IOException {
    if (nodes != null) {
      OutputFile.write(nodes, terminal, network::writeNodes);
    }
    if (edges != null) {
      OutputFile.write(edges, terminal, network::writeTies);
    }
  }

  /** The figures of rules, rule by rule in order of their codes. */
  private static String[] figures(Catalogue catalogue, List<TieRule> rules) {
    return rules.stream()
        .distinct()
        .flatMap(rule -> catalogue.indicators().stream()
            .filter(each -> isOf(rule, each, catalogue))
            .sorted(Comparator.comparing(Indicator::code)))
        .map(Indicator::id)
        .toArray(String[]::new);
  }

  /** A measure whose function names the rule, or a formula over one. */
  private static boolean isOf(TieRule rule, Indicator indicator, Catalogue catalogue) {
    if (indicator instanceof Formula formula) {
      return Catalogue.operands(formula.expression()).stream()
          .flatMap(operand -> catalogue.find(operand).stream())
          .anyMatch(operand -> isOf(rule, operand, catalogue));
    }
    return indicator instanceof Measure measure
        && measure.aggregate() instanceof Aggregate.Function function
        && rule.word().equals(function.parameters().get("ties"));
  }
}
