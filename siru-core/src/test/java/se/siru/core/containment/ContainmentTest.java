package se.siru.core.containment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.siru.core.containment.Fault.Kind;

/** What foreign code may do to its caller: nothing. */
class ContainmentTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private final ClassLoader loader = new URLClassLoader(new URL[0]);

  private static Fault fault(Callable<?> code) {
    return assertThrows(Fault.class, () -> new Containment(SHORT).apart(null, false, code));
  }

  @Test
  void aResultComesBackAndNullIsOne() throws Fault {
    Containment containment = new Containment(Containment.BUDGET);
    assertEquals(7, containment.apart(loader, false, () -> 7));
    assertNull(containment.apart(loader, true, () -> null));
    assertEquals("here", Containment.here(loader, () -> "here"));
  }

  @TestFactory
  Stream<DynamicTest> whatIsThrownIsTheCauseOfAFault() {
    return Stream.of(new IllegalStateException("x"), new Exception("x"), new AssertionError("x"), new StackOverflowError("x"), new NoSuchMethodError("x"))
        .map(thrown -> DynamicTest.dynamicTest(thrown.toString(), () -> {
          Fault apart = fault(() -> { throw sneaky(thrown); });
          assertEquals(Kind.THREW, apart.kind());
          assertSame(thrown, apart.getCause());
          assertEquals("threw " + thrown.getClass().getName() + ": x", apart.message());
          Fault here = assertThrows(Fault.class, () -> Containment.here(null, () -> { throw sneaky(thrown); }));
          assertSame(thrown, here.getCause());
        }));
  }

  @SuppressWarnings("unchecked") // that is the trick
  private static <E extends Throwable> Exception sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void aMessageThatThrowsIsLeftOut() {
    Fault fault = fault(() -> {
      throw new IllegalStateException() {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
          throw new IllegalArgumentException();
        }
      };
    });
    assertEquals("threw " + fault.getCause().getClass().getName(), fault.message());
  }

  @Test
  void memoryThatIsExhaustedReachesTheCallerItself() {
    OutOfMemoryError none = new OutOfMemoryError("none left");
    Containment containment = new Containment(Containment.BUDGET);
    assertSame(none, assertThrows(OutOfMemoryError.class, () -> containment.apart(null, false, () -> { throw none; })));
    assertSame(none, assertThrows(OutOfMemoryError.class, () -> containment.apart(null, false, () -> { throw new IllegalStateException(none); })));
  }

  @Test
  void codeThatHeedsInterruptsIsStoppedAndItsThreadServesOn() throws Fault {
    Containment containment = new Containment(SHORT);
    Thread first = containment.apart(null, false, Thread::currentThread);
    CountDownLatch never = new CountDownLatch(1);
    Fault fault = assertThrows(Fault.class, () -> containment.apart(null, false, () -> { never.await(); return 1; }));
    assertEquals(Kind.TIMED_OUT, fault.kind());
    assertEquals("gave no result within 100 ms and was stopped", fault.message());
    assertSame(first, containment.apart(null, false, Thread::currentThread));
  }

  /** The quickest of several, since a computer with much to do may let any one of them wait. */
  @Test
  void codeThatHeedsInterruptsIsGoneHalfASecondAfterItsBudget() throws InterruptedException {
    long quickest = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      CountDownLatch gone = new CountDownLatch(1);
      long start = System.nanoTime();
      fault(() -> {
        try {
          new CountDownLatch(1).await();
        } finally {
          gone.countDown();
        }
        return 1;
      });
      gone.await();
      quickest = Math.min(quickest, System.nanoTime() - start);
    }
    assertTrue(quickest <= SHORT.plusMillis(500).toNanos(), quickest + " ns");
  }

  @Test
  void codeThatNeverEndsIsLeftToADaemonAndTheNextCallGetsAnotherThread() throws Fault {
    Containment containment = new Containment(SHORT);
    Thread first = containment.apart(null, false, Thread::currentThread);
    boolean[] go = {false};
    AtomicInteger turns = new AtomicInteger();
    try {
      Fault fault = assertThrows(Fault.class, () -> containment.apart(null, false, () -> {
        while (!go[0] && turns.incrementAndGet() != 0) {
          Thread.onSpinWait();
        }
        return 1;
      }));
      assertEquals("gave no result within 100 ms and was left running, since it does not heed interrupts", fault.message());
      Thread second = containment.apart(null, false, Thread::currentThread);
      assertTrue(second != first && first.isDaemon() && second.isDaemon());
    } finally {
      go[0] = true;
    }
  }

  @TestFactory
  Stream<DynamicTest> whatTheProcessSharesIsPutBackAndTheChangeIsAFault() {
    record Change(String name, Runnable code) {}
    return Stream.of(
            new Change("the default locale", () -> Locale.setDefault(Locale.forLanguageTag("tr-TR"))),
            new Change("the default locale", () -> Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"))),
            new Change("the default time zone", () -> TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"))),
            new Change("the system streams", () -> System.setOut(new PrintStream(PrintStream.nullOutputStream()))),
            new Change("the system streams", () -> System.setIn(null)),
            new Change("the context class loader", () -> Thread.currentThread().setContextClassLoader(null)))
        .map(change -> DynamicTest.dynamicTest(change.name(), () -> {
          SharedState before = SharedState.now();
          Callable<Integer> code = () -> {
            change.code().run();
            return 1;
          };
          for (Fault fault : List.of(
              assertThrows(Fault.class, () -> Containment.here(loader, code)),
              assertThrows(Fault.class, () -> new Containment(Containment.BUDGET).apart(loader, false, code)))) {
            assertEquals(Kind.CHANGED_STATE, fault.kind());
            assertEquals("changed " + change.name() + ", which was put back", fault.message());
          }
          assertEquals(before, SharedState.now());
        }));
  }

  @Test
  void whatWasChangedBeforeAThrowIsPutBackToo() {
    SharedState before = SharedState.now();
    fault(() -> {
      Locale.setDefault(Locale.ROOT);
      throw new IllegalStateException();
    });
    assertEquals(before, SharedState.now());
  }

  @Test
  void theContextClassLoaderIsThatOfTheCode() throws Fault {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    assertSame(loader, Containment.here(loader, () -> Thread.currentThread().getContextClassLoader()));
    assertSame(loader, new Containment(SHORT).apart(loader, true, () -> Thread.currentThread().getContextClassLoader()));
    assertSame(own, Thread.currentThread().getContextClassLoader());
  }

  @Test
  void codeThatIsNotThreadSafeIsAlwaysOnOneThread() throws Exception {
    Containment containment = new Containment(Containment.BUDGET);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    fromFourThreads(() -> {
      for (int i = 0; i < 200; i++) {
        containment.apart(null, false, () -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          threads.add(Thread.currentThread());
          return inside.decrementAndGet();
        });
      }
      return true;
    });
    assertEquals(1, threads.size());
    assertEquals(1, most.get());
  }

  @Test
  void codeThatIsThreadSafeRunsOnSeveralAtOnce() throws Exception {
    Containment containment = new Containment(Containment.BUDGET);
    CyclicBarrier all = new CyclicBarrier(4);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    fromFourThreads(() -> containment.apart(null, true, () -> {
      all.await();
      return threads.add(Thread.currentThread());
    }));
    assertEquals(4, threads.size());
  }

  private static void fromFourThreads(Callable<Boolean> code) throws Exception {
    List<FutureTask<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(new FutureTask<>(code));
      new Thread(tasks.get(i)).start();
    }
    for (FutureTask<Boolean> task : tasks) {
      assertTrue(task.get());
    }
  }

  @Test
  void callsBackIntoTheLibraryEndAtEight() {
    Set<Integer> depths = new HashSet<>();
    Throwable innermost = assertThrows(Fault.class, () -> deeper(1, depths));
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    assertEquals(Kind.TOO_DEEP, ((Fault) innermost).kind());
    assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8), depths);
  }

  private static int deeper(int depth, Set<Integer> depths) throws Fault {
    return new Containment(Containment.BUDGET).apart(null, false, () -> {
      depths.add(depth);
      return deeper(depth + 1, depths);
    });
  }

  @Test
  void whoWaitsIsStillInterruptedAfterwards() throws Fault {
    Thread.currentThread().interrupt();
    try {
      assertEquals(7, new Containment(Containment.BUDGET).apart(null, false, () -> 7));
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertFalse(Thread.interrupted());
  }
}
