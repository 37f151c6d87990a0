package se.siru.core.primitive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EntrySortTest {
  /** Entries are sorted as numbers without a sign, word by word, and equal ones keep their order with what goes along with them. */
  @Property(tries = 300)
  void sortsAsAComparatorDoes(
      @ForAll @IntRange(max = 3_000) int size,
      @ForAll @IntRange(min = 1, max = 3) int words,
      @ForAll boolean more,
      @ForAll @IntRange(min = 1, max = 64) int bits,
      @ForAll @IntRange(max = 63) int shift,
      @ForAll long seed) {
    int stride = words + (more ? 1 : 0);
    Random random = new Random(seed);
    List<long[]> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long[] entry = new long[stride];
      for (int word = 0; word < words; word++) {
        entry[word] = random.nextLong() >>> (Long.SIZE - bits) << shift;
      }
      if (more) {
        entry[words] = i;
      }
      entries.add(entry);
    }
    long[] flat = flat(entries, stride);
    Comparator<long[]> order = Comparator.comparing((long[] entry) -> Arrays.copyOf(entry, words), Arrays::compareUnsigned);
    entries.sort(order);
    long[] sorted = new EntrySort(stride, words).sorted(flat, size);
    assertArrayEquals(flat(entries, stride), Arrays.copyOf(sorted, size * stride));
  }

  private static long[] flat(List<long[]> entries, int stride) {
    long[] flat = new long[entries.size() * stride];
    for (int i = 0; i < entries.size(); i++) {
      System.arraycopy(entries.get(i), 0, flat, i * stride, stride);
    }
    return flat;
  }
}
