package se.siru.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.Siru;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Results;
import se.siru.core.evaluation.Section;
import se.siru.core.export.ExportContext;
import se.siru.core.finding.Severity;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.model.TimePeriod;
import se.siru.core.pack.Pack;
import se.siru.core.portfolio.Portfolio;

/** {@code evaluate DIR}. */
@Command(name = "evaluate", description = "Evaluate indicators over a portfolio and write the results.")
final class EvaluateCommand extends CliCommand {
  @Parameters(paramLabel = "DIR", description = "The folder of the portfolio, or a .json or .jsonl document with one.")
  Path folder = Path.of("");

  @Mixin
  final EvaluationOptions what = new EvaluationOptions();

  @Mixin
  final RulesOption rules = new RulesOption();

  @Mixin
  final PackOptions pack = new PackOptions();

  @Mixin
  final ResultOptions how = new ResultOptions();

  @Option(
      names = "--enable",
      paramLabel = "PLUGIN",
      description = "Put a bundled plugin to work that is off by default; 'siru plugins list' names them.")
  List<String> enabled = new ArrayList<>();

  @Option(
      names = "--verify-determinism",
      description = "Ask the code of plugins a second time, in another order; what comes out differently is marked as failed.")
  boolean verifyDeterminism;

  @Override
  int run(Terminal terminal) throws IOException {
    what.checkPeriods();
    int threads = what.threads();
    Siru standard = siru(terminal, rules, enabled.toArray(String[]::new));
    String format = how.format == null && pack.isAsked() ? PackOptions.defaultFormat() : how.format();
    pack.check(standard, what, format);
    if (!pack.isAsked()) {
      how.check(standard);
    }
    List<Section> sections = what.sections(format);
    if (what.definitions.isEmpty()) {
      // Told before the records are read; with definitions, only the portfolio says which fields they may name.
      standard.catalogue().select(List.of(what.patterns(standard, standard)));
    }
    Progress progress = progress(terminal);
    Optional<Portfolio> portfolio = read(standard, format, progress, terminal);
    if (portfolio.isEmpty()) {
      return ExitCode.FOUND;
    }
    Siru siru = what.withDefinitions(standard, portfolio.get().schema(), terminal);
    rules.tellUnused(siru, findings(terminal));
    if (pack.isAsked()) {
      return pack(siru, portfolio.get(), format, progress, terminal);
    }
    if (!sections.isEmpty()) {
      return sections(new SectionsText(siru, portfolio.get(), how.audience, wishes()), sections, progress, terminal);
    }
    List<TimePeriod> periods = what.periods(portfolio.get());
    String[] patterns = what.patterns(standard, siru);
    Results results =
        progress.during(
            say("räknar", "evaluating"), () -> evaluation(siru, portfolio.get(), patterns, periods, threads));
    Publication publication = siru.publish(results, how.audience);
    if (!format.equals(ResultOptions.TABLE)) {
      // The table shows them itself.
      findings(terminal).print(results.findings());
    }
    progress.during(
        say("skriver", "writing"),
        () -> {
          OutputFile.write(how.out, terminal, out -> siru.export(publication, format, wishes(), out));
          return true;
        });
    boolean errors = results.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return errors ? ExitCode.FOUND : ExitCode.DONE;
  }

  private ExportContext wishes() {
    return ExportContext.of(language()).withWidth(how.width);
  }

  private int sections(SectionsText text, List<Section> sections, Progress progress, Terminal terminal) {
    String tables = progress.during(say("räknar", "evaluating"), () -> text.of(sections));
    progress.during(
        say("skriver", "writing"),
        () -> {
          OutputFile.write(how.out, terminal, out -> out.write(tables.stripLeading().getBytes(StandardCharsets.UTF_8)));
          return true;
        });
    return ExitCode.DONE;
  }

  private int pack(Siru siru, Portfolio portfolio, String format, Progress progress, Terminal terminal) {
    Pack made =
        progress.during(say("räknar", "evaluating"), () -> pack.of(siru, portfolio, how.audience, language()));
    progress.during(
        say("skriver", "writing"),
        () -> {
          OutputFile.write(how.out, terminal, out -> siru.render(made, format, out));
          return true;
        });
    return ExitCode.DONE;
  }

  private Optional<Portfolio> read(Siru siru, String format, Progress progress, Terminal terminal) {
    boolean tellsSources = siru.formats().stream().anyMatch(f -> f.name().equals(format) && f.tellsSources());
    PortfolioReader reader = tellsSources ? siru.reader() : siru.reader().withoutHashes();
    PortfolioReader.Result read = progress.during(say("läser", "reading"), () -> reader.read(folder));
    findings(terminal).print(read.findings());
    return read.portfolio();
  }

  private Results evaluation(
      Siru siru, Portfolio portfolio, String[] patterns, List<TimePeriod> periods, int threads) {
    var evaluation =
        siru.evaluate(portfolio)
            .indicators(patterns)
            .periods(periods)
            .by(what.by.toArray(String[]::new))
            .threads(threads);
    if (verifyDeterminism) {
      evaluation.verifyDeterminism();
    }
    return (what.allCodes ? evaluation.allCodes() : evaluation).run();
  }
}
