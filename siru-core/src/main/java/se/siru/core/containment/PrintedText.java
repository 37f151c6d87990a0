package se.siru.core.containment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * What a child prints: read so that it never waits for its reader, and kept only at its beginning and its end. It is read when something
 * is there, so that nobody waits for it either.
 */
final class PrintedText {
  private static final int KEPT = 2_048;
  private static final int AT_ONCE = 1 << 16;
  private static final int QUIET_STEPS = 10;
  private static final int MOST_STEPS = 400;
  private static final long STEP_NANOS = 5_000_000;

  private final InputStream in;
  private final byte[] buffer = new byte[AT_ONCE];
  private byte[] first = new byte[0];
  private byte[] last = new byte[0];

  PrintedText(InputStream in) {
    this.in = in;
  }

  /** Reads some of what is there; false where nothing is. */
  boolean drain() {
    try {
      int ready = Math.min(in.available(), AT_ONCE);
      int read = ready == 0 ? 0 : in.read(buffer, 0, ready);
      if (read <= 0) {
        return false;
      }
      keep(read);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  /**
   * Reads what is left when the child is gone. Java then takes it out of the pipe to keep it, and while it does nothing is seen of it: the
   * end is where nothing came for a while, and the last words were among what came. It is also where two seconds are over, since what
   * escaped the child may go on printing.
   *
   * @param lastWords what a child that ended as this one prints; empty where nobody knows
   */
  void drainRest(String lastWords) {
    int quiet = 0;
    for (int step = 0; step < MOST_STEPS && (quiet < QUIET_STEPS || !text().contains(lastWords)); step++) {
      if (drain()) {
        quiet = 0;
      } else {
        quiet++;
        LockSupport.parkNanos(STEP_NANOS);
      }
    }
  }

  private void keep(int read) {
    int head = Math.min(KEPT - first.length, read);
    first = joined(first, Arrays.copyOf(buffer, head));
    byte[] tail = joined(last, Arrays.copyOfRange(buffer, head, read));
    last = Arrays.copyOfRange(tail, Math.max(0, tail.length - KEPT), tail.length);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** The beginning and, where there was much, the end. */
  String text() {
    return new String(joined(first, last), StandardCharsets.UTF_8);
  }
}
