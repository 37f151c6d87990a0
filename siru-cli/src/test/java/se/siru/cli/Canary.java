package se.siru.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** An invented person, and how what is written is searched for it: as written, in other spellings, and as unkeyed hashes. */
final class Canary {
  static final String FIRST = "Kanariefågel";
  static final String LAST = "Påhittadsson";
  static final String NAME = FIRST + " " + LAST;
  static final String EMAIL = "kanarie.pahittadsson@exempel.invalid";
  static final String NUMBER = "19000101-0016";
  static final String PHONE = "070-998 87 76";

  /** Ids carry so many hexadecimal digits of a hash where texts collide; longer hashes begin with them. */
  private static final int HEX = 8;
  /** Of a hash in Base 64, so many letters are found by chance as good as never. */
  private static final int BASE64 = 16;
  private static final List<String> PARTS =
      List.of(FIRST, LAST, "kanarie.pahittadsson", "000101-0016", "0001010016", "998 87 76", "9988776");
  private static final Set<String> BEGINNINGS = new HashSet<>();

  static {
    hashes();
  }

  private Canary() {}

  /** What of the canary a text holds. */
  static Set<String> leaks(String text) {
    String small = bare(text);
    String letters = lettersAndDigits(small);
    Set<String> found = new TreeSet<>();
    for (String part : PARTS) {
      if (small.contains(bare(part)) || letters.contains(lettersAndDigits(bare(part)))) {
        found.add(part);
      }
    }
    hashes(text, BASE64, "+/-_", found);
    hashes(text.toLowerCase(Locale.ROOT), HEX, "", found);
    return found;
  }

  /** Looks at every part of some length of what can be a hash. */
  private static void hashes(String text, int length, String signs, Set<String> found) {
    int run = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean isIn = c >= '0' && c <= '9' || c >= 'a' && c <= (length == HEX ? 'f' : 'z') || length != HEX && c >= 'A' && c <= 'Z'
          || signs.indexOf(c) >= 0;
      run = isIn ? run + 1 : 0;
      String part = run >= length ? text.substring(at + 1 - length, at + 1) : "";
      if (BEGINNINGS.contains(part)) {
        found.add("hash " + part);
      }
    }
  }

  private static String lettersAndDigits(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9').forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /** Without letter case and marks on letters. */
  private static String bare(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD).codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK).forEach(kept::appendCodePoint);
    return kept.toString().toLowerCase(Locale.ROOT);
  }

  private static void hashes() {
    Set<String> spellings = new LinkedHashSet<>();
    for (String text : List.of(NAME, FIRST, LAST, LAST + " " + FIRST, LAST + ", " + FIRST, EMAIL, NUMBER, NUMBER.replace("-", ""),
        NUMBER.substring(2), NUMBER.substring(2).replace("-", ""))) {
      spellings.addAll(List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT), text.strip() + "\n",
          Normalizer.normalize(text, Normalizer.Form.NFD), bare(text)));
    }
    for (String spelling : spellings) {
      for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
        byte[] hash = digest(algorithm, spelling);
        BEGINNINGS.add(HexFormat.of().formatHex(hash).substring(0, HEX));
        BEGINNINGS.add(Base64.getEncoder().encodeToString(hash).substring(0, BASE64));
        BEGINNINGS.add(Base64.getUrlEncoder().encodeToString(hash).substring(0, BASE64));
      }
    }
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
