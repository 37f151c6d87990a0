package se.siru.core.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

/**
 * Reads what {@link StateWriter} wrote. What cannot be so is refused before memory is taken for it. Confined to one thread.
 */
final class StateReader {
  private static final int SEVEN = 7;
  private static final int LOW = 0x7f;

  private final byte[] bytes;
  private final int end;
  private int at;

  StateReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** The refusal of bytes that no state was written as. */
  static SiruException damaged() {
    return new SiruException(ErrorCode.UNREADABLE, "the state of an evaluation is damaged; evaluate its records again");
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += SEVEN) {
      if (at == end) {
        throw damaged();
      }
      byte next = bytes[at++];
      value |= (long) (next & LOW) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw damaged();
  }

  long signed() {
    long value = number();
    return value >>> 1 ^ -(value & 1);
  }

  int signedInt() {
    long value = signed();
    if (value != (int) value) {
      throw damaged();
    }
    return (int) value;
  }

  /** A number that is at least 0 and below a bound. */
  int below(long bound) {
    long value = number();
    if (value < 0 || value >= bound || value > Integer.MAX_VALUE) {
      throw damaged();
    }
    return (int) value;
  }

  /** How many things follow, of which each takes at least a byte. */
  int count() {
    return below(end - at + 1L);
  }

  /** Numbers in ascending order below a bound. */
  int[] ascending(long bound) {
    int[] values = new int[count()];
    long before = 0;
    for (int i = 0; i < values.length; i++) {
      before += below(bound);
      if (before >= bound) {
        throw damaged();
      }
      values[i] = (int) before;
    }
    return values;
  }

  byte[] raw(int count) {
    if (count > end - at) {
      throw damaged();
    }
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  byte[] sized() {
    return raw(count());
  }

  String text() {
    return new String(sized(), StandardCharsets.UTF_8);
  }

  /** Refuses what is left over. */
  void end() {
    if (at != end) {
      throw damaged();
    }
  }
}
