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
    int place = seen.find(chars, from, to);
    String id;
    if (place >= 0) {
      id = seen.text(place);
    } else {
      id = id(chars, from, to, row);
      if (id.isEmpty()) {
        return false;
      }
      seen.keep(id, 0);
    }
    into.reference(index, id);
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
