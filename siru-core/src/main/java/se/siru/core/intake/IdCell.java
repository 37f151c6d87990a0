package se.siru.core.intake;

import java.text.Normalizer;
import se.siru.core.model.FieldKind;

/** Reads ids, the record's own or those of others, in Unicode NFC. */
final class IdCell extends CellReader {
  private final Symbols seen = new Symbols();
  private final boolean reference;

  IdCell(Target target) {
    super(target);
    this.reference = field.kind() == FieldKind.REFERENCE;
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
    if (!isClean(chars, from, to, LONGEST_ID, false, row)) {
      return "";
    }
    String text = new String(chars, from, to - from);
    if (text.indexOf(SEPARATOR) >= 0 || !text.equals(text.strip())) {
      refuse(CellRules.NOT_AN_ID, row, "value", text);
      return "";
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
