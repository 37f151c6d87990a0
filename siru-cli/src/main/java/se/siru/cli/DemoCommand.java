package se.siru.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.Siru;
import se.siru.core.finding.Findings;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.portfolio.Portfolio;

/** {@code demo [NAME]}. */
@Command(name = "demo", description = "Evaluate a bundled example and show the results.")
final class DemoCommand extends CliCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "The example: exempellan (an invented region) or siru-2.0 (a real programme's brochure). "
              + "Default: exempellan.")
  String name = Example.NAMES.get(0);

  @Mixin
  final RulesOption rules = new RulesOption();

  @Option(names = "--list", description = "List the examples and exit.")
  boolean list;

  @Override
  int run(Terminal terminal) throws IOException {
    if (list) {
      for (String example : Example.NAMES) {
        terminal.print(example + "  " + title(example) + "\n");
      }
      terminal.out().flush();
      return ExitCode.DONE;
    }
    if (!Example.NAMES.contains(name)) {
      throw new UsageException("no example '" + name + "'; there are " + String.join(", ", Example.NAMES));
    }
    Siru siru = DemoSections.withDefinitions(siru(terminal, rules));
    rules.tellUnused(siru, findings(terminal));
    String page = progress(terminal).during(say("räknar", "evaluating"), () -> page(siru, terminal));
    terminal.print(page);
    terminal.out().flush();
    return ExitCode.DONE;
  }

  private String page(Siru siru, Terminal terminal) throws IOException {
    try (Example example = Example.unpack(name)) {
      PortfolioReader.Result read = siru.reader().read(example.folder());
      tellHowMany(read.findings(), terminal);
      Portfolio portfolio = read.orThrow();
      return new DemoPage(siru.withDefinitions(portfolio), portfolio, language()).of(title(name), about(name), DemoSections.of(name));
    }
  }

  /** The examples have flaws, as portfolios do. Who looks at the numbers need not read all of them first. */
  private void tellHowMany(Findings found, Terminal terminal) {
    int count = found.list().size();
    if (count > 0 && !quiet) {
      terminal.say(
          say(
              "exemplets poster har " + count + " anmärkningar som hör till det; 'siru validate' visar sådana för en egen portfölj",
              "the example's records have " + count + " findings that belong to it; 'siru validate' shows those of a portfolio of your own"));
    }
  }

  private String title(String example) {
    return example.equals(Example.BROCHURE)
        ? say("SIRU 2.0 enligt programmets resultatbroschyr", "SIRU 2.0 as stated in the programme's results brochure")
        : say("Social innovation i Exempellän 2021–2023", "Social innovation in Exempellän 2021–2023");
  }

  private String about(String example) {
    return example.equals(Example.BROCHURE)
        ? say(
            "Bara det broschyren säger, och ingenting mer. Det den inte säger är saknat, inte noll.",
            "What the brochure says, and nothing more. What it does not say is missing, not zero.")
        : say(
            "Allt är påhittat: regionen, organisationerna, personerna och beloppen.",
            "All of it is invented: the region, the organisations, the persons and the amounts.");
  }
}
