package se.siru.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.Siru;
import se.siru.core.evaluation.Reconciliation;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.intake.ReportedFile;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.SourcedRow;

/** {@code reconcile DIR [FILE]}. */
@Command(
    name = "reconcile",
    description = "Hold values that were reported or approved against those computed from the records.")
final class ReconcileCommand extends CliCommand {
  private static final int USUAL = 10;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the portfolio, or a document with one.")
  Path folder = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "CSV with the columns indicator, period, value, kind, and one for each dimension. Default: the observations "
              + "of the portfolio.")
  @Nullable Path file;

  @Mixin
  final RulesOption rules = new RulesOption();

  @Option(
      names = "--definitions",
      paramLabel = "FILE.json",
      description = "Indicators of your own beside the catalogue. May be repeated.")
  List<Path> definitions = new ArrayList<>();

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "How many records are named behind a difference; the rest are counted. Default: ${DEFAULT-VALUE}.")
  int records = USUAL;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  TableFormat format = TableFormat.TABLE;

  @Option(names = "--out", paramLabel = "FILE", description = "Write to a file. Default: standard output.")
  @Nullable Path out;

  @Override
  int run(Terminal terminal) throws IOException {
    if (records < 0) {
      throw new UsageException("--records " + records + " is below 0");
    }
    Siru siru = siru(terminal, rules);
    Findings ofFile = new Findings();
    Path named = file;
    List<SourcedRow> stated = named == null ? List.of() : ReportedFile.read(named, ofFile);
    findings(terminal).print(ofFile);
    PortfolioReader.Result read = siru.reader().read(folder);
    findings(terminal).print(read.findings());
    if (ofFile.hasErrors() || read.portfolio().isEmpty()) {
      return ExitCode.FOUND;
    }
    Portfolio portfolio = read.portfolio().get();
    siru = siru.withDefinitions(portfolio);
    for (Path own : definitions) {
      siru = siru.withDefinitions(own, portfolio.schema());
    }
    rules.tellUnused(siru, findings(terminal));
    Reconciliation reconciliation =
        Reconciliation.of(
            portfolio,
            siru.catalogue(),
            named == null ? Reconciliation.observations(portfolio) : stated,
            records);
    boolean errors = findings(terminal).print(new ArrayList<Finding>(reconciliation.findings()));
    OutputFile.write(
        out,
        terminal,
        stream -> {
          if (format == TableFormat.CSV) {
            reconciliation.writeCsv(stream);
          } else {
            stream.write(new ReconciliationText(reconciliation, language()).text().getBytes(StandardCharsets.UTF_8));
          }
        });
    boolean agree = reconciliation.count(Reconciliation.Outcome.AGREES) == reconciliation.lines().size();
    return errors || !agree ? ExitCode.FOUND : ExitCode.DONE;
  }
}
