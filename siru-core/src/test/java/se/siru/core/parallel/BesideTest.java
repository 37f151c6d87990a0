package se.siru.core.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BesideTest {
  @Test
  void workIsDoneBesideWhatItsCallerDoes() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    try (Beside<Thread, InterruptedException> work =
        Beside.begin(
            2,
            () -> {
              begun.countDown();
              seen.await();
              return Thread.currentThread();
            })) {
      begun.await(); // both wait for each other, so that neither could have done it alone
      seen.countDown();
      assertNotEquals(Thread.currentThread(), work.take());
    }
  }

  @Test
  void ofOneThreadItWaitsUntilItIsAskedFor() {
    AtomicBoolean done = new AtomicBoolean();
    try (Beside<Thread, RuntimeException> work =
        Beside.begin(
            1,
            () -> {
              done.set(true);
              return Thread.currentThread();
            })) {
      assertFalse(done.get());
      assertSame(Thread.currentThread(), work.take());
      assertTrue(done.get());
    }
  }

  @Test
  void ofOneThreadWorkThatNobodyAsksForIsNotDone() {
    AtomicBoolean done = new AtomicBoolean();
    Beside.begin(1, () -> done.getAndSet(true)).close();
    assertFalse(done.get());
  }

  @Test
  void whatTheWorkThrowsIsThrownWhereItIsTaken() {
    for (int threads = 1; threads <= 2; threads++) {
      IOException checked = new IOException();
      try (Beside<Object, IOException> work = Beside.begin(threads, () -> raise(checked))) {
        assertSame(checked, assertThrows(IOException.class, work::take));
      }
      AssertionError error = new AssertionError();
      try (Beside<Object, RuntimeException> work = Beside.begin(threads, () -> raise(error))) {
        assertSame(error, assertThrows(AssertionError.class, work::take));
      }
    }
  }

  @Test
  void closingWaitsUntilTheThreadHasEnded() throws Exception {
    AtomicReference<Thread> thread = new AtomicReference<>();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Beside<Boolean, InterruptedException> work =
        Beside.begin(
            2,
            () -> {
              thread.set(Thread.currentThread());
              begun.countDown();
              go.await();
              return true;
            });
    begun.await();
    go.countDown();
    work.close();
    assertFalse(thread.get().isAlive());
  }

  @Test
  void anInterruptMeanwhileEndsNothingAndStaysSet() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (Beside<String, InterruptedException> work =
        Beside.begin(
            2,
            () -> {
              begun.countDown();
              go.await();
              return "done";
            })) {
      begun.await();
      Thread.currentThread().interrupt();
      go.countDown();
      assertEquals("done", work.take());
      assertTrue(Thread.interrupted());
    }
  }

  private static <E extends Throwable> Object raise(E thrown) throws E {
    throw thrown;
  }
}
