package se.siru.core.intake;

import java.util.Locale;

/** What the bytes of a text without a byte order mark say about its encoding. */
final class ByteEvidence {
  /** Å, ä, ö and é as Windows-1252 has them. */
  private static final String NORDIC = "\u00c5\u00c4\u00d6\u00e5\u00e4\u00f6\u00e9\u00e6\u00f8\u00c6\u00d8";
  /** Bytes that Windows-1252 does not use. */
  private static final String UNUSED = "\u0081\u008d\u008f\u0090\u009d";
  /** Letters of older encodings (IBM 850, Mac Roman) that are signs, or letters of other languages, in Windows-1252. */
  private static final String OLDER = "\u0080\u0081\u0084\u0085\u0086\u008a\u008c\u008e\u008f\u0094\u0099\u009a";
  /** Of all bytes at either place, at least one in so many is zero in UTF-16. */
  private static final int ONE_IN = 3;

  private long position;
  private final long[] zeros = new long[2];
  private int needed;
  private int least;
  private int most;
  private long sequences;
  private long bad;
  private long firstBad = -1;
  private int firstBadByte;
  private int before;
  private int beforeThat;
  private boolean nordic;
  private boolean unused;
  private boolean older;

  void see(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      int one = bytes[i] & 0xFF;
      if (one == 0) {
        zeros[(int) (position & 1)]++;
      }
      utf8(one);
      windows(one);
      beforeThat = before;
      before = one;
      position++;
    }
  }

  void finish() {
    if (needed > 0) {
      bad(before);
    }
    needed = 0;
  }

  private void utf8(int one) {
    if (needed > 0) {
      if (one >= least && one <= most) {
        least = 0x80;
        most = 0xBF;
        sequences += --needed == 0 ? 1 : 0;
        return;
      }
      bad(before);
      needed = 0;
    }
    if (one < 0x80) {
      return;
    }
    least = one == 0xE0 ? 0xA0 : one == 0xF0 ? 0x90 : 0x80;
    most = one == 0xED ? 0x9F : one == 0xF4 ? 0x8F : 0xBF;
    if (one >= 0xC2 && one <= 0xF4) {
      needed = one < 0xE0 ? 1 : one < 0xF0 ? 2 : 3;
    } else {
      bad(one);
    }
  }

  private void bad(int one) {
    if (bad++ == 0) {
      firstBad = needed > 0 ? position - 1 : position;
      firstBadByte = one;
    }
  }

  private void windows(int one) {
    nordic |= NORDIC.indexOf(one) >= 0;
    unused |= UNUSED.indexOf(one) >= 0;
    older |= isLetter(beforeThat) && OLDER.indexOf(before) >= 0 && before != 0 && isLetter(one);
  }

  private static boolean isLetter(int one) {
    return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z';
  }

  boolean isUtf8() {
    return bad == 0;
  }

  /** True where some of it is UTF-8 beyond chance, and some is not. */
  boolean isPartlyUtf8() {
    return bad > 0 && sequences > 0;
  }

  boolean makesSenseAsWindows() {
    return !unused && (nordic || !older);
  }

  boolean looksLikeUtf16() {
    long fewer = Math.min(zeros[0], zeros[1]);
    long more = Math.max(zeros[0], zeros[1]);
    return more > position / 2 / ONE_IN && fewer * 2 * ONE_IN < more;
  }

  /** True where the zero of a pair comes second. */
  boolean zeroIsSecond() {
    return zeros[1] > zeros[0];
  }

  long zeros() {
    return zeros[0] + zeros[1];
  }

  long sequences() {
    return sequences;
  }

  long bad() {
    return bad;
  }

  /** The offset of the first byte that is not UTF-8. */
  long firstBad() {
    return firstBad;
  }

  String firstBadByte() {
    return String.format(Locale.ROOT, "0x%02X", firstBadByte);
  }
}
