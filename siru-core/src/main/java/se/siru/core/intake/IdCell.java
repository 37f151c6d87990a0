package se.siru.core.intake;

import java.text.Normalizer;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.lexical.IdText;
import se.siru.core.model.FieldKind;

/** Reads ids, the record's own or those of others, in Unicode NFC. */
final class IdCell extends CellReader {
  private final Symbols seen = new Symbols();
  private final boolean reference;
  private final boolean ofEntity;

  IdCell(Target target) {
    super(target);
    this.reference = field.kind() == FieldKind.REFERENCE;
    this.ofEntity = !reference && target.type().isEntity();
  }

  /** An id that is known needs no check; a new one of plain characters is in NFC. */
  @Override
  boolean take(byte[] utf8, int from, int to) {
    if (!reference) {
      if (!isPlain(utf8, from, to)) {
        return false;
      }
      into.id(index, utf8, from, to);
      return true;
    }
    int known = into.known(index, utf8, from, to);
    if (known < 0) {
      return false;
    }
    into.referenceTo(index, known);
    return true;
  }

  @Override
  void filled(ByteRows rows, int column, int at, int first) {
    if (reference) {
      int unknown = into.references(index, rows.bytes(), rows.words(), rows.from(), rows.to(), column, rows.columns());
      leaveUnknown(rows, column, into.elements(index), at, unknown);
    } else if (ofEntity) { // plain ones, or the block would be read row by row
      into.ids(index, rows.bytes(), rows.from(), rows.to(), column, rows.columns());
    } else {
      rows.leaveAll(column);
    }
  }

  /** True where every row has an id of its own that needs no closer look: then none of them will be dropped. */
  static boolean arePlain(ByteRows rows, int column) {
    byte[] bytes = rows.bytes();
    int[] from = rows.from();
    int[] to = rows.to();
    boolean plain = true;
    int cell = column;
    for (int row = 0; row < rows.count() && plain; row++) {
      plain = from[cell] < to[cell] && bytes[from[cell]] != FormulaGuard.MARK && isPlain(bytes, from[cell], to[cell]);
      cell += rows.columns();
    }
    return plain;
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
