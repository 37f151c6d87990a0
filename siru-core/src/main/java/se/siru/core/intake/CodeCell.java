package se.siru.core.intake;

import java.util.Optional;
import se.siru.core.json.Closest;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** Reads codes, letter by letter as the list spells them; {@code unknown} is a missing value. */
final class CodeCell extends CellReader {
  private static final int NO_VALUE = -2;

  private final Codelist list;
  private final Symbols seen = new Symbols();

  CodeCell(Target target) {
    super(target);
    this.list = target.schema().codelist(field);
  }

  @Override
  boolean read(char[] chars, int from, int to, long row) {
    int place = seen.find(chars, from, to);
    int position;
    if (place >= 0) {
      position = seen.value(place);
    } else {
      String code = new String(chars, from, to - from);
      position = code.equals(Codelist.UNKNOWN) ? NO_VALUE : list.position(code);
      if (position == -1) {
        return refuse(CellRules.UNKNOWN_CODE, row, "value", code, "list", list.id(), "suggestion", suggestion(code));
      }
      seen.keep(code, position);
    }
    if (position >= 0) {
      into.code(index, position);
    }
    return true;
  }

  private String suggestion(String text) {
    if (!worthAHint()) {
      return "";
    }
    Optional<Code> named = list.resolve(text);
    return named.isPresent()
        ? named.get().code()
        : Closest.orAll(text, list.codes().stream().map(Code::code).toList());
  }
}
