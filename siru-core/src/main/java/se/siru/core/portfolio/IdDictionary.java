package se.siru.core.portfolio;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.BytesIndex;
import se.siru.core.primitive.BytesList;

/**
 * The ids of one record type, numbered in the order in which they are first seen, as an entity or as a reference. A dictionary
 * over a base keeps the base's numbers and leaves the base as it is, which must not grow meanwhile.
 *
 * <p>Ids are kept as UTF-8, as files hold them, and made texts on demand.
 */
final class IdDictionary {
  /** Below this character every text is in NFC. */
  private static final char FIRST_COMBINING = '\u0300';

  /** No byte of UTF-8: marks an id with half a surrogate pair, which UTF-8 cannot hold and only a program can pass. */
  private static final byte AS_UTF16 = (byte) 0xFF;

  /** From this byte on, the order of UTF-8 is no longer that of {@link String#compareTo}. */
  private static final int FIRST_OTHER_ORDER = 0xEE;

  private final @Nullable IdDictionary base;
  private final int baseSize;
  private final BytesIndex own = new BytesIndex();

  IdDictionary(@Nullable IdDictionary base) {
    this.base = base;
    this.baseSize = base == null ? 0 : base.size();
  }

  static String nfc(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  /** The number of an id, which must be in NFC; added where it is new. */
  int add(String id) {
    byte[] bytes = encoded(id);
    return add(bytes, 0, bytes.length);
  }

  /** The number of an id in UTF-8; see {@link #add(String)}. */
  int add(byte[] utf8, int from, int to) {
    int known = base == null ? -1 : base.find(utf8, from, to);
    return known >= 0 ? known : baseSize + own.add(utf8, from, to);
  }

  /** The number of an id, or -1. */
  int find(String id) {
    byte[] bytes = encoded(id);
    return find(bytes, 0, bytes.length);
  }

  /** The number of an id in UTF-8, or -1. */
  int find(byte[] utf8, int from, int to) {
    int known = base == null ? -1 : base.find(utf8, from, to);
    if (known >= 0) {
      return known;
    }
    int found = own.find(utf8, from, to);
    return found < 0 ? -1 : baseSize + found;
  }

  /**
   * The numbers of many ids; over a base those that the base has, and -1 for others.
   *
   * @see BytesIndex#find(byte[], long[], int[], int[], int, int, int, int[], int, BytesIndex.Asked)
   */
  int find(
      byte[] utf8, long[] words, int[] from, int[] to, int cell, int cells, int count, int[] into, int at, BytesIndex.Asked asked) {
    BytesIndex ids = base != null ? base.own : own;
    return ids.find(utf8, words, from, to, cell, cells, count, into, at, asked);
  }

  String id(int ordinal) {
    return base != null && ordinal < baseSize ? base.id(ordinal) : decoded(own.bytes(ordinal - baseSize));
  }

  int size() {
    return baseSize + own.size();
  }

  /** The order of two ids of a dictionary without a base, as {@link String#compareTo} has it. */
  int compare(int left, int right) {
    if (left == right) {
      return 0;
    }
    int position = own.mismatch(left, right);
    int one = own.at(left, position);
    int other = own.at(right, position);
    return one < FIRST_OTHER_ORDER && other < FIRST_OTHER_ORDER ? one - other : id(left).compareTo(id(right));
  }

  /** Makes room for so many more ids, of so many bytes of UTF-8 together. */
  void reserve(int ids, int bytes) {
    own.reserve(ids, bytes);
  }

  /** Says that few ids will be added from now on, and many looked up. */
  void settle() {
    own.settle();
  }

  /** Adds the ids that go beyond the base to that base; what the numbers become there. */
  Renumbering addTo(IdDictionary target) {
    int[] numbers = own.addAllTo(target.own);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += target.baseSize;
    }
    return new Renumbering(baseSize, numbers);
  }

  /** Adds ids in UTF-8; the number of each. Not to be called where there is a base. */
  int[] addAll(BytesList ids) {
    return own.addAll(ids);
  }

  static byte[] encoded(String id) {
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    boolean plain = utf8.length == id.length(); // as nearly always
    for (int i = 0; plain && i < utf8.length; i++) {
      plain = utf8[i] != '?'; // stands for half a pair, too
    }
    if (plain) {
      return utf8;
    }
    for (int i = 0; i < id.length(); i++) {
      if (Character.isSurrogate(id.charAt(i))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(id) ? utf8 : asUtf16(id);
      }
    }
    return utf8;
  }

  private static byte[] asUtf16(String id) {
    byte[] bytes = new byte[1 + 2 * id.length()];
    bytes[0] = AS_UTF16;
    for (int i = 0; i < id.length(); i++) {
      bytes[1 + 2 * i] = (byte) (id.charAt(i) >> 8);
      bytes[2 + 2 * i] = (byte) id.charAt(i);
    }
    return bytes;
  }

  static String decoded(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != AS_UTF16) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    char[] chars = new char[bytes.length / 2];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) (bytes[1 + 2 * i] << 8 | bytes[2 + 2 * i] & 0xFF);
    }
    return new String(chars);
  }
}
