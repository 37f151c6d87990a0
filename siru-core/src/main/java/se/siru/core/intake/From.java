package se.siru.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the value of a field comes from. */
sealed interface From
    permits From.Column, From.Constant, From.Element, From.RowNumber, From.Compose, FirstCase, PeriodOf, PseudonymOf, SumOf {
  /** No value, for any row. */
  From NOTHING = new Constant(List.of());

  /** The row at hand and, below {@code each}, the element of it; and what keeps the row's persons private. */
  record Scope(SourceRow row, @Nullable Cell element, RowPrivacy privacy) {}

  /** The values, as written; empty where the source has none, null where it has an object instead of values. */
  @Nullable List<Cell> values(Scope scope);

  /** The values as one text; empty where there is none, and where there is an object. */
  default String text(Scope scope) {
    List<Cell> values = values(scope);
    return values == null ? "" : String.join(" ", values.stream().map(Cell::text).toList()).strip();
  }

  /** True where a spreadsheet says that a value could not be computed. */
  static boolean hasError(List<Cell> values) {
    return values.stream().anyMatch(value -> value.kind() == Cell.Kind.ERROR);
  }

  /** Adds the columns that are read. */
  void columns(Set<String> into);

  /** Adds what is read of the element below {@code each}, as pointers inside it. */
  default void elements(Set<String> into) {}

  /** What findings call it. */
  String label();

  /** A column of a table, a member of a JSON object, or what a JSON pointer leads to. */
  record Column(String name) implements From {
    @Override
    public @Nullable List<Cell> values(Scope scope) {
      return scope.row().column(name);
    }

    @Override
    public void columns(Set<String> into) {
      into.add(name);
    }

    @Override
    public String label() {
      return name;
    }
  }

  /** The same for every row. */
  record Constant(List<Cell> cells) implements From {
    @Override
    public List<Cell> values(Scope scope) {
      return cells;
    }

    @Override
    public void columns(Set<String> into) {}

    @Override
    public String label() {
      return "";
    }
  }

  /** The element of the row's list: itself, or what a pointer inside it leads to. */
  record Element(String pointer) implements From {
    @Override
    public @Nullable List<Cell> values(Scope scope) {
      Cell element = scope.element();
      if (element == null) {
        return List.of();
      }
      return SourceRow.values(pointer.isEmpty() ? element : SourceRow.at(element, pointer));
    }

    @Override
    public void columns(Set<String> into) {}

    @Override
    public void elements(Set<String> into) {
      into.add(pointer);
    }

    @Override
    public String label() {
      return pointer;
    }
  }

  /** The number of the row in its source. */
  record RowNumber() implements From {
    @Override
    public List<Cell> values(Scope scope) {
      return List.of(Cell.number(Long.toString(scope.row().origin().row())));
    }

    @Override
    public void columns(Set<String> into) {}

    @Override
    public String label() {
      return "";
    }
  }

  /** Several texts joined into one; none where any part has none, so that no half key is made. */
  record Compose(List<From> parts, String separator) implements From {
    @Override
    public @Nullable List<Cell> values(Scope scope) {
      List<String> joined = new ArrayList<>();
      for (From part : parts) {
        List<Cell> values = part.values(scope);
        if (values == null || hasError(values)) {
          return values;
        }
        String text = String.join(separator, values.stream().map(value -> value.text().strip()).toList());
        if (text.isEmpty()) {
          return List.of();
        }
        joined.add(text);
      }
      return List.of(Cell.text(String.join(separator, joined)));
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
      return String.join("+", parts.stream().map(From::label).filter(name -> !name.isEmpty()).toList());
    }
  }
}
