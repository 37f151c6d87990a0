package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.List;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Money;
import se.siru.core.model.Row;

/** Spells values as the files of a portfolio hold them, so that {@link CellReader#cell} gives them back. */
final class CellWriter {
  private CellWriter() {}

  /**
   * The cell of a field of a record; empty where the record does not state it.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where an id holds a semicolon, which separates ids
   */
  static String cell(Row row, Field<?> field) {
    Object value = row.type().field(field.name()).isPresent() ? row.get(field) : null;
    return value == null ? "" : text(value, field);
  }

  private static String text(Object value, Field<?> field) {
    switch (field.kind()) {
      case TEXT:
        return FormulaGuard.guard(field.role() == FieldRole.ID ? element(value, field) : (String) value);
      case CODE:
      case REFERENCE:
        return FormulaGuard.guard(field.many() ? many((List<?>) value, field) : element(value, field));
      case MONEY:
        return ((Money) value).amount().toPlainString();
      case DECIMAL:
        return plain((BigDecimal) value);
      default:
        return value.toString();
    }
  }

  private static String many(List<?> values, Field<?> field) {
    return String.join(
        Character.toString(CellReader.SEPARATOR), values.stream().map(value -> element(value, field)).toList());
  }

  private static String element(Object value, Field<?> field) {
    String text = (String) value;
    if (text.indexOf(CellReader.SEPARATOR) >= 0) {
      throw new SiruException(ErrorCode.MISUSE, field + " cannot hold '" + text + "': a semicolon separates values");
    }
    return text;
  }

  private static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }
}
