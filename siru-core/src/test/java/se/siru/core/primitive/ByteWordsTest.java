package se.siru.core.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ByteWordsTest {

  @Property
  void findsTheFirstByteOfAsciiBelowABoundAsOneByOne(
      @ForAll @Size(max = 40) byte[] bytes, @ForAll @IntRange(min = 1, max = 128) int bound, @ForAll @IntRange(max = 9) int from) {
    int start = Math.min(from, bytes.length);
    int expected = start;
    while (expected < bytes.length && (bytes[expected] < 0 || bytes[expected] >= bound)) {
      expected++;
    }
    assertEquals(expected, ByteWords.below(bytes, start, bytes.length, bound));
  }

  @Property
  void findsALoneByteBehindManyOthers(@ForAll @Size(min = 1, max = 64) byte[] bytes, @ForAll @IntRange(max = 63) int place) {
    int bound = '"' + 1;
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] >= 0 && bytes[i] < bound ? (byte) bound : bytes[i];
    }
    int at = place % bytes.length;
    bytes[at] = '\n';
    assertEquals(at, ByteWords.below(bytes, 0, bytes.length, bound));
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
