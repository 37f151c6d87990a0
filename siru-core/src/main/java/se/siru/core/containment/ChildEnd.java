package se.siru.core.containment;

import java.time.Duration;

/**
 * How a child process ended. Whether it did its work, its files tell.
 *
 * @param kind what ended it
 * @param message what happened, in English and on one line
 * @param printed the beginning and the end of what it printed, as it was printed
 */
public record ChildEnd(Kind kind, String message, String printed) {
  /** What the Java machine prints when it ends because of {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

  private static final int OUT_OF_MEMORY_CODE = 3;

  /** What ended it. */
  public enum Kind {
    /** Its work was done. */
    DONE,
    /** It, or what it ran, ended the process otherwise. */
    EXITED,
    /** It took too long. */
    TIMED_OUT,
    /** It asked for more memory than it may have. */
    OUT_OF_MEMORY
  }

  /** What a process prints last that ends with a code; empty where that is not known. */
  static String lastWords(int code) {
    return switch (code) {
      case OwnProcess.DONE, OwnProcess.FAILED -> OwnProcess.LAST_WORD;
      case OUT_OF_MEMORY_CODE -> OUT_OF_MEMORY;
      default -> "";
    };
  }

  static ChildEnd ended(int code, String all, int megabytes) {
    String printed = all.replace(OwnProcess.LAST_WORD, "");
    if (code == OwnProcess.DONE) {
      return new ChildEnd(Kind.DONE, "ended without an answer", printed);
    }
    return code == OUT_OF_MEMORY_CODE && printed.contains(OUT_OF_MEMORY)
        ? new ChildEnd(Kind.OUT_OF_MEMORY, "used up its memory of " + megabytes + " MB", printed)
        : new ChildEnd(Kind.EXITED, "ended its process with exit code " + code, printed);
  }

  static ChildEnd stopped(Duration after, String printed) {
    return new ChildEnd(Kind.TIMED_OUT, "was stopped after " + ForeignThread.seconds(after), printed);
  }
}
