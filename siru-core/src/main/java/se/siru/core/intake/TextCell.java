package se.siru.core.intake;

import java.nio.charset.StandardCharsets;

/** Reads free text as it stands. */
final class TextCell extends CellReader {
  private static final int LEADS_CONTROLS = 0xC2;
  private static final int LEADS_COMBINING = 0xCC;

  TextCell(Target target) {
    super(target);
  }

  /** Latin letters and what ASCII prints are allowed and in NFC. */
  @Override
  boolean take(byte[] utf8, int from, int to) {
    if (to - from > LONGEST_TEXT) {
      return false;
    }
    for (int i = from; i < to; i++) {
      int b = utf8[i] & 0xFF;
      if (b < ' ' || b == 0x7F || b == LEADS_CONTROLS || b >= LEADS_COMBINING) {
        return false;
      }
    }
    into.text(index, new String(utf8, from, to - from, StandardCharsets.UTF_8));
    return true;
  }

  @Override
  boolean read(char[] chars, int from, int to, long row) {
    if (!isClean(chars, from, to, LONGEST_TEXT, true, row)) {
      return false;
    }
    into.text(index, new String(chars, from, to - from));
    return true;
  }
}
