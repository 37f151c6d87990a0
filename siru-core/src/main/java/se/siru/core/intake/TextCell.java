package se.siru.core.intake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.siru.core.lexical.FormulaGuard;

/** Reads free text as it stands. */
final class TextCell extends CellReader {
  private static final int LEADS_CONTROLS = 0xC2;
  private static final int LEADS_COMBINING = 0xCC;

  TextCell(Target target) {
    super(target);
  }

  /** Latin letters and what ASCII prints are allowed and in NFC. */
  @Override
  void filled(ByteRows rows, int column, int at, int first) {
    byte[] bytes = rows.bytes();
    int[] from = rows.from();
    int[] to = rows.to();
    @Nullable String[] texts = into.texts(index);
    int fields = rows.columns();
    int count = rows.count();
    int cell = first * fields + column;
    for (int row = first; row < count; row++) {
      int start = from[cell];
      int end = to[cell];
      cell += fields;
      if (start == end) {
        continue;
      }
      boolean plain = end - start <= LONGEST_TEXT && bytes[start] != FormulaGuard.MARK;
      for (int i = start; plain && i < end; i++) {
        int b = bytes[i] & 0xFF;
        plain = b >= ' ' && b < LEADS_COMBINING && b != LEADS_CONTROLS && b != 0x7F;
      }
      if (plain) {
        texts[at + row] = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      } else {
        rows.leave(row, column);
      }
    }
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
