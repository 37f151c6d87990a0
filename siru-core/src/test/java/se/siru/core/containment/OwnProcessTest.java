package se.siru.core.containment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process for foreign code, from both its sides. */
class OwnProcessTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** As nobody else sleeps. */
  private static final String SECONDS = "86461";

  @TempDir Path folder;

  /** What a process does is named by its folder. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      String task = String.valueOf(Path.of(arguments[0]).getFileName());
      OwnProcess.doAndEnd(() -> {
        switch (task) {
          case "waits" -> new CountDownLatch(1).await();
          case "starts-others" -> {
            new ProcessBuilder("sleep", SECONDS).start();
            new CountDownLatch(1).await();
          }
          case "throws" -> throw new IOException("on purpose");
          case "leaves-threads" -> leaveThreads();
          default -> System.out.println("done");
        }
      });
    }

    /** Threads that no process waits for, and a hook that would never end. */
    private static void leaveThreads() {
      Runnable forever = () -> {
        while (true) {
          Thread.onSpinWait();
        }
      };
      new Thread(forever).start();
      Runtime.getRuntime().addShutdownHook(new Thread(forever));
    }
  }

  @Test
  void whatAProcessPrintedBeforeAnybodyLookedIsReadAfterItWasStopped() throws Exception {
    Process process = new ProcessBuilder(JAVA.toString(), "-version").redirectErrorStream(true).start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    ChildJvm.stop(process, new LinkedHashSet<>());
    PrintedText printed = new PrintedText(process.getInputStream());
    printed.drainRest("version");
    assertTrue(printed.text().contains("version"), printed.text());
  }

  private ChildEnd run(String task, Duration time) throws IOException {
    Path own = folder.resolve(task);
    assertTrue(own.toFile().mkdir());
    return new ChildJvm(JAVA, classPath(), 32, time).run(Child.class.getName(), own);
  }

  private static List<Path> classPath() {
    return List.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"))).stream().map(Path::of)
        .map(Path::toAbsolutePath).toList();
  }

  @Test
  void workThatIsDoneEndsItAndWhatItPrintedIsKept() throws IOException {
    ChildEnd end = run("prints", Duration.ofMinutes(1));
    assertEquals(ChildEnd.Kind.DONE, end.kind());
    assertEquals("done", end.printed().strip());
  }

  @Test
  void neitherThreadsNorHooksOfOthersHoldItUp() throws IOException {
    assertEquals(ChildEnd.Kind.DONE, run("leaves-threads", Duration.ofMinutes(1)).kind());
  }

  @Test
  void workThatFailsSaysWhy() throws IOException {
    ChildEnd end = run("throws", Duration.ofMinutes(1));
    assertEquals(ChildEnd.Kind.EXITED, end.kind());
    assertEquals("java.io.IOException: on purpose", end.printed().strip());
  }

  @Test
  void aProcessIsStoppedWhenItsTimeIsOverEvenWhereTheCallerWasInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    ChildEnd end = run("waits", Duration.ofSeconds(2));
    assertEquals(ChildEnd.Kind.TIMED_OUT, end.kind());
    assertEquals("was stopped after 2 s", end.message());
    assertTrue(Thread.interrupted(), "the interrupt is kept for whoever asks for it");
  }

  @Test
  void whatAProcessStartedIsStoppedWithIt() throws IOException {
    assertEquals(ChildEnd.Kind.TIMED_OUT, run("starts-others", Duration.ofSeconds(10)).kind());
    assertTrue(ProcessHandle.allProcesses().noneMatch(OwnProcessTest::sleepsOn));
  }

  private static boolean sleepsOn(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().filter(line -> line.endsWith("sleep " + SECONDS)).isPresent();
  }

  @Test
  void aProcessEndsWhenItsParentIsGone() throws IOException, InterruptedException {
    String paths = String.join(System.getProperty("path.separator"), classPath().stream().map(Path::toString).toList());
    Process process =
        new ProcessBuilder(JAVA.toString(), "-cp", paths, Child.class.getName(), folder.resolve("waits").toString()).start();
    process.getOutputStream().close(); // as the end of a parent does
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(88, process.exitValue());
  }
}
