package se.siru.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.Siru;

/**
 * The library with the plugins of the one jar, as nearly all runs want it, made by a thread of its own while the command line is read: in a
 * fresh process either takes a tenth of a second and more, and neither needs the other. Where the arguments may ask for another library,
 * or for none, it is not begun; what the command line says in the end decides ({@link CliCommand}).
 *
 * <p>For use by the thread that begins it, which sees what the other made once that has ended.
 */
final class LibraryAhead {
  private static final List<String> OF_ANOTHER =
      List.of("--plugins", "--isolate", "--strict-plugins", "--translations", "--rules", "--enable");
  private static final List<String> COMMANDS_WITHOUT = List.of("plugins", "conformance");
  private static final List<String> FOR_HELP = List.of("--help", "-h", "--version");
  private static final String LANGUAGE = "--lang";

  private final String language;
  private final @Nullable Thread thread;
  private @Nullable Siru made;
  private @Nullable Throwable failed;

  private LibraryAhead(String language, boolean wanted) {
    this.language = language;
    this.thread = wanted ? new Thread(this::make, "siru-library") : null;
  }

  /** Begins it where the arguments are of a command that will ask for it. */
  static LibraryAhead begin(String... arguments) {
    LibraryAhead ahead = new LibraryAhead(language(arguments), isWanted(arguments));
    if (ahead.thread != null) {
      ahead.thread.setDaemon(true);
      ahead.thread.start();
    }
    return ahead;
  }

  private static boolean isWanted(String... arguments) {
    if (arguments.length == 0 || !Commands.NAMES.contains(arguments[0]) || COMMANDS_WITHOUT.contains(arguments[0])) {
      return false;
    }
    for (String argument : arguments) {
      if (FOR_HELP.contains(argument) || OF_ANOTHER.stream().anyMatch(argument::startsWith)) {
        return false;
      }
    }
    return true;
  }

  private static String language(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(LANGUAGE + "=")) {
        return arguments[i].substring(LANGUAGE.length() + 1);
      }
      if (arguments[i].equals(LANGUAGE) && i + 1 < arguments.length) {
        return arguments[i + 1];
      }
    }
    return CliCommand.ENGLISH;
  }

  private void make() {
    try {
      Siru.Builder builder = CliCommand.builder(language);
      BundledPlugins.leftOut().forEach(builder::exclude);
      made = builder.build();
    } catch (Throwable e) { // thrown again where the library is taken
      failed = e;
    }
  }

  /** The library in a language, once it is made; empty where none such was begun. Throws what making it threw. */
  Optional<Siru> take(String wanted) {
    end();
    if (thread == null || !language.equals(wanted)) {
      return Optional.empty();
    }
    if (failed instanceof Error error) {
      throw error;
    }
    if (failed instanceof RuntimeException exception) {
      throw exception;
    }
    return Optional.ofNullable(made);
  }

  /** Waits until the thread has ended, so that none is left behind. */
  void end() {
    boolean interrupted = false;
    while (thread != null && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // it ends soon
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
