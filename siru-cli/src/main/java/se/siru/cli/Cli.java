package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.text.Excerpt;

/** One run of the command line, from arguments to an exit code. */
final class Cli {
  private Cli() {}

  /**
   * Runs one command and leaves the streams open.
   *
   * @return an {@link ExitCode}
   */
  static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
    return run(args, in, out, err, LibraryAhead.begin(args));
  }

  /** As {@link #run(String[], InputStream, OutputStream, OutputStream)}, with a library that was begun, which has ended afterwards. */
  static int run(String[] args, InputStream in, OutputStream out, OutputStream err, LibraryAhead library) {
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
      command.prepare(library);
      return command.run(terminal);
    } catch (ParameterException e) {
      return usage(terminal, message(e), e.getCommandLine().getCommandSpec().qualifiedName());
    } catch (UsageException e) {
      return usage(terminal, e.getMessage(), name);
    } catch (Throwable e) {
      return failed(terminal, command, e);
    } finally {
      library.end();
    }
  }

  private static CommandLine parse(String... args) {
    ParseResult parsed = Commands.forArguments(args).parseArgs(args);
    while (parsed.hasSubcommand()) {
      CliCommand above = parsed.commandSpec().commandLine().getCommand();
      ParseResult below = parsed.subcommand();
      CliCommand command = below.commandSpec().commandLine().getCommand();
      command.heed(above, parsed.hasMatchedOption("--lang") && !below.hasMatchedOption("--lang"));
      if (parsed.hasMatchedOption("--version")) {
        break;
      }
      parsed = below;
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
    String whole = e.getUnmatched().get(0);
    String word = Excerpt.of(whole);
    if (word.startsWith("-")) {
      return "no option '" + word + "'"
          + e.getSuggestions().stream().findFirst().map(meant -> "; did you mean " + meant + "?").orElse("");
    }
    boolean root = e.getCommandLine().getParent() == null;
    Collection<String> commands = root ? Commands.NAMES : e.getCommandLine().getSubcommands().keySet();
    return commands.isEmpty()
        ? "'" + word + "' is one argument too many; several names of one option stand together, with commas between them"
        : "no command '" + word + "'; there are " + String.join(", ", commands);
  }

  private static int usage(Terminal terminal, @Nullable String message, String command) {
    terminal.say("siru: " + Terminal.plain(Excerpt.of(String.valueOf(message), Excerpt.OF_MESSAGE)));
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
    IOException noOutput = terminal.failure();
    int code = report(terminal, command, noOutput == null ? e : SiruException.unwritable(noOutput));
    if (verbose) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      terminal.say(trace.toString().stripTrailing());
    }
    return code;
  }

  private static int report(Terminal terminal, @Nullable CliCommand command, Throwable e) {
    SiruException known = known(e);
    if (known != null) {
      if (command != null && !known.findings().isEmpty()) {
        command.findings(terminal).print(known.findings());
      } else {
        String language = command == null ? "en" : command.language();
        known.text().in(language).lines()
            .forEach(line -> terminal.say("siru: " + known.code().id() + " " + Terminal.plain(line)));
      }
      return code(known);
    }
    if (e instanceof OutOfMemoryError) {
      terminal.say("siru: not enough memory; give Java more, for example with java -Xmx4g -jar siru.jar");
      for (Throwable where : e.getSuppressed()) {
        // Code of a plugin that was under way says so on the error.
        if (where instanceof SiruException) {
          terminal.say("siru: " + Terminal.plain(String.valueOf(where.getMessage())));
        }
      }
      return ExitCode.FAULT;
    }
    terminal.say(
        "siru: internal fault " + faultId(e) + "; run again with --verbose and report it with what that shows");
    return ExitCode.FAULT;
  }

  /** What the library tells, or a file that failed where nobody was told which; null for a fault. */
  private static @Nullable SiruException known(Throwable e) {
    if (e instanceof SiruException) {
      return (SiruException) e;
    }
    IOException failed =
        e instanceof IOException ? (IOException) e : e instanceof UncheckedIOException ? ((UncheckedIOException) e).getCause() : null;
    return failed == null ? null : SiruException.unreadable(failed);
  }

  private static int code(SiruException e) {
    boolean codeFailed = e.code() == ErrorCode.PLUGINS && !e.findings().isEmpty();
    if (e.code() == ErrorCode.REFUSED_INPUT || codeFailed) {
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
