package se.siru.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.siru.core.finding.Severity;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.Portfolio;

/** {@code validate DIR}. */
@Command(
    name = "validate",
    description = "Check a portfolio: every cell, and what holds across records. Tells all findings at once.")
final class ValidateCommand extends CliCommand {
  @Parameters(paramLabel = "DIR", description = "The folder of the portfolio, or a .json or .jsonl document with one.")
  Path folder = Path.of("");

  @Override
  int run(Terminal terminal) throws IOException {
    PortfolioReader reader = siru(terminal).reader();
    PortfolioReader.Result read = progress(terminal).during(say("läser", "reading"), () -> reader.read(folder));
    findings(terminal).print(read.findings());
    if (read.portfolio().isEmpty()) {
      return ExitCode.FOUND;
    }
    Portfolio portfolio = read.portfolio().get();
    for (RecordType type : portfolio.schema().types()) {
      if (portfolio.holds(type)) {
        terminal.print(type.label().in(language()) + ": " + portfolio.table(type.name()).size() + "\n");
      }
    }
    long warnings = read.findings().count(Severity.WARNING);
    String swedish = warnings == 1 ? " varning\n" : " varningar\n";
    String english = warnings == 1 ? " warning\n" : " warnings\n";
    terminal.print(say("inga fel, " + warnings + swedish, "no errors, " + warnings + english));
    terminal.out().flush();
    return ExitCode.DONE;
  }
}
