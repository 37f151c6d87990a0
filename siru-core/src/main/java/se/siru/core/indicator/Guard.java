package se.siru.core.indicator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Runs the code of authors, a batch at a time, and remembers whose code failed. Once code of an indicator has failed it is not
 * called again in that run: its cells are {@code failed}, everybody else's numbers stand.
 *
 * <p>Thread-safe.
 */
public final class Guard {
  private final Map<String, String> failures = new ConcurrentHashMap<>();

  /** A guard that has seen no failure. */
  public Guard() {}

  /**
   * Runs code on behalf of an indicator or function.
   *
   * @return what it gave; empty where it failed now or before, or gave null
   */
  public <T> Optional<T> run(String owner, Supplier<T> code) {
    if (failures.containsKey(owner)) {
      return Optional.empty();
    }
    try {
      T result = code.get();
      if (result == null) {
        failures.putIfAbsent(owner, "returned null");
      }
      return Optional.ofNullable(result);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
      String message = failure.getMessage();
      failures.putIfAbsent(owner, failure.getClass().getName() + (message == null ? "" : ": " + message));
      return Optional.empty();
    }
  }

  /** Why the code of an owner failed, if it did. */
  public Optional<String> failure(String owner) {
    return Optional.ofNullable(failures.get(owner));
  }
}
