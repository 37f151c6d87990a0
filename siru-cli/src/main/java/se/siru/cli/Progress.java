package se.siru.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Says on standard error what is going on, where it takes longer than a second. */
final class Progress {
  private static final long PATIENCE_MILLIS = 1_000;
  private static final double NANOS = 1e9;

  private final Terminal terminal;
  private final boolean quiet;

  Progress(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
  }

  /** Does one stage of the work and gives what it gives. */
  <T> T during(String stage, Callable<T> work) {
    Announcer announcer = quiet ? null : new Announcer(stage);
    long start = System.nanoTime();
    if (announcer != null) {
      announcer.start();
    }
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new StageFailure(e);
    } finally {
      if (announcer != null && announcer.end()) {
        terminal.say(stage + ": " + String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / NANOS));
      }
    }
  }

  /** A checked exception on its way to the exit code. */
  static final class StageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StageFailure(@Nullable Throwable cause) {
      super(cause);
    }
  }

  private final class Announcer extends Thread {
    private final String stage;
    private boolean ended;
    private boolean announced;

    Announcer(String stage) {
      super("progress");
      this.stage = stage;
      setDaemon(true);
    }

    @Override
    public synchronized void run() {
      long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
      try {
        while (!ended) {
          long left = (until - System.nanoTime()) / 1_000_000;
          if (left <= 0) {
            terminal.say(stage + " …");
            announced = true;
            return;
          }
          wait(left);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Ends the waiting; true where it was announced. */
    synchronized boolean end() {
      ended = true;
      notifyAll();
      return announced;
    }
  }
}
