package se.siru.core.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs one task on several threads at once, the caller's among them. */
final class Workers {
  private Workers() {}

  /** What every thread does; it shares out the work itself. */
  @FunctionalInterface
  interface Task {
    /** Works until there is nothing left to do. */
    void run() throws IOException;
  }

  /** Returns, or throws what a task threw, when all threads have ended. */
  static void run(int threads, Task task) throws IOException {
    List<FutureTask<Boolean>> helpers = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      FutureTask<Boolean> helper = new FutureTask<>(() -> {
        task.run();
        return true;
      });
      helpers.add(helper);
      Thread thread = new Thread(helper, "siru-intake-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    try {
      task.run();
    } finally {
      for (FutureTask<Boolean> helper : helpers) {
        await(helper);
      }
    }
  }

  private static void await(FutureTask<Boolean> helper) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          helper.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true; // the work ends soon, and what it works on cannot be left to it
        }
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException) {
        throw (IOException) failed.getCause();
      }
      if (failed.getCause() instanceof RuntimeException) {
        throw (RuntimeException) failed.getCause();
      }
      throw new IllegalStateException(failed.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
