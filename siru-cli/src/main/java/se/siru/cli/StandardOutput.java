package se.siru.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it failed, so that a reader who has seen enough can be told from a full disk,
 * whoever wrapped the failure on its way up. Not thread-safe.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream out;
  private @Nullable IOException failure;

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** True where the other end of the pipe was closed. */
  boolean isCut() {
    String message = failure == null ? null : failure.getMessage();
    // The system's words for it, in the two languages in which a system of our users may speak.
    return message != null && (message.contains("ipe") || message.contains("rör"));
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
