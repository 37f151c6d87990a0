package se.siru.core.intake;

import java.text.Normalizer;
import se.siru.core.lexical.IdText;
import se.siru.core.model.FieldKind;
import se.siru.core.primitive.ByteWords;

/** Reads ids, the record's own or those of others, in Unicode NFC. */
final class IdCell extends CellReader {
  private final Symbols seen = new Symbols();
  private final boolean reference;
  private int last = Symbols.UNSEEN;
  private int lastLength;
  private long lastBegin;
  private long lastEnd;

  IdCell(Target target) {
    super(target);
    this.reference = field.kind() == FieldKind.REFERENCE;
  }

  /** An id that is known needs no check, and is often that of the row before; a new one of plain characters is in NFC. */
  @Override
  boolean take(byte[] utf8, int from, int to) {
    if (!reference) {
      if (!isPlain(utf8, from, to)) {
        return false;
      }
      into.id(index, utf8, from, to);
      return true;
    }
    long begin = ByteWords.first(utf8, from, to);
    long end = ByteWords.last(utf8, from, to);
    if (begin != lastBegin || end != lastEnd || to - from != lastLength || lastLength > ByteWords.WHOLE) {
      int known = into.known(index, utf8, from, to);
      if (known < 0) {
        return false;
      }
      last = known;
      lastLength = to - from;
      lastBegin = begin;
      lastEnd = end;
    }
    into.referenceTo(index, last);
    return true;
  }

  private static boolean isPlain(byte[] utf8, int from, int to) {
    if (to - from > IdText.LONGEST || utf8[from] == ' ' || utf8[to - 1] == ' ') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (utf8[i] < ' ' || utf8[i] == 0x7F || utf8[i] == SEPARATOR) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean read(char[] chars, int from, int to, long row) {
    if (!reference) { // a record's own id is seen once
      String id = id(chars, from, to, row);
      if (id.isEmpty()) {
        return false;
      }
      into.text(index, id);
      return true;
    }
    int ordinal = seen.find(chars, from, to);
    if (ordinal == Symbols.UNSEEN) {
      String id = id(chars, from, to, row);
      if (id.isEmpty()) {
        return false;
      }
      ordinal = into.ordinal(index, id);
      seen.keep(chars, from, to, ordinal);
    }
    into.referenceTo(index, ordinal);
    return true;
  }

  /** The id, or the empty string where it cannot be one. */
  private String id(char[] chars, int from, int to, long row) {
    String text = new String(chars, from, to - from);
    return isId(text, row) ? Normalizer.normalize(text, Normalizer.Form.NFC) : "";
  }
}
