package se.siru.core.primitive;

import java.util.Arrays;

/**
 * Sorts entries of a few words each by their words from first to last, each without a sign. Digits that all entries share are passed
 * over, so that the cost is that of the bits that differ. A hot loop: everything it touches lies in arrays.
 */
public final class EntrySort {
  private static final int FEW = 2_048;
  private static final int BITS_OF_FEW = 6;
  private static final int BITS = 11;

  private final int stride;
  private final int words;

  /**
   * A sort.
   *
   * @param stride how many words an entry has
   * @param words by how many of them, from the first, entries are sorted
   */
  public EntrySort(int stride, int words) {
    this.stride = stride;
    this.words = words;
  }

  /** Entries in ascending order: the array itself, or another one of the same length. */
  public long[] sorted(long[] entries, int size) {
    if (isSorted(entries, size)) {
      return entries;
    }
    long[] from = entries;
    long[] to = new long[entries.length];
    int bits = size < FEW ? BITS_OF_FEW : BITS;
    int[] places = new int[1 << bits];
    for (int word = words - 1; word >= 0; word--) {
      long different = different(from, size, word);
      int shift = 0;
      while (shift < Long.SIZE && different >>> shift != 0) {
        shift += Long.numberOfTrailingZeros(different >>> shift);
        count(from, size, word, shift, places);
        if (stride == 1) {
          move(from, to, size, shift, places);
        } else {
          move(from, to, size, word, shift, places);
        }
        long[] other = from;
        from = to;
        to = other;
        shift += bits;
      }
    }
    return from;
  }

  private boolean isSorted(long[] entries, int size) {
    for (int i = 1; i < size; i++) {
      int at = i * stride;
      int word = 0;
      while (word < words && entries[at + word] == entries[at - stride + word]) {
        word++;
      }
      if (word < words && Long.compareUnsigned(entries[at - stride + word], entries[at + word]) > 0) {
        return false;
      }
    }
    return true;
  }

  /** The bits of a word in which entries differ. */
  private long different(long[] entries, int size, int word) {
    long different = 0;
    for (int at = word, end = size * stride; at < end; at += stride) {
      different |= entries[at] ^ entries[word];
    }
    return different;
  }

  /** Where the first entry of each digit goes. */
  private void count(long[] entries, int size, int word, int shift, int[] places) {
    int mask = places.length - 1;
    Arrays.fill(places, 0);
    for (int at = word, end = size * stride; at < end; at += stride) {
      places[(int) (entries[at] >>> shift) & mask]++;
    }
    int sum = 0;
    for (int digit = 0; digit <= mask; digit++) {
      int count = places[digit];
      places[digit] = sum;
      sum += count;
    }
  }

  private static void move(long[] from, long[] to, int size, int shift, int[] places) {
    int mask = places.length - 1;
    for (int i = 0; i < size; i++) {
      long entry = from[i];
      to[places[(int) (entry >>> shift) & mask]++] = entry;
    }
  }

  private void move(long[] from, long[] to, int size, int word, int shift, int[] places) {
    int mask = places.length - 1;
    for (int i = 0; i < size; i++) {
      int at = i * stride;
      int goal = places[(int) (from[at + word] >>> shift) & mask]++ * stride;
      for (int w = 0; w < stride; w++) {
        to[goal + w] = from[at + w];
      }
    }
  }
}
