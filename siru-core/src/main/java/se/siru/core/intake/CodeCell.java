package se.siru.core.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.Closest;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.primitive.BytesIndex;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** Reads codes, letter by letter as the list spells them; {@code unknown}, which is in no list, is a missing value. */
final class CodeCell extends CellReader {
  private static final int NO_VALUE = 0; // a position is kept as one more

  private final Codelist list;
  private final Symbols seen = new Symbols();
  private final BytesIndex.Asked asked = new BytesIndex.Asked(FormulaGuard.MARK);
  private final CodeNumbers codes;
  private @Nullable BytesIndex known;

  CodeCell(Target target) {
    super(target);
    this.list = target.schema().codelist(field);
    this.codes = target.codes();
  }

  @Override
  boolean take(byte[] utf8, int from, int to) {
    int position = known().find(utf8, from, to);
    if (position < 0) {
      return false;
    }
    into.code(index, position);
    return true;
  }

  @Override
  void filled(ByteRows rows, int column, int at, int first) {
    int[] positions = into.elements(index);
    int unknown =
        known().find(
            rows.bytes(), rows.words(), rows.from(), rows.to(), column, rows.columns(), rows.count(), positions, at, asked);
    leaveUnknown(rows, column, positions, at, unknown);
  }

  private BytesIndex known() {
    BytesIndex numbers = known;
    if (numbers == null) {
      numbers = codes.of(list);
      known = numbers;
    }
    return numbers;
  }

  @Override
  boolean read(char[] chars, int from, int to, long row) {
    int number = seen.find(chars, from, to);
    if (number == Symbols.UNSEEN) {
      String code = new String(chars, from, to - from);
      boolean unknown = code.equals(Codelist.UNKNOWN);
      if (!unknown && list.position(code) < 0) {
        return refuse(CellRules.UNKNOWN_CODE, row, "value", code, "list", list.id(), "suggestion", suggestion(code));
      }
      number = unknown ? NO_VALUE : list.position(code) + 1;
      seen.keep(chars, from, to, number);
    }
    if (number != NO_VALUE) {
      into.code(index, number - 1);
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
