package se.siru.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands as picocli knows them. */
final class CommandModel {
  private CommandModel() {}

  /** Every command, those under a command included, as they are typed after {@code siru}. */
  static List<String> paths() {
    List<String> paths = new ArrayList<>();
    collect(Commands.forArguments(), paths);
    return paths;
  }

  private static void collect(CommandLine line, List<String> paths) {
    for (CommandLine next : line.getSubcommands().values()) {
      paths.add(next.getCommandSpec().qualifiedName().substring("siru ".length()));
      collect(next, paths);
    }
  }

  static CommandSpec spec(String path) {
    CommandLine line = Commands.forArguments();
    for (String name : path.split(" ")) {
      line = line.getSubcommands().get(name);
    }
    return line.getCommandSpec();
  }
}
