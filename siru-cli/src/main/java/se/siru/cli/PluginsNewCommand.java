package se.siru.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.plugin.PluginDescriptor;

/** {@code plugins new}. */
@Command(
    name = "new",
    description = "Write the Maven project of a new plugin: an indicator, a format, and tests, to build on.")
final class PluginsNewCommand extends CliCommand {
  /** As the host admits it. */
  private static final int LONGEST_NAME = 200;

  @Parameters(paramLabel = "DIR", description = "The folder; it must not exist or be empty.")
  Path folder = Path.of("");

  @Option(
      names = "--id",
      paramLabel = "ID",
      required = true,
      description = "The plugin's id, kebab-case, for example my-agency: the first part of the id of everything in it.")
  String id = "";

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "The Java package. Default: org.example. and the id without hyphens.")
  @Nullable String packageName;

  @Option(names = "--name", paramLabel = "TEXT", description = "What people call the plugin. Default: the id.")
  @Nullable String name;

  @Override
  int run(Terminal terminal) throws IOException {
    if (!PluginDescriptor.isFreeId(id)) {
      throw new UsageException(
          "--id takes small letters, digits and single hyphens, at most 32, and no name that the library itself uses, not '" + id + "'");
    }
    String java = packageName == null ? "org.example." + lastOfPackage(id) : packageName;
    if (!SourceVersion.isName(java) || java.indexOf('.') < 0) {
      throw new UsageException("--package takes the name of a Java package with a full stop in it, not '" + java + "'");
    }
    String title = name == null ? id : name;
    if (title.isBlank() || title.length() > LONGEST_NAME || title.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException("--name takes a text on one line, at most " + LONGEST_NAME + " characters");
    }
    requireEmpty(folder);
    new PluginTemplate(id, java, title).write(folder);
    terminal.print(
        say(
            folder + ": ett tillägg att bygga vidare på. README.md säger hur det byggs och prövas.\n",
            folder + ": a plugin to build on. README.md says how it is built and tried.\n"));
    terminal.out().flush();
    return ExitCode.DONE;
  }

  /** The id without hyphens, where that is not a word of Java. */
  private static String lastOfPackage(String id) {
    String word = id.replace("-", "");
    return SourceVersion.isKeyword(word) ? word + "plugin" : word;
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      if (!Files.isDirectory(folder)) {
        throw new UsageException(folder + " is a file");
      }
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new UsageException(folder + " is not empty");
        }
      }
    }
  }
}
