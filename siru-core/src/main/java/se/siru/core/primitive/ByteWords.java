package se.siru.core.primitive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at runs of bytes eight at a time. The first and the last word of a run, which overlap where it has fewer than sixteen
 * bytes, together with its length tell runs of up to sixteen bytes apart: ids, codes and days are compared without a loop.
 */
public final class ByteWords {
  /** The longest run that its first and last word and its length tell whole. */
  public static final int WHOLE = 16;

  private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WORD = 8;
  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
  private static final long BEYOND_ASCII = 0x8080_8080_8080_8080L;

  private ByteWords() {}

  /** The first eight bytes of a run; zeros behind a shorter one. */
  public static long first(byte[] bytes, int from, int to) {
    if (to - from >= WORD) {
      return (long) WORDS.get(bytes, from);
    }
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = word << Byte.SIZE | bytes[i] & 0xFF;
    }
    return word;
  }

  /** The last eight bytes of a run; as {@link #first} of a shorter one. */
  public static long last(byte[] bytes, int from, int to) {
    return to - from >= WORD ? (long) WORDS.get(bytes, to - WORD) : first(bytes, from, to);
  }

  /** A number that differs for nearly all runs that differ. */
  static int hash(byte[] bytes, int from, int to, long first, long last) {
    long hash = first * 0x9E37_79B9_7F4A_7C15L ^ (last + to - from);
    for (int i = from + WORD; i < to - WORD; i += WORD) {
      hash = (hash ^ hash >>> 32) * 0x9E37_79B9_7F4A_7C15L + (long) WORDS.get(bytes, i);
    }
    hash = (hash ^ hash >>> 32) * 0xD6E8_FEB8_6659_FD93L;
    return (int) (hash ^ hash >>> 32);
  }

  /**
   * Where the first byte of ASCII below a bound is, or {@code to} where there is none.
   *
   * @param bound from 1 to 128
   */
  public static int below(byte[] bytes, int from, int to, int bound) {
    long bounds = EACH_BYTE * bound;
    int i = from;
    for (; i <= to - WORD; i += WORD) {
      long word = (long) WORDS.get(bytes, i);
      long found = word - bounds & ~word & BEYOND_ASCII; // right up to the first that is found
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (i < to && (bytes[i] < 0 || bytes[i] >= bound)) {
      i++;
    }
    return i;
  }

  /** Where the first byte beyond ASCII is, or {@code to} where there is none. */
  public static int beyondAscii(byte[] bytes, int from, int to) {
    int i = from;
    while (i <= to - WORD && ((long) WORDS.get(bytes, i) & BEYOND_ASCII) == 0) {
      i += WORD;
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }
}
