package se.siru.core.lexical;

import se.siru.core.primitive.ByteWords;

/** Well-formedness of UTF-8: Unicode 15, table 3-7. */
public final class Utf8 {
  private Utf8() {}

  /** True where the bytes are well-formed: no stray or missing continuation, no overlong form, no surrogate, none too high. */
  public static boolean isWellFormed(byte[] bytes, int from, int to) {
    for (int i = ByteWords.beyondAscii(bytes, from, to); i < to; i = ByteWords.beyondAscii(bytes, i, to)) {
      int lead = bytes[i++];
      int more = following(lead & 0xFF);
      if (more < 0 || to - i < more || !isSecond(lead & 0xFF, bytes[i] & 0xFF)) {
        return false;
      }
      for (int last = i++ + more; i < last; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
          return false;
        }
      }
    }
    return true;
  }

  /** How many bytes follow a first one, or -1 where it cannot be one. */
  private static int following(int lead) {
    if (lead < 0xC2 || lead > 0xF4) {
      return -1;
    }
    return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  }

  private static boolean isSecond(int lead, int second) {
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= least && second <= most;
  }
}
