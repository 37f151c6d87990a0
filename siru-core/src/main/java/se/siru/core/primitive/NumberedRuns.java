package se.siru.core.primitive;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Runs of bytes that are a common prefix and a number, as the ids of most registers are, by that number: some arithmetic and one place in a
 * table of ints tell which run it is. Prefix, number and how many digits it has are the whole run, so that nothing has to be compared,
 * and the table is a tenth of the slots that a {@link BytesIndex} has for the same runs: what is looked up for each record stays near.
 *
 * <p>Of numbers with leading zeros only those with the fewest digits count, so that no number is spelt in two ways. Immutable.
 */
final class NumberedRuns {
  /** Stands for a run that is not empty and not one of these. */
  static final int OTHER = -2;

  /** A number has at most so many digits, and a prefix so many bytes: one word each. */
  private static final int WORD = Long.BYTES;

  /** A table may have so many places for each number in it. */
  private static final int SPARSEST = 4;

  private static final int NO_NUMBER = -1;
  private static final int[] TENS = {0, 0, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

  /** What a look-up works with. A quick compiler keeps in registers what it loads, and spells out each time what it knows. */
  private static final long[] BITS = {
    0x3030_3030_3030_3030L, // the digit 0
    0x7676_7676_7676_7676L, // carries into the highest bit of each byte that is more than 9
    0x8080_8080_8080_8080L, // the highest bit of each byte
    0x00FF_00FF_00FF_00FFL, // every other pair of digits
    0x0000_FFFF_0000_FFFFL // every other four of them
  };

  private final long prefix;
  private final long prefixBytes;
  /** By the length of a run: which bytes of its last word are digits; none where no run is so long. */
  private final long[] digits;
  /** By the length of a run: the least number that is spelt so long; greater than any where no run is so long. */
  private final int[] least;
  private final int[] places;

  private NumberedRuns(long prefix, int prefixLength, int fewestDigits, int[] places) {
    this.prefix = prefix;
    this.prefixBytes = prefixLength == 0 ? 0 : -1L >>> (WORD - prefixLength << 3);
    this.digits = new long[ByteWords.WHOLE + 1];
    this.least = new int[ByteWords.WHOLE + 1];
    this.places = places;
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int count = fewestDigits; count <= WORD; count++) {
      digits[prefixLength + count] = -1L << (WORD - count << 3);
      least[prefixLength + count] = count == fewestDigits ? 0 : TENS[count];
    }
  }

  /** Those of an index that most of its runs are, by their numbers there; null where there are no such, or the numbers lie far apart. */
  static @Nullable NumberedRuns of(byte[] pool, int[] ends, int size) {
    int prefixLength = size == 0 ? 0 : ends[0];
    while (prefixLength > 0 && isDigit(pool[prefixLength - 1]) && ends[0] - prefixLength < WORD) {
      prefixLength--;
    }
    if (prefixLength > WORD || size == 0) {
      return null;
    }
    int[] numbers = new int[size];
    int count = 0;
    int fewestDigits = WORD;
    int greatest = 0;
    for (int run = 0; run < size; run++) {
      int from = run == 0 ? 0 : ends[run - 1];
      int number = number(pool, from, ends[run], prefixLength);
      numbers[run] = number;
      if (number != NO_NUMBER) {
        count++;
        fewestDigits = Math.min(fewestDigits, ends[run] - from - prefixLength);
        greatest = Math.max(greatest, number);
      }
    }
    if (count * 2L < size || greatest >= (long) count * SPARSEST) {
      return null;
    }
    int[] places = new int[greatest + 1];
    Arrays.fill(places, OTHER);
    for (int run = 0; run < size; run++) {
      int digits = ends[run] - (run == 0 ? 0 : ends[run - 1]) - prefixLength;
      if (numbers[run] != NO_NUMBER && (digits == fewestDigits || numbers[run] >= TENS[digits])) {
        places[numbers[run]] = run;
      }
    }
    return new NumberedRuns(ByteWords.first(pool, 0, prefixLength), prefixLength, fewestDigits, places);
  }

  /** The number behind the prefix, which all runs of an index with one have in common with the first of them. */
  private static int number(byte[] pool, int from, int to, int prefixLength) {
    int start = from + prefixLength;
    if (start >= to || to - start > WORD || !Arrays.equals(pool, 0, prefixLength, pool, from, start)) {
      return NO_NUMBER;
    }
    int number = 0;
    for (int i = start; i < to; i++) {
      if (!isDigit(pool[i])) {
        return NO_NUMBER;
      }
      number = number * 10 + pool[i] - '0';
    }
    return number;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** True where any of them may begin with a byte. */
  boolean mayBeginWith(byte b) {
    return prefixBytes == 0 ? isDigit(b) : (byte) prefix == b;
  }

  /** Looks up one run; {@link #OTHER} where it is not here. */
  int find(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > ByteWords.WHOLE || digits[length] == 0) {
      return OTHER;
    }
    long first = ByteWords.first(bytes, from, to);
    long last = length < WORD ? first << (WORD - length << 3) : ByteWords.last(bytes, from, to);
    long values = (last ^ BITS[0]) & digits[length];
    if (((values + BITS[1] | values) & BITS[2] | (first ^ prefix) & prefixBytes) != 0) {
      return OTHER;
    }
    values = values * (10 << 8 | 1) >>> 8 & BITS[3];
    values = values * (100 << 16 | 1) >>> 16 & BITS[4];
    int number = (int) (values * (10_000L << 32 | 1) >>> 32);
    return number >= least[length] && number < places.length ? places[number] : OTHER;
  }

  /**
   * Looks up many runs: a flat loop in which no run waits for what another one fetches.
   *
   * @param into from {@code at} on, takes the number of each run, -1 for an empty one and {@link #OTHER} for all that are not here
   * @return how many are others
   * @see BytesIndex#find(byte[], long[], int[], int[], int, int, int, int[], int, BytesIndex.Asked)
   */
  int find(long[] words, int[] from, int[] to, int field, int fields, int count, int[] into, int at) {
    long zeros = BITS[0];
    long carry = BITS[1];
    long high = BITS[2];
    long pairs = BITS[3];
    long fours = BITS[4];
    long begin = prefix;
    long beginBytes = prefixBytes;
    long[] digitsOf = digits;
    int[] leastOf = least;
    int[] table = places;
    int others = 0;
    int cell = field;
    for (int i = at; i < at + count; i++) {
      int start = from[cell];
      int length = to[cell] - start;
      cell += fields;
      if (length == 0) {
        into[i] = -1;
        continue;
      }
      int found = OTHER;
      int last = start + length - WORD;
      if (length <= ByteWords.WHOLE && last >= 0) {
        long values = (ByteWords.load(words, last) ^ zeros) & digitsOf[length];
        long wrong = (values + carry | values) & high | (ByteWords.load(words, start) ^ begin) & beginBytes;
        values = values * (10 << 8 | 1) >>> 8 & pairs;
        values = values * (100 << 16 | 1) >>> 16 & fours;
        int number = (int) (values * (10_000L << 32 | 1) >>> 32);
        if (wrong == 0 && number >= leastOf[length] && number < table.length) {
          found = table[number];
        }
      }
      others += found >>> 31;
      into[i] = found;
    }
    return others;
  }
}
