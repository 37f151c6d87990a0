package se.siru.core.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import se.siru.core.vocabulary.Codelist;

/**
 * Short names made of longer texts: {@code Region Jönköpings län} becomes {@code region-jonkopings-lan}. Different
 * texts never share one: where they would, the later carries eight digits of its SHA-256.
 */
final class Slugs {
  private static final int LONGEST = 80;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Map<String, String> LETTERS =
      Map.of("ß", "ss", "æ", "ae", "ø", "o", "œ", "oe", "ł", "l", "đ", "d", "þ", "th", "ð", "d", "ı", "i");

  private final Map<String, String> bySlug = new HashMap<>();

  /** The name of a key; the same for the same key. */
  String of(String key) {
    String slug = plain(key);
    if (slug.isEmpty() || slug.equals(Codelist.UNKNOWN) || !bySlug.computeIfAbsent(slug, s -> key).equals(key)) {
      slug = (slug.isEmpty() ? "x" : slug) + "-" + digest(key);
      String holder = bySlug.computeIfAbsent(slug, s -> key);
      if (!holder.equals(key)) {
        throw new IllegalStateException("two texts share the digest of '" + slug + "'");
      }
    }
    return slug;
  }

  private static String plain(String key) {
    String small = key.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      small = small.replace(letter.getKey(), letter.getValue());
    }
    String bare = MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFKD)).replaceAll("");
    String slug = trimmed(OTHERS.matcher(bare).replaceAll("-"));
    return slug.length() <= LONGEST ? slug : trimmed(slug.substring(0, LONGEST));
  }

  private static String trimmed(String slug) {
    int from = slug.startsWith("-") ? 1 : 0;
    int until = slug.endsWith("-") ? slug.length() - 1 : slug.length();
    return from >= until ? "" : slug.substring(from, until);
  }

  private static String digest(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
