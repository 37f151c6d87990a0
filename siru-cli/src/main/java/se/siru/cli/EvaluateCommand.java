package se.siru.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
import se.siru.core.finding.SiruException;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.intake.UnreadPortfolio;
import se.siru.core.model.TimePeriod;
import se.siru.core.pack.Pack;
import se.siru.core.portfolio.DefinitionFile;
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
    what.threads();
    Siru standard = siru(terminal, rules, enabled.toArray(String[]::new));
    String format = how.format == null && pack.isAsked() ? PackOptions.defaultFormat() : how.format();
    pack.check(standard, what, format);
    if (!pack.isAsked()) {
      how.check(standard);
    }
    List<Section> sections = what.sections(format);
    if (verifyDeterminism && (pack.isAsked() || !sections.isEmpty())) {
      throw new UsageException("--verify-determinism is for plain results, without --pack and --sections");
    }
    if (what.definitions.isEmpty() && !bringsDefinitions()) {
      // Told before the records are read; with definitions, only the portfolio says which fields they may name.
      standard.catalogue().select(List.of(what.patterns(standard, standard)));
    }
    Progress progress = progress(terminal);
    PortfolioReader reader = reader(standard, format);
    if (pack.isAsked() || !sections.isEmpty()) {
      return ofWhole(standard, reader, sections, format, progress, terminal);
    }
    return plain(standard, reader, format, progress, terminal);
  }

  /** Results of everything that is asked for, of records that are mostly evaluated while they are read. */
  private int plain(Siru standard, PortfolioReader reader, String format, Progress progress, Terminal terminal) throws IOException {
    UnreadPortfolio source = progress.during(say("läser", "reading"), () -> reader.open(folder));
    if (source.isRefused()) {
      findings(terminal).print(source.findings());
      return ExitCode.FOUND;
    }
    Siru siru = null;
    Results results = null;
    RuntimeException failed = null;
    try {
      Siru ofAll = what.withDefinitions(standard, source.outline(), terminal);
      siru = ofAll;
      List<TimePeriod> periods = what.periods(source.outline());
      String[] patterns = what.patterns(standard, ofAll);
      results = progress.during(say("räknar", "evaluating"), () -> evaluation(ofAll, source, patterns, periods));
    } catch (SiruException | UsageException told) { // behind what is wrong with the portfolio
      failed = told;
      progress.during(say("läser", "reading"), source::read);
    }
    findings(terminal).print(source.findings());
    if (source.isRefused()) {
      return ExitCode.FOUND;
    }
    if (siru != null) {
      rules.tellUnused(siru, findings(terminal));
    }
    if (failed != null) {
      throw failed;
    }
    return write(Objects.requireNonNull(siru), Objects.requireNonNull(results), format, progress, terminal);
  }

  /** A pack, or sections, whose parts ask for the same records again and again. */
  private int ofWhole(
      Siru standard, PortfolioReader reader, List<Section> sections, String format, Progress progress, Terminal terminal) {
    PortfolioReader.Result read = progress.during(say("läser", "reading"), () -> reader.read(folder));
    findings(terminal).print(read.findings());
    Optional<Portfolio> portfolio = read.portfolio();
    if (portfolio.isEmpty()) {
      return ExitCode.FOUND;
    }
    Siru siru = what.withDefinitions(standard, portfolio.get(), terminal);
    rules.tellUnused(siru, findings(terminal));
    return pack.isAsked()
        ? pack(siru, portfolio.get(), format, progress, terminal)
        : sections(new SectionsText(siru, portfolio.get(), how.audience, wishes()), sections, progress, terminal);
  }

  private int write(Siru siru, Results results, String format, Progress progress, Terminal terminal) throws IOException {
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

  /** True where there may be indicators that only the portfolio has; of a document, reading tells. */
  private boolean bringsDefinitions() {
    return !Files.isDirectory(folder)
        || Stream.of(DefinitionFile.NAME, DefinitionFile.FOLDER).anyMatch(name -> Files.exists(folder.resolve(name)));
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

  private static PortfolioReader reader(Siru siru, String format) {
    boolean tellsSources = siru.formats().stream().anyMatch(f -> f.name().equals(format) && f.tellsSources());
    return tellsSources ? siru.reader() : siru.reader().withoutHashes();
  }

  private Results evaluation(Siru siru, UnreadPortfolio source, String[] patterns, List<TimePeriod> periods) {
    var evaluation =
        siru.evaluate(source)
            .indicators(patterns)
            .periods(periods)
            .by(what.by.toArray(String[]::new))
            .threads(what.threads());
    if (verifyDeterminism) {
      evaluation.verifyDeterminism();
    }
    return (what.allCodes ? evaluation.allCodes() : evaluation).run();
  }
}
