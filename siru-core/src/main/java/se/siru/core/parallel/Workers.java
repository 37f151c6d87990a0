package se.siru.core.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs one task on several threads at once, the caller's among them. They end before a method returns. */
public final class Workers {
  private Workers() {}

  /**
   * What every thread does; it shares out the work itself.
   *
   * @param <E> what it may throw
   */
  @FunctionalInterface
  public interface Task<E extends Exception> {
    /** Works until there is nothing left to do. */
    void run() throws E;
  }

  /**
   * Runs a task on so many threads.
   *
   * @throws E what the task threw on any thread, when all threads have ended; likewise what else it threw
   */
  public static <E extends Exception> void run(int threads, Task<E> task) throws E {
    List<FutureTask<Boolean>> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      FutureTask<Boolean> other = new FutureTask<>(() -> {
        task.run();
        return true;
      });
      others.add(other);
      start(other, "siru-worker-" + i);
    }
    try {
      task.run();
    } finally {
      for (FutureTask<Boolean> other : others) {
        Workers.<Boolean, E>await(other);
      }
    }
  }

  /** Does each of so many things once, on up to so many threads. What they write to must not be the same. */
  public static void each(int threads, int count, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    run(Math.min(threads, count), () -> {
      for (int at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
        work.accept(at);
      }
    });
  }

  static Thread start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @SuppressWarnings("unchecked") // the task throws nothing checked but E
  static <T, E extends Exception> T await(FutureTask<T> other) throws E {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return other.get();
        } catch (InterruptedException e) {
          interrupted = true; // the work ends soon, and what it works on cannot be left to it
        }
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw (E) failed.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
