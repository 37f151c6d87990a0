package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sum of several columns; none where one of them is empty, since what is not stated is not zero.
 *
 * @param style how the numbers are written, and the sum is
 * @param blankIsZero true where the source leaves out zeros; then there is none only where all columns are empty
 */
record SumOf(List<From> parts, NumberStyle style, boolean blankIsZero) implements From {
  @Override
  public @Nullable List<String> texts(Scope scope) {
    BigDecimal sum = BigDecimal.ZERO;
    int stated = 0;
    for (From part : parts) {
      List<String> texts = part.texts(scope);
      if (texts == null) {
        return null;
      }
      String text = String.join(" ", texts).strip();
      if (!text.isEmpty()) {
        BigDecimal number = style.parse(text);
        if (number == null) {
          return List.of(text); // which the field will then not read
        }
        sum = sum.add(number);
        stated++;
      }
    }
    return stated == parts.size() || blankIsZero && stated > 0 ? List.of(style.text(sum)) : List.of();
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
