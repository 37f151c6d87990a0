package se.siru.core.containment;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Calls foreign code. What it throws becomes a {@link Fault}; what it changed of the state that the whole process shares (default
 * locale and zone, system streams, context class loader) is put back, and the change is a fault, too. During a call the context class
 * loader is the foreign code's own.
 *
 * <p>State is compared before and after; where other threads change it at the same time, the wrong one may be blamed.
 *
 * <p>Thread-safe.
 */
public final class Containment {
  /** How long a call may take where nobody says otherwise. */
  public static final Duration BUDGET = Duration.ofSeconds(10);

  /** How often foreign code may call the library, which calls foreign code again. */
  private static final int DEEPEST = 8;

  private final Duration budget;
  private final int depth = ForeignThread.depthHere();
  private final Set<Lock> turns = ForeignThread.turnsHere();
  private final Lock oneAtATime = new ReentrantLock(true);
  private final ForeignThread one = new ForeignThread(depth);
  private final ConcurrentLinkedQueue<ForeignThread> idle = new ConcurrentLinkedQueue<>();

  /** Calls that {@link #apart} makes take so long at most. */
  public Containment(Duration budget) {
    this.budget = requirePositive(budget);
  }

  /**
   * A time in which something can be done.
   *
   * @throws IllegalArgumentException where it is not positive
   */
  public static Duration requirePositive(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("a time of " + time + ", which is not positive");
    }
    return time;
  }

  /**
   * Calls code on the current thread, for as long as it takes.
   *
   * @param context the context class loader during the call; null is that of the platform
   * @throws Fault where it gave no result
   */
  public static <T> T here(@Nullable ClassLoader context, Callable<T> code) throws Fault {
    SharedState before = SharedState.now();
    Thread.currentThread().setContextClassLoader(context);
    SharedState given = SharedState.now();
    T result;
    List<String> changed;
    try {
      result = code.call();
    } catch (Throwable thrown) {
      throw Fault.threw(thrown);
    } finally {
      changed = given.restore();
      before.restore();
    }
    if (!changed.isEmpty()) {
      throw Fault.of(Fault.Kind.CHANGED_STATE, "changed " + String.join(" and ", changed) + ", which was put back");
    }
    return result;
  }

  /**
   * Calls code on a thread of its own within the budget. Code that is not thread-safe is always called on one and the same thread, so
   * that several callers wait for each other; that waiting is not of the budget.
   *
   * @throws Fault where it gave no result in time
   */
  public <T> T apart(@Nullable ClassLoader context, boolean threadSafe, Callable<T> code) throws Fault {
    return apart(context, threadSafe, turns, code);
  }

  private <T> T apart(@Nullable ClassLoader context, boolean threadSafe, Set<Lock> held, Callable<T> code) throws Fault {
    if (depth >= DEEPEST) {
      throw Fault.of(Fault.Kind.TOO_DEEP, "was called from itself " + DEEPEST + " times over");
    }
    SharedState before = SharedState.now();
    try {
      Callable<T> within = () -> ForeignThread.having(held, code);
      return threadSafe ? onAny(context, within) : onOne(context, within);
    } catch (Fault fault) {
      before.restore(); // code that was left running has not put it back
      throw fault;
    }
  }

  /**
   * As {@link #apart(ClassLoader, boolean, Callable)} for code that is not thread-safe, of which there is one in the process: whoever
   * calls it has the turn meanwhile, in this evaluation or another. Code that calls back into the library keeps its turn.
   *
   * @throws Fault where it gave no result in time, or code that waits for its turn is interrupted
   */
  public <T> T inTurn(@Nullable ClassLoader context, Lock turn, Callable<T> code) throws Fault {
    if (turns.contains(turn)) {
      return apart(context, false, code);
    }
    take(turn);
    try {
      Set<Lock> all = new HashSet<>(turns);
      all.add(turn);
      return apart(context, false, all, code);
    } finally {
      turn.unlock();
    }
  }

  /** Two plugins that call each other by way of the library may wait for each other; their budgets end that. */
  private void take(Lock turn) throws Fault {
    if (depth == 0) {
      turn.lock();
      return;
    }
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Fault.of(Fault.Kind.TIMED_OUT, "waited in vain for its turn");
    }
  }

  private <T> T onOne(@Nullable ClassLoader context, Callable<T> code) throws Fault {
    oneAtATime.lock();
    try {
      return one.call(budget, () -> here(context, code));
    } finally {
      oneAtATime.unlock();
    }
  }

  private <T> T onAny(@Nullable ClassLoader context, Callable<T> code) throws Fault {
    ForeignThread thread = Objects.requireNonNullElseGet(idle.poll(), () -> new ForeignThread(depth));
    try {
      return thread.call(budget, () -> here(context, code));
    } finally {
      idle.add(thread);
    }
  }
}
