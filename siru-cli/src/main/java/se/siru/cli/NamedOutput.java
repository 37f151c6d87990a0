package se.siru.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/**
 * An output whose failures say which it is, whoever meets or wraps them on their way up, and which remembers them. Not
 * thread-safe.
 */
final class NamedOutput extends FilterOutputStream {
  private final String name;
  private @Nullable FileSystemException failure;

  NamedOutput(OutputStream out, String name) {
    super(out);
    this.name = name;
  }

  /** What the output itself failed with; null as long as it did not. */
  @Nullable FileSystemException failure() {
    return failure;
  }

  @Override
  public void write(int b) throws IOException {
    named(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    named(() -> out.write(bytes, from, length));
  }

  @Override
  public void flush() throws IOException {
    named(out::flush);
  }

  @Override
  public void close() throws IOException {
    named(super::close);
  }

  private void named(Action action) throws IOException {
    try {
      action.run();
    } catch (IOException e) {
      if (e == failure) { // of the flush before closing
        throw e;
      }
      FileSystemException named = new FileSystemException(name, null, e.getMessage());
      named.initCause(e);
      failure = named;
      throw named;
    }
  }

  private interface Action {
    void run() throws IOException;
  }
}
