package se.siru.core.containment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What foreign code did instead of giving a result. The message is for its author, in English, and on one line. */
public final class Fault extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_CHAIN = 16;
  private static final int LONGEST_TEXT = 300;

  private final Kind kind;

  /** What kind of fault it is. */
  public enum Kind {
    /** It threw; the cause is what it threw. */
    THREW,
    /** It did not come back in time. */
    TIMED_OUT,
    /** It changed what the whole process shares; that was put back. */
    CHANGED_STATE,
    /** It called back into the library, which called it again, and so on. */
    TOO_DEEP
  }

  private Fault(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  static Fault of(Kind kind, String message) {
    return new Fault(kind, message, null);
  }

  /** The fault of having thrown, save what breaks the machine, which is passed on. */
  public static Fault threw(Throwable thrown) {
    rethrowFatal(thrown);
    return new Fault(Kind.THREW, describe(thrown), thrown);
  }

  /** What kind of fault it is. */
  public Kind kind() {
    return kind;
  }

  /** What happened, on one line. */
  public String message() {
    return (kind == Kind.THREW ? "threw " : "") + getMessage();
  }

  /** What was thrown, as {@link #describe} has it; else what happened. The author's code is not asked again. */
  public String what() {
    return String.valueOf(getMessage());
  }

  /**
   * Class and message of what was thrown, on one line and not long; the message is foreign code, too. A class whose initialiser failed is
   * used in vain each time afterwards: then what the initialiser threw is told.
   */
  public static String describe(Throwable thrown) {
    return failedBefore(thrown) ? plain(thrown) + "; " + plain(Objects.requireNonNull(thrown.getCause())) : plain(thrown);
  }

  /** True where a class cannot be used because its initialiser failed at its first use; the cause says how. */
  public static boolean failedBefore(Throwable thrown) {
    return thrown instanceof NoClassDefFoundError && thrown.getCause() instanceof ExceptionInInitializerError;
  }

  private static String plain(Throwable thrown) {
    String message;
    try {
      message = thrown.getMessage();
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      message = null;
    }
    return oneLine(thrown.getClass().getName() + (message == null ? "" : ": " + message));
  }

  /** Whatever would break a line, or write over it, becomes a blank. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST_TEXT); i++) {
      char c = text.charAt(i);
      line.append(isShown(c) ? c : ' ');
    }
    return text.length() > LONGEST_TEXT ? line.append('…').toString() : line.toString().strip();
  }

  private static boolean isShown(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }

  /**
   * Lets through what no host can contain: the machine itself is out of memory or broken. A deep recursion of foreign code is not
   * among it.
   */
  public static void rethrowFatal(Throwable thrown) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < LONGEST_CHAIN; depth++) {
      if (at instanceof VirtualMachineError && !(at instanceof StackOverflowError)) {
        throw (VirtualMachineError) at;
      }
      at = at.getCause();
    }
  }
}
