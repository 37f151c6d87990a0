package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sum of several columns; none where one of them is empty, since what is not stated is not zero.
 *
 * @param style how texts write the numbers
 * @param blankIsZero true where the source leaves out zeros; then there is none only where all columns are empty
 */
record SumOf(List<From> parts, NumberStyle style, boolean blankIsZero) implements From {
  @Override
  public @Nullable List<Cell> values(Scope scope) {
    BigDecimal sum = BigDecimal.ZERO;
    int stated = 0;
    for (From part : parts) {
      List<Cell> values = part.values(scope);
      if (values == null || From.hasError(values)) {
        return values;
      }
      String text = part.text(scope);
      if (!text.isEmpty()) {
        BigDecimal number = number(values, text);
        if (number == null) {
          return List.of(Cell.text(text)); // which the field will then not read
        }
        sum = sum.add(number);
        stated++;
      }
    }
    return stated == parts.size() || blankIsZero && stated > 0 ? List.of(Cell.number(sum.toPlainString())) : List.of();
  }

  private @Nullable BigDecimal number(List<Cell> values, String text) {
    boolean isStated = values.size() == 1 && values.get(0).kind() == Cell.Kind.NUMBER;
    return (isStated ? NumberStyle.PLAIN : style).parse(text);
  }

  /** The sum; null where there is none. */
  @Nullable BigDecimal sum(Scope scope) {
    List<Cell> values = values(scope);
    boolean is = values != null && !values.isEmpty() && values.get(0).kind() == Cell.Kind.NUMBER;
    return is ? new BigDecimal(values.get(0).text()) : null;
  }

  @Override
  public void columns(Set<String> into) {
    parts.forEach(part -> part.columns(into));
  }

  @Override
  public void elements(Set<String> into) {
    parts.forEach(part -> part.elements(into));
  }

  @Override
  public String label() {
    return new Compose(parts, "").label();
  }
}
