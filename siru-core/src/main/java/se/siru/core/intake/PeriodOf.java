package se.siru.core.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The period in which the day of a column lies, as indicators name periods: {@code 2022-03}, {@code 2022-Q1}. None where the
 * column has no day in any of the patterns.
 */
record PeriodOf(From from, List<DatePattern> patterns, Length length) implements From {
  /** How long the period is. */
  enum Length {
    /** {@code 2022-03}. */
    MONTH,
    /** {@code 2022-Q1}. */
    QUARTER,
    /** {@code 2022-H1}. */
    HALF,
    /** {@code 2022}. */
    YEAR
  }

  static final Map<String, Length> LENGTHS =
      Map.of("month", Length.MONTH, "quarter", Length.QUARTER, "half", Length.HALF, "year", Length.YEAR);

  private static final int MONTHS_OF_A_QUARTER = 3;
  private static final int MONTHS_OF_A_HALF = 6;

  @Override
  public @Nullable List<Cell> values(Scope scope) {
    List<Cell> values = from.values(scope);
    if (values == null || From.hasError(values)) {
      return values;
    }
    if (values.size() != 1) {
      return List.of();
    }
    Cell stated = values.get(0);
    LocalDate day =
        stated.kind() == Cell.Kind.DAY ? LocalDate.parse(stated.text()) : DatePattern.first(patterns, stated.text().strip());
    return day == null ? List.of() : List.of(Cell.text(name(day)));
  }

  private String name(LocalDate day) {
    int month = day.getMonthValue();
    return switch (length) {
      case MONTH -> day.getYear() + (month < 10 ? "-0" : "-") + month;
      case QUARTER -> day.getYear() + "-Q" + ((month - 1) / MONTHS_OF_A_QUARTER + 1);
      case HALF -> day.getYear() + "-H" + ((month - 1) / MONTHS_OF_A_HALF + 1);
      case YEAR -> String.valueOf(day.getYear());
    };
  }

  @Override
  public void columns(Set<String> into) {
    from.columns(into);
  }

  @Override
  public void elements(Set<String> into) {
    from.elements(into);
  }

  @Override
  public String label() {
    return from.label();
  }
}
