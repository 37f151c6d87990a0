package se.siru.core.parallel;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * As many of something as threads use at once, each of them used by one thread at a time: what threads gather without waiting for each
 * other, before somebody puts it together. Thread-safe.
 *
 * @param <T> what they use
 */
public final class PerWorker<T> {
  private final Supplier<? extends T> make;
  private final Queue<T> idle = new ConcurrentLinkedQueue<>();

  /** None yet; {@code make} makes one where all are in use. */
  public PerWorker(Supplier<? extends T> make) {
    this.make = make;
  }

  /** Has a thread use one of them. One whose use failed is not used again, nor is it among {@link #all}. */
  public void use(Consumer<? super T> use) {
    T one = idle.poll();
    T own = one == null ? make.get() : one;
    use.accept(own);
    idle.add(own);
  }

  /** All that were used, when nobody uses one any more. */
  public List<T> all() {
    return List.copyOf(idle);
  }
}
