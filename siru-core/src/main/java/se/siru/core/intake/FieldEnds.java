package se.siru.core.intake;

import se.siru.core.primitive.ByteWords;

/**
 * Finds where fields may end, 64 bytes at a time: first which of these bytes are candidates, as one word of bits, then where they lie, one
 * after the other. How many there are in eight bytes nobody can foretell, and a wrong guess costs a processor more than what there is to
 * do; so there is one guess for 64 bytes.
 */
final class FieldEnds {
  /** How many places more than it was asked for a search may write to. */
  static final int SLACK = 64;

  private static final int WORDS = 8;
  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;

  /** Commas, quotes and the ends of rows lie below it, and little else. */
  private static final int AFTER_COMMA = ',' + 1;

  /** What {@link #find} works with. A quick compiler keeps in registers what it loads, and spells out each time what it knows. */
  private static final long[] BITS = {
    0x7F7F_7F7F_7F7F_7F7FL, // all but the highest of each byte
    EACH_BYTE * (0x80 - AFTER_COMMA), // carries into the highest of each byte that is no candidate
    0x8080_8080_8080_8080L, // the highest of each byte
    0x0002_0408_1020_4081L // brings these together in the highest byte
  };

  private static final byte[] PLACES = ByteWords.placesOfBits();

  private FieldEnds() {}

  /**
   * Writes down where bytes lie that may end a field, as all commas and ends of rows may, and few others: quotes, blanks, controls.
   *
   * @param from the first byte that is looked at
   * @param until the word behind the last that may be looked at; fewer than eight words may be left
   * @param into has room for {@code most} places and {@link #SLACK} more
   * @param most how many are enough; more may be found
   * @return how many were found
   */
  static int find(long[] words, int from, int until, int[] into, int most) {
    long low = BITS[0];
    long carry = BITS[1];
    long high = BITS[2];
    long together = BITS[3];
    byte[] places = PLACES;
    long those = -1L << (from & 7);
    int found = 0;
    for (int word = from >>> 3; word <= until - WORDS && found < most; word += WORDS) {
      long eight = words[word];
      long others = (((eight & low) + carry | eight) & high) * together >>> 56;
      eight = words[word + 1];
      others |= (((eight & low) + carry | eight) & high) * together >>> 56 << 8;
      eight = words[word + 2];
      others |= (((eight & low) + carry | eight) & high) * together >>> 56 << 16;
      eight = words[word + 3];
      others |= (((eight & low) + carry | eight) & high) * together >>> 56 << 24;
      eight = words[word + 4];
      others |= (((eight & low) + carry | eight) & high) * together >>> 56 << 32;
      eight = words[word + 5];
      others |= (((eight & low) + carry | eight) & high) * together >>> 56 << 40;
      eight = words[word + 6];
      others |= (((eight & low) + carry | eight) & high) * together >>> 56 << 48;
      eight = words[word + 7];
      others |= (((eight & low) + carry | eight) & high) * together >>> 56 << 56;
      long candidates = ~others & those;
      those = -1L;
      int start = word << 3;
      while (candidates != 0) {
        into[found++] = start + places[(int) ((candidates & -candidates) * ByteWords.DE_BRUIJN >>> 58)];
        candidates &= candidates - 1;
      }
    }
    return found;
  }
}
