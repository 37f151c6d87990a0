package se.siru.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import se.siru.core.disclosure.Audience;
import se.siru.indicators.network.TieRule;

/** The commands by name. A run makes only the one that it needs: describing all takes longer than small work. */
final class Commands {
  static final List<String> NAMES =
      List.of("demo", "init", "map", "import", "validate", "indicators", "evaluate", "network", "sroi", "composite", "reconcile",
          "plugins", "schema", "conformance");

  private static final int WIDTH = 100;

  private Commands() {}

  private static CliCommand make(String name) {
    switch (name) {
      case "composite":
        return new CompositeCommand();
      case "conformance":
        return new ConformanceCommand();
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
      case "map":
        return new MapCommand();
      case "network":
        return new NetworkCommand();
      case "plugins":
        return new PluginsCommand();
      case "reconcile":
        return new ReconcileCommand();
      case "schema":
        return new SchemaCommand();
      case "sroi":
        return new SroiCommand();
      case "validate":
        return new ValidateCommand();
      default:
        throw new IllegalArgumentException(name);
    }
  }

  private static List<String> named(String... args) {
    if (List.of(args).equals(List.of("--version"))) {
      return List.of();
    }
    return args.length > 0 && NAMES.contains(args[0]) ? List.of(args[0]) : NAMES;
  }

  /** A command line that knows the command that arguments begin with, or, where they may name any, all of them. */
  static CommandLine forArguments(String... args) {
    CommandLine line = new CommandLine(new RootCommand());
    for (String name : named(args)) {
      CommandLine command = new CommandLine(make(name));
      if (name.equals("plugins")) {
        command.addSubcommand("list", new PluginsListCommand());
        command.addSubcommand("check", new PluginsCheckCommand());
        command.addSubcommand("new", new PluginsNewCommand());
      }
      line.addSubcommand(name, command);
    }
    line.registerConverter(Path.class, new PathText())
        .registerConverter(BigDecimal.class, new DecimalText())
        .registerConverter(Integer.class, new WholeNumberText())
        .registerConverter(int.class, new WholeNumberText())
        .registerConverter(TieRule.class, new OneOf<>(TieRule.values(), TieRule::word))
        .registerConverter(Audience.class, new OneOf<>(Audience.values(), Audience::code))
        .registerConverter(
            IndicatorsCommand.Format.class, new OneOf<>(IndicatorsCommand.Format.values(), Object::toString))
        .registerConverter(TableFormat.class, new OneOf<>(TableFormat.values(), Object::toString))
        .registerConverter(SroiCommand.YesNo.class, new OneOf<>(SroiCommand.YesNo.values(), Object::toString))
        .registerConverter(SchemaCommand.Format.class, new OneOf<>(SchemaCommand.Format.values(), Object::toString));
    return line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setExpandAtFiles(false)
        .setUsageHelpWidth(WIDTH)
        .setUsageHelpLongOptionsMaxWidth(30);
  }
}
