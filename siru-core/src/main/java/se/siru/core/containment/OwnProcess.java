package se.siru.core.containment;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The side of {@link ChildJvm} that is in the child. */
public final class OwnProcess {
  /** The exit code of work that was done. What a program ends with of itself is seldom this. */
  static final int DONE = 86;

  /** What it prints last: no text of people holds it, and its parent takes it off. */
  static final String LAST_WORD = "\u0004";

  static final int FAILED = 87;
  private static final int ABANDONED = 88;

  private OwnProcess() {}

  /** Work that may fail; its failure is printed. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  /**
   * Does the work and ends the process at once, without waiting for threads and hooks of foreign code. Meanwhile foreign code finds
   * nothing on the standard input, whose end says that the parent is gone: then the process ends, too.
   */
  public static void doAndEnd(Work work) {
    watch(new FileInputStream(FileDescriptor.in));
    System.setIn(InputStream.nullInputStream());
    int code = FAILED;
    try {
      work.run();
      code = DONE;
    } catch (Exception | LinkageError | StackOverflowError failure) {
      tell(Fault.describe(failure));
    } finally {
      tell(LAST_WORD);
      Runtime.getRuntime().halt(code);
    }
  }

  /** The parent reads it from the pipe; what foreign code made of the system streams does not matter. */
  private static void tell(String words) {
    try {
      new FileOutputStream(FileDescriptor.err).write(words.getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      return;
    }
  }

  private static void watch(InputStream parent) {
    Thread watch = new Thread(() -> {
      awaitEnd(parent);
      Runtime.getRuntime().halt(ABANDONED);
    }, "siru-parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEnd(InputStream in) {
    try {
      while (in.read() >= 0) {
        continue;
      }
    } catch (IOException gone) {
      return;
    }
  }
}
