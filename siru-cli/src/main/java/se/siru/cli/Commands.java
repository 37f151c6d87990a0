package se.siru.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The commands by name. A run makes only the one that it needs: describing all takes longer than small work. */
final class Commands {
  static final List<String> NAMES =
      List.of("demo", "init", "import", "validate", "indicators", "evaluate", "plugins", "schema");

  private static final int WIDTH = 100;

  private Commands() {}

  private static CliCommand make(String name) {
    switch (name) {
      case "demo":
        return new DemoCommand();
      case "evaluate":
        return new EvaluateCommand();
      case "import":
        return new ImportCommand();
      case "indicators":
        return new IndicatorsCommand();
      case "init":
        return new InitCommand();
      case "plugins":
        return new PluginsCommand();
      case "schema":
        return new SchemaCommand();
      case "validate":
        return new ValidateCommand();
      default:
        throw new IllegalArgumentException(name);
    }
  }

  /** A command as far as a list of commands shows it. */
  private static CommandSpec outline(String name) {
    CommandSpec outline = CommandSpec.create().name(name);
    outline.usageMessage().description(make(name).getClass().getAnnotation(Command.class).description());
    return outline;
  }

  /**
   * A command line that knows the command that arguments begin with, or, where they begin with none, all of them; those that the
   * arguments do not name are there for the list only.
   */
  static CommandLine forArguments(String... args) {
    CommandLine line = new CommandLine(new RootCommand());
    List<String> asked = List.of(args);
    boolean one = !asked.isEmpty() && NAMES.contains(asked.get(0));
    for (String name : one ? List.of(asked.get(0)) : NAMES) {
      CommandLine command = new CommandLine(asked.contains(name) ? make(name) : outline(name));
      if (name.equals("plugins")) {
        command.addSubcommand("list", new PluginsListCommand());
      }
      line.addSubcommand(name, command);
    }
    return line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setUsageHelpWidth(WIDTH)
        .setUsageHelpLongOptionsMaxWidth(30);
  }
}
