package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import se.siru.core.primitive.ByteWords;

class FieldEndsTest {

  @Provide
  Arbitrary<byte[]> texts() {
    Arbitrary<Byte> bounds = Arbitraries.of((byte) ',', (byte) '-', (byte) '\n', (byte) 0, (byte) 0x7F, (byte) 0x80, (byte) 0xAC, (byte) -1);
    return Arbitraries.oneOf(bounds, Arbitraries.bytes()).array(byte[].class).ofMaxSize(400);
  }

  @Property
  void findsBytesUpToACommaAsOneByOne(
      @ForAll("texts") byte[] bytes, @ForAll @IntRange(max = 400) int start, @ForAll @IntRange(max = 80) int most) {
    long[] words = new long[bytes.length / 8 + 1 + ByteWords.SLACK];
    ByteWords.copy(bytes, bytes.length, words);
    int from = Math.min(start, bytes.length);
    int until = bytes.length / 8;
    List<Integer> all = new ArrayList<>();
    for (int i = from; i < until * 8; i++) {
      if (bytes[i] >= 0 && bytes[i] <= ',') {
        all.add(i);
      }
    }
    int[] into = new int[most + FieldEnds.SLACK];
    int found = FieldEnds.find(words, from, until, into, most);
    assertEquals(all.subList(0, found), Arrays.stream(into, 0, found).boxed().toList());
    boolean isEnough = found >= most;
    int seen = from / 8 * 8 + (until - from / 8) / 8 * 64; // behind the last 64 bytes from the word of the first on
    assertTrue(isEnough || found == all.stream().filter(place -> place < seen).count(), "found " + found);
  }
}
