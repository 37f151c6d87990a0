package se.siru.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What stands before the command. */
@Command(
    name = "siru",
    description =
        "Turns records about social-innovation work into indicator results that can be published and defended.",
    footer = {
      "",
      "Results go to standard output, everything else to standard error.",
      "Exit codes: 0 done; 1 findings of severity error, rejected rows, or reported values that differ; "
          + "2 wrong usage or unreadable input; 3 internal fault.",
      "The options above may stand before or behind the command; 'siru COMMAND --help' tells more about it."
    })
final class RootCommand extends CliCommand {
  @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
  boolean version;

  @Override
  int run(Terminal terminal) throws IOException {
    if (!version) {
      throw new UsageException("no command");
    }
    String number = RootCommand.class.getPackage().getImplementationVersion();
    terminal.print("siru " + (number == null ? "(not from a jar)" : number) + "\n");
    terminal.out().flush();
    return ExitCode.DONE;
  }
}
