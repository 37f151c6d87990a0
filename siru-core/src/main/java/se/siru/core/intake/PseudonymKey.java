package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.stability.Stable;

/**
 * The secret with which pseudonyms of persons are made, by HMAC-SHA-256 (RFC 2104). The same person has the same pseudonym as
 * long as the key is the same; without the key nobody can try out who a pseudonym is. It is the caller's: there is no default,
 * and it is written nowhere. What is recorded is its fingerprint, which does not lead back to it.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class PseudonymKey {
  /** The least length in bytes. */
  public static final int LEAST_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_DIFFERENT_BYTES = 8;
  private static final int PSEUDONYM_BYTES = 12;
  private static final int FINGERPRINT_BYTES = 8;
  private static final String OF_PERSONS = "siru-pseudonym/1";
  private static final String OF_IDS = "siru-pseudonym-id/1";
  private static final String OF_THE_KEY = "siru-pseudonym-key/1";

  private final SecretKeySpec secret;
  private final String fingerprint;

  private PseudonymKey(byte[] bytes) {
    this.secret = new SecretKeySpec(bytes, ALGORITHM);
    this.fingerprint = HexFormat.of().formatHex(mac(OF_THE_KEY.getBytes(StandardCharsets.UTF_8)), 0, FINGERPRINT_BYTES);
  }

  /**
   * A key of secret bytes, which are copied.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where they are fewer than {@value #LEAST_BYTES}, or almost all the same:
   *     what can be guessed protects nobody
   */
  public static PseudonymKey of(byte[] bytes) {
    if (requireNonNull(bytes, "bytes").length < LEAST_BYTES) {
      throw new SiruException(
          ErrorCode.MISUSE, "the pseudonym key has " + bytes.length + " bytes; it needs at least " + LEAST_BYTES);
    }
    boolean[] met = new boolean[1 << Byte.SIZE];
    int different = 0;
    for (byte one : bytes) {
      different += met[one & 0xFF] ? 0 : 1;
      met[one & 0xFF] = true;
    }
    if (different < LEAST_DIFFERENT_BYTES) {
      throw new SiruException(ErrorCode.MISUSE, "the pseudonym key can be guessed; take random bytes");
    }
    return new PseudonymKey(bytes);
  }

  /** Tells keys apart without giving them away: 16 hexadecimal digits. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The pseudonym of a person who is known by some texts; other texts, or the same in another order, are another person. */
  String pseudonym(List<String> texts) {
    return "p-" + made(OF_PERSONS, texts);
  }

  /** What stands for an id that is personal: not the person's own pseudonym, since the business of a sole trader is another unit. */
  String id(String text) {
    return "id-" + made(OF_IDS, List.of(text));
  }

  private String made(String purpose, List<String> texts) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(purpose.getBytes(StandardCharsets.UTF_8));
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      message.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      message.writeBytes(bytes);
    }
    return HexFormat.of().formatHex(mac(message.toByteArray()), 0, PSEUDONYM_BYTES);
  }

  private byte[] mac(byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** The fingerprint. */
  @Override
  public String toString() {
    return fingerprint;
  }
}
