package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.Siru;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.intake.ReaderInput;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.indicators.composite.CompositeIndex;
import se.siru.indicators.composite.CompositeReader;
import se.siru.indicators.composite.CompositeResult;
import se.siru.indicators.composite.ResultsTable;
import se.siru.indicators.composite.Robustness;
import se.siru.indicators.composite.UnitTable;
import se.siru.indicators.composite.UnitTableReader;

/** {@code composite INDEX.json SOURCE}. */
@Command(
    name = "composite",
    description =
        "Compute a composite index (SI-C02) of a table or of results, with how far its ranks depend on its choices (SI-C03).")
final class CompositeCommand extends CliCommand {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Parameters(index = "0", paramLabel = "INDEX.json", description = "The declaration of the index.")
  Path declaration = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "SOURCE",
      description =
          "A table as CSV, with a row for each unit and its id in the first column; or a portfolio, of which the declaration names "
              + "indicators.")
  Path source = Path.of("");

  @Option(
      names = "--by",
      paramLabel = "DIM",
      description = "Of a portfolio: the dimension whose codes are the units, such as county.")
  @Nullable String by;

  @Option(names = "--period", paramLabel = "PERIOD", description = "Of a portfolio: one period, as for evaluate. Default: total.")
  @Nullable String period;

  @Mixin
  final RulesOption rules = new RulesOption();

  @Option(
      names = "--definitions",
      paramLabel = "FILE.json",
      description = "Indicators of your own beside the catalogue. May be repeated.")
  List<Path> definitions = new ArrayList<>();

  @Option(
      names = "--spread",
      paramLabel = "PERCENT",
      description = "How far weights are changed to see how far ranks move. Default: ${DEFAULT-VALUE}.")
  BigDecimal spread = BigDecimal.valueOf(25);

  @Option(names = "--runs", paramLabel = "N", description = "How many times weights are changed. Default: ${DEFAULT-VALUE}.")
  int runs = 1_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where random numbers begin; the same gives the same answer. Default: ${DEFAULT-VALUE}.")
  int seed = 1;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  TableFormat format = TableFormat.TABLE;

  @Option(names = "--out", paramLabel = "FILE", description = "Write to a file. Default: standard output.")
  @Nullable Path out;

  @Override
  int run(Terminal terminal) throws IOException {
    if (spread.signum() < 0 || spread.compareTo(HUNDRED) >= 0) {
      throw new UsageException("--spread is from 0 to below 100, not " + spread.toPlainString());
    }
    if (runs < 1 || runs > 100_000) {
      throw new UsageException("--runs is from 1 to 100000, not " + runs);
    }
    Findings told = new Findings();
    Optional<CompositeIndex> index = declared(told);
    Optional<UnitTable> table = index.isEmpty() ? Optional.empty() : table(index.get(), told, terminal);
    findings(terminal).print(told.list());
    if (index.isEmpty() || table.isEmpty()) {
      return ExitCode.FOUND;
    }
    CompositeResult result = computed(index.get(), table.get());
    Robustness.Perturbation perturbation =
        Robustness.perturbWeights(result, seed, runs, spread.doubleValue() / HUNDRED.doubleValue());
    CompositeTables tables = new CompositeTables(result, perturbation, language());
    OutputFile.write(
        out,
        terminal,
        stream -> {
          if (format == TableFormat.CSV) {
            tables.writeCsv(stream);
          } else {
            stream.write(tables.text().getBytes(StandardCharsets.UTF_8));
          }
        });
    return ExitCode.DONE;
  }

  private Optional<CompositeIndex> declared(Findings told) {
    try (InputStream in = Files.newInputStream(declaration)) {
      return CompositeReader.read(in, String.valueOf(declaration.getFileName()), told);
    } catch (IOException e) {
      throw SiruException.unreadable(declaration, e);
    }
  }

  private Optional<UnitTable> table(CompositeIndex index, Findings told, Terminal terminal) {
    String name = String.valueOf(source.getFileName());
    if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      if (by != null || period != null || !definitions.isEmpty()) {
        throw new UsageException("--by, --period and --definitions are for a portfolio, and " + name + " is a table");
      }
      try {
        return UnitTableReader.read(ReaderInput.of(name, source), index, told);
      } catch (IOException e) {
        throw SiruException.unreadable(source, e);
      }
    }
    return evaluated(index, terminal);
  }

  private Optional<UnitTable> evaluated(CompositeIndex index, Terminal terminal) {
    String dimension = by;
    if (dimension == null) {
      throw new UsageException("an index of a portfolio needs --by, the dimension whose codes are its units");
    }
    EvaluationOptions what = new EvaluationOptions();
    what.periods.addAll(period == null ? List.of() : List.of(period));
    what.definitions.addAll(definitions);
    what.checkPeriods();
    Siru standard = siru(terminal, rules);
    PortfolioReader.Result read = standard.reader().read(source);
    findings(terminal).print(read.findings());
    if (read.portfolio().isEmpty()) {
      return Optional.empty();
    }
    Portfolio portfolio = read.portfolio().get();
    List<TimePeriod> periods = what.periods(portfolio);
    if (periods.size() != 1) {
      throw new UsageException("an index is of one period, and --period names " + periods.size());
    }
    Siru siru = what.withDefinitions(standard, portfolio, terminal);
    List<String> variables = List.copyOf(index.variables());
    Results results =
        siru.evaluate(portfolio)
            .indicators(variables.toArray(String[]::new))
            .periods(periods)
            .by(dimension)
            .run();
    findings(terminal).print(results.findings());
    try {
      return Optional.of(ResultsTable.of(results, periods.get(0).label(), dimension, variables));
    } catch (IllegalArgumentException noCell) {
      throw new UsageException(noCell.getMessage());
    }
  }

  /** What a declaration asks of a table may be something that the table cannot give. */
  private static CompositeResult computed(CompositeIndex index, UnitTable table) {
    try {
      return index.of(table);
    } catch (IllegalArgumentException doesNotFit) {
      throw new UsageException("the index cannot be computed: " + doesNotFit.getMessage());
    }
  }
}
