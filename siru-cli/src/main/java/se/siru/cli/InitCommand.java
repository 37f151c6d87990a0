package se.siru.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.intake.Templates;

/** {@code init DIR}. */
@Command(
    name = "init",
    description = "Make an empty portfolio to fill in: a file with the header row of every record type.")
final class InitCommand extends CliCommand {
  @Parameters(paramLabel = "DIR", description = "The folder; it must not exist or be empty.")
  Path folder = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What people call the portfolio. Default: the folder's name.")
  @Nullable String name;

  @Override
  int run(Terminal terminal) throws IOException {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    String title = name != null ? name : last == null ? "" : last.toString();
    Templates.writeEmptyPortfolio(folder, title, siru(terminal).schema());
    terminal.print(
        say(
            folder + ": en tom portfölj. Börja med programme.csv, och ta bort de filer som ni inte för uppgifter om.\n",
            folder
                + ": an empty portfolio. Begin with programme.csv, and delete the files that you keep no records of."
                + "\n"));
    terminal.out().flush();
    return ExitCode.DONE;
  }
}
