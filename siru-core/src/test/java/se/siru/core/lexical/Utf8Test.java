package se.siru.core.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class Utf8Test {

  @Property(tries = 5000)
  void bytesAreWellFormedWhereTheDecoderTakesThem(@ForAll("pieces") List<byte[]> pieces, @ForAll @IntRange(max = 9) int before) {
    ByteBuffer all = ByteBuffer.allocate(before + pieces.stream().mapToInt(piece -> piece.length).sum() + 9).position(before);
    pieces.forEach(all::put);
    int to = all.position();
    assertEquals(
        isDecoded(ByteBuffer.wrap(all.array(), before, to - before)), Utf8.isWellFormed(all.array(), before, to));
  }

  @Provide
  Arbitrary<List<byte[]>> pieces() {
    Arbitrary<byte[]> text =
        Arbitraries.of("a", "å", "日", "𝄞", "\u07FF", "\u0800", "\uFFFF", "\uD7FF", "\uE000").map(t -> t.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> one = Arbitraries.bytes().map(b -> new byte[] {b});
    Arbitrary<byte[]> edge =
        Arbitraries.of(0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5).map(b -> new byte[] {b.byteValue()});
    return Arbitraries.oneOf(text, text, text, edge, one).list().ofMaxSize(12);
  }

  private static boolean isDecoded(ByteBuffer bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
