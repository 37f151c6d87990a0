package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import se.siru.core.Siru;

@Timeout(120)
class LibraryAheadTest {
  private static final Function<String, Siru> NEVER = language -> {
    throw new AssertionError("made for " + language);
  };

  private static Siru library() {
    return Siru.builder().build();
  }

  private static Set<String> namesOfOptions(CommandLine of) {
    Set<String> names = new HashSet<>(of.getCommandSpec().optionsMap().keySet());
    of.getSubcommands().values().forEach(below -> names.addAll(namesOfOptions(below)));
    return names;
  }

  @Test
  void aThreadOfItsOwnMakesItInTheLanguageOfTheArguments() {
    AtomicReference<Thread> thread = new AtomicReference<>();
    AtomicReference<String> made = new AtomicReference<>();
    try (Siru library = library()) {
      LibraryAhead ahead =
          LibraryAhead.begin(
              language -> {
                thread.set(Thread.currentThread());
                made.set(language);
                return library;
              },
              "validate", "folder", "--lang", "sv");
      assertSame(library, ahead.take("sv").orElseThrow());
      assertNotEquals(Thread.currentThread(), thread.get());
      assertEquals("sv", made.get());
      assertEquals(Optional.empty(), ahead.take("en"));
      ahead.end();
    }
  }

  @ParameterizedTest
  @MethodSource("optionsOfAnother")
  void anOptionThatWantsAnotherLibraryBeginsNone(String option) {
    assertTrue(namesOfOptions(Commands.forArguments()).contains(option), option);
    for (String argument : new String[] {option, option + "=x"}) {
      LibraryAhead ahead = LibraryAhead.begin(NEVER, "evaluate", "folder", argument);
      assertEquals(Optional.empty(), ahead.take("en"));
      ahead.end();
    }
  }

  static Iterable<String> optionsOfAnother() {
    return LibraryAhead.OF_ANOTHER;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--version", "evaluate --help", "evaluate -h", "plugins list", "conformance x", "--lang sv evaluate x", "nothing"})
  void whoWantsNoneBeginsNone(String line) {
    LibraryAhead ahead = LibraryAhead.begin(NEVER, line.isEmpty() ? new String[0] : line.split(" "));
    assertEquals(Optional.empty(), ahead.take("en"));
    ahead.end();
  }

  @Test
  void whatMakingItThrowsIsThrownWhereItIsTaken() {
    for (Throwable fault : new Throwable[] {new IllegalStateException("broken"), new AssertionError("broken")}) {
      LibraryAhead ahead =
          LibraryAhead.begin(
              language -> {
                if (fault instanceof Error error) {
                  throw error;
                }
                throw (RuntimeException) fault;
              },
              "validate", "folder");
      assertSame(fault, assertThrows(Throwable.class, () -> ahead.take("en")));
      ahead.end(); // tells nothing more
    }
  }

  @Test
  void aFaultIsToldAsOneOfTheCommand() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] arguments = {"indicators"};
    LibraryAhead broken =
        LibraryAhead.begin(
            language -> {
              throw new IllegalStateException("broken");
            },
            arguments);
    int code = Cli.run(arguments, new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), err, broken);
    assertEquals(ExitCode.FAULT, code);
    assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("siru: internal fault SIRU-F"), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void wrongUsageIsToldBeforeTheLibraryIsMade() {
    CountDownLatch told = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    ByteArrayOutputStream err =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (toString(StandardCharsets.UTF_8).contains("--nonsense")) {
              told.countDown();
            }
          }
        };
    try (Siru library = library()) {
      String[] arguments = {"evaluate", "folder", "--nonsense"};
      LibraryAhead slow =
          LibraryAhead.begin(
              language -> {
                await(told); // were it waited for first, this would never end
                ended.set(true);
                return library;
              },
              arguments);
      assertFalse(ended.get());
      int code = Cli.run(arguments, new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), err, slow);
      assertEquals(ExitCode.USAGE, code);
      assertTrue(ended.get()); // nothing is left behind
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
