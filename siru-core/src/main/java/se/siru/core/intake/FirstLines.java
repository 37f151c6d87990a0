package se.siru.core.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first lines of a stream: where JSON Lines begin with a document, that document. Not thread-safe. */
final class FirstLines extends FilterInputStream {
  private static final int END = -1;

  private int left;

  FirstLines(InputStream in, int lines) {
    super(new BufferedInputStream(in));
    this.left = lines;
  }

  @Override
  public int read() throws IOException {
    int next = left == 0 ? END : in.read();
    if (next == '\n') {
      left--;
    }
    return next;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int next = read();
      if (next == END) {
        return count == 0 ? END : count;
      }
      target[from + count++] = (byte) next;
    }
    return count;
  }
}
