package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

/** One run of the command line, from arguments to an exit code. */
final class Cli {
  private Cli() {}

  /**
   * Runs one command and leaves the streams open.
   *
   * @return an {@link ExitCode}
   */
  static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
    Terminal terminal = new Terminal(in, out, err);
    CliCommand command = null;
    String name = "siru";
    try {
      CommandLine deepest = parse(args);
      name = deepest.getCommandSpec().qualifiedName();
      command = deepest.getCommand();
      if (command.help) {
        terminal.print(deepest.getUsageMessage());
        terminal.out().flush();
        return ExitCode.DONE;
      }
      return command.run(terminal);
    } catch (ParameterException e) {
      return usage(terminal, message(e), e.getCommandLine().getCommandSpec().qualifiedName());
    } catch (UsageException e) {
      return usage(terminal, e.getMessage(), name);
    } catch (Throwable e) {
      return failed(terminal, command, e);
    }
  }

  private static CommandLine parse(String... args) {
    ParseResult parsed = Commands.forArguments(args).parseArgs(args);
    while (parsed.hasSubcommand()) {
      if (!parsed.matchedOptions().isEmpty()) {
        throw new UsageException(parsed.matchedOptions().get(0).longestName() + " stands behind the command");
      }
      parsed = parsed.subcommand();
    }
    return parsed.commandSpec().commandLine();
  }

  private static String message(ParameterException e) {
    return e instanceof UnmatchedArgumentException
        ? unmatched((UnmatchedArgumentException) e)
        : String.valueOf(e.getMessage());
  }

  /** The first word that nobody takes: what follows it often belongs to it. */
  private static String unmatched(UnmatchedArgumentException e) {
    String word = e.getUnmatched().get(0);
    if (word.startsWith("-")) {
      return "no option '" + word + "'"
          + e.getSuggestions().stream().findFirst().map(meant -> "; did you mean " + meant + "?").orElse("");
    }
    boolean root = e.getCommandLine().getParent() == null;
    Collection<String> commands = root ? Commands.NAMES : e.getCommandLine().getSubcommands().keySet();
    return commands.isEmpty()
        ? "'" + word + "' is one argument too many"
        : "no command '" + word + "'; there are " + String.join(", ", commands);
  }

  private static int usage(Terminal terminal, @Nullable String message, String command) {
    terminal.say("siru: " + Terminal.plain(String.valueOf(message)));
    terminal.say("Try '" + command + " --help'.");
    return ExitCode.USAGE;
  }

  private static int failed(Terminal terminal, @Nullable CliCommand command, Throwable thrown) {
    Throwable e = thrown instanceof Progress.StageFailure && thrown.getCause() != null ? thrown.getCause() : thrown;
    if (terminal.isCut()) {
      // Whoever reads the results has seen enough.
      return ExitCode.DONE;
    }
    boolean verbose = command != null && command.verbose;
    int code = report(terminal, command, e);
    if (verbose) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      terminal.say(trace.toString().stripTrailing());
    }
    return code;
  }

  private static int report(Terminal terminal, @Nullable CliCommand command, Throwable e) {
    if (e instanceof SiruException) {
      SiruException known = (SiruException) e;
      if (command != null && !known.findings().isEmpty()) {
        command.findings(terminal).print(known.findings());
      } else {
        String language = command == null ? "en" : command.language();
        known.text().in(language).lines()
            .forEach(line -> terminal.say("siru: " + known.code().id() + " " + Terminal.plain(line)));
      }
      return code(known);
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      terminal.say("siru: " + Terminal.plain(reason(e)));
      return ExitCode.USAGE;
    }
    if (e instanceof OutOfMemoryError) {
      terminal.say("siru: not enough memory; give Java more, for example with java -Xmx4g -jar siru.jar");
      return ExitCode.FAULT;
    }
    terminal.say(
        "siru: internal fault " + faultId(e) + "; run again with --verbose and report it with what that shows");
    return ExitCode.FAULT;
  }

  private static String reason(Throwable e) {
    if (e instanceof NoSuchFileException) {
      return "there is no file " + e.getMessage();
    }
    return e instanceof AccessDeniedException ? "access denied: " + e.getMessage() : String.valueOf(e);
  }

  private static int code(SiruException e) {
    if (e.code() == ErrorCode.REFUSED_INPUT) {
      return ExitCode.FOUND;
    }
    // A plugin whose code failed has a cause, one that the host does not admit has none.
    return e.code() == ErrorCode.PLUGINS && e.getCause() != null ? ExitCode.FAULT : ExitCode.USAGE;
  }

  /** The same for the same fault at the same place, so that reports of it can be told apart from others. */
  private static String faultId(Throwable e) {
    int hash = e.getClass().getName().hashCode();
    for (StackTraceElement element : e.getStackTrace()) {
      if (element.getClassName().startsWith("se.siru.")) {
        hash = 31 * hash + element.getClassName().hashCode();
        hash = 31 * hash + element.getMethodName().hashCode();
      }
    }
    return String.format(Locale.ROOT, "SIRU-F%08x", hash);
  }
}
