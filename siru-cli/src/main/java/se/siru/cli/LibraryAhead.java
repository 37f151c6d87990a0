package se.siru.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.Siru;

/**
 * The library with the plugins of the one jar, as nearly all runs want it, made by a thread of its own while the command line is read: in a
 * fresh process either takes a tenth of a second and more, and neither needs the other. Where the arguments may ask for another library,
 * or for none, it is not begun, and the command makes its own.
 *
 * <p>For use by the thread that begins it, which sees what the other made once that has ended.
 */
final class LibraryAhead {
  /** The options, of whatever command, by which a library becomes another one: where an argument begins with one, none is begun. */
  static final List<String> OF_ANOTHER =
      List.of("--plugins", "--isolate", "--strict-plugins", "--translations", "--rules", "--enable");

  private static final List<String> COMMANDS_WITHOUT = List.of("plugins", "conformance");
  private static final List<String> FOR_HELP = List.of("--help", "-h", "--version");
  private static final String LANGUAGE = "--lang";

  private final String language;
  private final @Nullable CompletableFuture<Siru> made;

  private LibraryAhead(String language, @Nullable CompletableFuture<Siru> made) {
    this.language = language;
    this.made = made;
  }

  /** Begins it where the arguments are of a command that will ask for it. */
  static LibraryAhead begin(String... arguments) {
    return begin(LibraryAhead::make, arguments);
  }

  /** As {@link #begin(String...)}; {@code make} makes the library of a language. */
  static LibraryAhead begin(Function<String, Siru> make, String... arguments) {
    String language = language(arguments);
    return new LibraryAhead(
        language,
        isWanted(arguments) ? CompletableFuture.supplyAsync(() -> make.apply(language), LibraryAhead::start) : null);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "siru-library");
    thread.setDaemon(true);
    thread.start();
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

  private static Siru make(String language) {
    Siru.Builder builder = CliCommand.builder(language);
    BundledPlugins.leftOut().forEach(builder::exclude);
    return builder.build();
  }

  /** The library in a language, once it is made; empty where none such was begun. Throws what making it threw. */
  Optional<Siru> take(String wanted) {
    if (made == null || !language.equals(wanted)) {
      return Optional.empty();
    }
    try {
      return Optional.of(made.join()); // which an interrupt does not end: the work ends soon
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed.getCause() instanceof RuntimeException exception ? exception : failed;
    }
  }

  /** Waits until the work has ended, so that none is left behind. */
  void end() {
    if (made != null) {
      made.handle((library, failed) -> library).join();
    }
  }
}
