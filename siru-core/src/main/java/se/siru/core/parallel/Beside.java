package se.siru.core.parallel;

import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on a thread of its own, beside what its caller does meanwhile. Whoever begins one takes what comes of it and closes it,
 * which waits until the thread has ended: none is left behind. For use by one thread.
 *
 * @param <T> what comes of it
 * @param <E> what it may throw
 */
public final class Beside<T, E extends Exception> implements AutoCloseable {
  private final FutureTask<T> work;
  private final @Nullable Thread thread;

  private Beside(FutureTask<T> work, @Nullable Thread thread) {
    this.work = work;
    this.thread = thread;
  }

  /**
   * The work.
   *
   * @param <T> what comes of it
   * @param <E> what it may throw
   */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }

  /**
   * Begins a piece of work.
   *
   * @param threads how many threads the caller may use; of one alone, the work waits until it is asked for
   */
  public static <T, E extends Exception> Beside<T, E> begin(int threads, Work<T, E> work) {
    FutureTask<T> task = new FutureTask<>(work::run);
    return new Beside<>(task, threads > 1 ? Workers.start(task, "siru-beside") : null);
  }

  /**
   * What came of the work, once it has ended.
   *
   * @throws E what the work threw; likewise what else it threw
   */
  public T take() throws E {
    work.run(); // does nothing where its thread has begun it
    return Workers.<T, E>await(work);
  }

  /** Waits until the thread has ended; work that has not begun never will. */
  @Override
  public void close() {
    work.cancel(false);
    boolean interrupted = false;
    while (thread != null && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // as in Workers: what it works on cannot be left to it
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
