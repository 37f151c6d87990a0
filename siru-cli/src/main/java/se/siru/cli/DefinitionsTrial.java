package se.siru.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.Siru;
import se.siru.core.contract.Law;
import se.siru.core.contract.Sample;
import se.siru.core.contract.Surroundings;
import se.siru.core.contract.Trial;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionFiles;
import se.siru.core.indicator.Indicator;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Portfolio;

/** Tries the indicators of files of definitions: an analyst's counterpart of a plugin, held to the same laws. */
final class DefinitionsTrial {
  private static final String ENDING = ".json";

  /** Random records of each type of facts. */
  private static final int FACTS = 25;

  private final CliCommand command;
  private final List<Path> files;
  private final @Nullable Path portfolio;
  private final int samples;

  /**
   * A trial to come.
   *
   * @param portfolio whose extra fields and code lists the definitions may name, or null
   */
  DefinitionsTrial(CliCommand command, List<Path> files, @Nullable Path portfolio, int samples) {
    this.command = command;
    this.files = files;
    this.portfolio = portfolio;
    this.samples = samples;
  }

  /**
   * True for files of definitions, false for jars.
   *
   * @throws UsageException where there are both
   */
  static boolean isOf(List<Path> files) {
    long count = files.stream().filter(file -> file.toString().endsWith(ENDING)).count();
    if (count > 0 && count < files.size()) {
      throw new UsageException("jars and files of definitions are checked one after the other");
    }
    return count > 0;
  }

  /** Reads, tries and tells; what cannot be read is refused with all findings. */
  int run(Terminal terminal) throws IOException {
    Siru siru = command.siru(terminal);
    Optional<Schema> schema = schema(siru, terminal);
    if (schema.isEmpty()) {
      return ExitCode.FOUND;
    }
    DefinitionFiles read = siru.definitions(schema.get());
    files.forEach(read::read);
    Catalogue catalogue = read.catalogue();
    List<String> own =
        catalogue.indicators().stream().map(Indicator::id).filter(id -> siru.catalogue().find(id).isEmpty()).toList();
    Breaches breaches = new Breaches();
    for (long seed = 1; seed <= samples && !own.isEmpty(); seed++) {
      Trial.Builder trial =
          Trial.of(catalogue, Sample.random(schema.get(), seed, FACTS)).indicators(own.toArray(String[]::new));
      Surroundings.awkward().forEach(trial::in);
      command
          .progress(terminal)
          .during(command.say("prövar indikatorer", "trying indicators"), () -> breaches.add(trial.build().check()));
    }
    command.findings(terminal).print(breaches.all());
    for (Path file : files) {
      terminal.print(Terminal.plain(String.valueOf(file.getFileName())) + "\n");
    }
    terminal.print(
        "    " + command.say("indikatorer: ", "indicators: ") + own.size() + ", " + command.say("lagar: ", "laws: ") + Law.all().size()
            + ", " + command.say("urval: ", "samples: ") + samples + ", " + command.say("lagbrott: ", "breaches: ") + breaches.count()
            + "\n");
    terminal.out().flush();
    return breaches.count() == 0 ? ExitCode.DONE : ExitCode.FOUND;
  }

  /** The record types, with those extra fields and code lists that the portfolio declares; empty where it cannot be read. */
  private Optional<Schema> schema(Siru siru, Terminal terminal) throws IOException {
    Path with = portfolio;
    if (with == null) {
      return Optional.of(siru.schema());
    }
    PortfolioReader.Result read = PortfolioReader.of(siru.schema()).withoutHashes().read(with);
    if (read.portfolio().isEmpty()) {
      command.findings(terminal).print(read.findings());
    }
    return read.portfolio().map(Portfolio::schema);
  }
}
