package se.siru.core.primitive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
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

  private static final long WITHIN_ASCII = ~BEYOND_ASCII;

  /** A product with a number of one bit has first six bits that differ for each of the 64, so that its place can be looked up. */
  public static final long DE_BRUIJN = 0x03F7_9D71_B4CB_0A89L;

  private static final byte[] PLACES = new byte[Long.SIZE];

  static {
    for (int place = 0; place < Long.SIZE; place++) {
      PLACES[(int) (DE_BRUIJN << place >>> 58)] = (byte) place;
    }
  }

  /** How many words more than its bytes fill an array of words has, so that the words of any run may be loaded. */
  public static final int SLACK = 2;

  private ByteWords() {}

  // Of long loops, words lie in an array of their own: a quick compiler reads that in one step, and bytes as a word in many.

  /**
   * The bytes of an array as words, eight a word.
   *
   * @param into has room for {@code count} bytes and {@link #SLACK} words more
   */
  public static void copy(byte[] bytes, int count, long[] into) {
    int whole = count / WORD;
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(into, 0, whole);
    into[whole] = 0;
    for (int i = whole * WORD; i < count; i++) {
      put(into, i, bytes[i]);
    }
  }

  /** Replaces one byte of words. */
  public static void put(long[] words, int at, byte b) {
    words[at >>> 3] = words[at >>> 3] & ~(0xFFL << (at << 3)) | (b & 0xFFL) << (at << 3);
  }

  /** The eight bytes from a place on. */
  public static long load(long[] words, int at) {
    return words[at >>> 3] >>> (at << 3) | words[(at >>> 3) + 1] << 1 << ~(at << 3);
  }

  /** The highest bit of each byte that is less than a bound of ASCII; zeros otherwise. */
  public static long below(long word, int bound) {
    return ~((word & WITHIN_ASCII) + EACH_BYTE * (0x80 - bound) | word) & BEYOND_ASCII;
  }

  /** Which byte the lowest of the marks that {@link #below(long, int)} sets is in; there is one. */
  public static int place(long marks) {
    return (int) (((marks & -marks) - 1 & EACH_BYTE) * EACH_BYTE >>> 56) - 1;
  }

  /** The place of the one bit of a number: faster than what a compiler makes of the library's method that has no instruction for it. */
  public static int placeOfBit(long bit) {
    return PLACES[(int) (bit * DE_BRUIJN >>> 58)];
  }

  /** The places of single bits by the first six bits of their product with {@link #DE_BRUIJN}: a copy, for loops that have no room for a call. */
  public static byte[] placesOfBits() {
    return PLACES.clone();
  }

  /** True where a byte lies beyond ASCII in any of the words that were joined by {@code or}. */
  public static boolean isBeyondAscii(long joined) {
    return (joined & BEYOND_ASCII) != 0;
  }

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
    return mixed(hash);
  }

  /** {@link #hash(byte[], int, int, long, long)} of a run of up to {@link #WHOLE} bytes. */
  static int hash(int length, long first, long last) {
    return mixed(first * 0x9E37_79B9_7F4A_7C15L ^ (last + length));
  }

  private static int mixed(long hash) {
    long mixed = (hash ^ hash >>> 32) * 0xD6E8_FEB8_6659_FD93L;
    return (int) (mixed ^ mixed >>> 32);
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
