package se.siru.cli;

import picocli.CommandLine.Command;

/** {@code plugins}, which only stands before other commands. */
@Command(name = "plugins", description = "What plugins add: 'plugins list' shows them, 'plugins new' begins one of your own, 'plugins check' tries it.")
final class PluginsCommand extends CliCommand {
  @Override
  int run(Terminal terminal) {
    throw new UsageException("plugins needs a command: list, new or check");
  }
}
