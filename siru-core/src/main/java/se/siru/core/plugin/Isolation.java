package se.siru.core.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import se.siru.core.containment.Containment;
import se.siru.core.stability.Provided;

/**
 * How plugins of folders and jars run in processes of their own, for what cannot be stopped within a process: {@code System.exit}, a loop
 * without end, memory that is used up, a crash.
 *
 * <p>Guaranteed then: no class of such a plugin is loaded in this process. What it brings is told by a process of its own; its indicators
 * that are data are counted here; those that are code are evaluated by a further process of that one plugin, which gets a copy of the
 * portfolio in a temporary folder. Each process has so much memory and so much time; its environment is next to empty, its standard input
 * empty, what it prints is only quoted, shortened, where it ends without an answer, and it ends with all processes that it started when its
 * time is over or this process ends. What it answers is read as strictly as any file, and only for the indicators asked for. Where there is
 * no good answer, the indicators' cells are {@code failed} with the reason, and every other number stands.
 *
 * <p>Not guaranteed: a process of a plugin may read and write what the user may, and use the network and the processor, until its time is
 * over. It is no sandbox. Exporters, renderers and readers of a plugin are not taken over, as they work on data of this process, nor are
 * validation rules whose conditions are code; so a plugin is at work without them, and its entry of the report says so. Plugins on the
 * class path, and those that the application hands in, are the
 * application's own and run in this process.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Isolation {
  /** Least memory of a process in which this library can work, in MB. */
  public static final int LEAST_MEGABYTES = 32;

  private static final Isolation STANDARD = new Isolation(512, Duration.ofSeconds(60), List.of());

  private final int megabytes;
  private final Duration time;
  private final List<Path> classPath;

  private Isolation(int megabytes, Duration time, List<Path> classPath) {
    this.megabytes = megabytes;
    this.time = time;
    this.classPath = classPath;
  }

  /** Processes with 512 MB and 60 seconds each. */
  public static Isolation standard() {
    return STANDARD;
  }

  /**
   * With so much memory for each process, which must hold the portfolio beside what the plugin needs.
   *
   * @param newMegabytes at least {@value #LEAST_MEGABYTES}
   * @throws IllegalArgumentException where it is less
   */
  public Isolation megabytes(int newMegabytes) {
    if (newMegabytes < LEAST_MEGABYTES) {
      throw new IllegalArgumentException("a process needs at least " + LEAST_MEGABYTES + " MB, not " + newMegabytes);
    }
    return new Isolation(newMegabytes, time, classPath);
  }

  /**
   * With so much time for each process, from its start to its answer.
   *
   * @throws IllegalArgumentException where the time is not positive
   */
  public Isolation time(Duration newTime) {
    return new Isolation(megabytes, Containment.requirePositive(newTime), classPath);
  }

  /**
   * With the jars of this library and of what it needs, where a process cannot find them by itself: it looks at the files that this
   * process loaded them from, which lie within another file in some applications.
   */
  public Isolation classPath(List<Path> jarsAndFolders) {
    return new Isolation(megabytes, time, List.copyOf(Objects.requireNonNull(jarsAndFolders, "jarsAndFolders")));
  }

  /** Most memory of one process. */
  public int megabytes() {
    return megabytes;
  }

  /** The time of one process. */
  public Duration time() {
    return time;
  }

  /** Where a process finds this library; empty where it looks itself. */
  public List<Path> classPath() {
    return classPath;
  }

  @Override
  public String toString() {
    return megabytes + " MB, " + time.toMillis() + " ms";
  }
}
