package se.siru.core.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ByteWordsTest {

  @Property
  void loadsWhatLiesInTheBytes(
      @ForAll @Size(min = 8, max = 40) byte[] bytes, @ForAll @IntRange(max = 39) int place, @ForAll byte replaced) {
    long[] words = new long[bytes.length / 8 + 1 + ByteWords.SLACK];
    Arrays.fill(words, -1);
    ByteWords.copy(bytes, bytes.length, words);
    int at = place % bytes.length;
    bytes[at] = replaced;
    ByteWords.put(words, at, replaced);
    for (int from = 0; from + 8 <= bytes.length; from++) {
      assertEquals(ByteWords.first(bytes, from, from + 8), ByteWords.load(words, from));
    }
  }

  @Property
  void marksEachByteOfAsciiBelowABound(@ForAll @Size(8) byte[] bytes, @ForAll @IntRange(min = 1, max = 128) int bound) {
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      if (bytes[i] >= 0 && bytes[i] < bound) {
        expected.add(i);
      }
    }
    List<Integer> places = new ArrayList<>();
    for (long marks = ByteWords.below(ByteWords.first(bytes, 0, 8), bound); marks != 0; marks &= marks - 1) {
      places.add(ByteWords.place(marks));
    }
    assertEquals(expected, places);
  }

  @Property(tries = 64)
  void theOneBitOfANumberHasItsPlace(@ForAll @IntRange(max = 63) int place) {
    assertEquals(place, ByteWords.placeOfBit(1L << place));
  }

  @Property
  void findsTheFirstByteBeyondAsciiAsOneByOne(@ForAll @Size(max = 40) byte[] bytes) {
    int expected = 0;
    while (expected < bytes.length && bytes[expected] >= 0) {
      expected++;
    }
    assertEquals(expected, ByteWords.beyondAscii(bytes, 0, bytes.length));
  }
}
