package se.siru.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.plugin.Isolation;

/** Whether plugins of folders run in processes of their own. */
final class IsolationOptions {
  @Option(
      names = "--isolate",
      description =
          "Run the plugins of --plugins in processes of their own, whose end, endless loop or use of memory ends nothing else. Their "
              + "formats and readers are left out.")
  boolean isolate;

  @Option(
      names = "--isolate-memory",
      paramLabel = "MB",
      description = "Most memory of such a process, at least 32. Default: 512.")
  @Nullable Integer megabytes;

  @Option(
      names = "--isolate-time",
      paramLabel = "SECONDS",
      description = "How long such a process may take. Default: 60.")
  @Nullable Integer seconds;

  /** Takes what stood before the command as if it stood behind it. */
  void heed(IsolationOptions above) {
    isolate |= above.isolate;
    megabytes = megabytes == null ? above.megabytes : megabytes;
    seconds = seconds == null ? above.seconds : seconds;
  }

  boolean isAsked() {
    if (!isolate && (megabytes != null || seconds != null)) {
      throw new UsageException("--isolate-memory and --isolate-time belong to --isolate");
    }
    return isolate;
  }

  void putInto(Siru.Builder builder) {
    if (!isAsked()) {
      return;
    }
    Isolation isolation = Isolation.standard();
    if (megabytes != null) {
      isolation = isolation.megabytes(positive("--isolate-memory", megabytes, Isolation.LEAST_MEGABYTES));
    }
    if (seconds != null) {
      isolation = isolation.time(Duration.ofSeconds(positive("--isolate-time", seconds, 1)));
    }
    builder.isolated(isolation);
  }

  private static int positive(String option, int number, int least) {
    if (number < least) {
      throw new UsageException(option + " " + number + " is below " + least);
    }
    return number;
  }
}
