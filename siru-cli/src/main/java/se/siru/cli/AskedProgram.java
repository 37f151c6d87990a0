package se.siru.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that answers lines with lines. It is started without a shell, gets no more than what is written to it, and is stopped,
 * with all that it started, when it is closed.
 */
final class AskedProgram implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 20;
  private static final int QUEUED_LINES = 16;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(QUEUED_LINES);

  private AskedProgram(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "answers");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a program.
   *
   * @param command the program and its arguments
   * @param zone the time zone in its environment; null leaves what there is
   */
  static AskedProgram start(List<String> command, @Nullable String zone) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    if (zone != null) {
      builder.environment().put("TZ", zone);
    }
    return new AskedProgram(builder.start());
  }

  /** Lines as they come; the last is empty, and stands for the end. A line that is too long is the end, too. */
  private void read() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream in = process.getInputStream()) {
      for (int b = in.read(); b >= 0 && line.size() < LONGEST_LINE; b = in.read()) {
        if (b == '\n') {
          lines.put(line.toString(StandardCharsets.UTF_8) + "\n");
          line.reset();
        } else {
          line.write(b);
        }
      }
      lines.put("");
    } catch (IOException ended) {
      lines.offer("");
    } catch (InterruptedException nobodyInterrupts) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Asks one line.
   *
   * @return the line that answers it; empty where the program has ended, null where it has not answered in time
   */
  @Nullable String ask(String line, long milliseconds) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException ended) {
      return "";
    }
    try {
      String answer = lines.poll(milliseconds, TimeUnit.MILLISECONDS);
      return answer == null ? null : answer.strip();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
