package se.siru.core.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PerWorkerTest {
  /** A sum that notices when two threads add to it at once. */
  private static final class Sum {
    private final AtomicBoolean isUsed = new AtomicBoolean();
    private long all;

    void add(long number) {
      assertTrue(isUsed.compareAndSet(false, true), "used by two threads at once");
      all += number;
      isUsed.set(false);
    }
  }

  @Property(tries = 30)
  void whatThreadsGatheredApartIsAllThereIs(@ForAll @IntRange(min = 1, max = 4) int threads, @ForAll @IntRange(max = 2_000) int count) {
    PerWorker<Sum> sums = new PerWorker<>(Sum::new);
    Workers.each(threads, count, at -> sums.use(sum -> sum.add(at)));
    assertEquals((long) count * (count - 1) / 2, sums.all().stream().mapToLong(sum -> sum.all).sum());
    assertTrue(sums.all().size() <= threads, "no more than threads used at once");
  }

  @Test
  void threadsThatUseOneAtTheSameTimeHaveOneEach() {
    PerWorker<List<Integer>> lists = new PerWorker<>(ArrayList::new);
    CyclicBarrier bothUseOne = new CyclicBarrier(2);
    Workers.run(2, () -> lists.use(list -> {
      list.add(1);
      try {
        bothUseOne.await();
      } catch (Exception broken) {
        throw new IllegalStateException(broken);
      }
    }));
    assertEquals(List.of(List.of(1), List.of(1)), lists.all());
  }

  @Test
  void oneThreadUsesTheSameOneAgain() {
    PerWorker<List<Integer>> lists = new PerWorker<>(ArrayList::new);
    lists.use(list -> list.add(1));
    lists.use(list -> list.add(2));
    assertEquals(List.of(List.of(1, 2)), lists.all());
  }

  @Test
  void whatWasLeftHalfDoneIsNotAmongAll() {
    PerWorker<List<Integer>> lists = new PerWorker<>(ArrayList::new);
    lists.use(list -> list.add(1));
    IllegalStateException half = new IllegalStateException("half done");
    assertSame(half, assertThrows(IllegalStateException.class, () -> lists.use(list -> {
      throw half;
    })));
    lists.use(list -> list.add(2));
    assertEquals(List.of(List.of(2)), lists.all());
  }

  @Test
  void beforeAnybodyUsedOneThereIsNone() {
    assertEquals(List.of(), new PerWorker<>(Object::new).all());
  }
}
