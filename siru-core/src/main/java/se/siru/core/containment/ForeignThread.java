package se.siru.core.containment;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread that runs foreign code, call by call. Where a call does not come back, even when it is interrupted, the thread is left to
 * it and another takes its place; Java has no way to end it. Left threads do not keep the process from ending.
 *
 * <p>Used by one caller at a time.
 */
final class ForeignThread {
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final long IDLE_SECONDS = 1;

  private final int depth;
  private @Nullable ThreadPoolExecutor thread;

  ForeignThread(int depth) {
    this.depth = depth;
  }

  /** A thread that foreign code runs on, at a depth of calls back into the library. */
  private static final class Own extends Thread {
    private final int depth;
    private Set<Lock> turns = Set.of();

    Own(Runnable work, int depth) {
      super(work, "siru-plugin");
      this.depth = depth;
      setDaemon(true);
    }
  }

  /** How many calls of foreign code the current thread is inside of. */
  static int depthHere() {
    return Thread.currentThread() instanceof Own own ? own.depth : 0;
  }

  /** The turns that are had by the calls of foreign code that the current thread is inside of. */
  static Set<Lock> turnsHere() {
    return Thread.currentThread() instanceof Own own ? own.turns : Set.of();
  }

  /** Runs code on such a thread, with the turns that it has. */
  static <T> T having(Set<Lock> turns, Callable<T> code) throws Exception {
    Own own = (Own) Thread.currentThread();
    own.turns = turns;
    try {
      return code.call();
    } finally {
      own.turns = Set.of();
    }
  }

  /** A call under way. */
  private static final class Call<T> extends FutureTask<T> {
    private volatile boolean ended;
    private volatile @Nullable Thread waiting;

    Call(Callable<T> code) {
      super(code);
    }

    @Override
    public void run() {
      try {
        super.run();
      } finally {
        ended = true;
        LockSupport.unpark(waiting);
      }
    }

    /** Waits for the code itself to end, which may be later than the call was given up. */
    boolean endsWithin(Duration time) {
      waiting = Thread.currentThread();
      long end = System.nanoTime() + time.toNanos();
      for (long left = time.toNanos(); !ended && left > 0; left = end - System.nanoTime()) {
        LockSupport.parkNanos(this, left);
        if (Thread.currentThread().isInterrupted()) {
          return ended;
        }
      }
      return ended;
    }
  }

  /**
   * Runs code, which itself ends in nothing but a {@link Fault}.
   *
   * @throws Fault as the code does, or because it took longer than the budget
   */
  <T> T call(Duration budget, Callable<T> code) throws Fault {
    Call<T> call = new Call<>(code);
    executor().execute(call);
    try {
      return await(call, budget);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Fault fault) {
        throw fault;
      }
      throw Fault.threw(failed.getCause());
    } catch (TimeoutException late) {
      call.cancel(true);
      boolean stopped = call.endsWithin(GRACE);
      if (!stopped) {
        executor().shutdownNow();
        thread = null;
      }
      throw Fault.of(
          Fault.Kind.TIMED_OUT,
          "gave no result within " + seconds(budget) + " and was "
              + (stopped ? "stopped" : "left running, since it does not heed interrupts"));
    }
  }

  /** Waits on even if interrupted, as the whole evaluation does; the interrupt is kept for whoever asks for it. */
  private static <T> T await(Call<T> call, Duration budget) throws ExecutionException, TimeoutException {
    long end = System.nanoTime() + budget.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return call.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static String seconds(Duration budget) {
    return budget.toMillis() % 1000 == 0 ? budget.toSeconds() + " s" : budget.toMillis() + " ms";
  }

  private ThreadPoolExecutor executor() {
    ThreadPoolExecutor known = thread;
    if (known == null) {
      known =
          new ThreadPoolExecutor(
              1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> new Own(work, depth + 1));
      known.allowCoreThreadTimeOut(true);
      thread = known;
    }
    return known;
  }
}
