package se.siru.core.containment;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Java process for foreign code: with limits of memory and time, a locale and zone of its own, next to nothing of the surroundings of
 * its parent, and no life after it. {@link OwnProcess} is its other side.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChildJvm {
  /** What a child must know to name files and to start at all. Everything else of the environment may be a secret. */
  private static final Set<String> KEPT = Set.of("LC_ALL", "LC_CTYPE", "LANG", "SystemRoot");

  private static final int MEGABYTES_OF_CLASSES = 128;
  private static final int MEGABYTES_OF_BUFFERS = 64;
  private static final long STEP_MILLIS = 10;
  private static final int STEPS_BETWEEN_COUNTS = 20;
  private static final Duration TO_DIE = Duration.ofSeconds(5);

  private final Path java;
  private final List<Path> classPath;
  private final int megabytes;
  private final Duration time;

  /**
   * How children are started.
   *
   * @param java the program
   * @param megabytes most memory of the heap; that of classes and of buffers is limited beside it
   * @param time how long the whole process may live
   */
  public ChildJvm(Path java, List<Path> classPath, int megabytes, Duration time) {
    this.java = java;
    // It works in a folder of its own, where a path relative to this one's leads nowhere.
    this.classPath = classPath.stream().map(Path::toAbsolutePath).toList();
    this.megabytes = megabytes;
    this.time = time;
  }

  /**
   * Runs a class and waits for its end, even if interrupted; the interrupt is kept for whoever asks for it.
   *
   * @param folder where it works and may leave files behind; also its only argument
   * @throws IOException where no process could be started
   */
  public ChildEnd run(String mainClass, Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(mainClass, folder)).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().retainAll(KEPT);
    Process process = builder.start();
    PrintedText printed = new PrintedText(process.getInputStream());
    Set<ProcessHandle> offspring = new LinkedHashSet<>();
    try {
      boolean inTime = await(process, printed, offspring);
      stop(process, offspring);
      printed.drainRest(inTime ? ChildEnd.lastWords(process.exitValue()) : "");
      return inTime ? ChildEnd.ended(process.exitValue(), printed.text(), megabytes) : ChildEnd.stopped(time, printed.text());
    } finally {
      stop(process, offspring);
      close(process.getInputStream());
      process.getOutputStream().close();
    }
  }

  private List<String> command(String mainClass, Path folder) {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(List.of(
        "-Xmx" + megabytes + "m",
        "-XX:MaxMetaspaceSize=" + MEGABYTES_OF_CLASSES + "m",
        "-XX:MaxDirectMemorySize=" + MEGABYTES_OF_BUFFERS + "m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-XX:-CreateCoredumpOnCrash",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder,
        "-Dfile.encoding=UTF-8",
        "-Duser.language=en",
        "-Duser.country=",
        "-Duser.timezone=UTC",
        "-Dslf4j.internal.verbosity=ERROR",
        "-cp",
        classPath.stream().map(each -> each.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator)),
        mainClass,
        folder.toString()));
    return command;
  }

  /** Waits for the end; false where it has not come in time. */
  private boolean await(Process process, PrintedText printed, Set<ProcessHandle> offspring) {
    long end = System.nanoTime() + time.toNanos();
    boolean interrupted = false;
    for (int step = 0; process.isAlive() && System.nanoTime() - end < 0; step++) {
      if (step % STEPS_BETWEEN_COUNTS == 0) {
        process.descendants().forEach(offspring::add); // once their parent is gone, nobody knows whose they are
      }
      if (!printed.drain()) {
        interrupted |= !waited(process, Duration.ofMillis(STEP_MILLIS));
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !process.isAlive();
  }

  /**
   * Ends a process and what it began. Not by {@link Process#destroyForcibly}, which also closes its streams: what it printed last has yet to be
   * read.
   */
  static void stop(Process process, Set<ProcessHandle> offspring) {
    process.descendants().forEach(offspring::add);
    process.toHandle().destroyForcibly();
    offspring.forEach(ProcessHandle::destroyForcibly);
    boolean interrupted = Thread.interrupted();
    interrupted |= !waited(process, TO_DIE);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** False where the wait was interrupted. */
  private static boolean waited(Process process, Duration atMost) {
    try {
      process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException gone) {
      return; // with the process
    }
  }
}
