package se.siru.core.plugin;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A caller's stream in the hands of a plugin: it cannot be closed, and nothing can be written once it was given back.
 */
final class LentStream extends OutputStream {
  private final OutputStream out;
  private boolean back;
  private @Nullable IOException failure;

  LentStream(OutputStream out) {
    this.out = out;
  }

  void giveBack() {
    back = true;
  }

  /** What the stream itself threw, so that it is told from what the plugin threw. */
  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    refuseLate();
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    refuseLate();
    try {
      out.flush();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Flushes only: the stream is the caller's. */
  @Override
  public void close() throws IOException {
    if (!back) {
      flush();
    }
  }

  private void refuseLate() throws IOException {
    if (back) {
      throw new IOException("the export is over");
    }
  }
}
