package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

class PseudonymKeyTest {
  private static final byte[] SECRET = "forty bytes that only the tests know: 42".getBytes(StandardCharsets.UTF_8);
  private static final PseudonymKey KEY = PseudonymKey.of(SECRET);

  /** HMAC as RFC 2104 writes it down, out of SHA-256 alone. */
  private static byte[] hmac(byte[] key, byte[] message) throws Exception {
    byte[] inner = new byte[64 + message.length];
    byte[] outer = new byte[64 + 32];
    for (int i = 0; i < 64; i++) {
      byte one = i < key.length ? key[i] : 0;
      inner[i] = (byte) (one ^ 0x36);
      outer[i] = (byte) (one ^ 0x5c);
    }
    System.arraycopy(message, 0, inner, 64, message.length);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    System.arraycopy(sha.digest(inner), 0, outer, 64, 32);
    return sha.digest(outer);
  }

  @Property(tries = 200)
  void aPseudonymIsTheHmacOfTheTextsWithTheirLengths(@ForAll @Size(min = 1, max = 3) List<@StringLength(max = 20) String> texts)
      throws Exception {
    java.io.ByteArrayOutputStream message = new java.io.ByteArrayOutputStream();
    message.writeBytes("siru-pseudonym/1".getBytes(StandardCharsets.UTF_8));
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      message.writeBytes(new byte[] {0, 0, 0, (byte) bytes.length});
      message.writeBytes(bytes);
    }
    byte[] expected = Arrays.copyOf(hmac(SECRET, message.toByteArray()), 12);
    assertEquals("p-" + String.format("%024x", new BigInteger(1, expected)), KEY.pseudonym(texts));
  }

  @Property
  void textsDoNotRunIntoEachOther(@ForAll @StringLength(max = 8) String one, @ForAll @StringLength(min = 1, max = 8) String other) {
    List<String> pseudonyms = new ArrayList<>(List.of(
        KEY.pseudonym(List.of(one + other)), KEY.pseudonym(List.of(one, other)), KEY.pseudonym(List.of(one, other, ""))));
    assertEquals(3, pseudonyms.stream().distinct().count());
  }

  @Test
  void theFingerprintTellsKeysApartAndIsAllThatIsShown() {
    byte[] other = SECRET.clone();
    other[0]++;
    assertNotEquals(KEY.fingerprint(), PseudonymKey.of(other).fingerprint());
    assertEquals(KEY.fingerprint(), PseudonymKey.of(SECRET.clone()).toString());
    assertFalse(KEY.toString().contains("forty"));
  }

  @Test
  void bytesThatChangeLaterDoNotChangeTheKey() {
    byte[] bytes = SECRET.clone();
    PseudonymKey key = PseudonymKey.of(bytes);
    Arrays.fill(bytes, (byte) 0);
    assertEquals(KEY.pseudonym(List.of("a")), key.pseudonym(List.of("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hemlig", "thirty-one bytes are not enough", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "1212121212121212121212121212121212121212"})
  void aKeyThatCanBeGuessedIsRefusedWithoutBeingShown(String text) {
    SiruException refused =
        assertThrows(SiruException.class, () -> PseudonymKey.of(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(ErrorCode.MISUSE, refused.code());
    assertFalse(!text.isEmpty() && refused.getMessage().contains(text));
  }
}
