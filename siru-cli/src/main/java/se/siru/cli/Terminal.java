package se.siru.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/**
 * The three streams of a run. Texts are UTF-8 with LF whatever the surroundings say. Only {@link #say} may be called
 * from several threads.
 */
final class Terminal {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final NamedOutput standard;
  private final OutputStream out;
  private final OutputStream err;

  Terminal(InputStream in, OutputStream out, OutputStream err) {
    this.in = in;
    this.standard = new NamedOutput(out, "standard output");
    this.out = new BufferedOutputStream(standard, BUFFER);
    this.err = err;
  }

  InputStream in() {
    return in;
  }

  /** Where results go. */
  OutputStream out() {
    return out;
  }

  /** True where nobody reads the results any more. */
  boolean isCut() {
    FileSystemException failure = standard.failure();
    String reason = failure == null ? null : failure.getReason();
    // The system's words for it, in the two languages in which a system of our users may speak.
    return reason != null && (reason.contains("ipe") || reason.contains("rör"));
  }

  /** Why results could not be written; null as long as they could. */
  @Nullable IOException failure() {
    return standard.failure();
  }

  /** Writes a result. */
  void print(String text) throws IOException {
    out.write(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a line of everything that is no result. */
  synchronized void say(String line) {
    try {
      err.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException nobodyListens) {
      // The exit code still tells.
    }
  }

  /** A text on one line and without signs that steer a terminal. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int kind = Character.getType(c);
      boolean unseen = kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.LINE_SEPARATOR;
      plain.append(unseen ? ' ' : c);
    }
    return plain.toString();
  }
}
