package se.siru.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program, from start to exit.
 *
 * @param nanos wall time
 * @param processorNanos time on all processors together, as last seen before the exit
 * @param peakKibibytes greatest resident size that was seen, as the kernel counts it
 */
record MeasuredProcess(long nanos, long processorNanos, long peakKibibytes) {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** True where the kernel tells the greatest resident size of a process. */
  static boolean canMeasure() {
    return Files.isReadable(Path.of("/proc/self/status"));
  }

  /** Runs a program that must end with 0 within a quarter of an hour; what it prints goes into a file. */
  static MeasuredProcess run(List<String> command, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    long peak = 0;
    long processor = 0;
    while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peak(status));
      processor = process.info().totalCpuDuration().map(Duration::toNanos).orElse(processor);
      if (System.nanoTime() - start > LONGEST.toNanos()) {
        process.destroyForcibly().waitFor();
        throw new IOException("stopped after " + LONGEST.toMinutes() + " minutes: " + String.join(" ", command));
      }
    }
    long nanos = System.nanoTime() - start;
    if (process.exitValue() != 0) {
      throw new IOException(
          "exit code " + process.exitValue() + " of " + String.join(" ", command) + "\n" + Files.readString(log));
    }
    return new MeasuredProcess(nanos, processor, peak);
  }

  /** The kernel's high-water mark; 0 where the process has just ended. */
  private static long peak(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
