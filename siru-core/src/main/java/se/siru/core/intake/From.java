package se.siru.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonValue;

/** Where the text of a field comes from. */
sealed interface From
    permits From.Column, From.Constant, From.Element, From.RowNumber, From.Compose, FirstCase, PeriodOf, PseudonymOf, SumOf {
  /** No text, for any row. */
  From NOTHING = new Constant(List.of());

  /** The row at hand and, below {@code each}, the element of it; and what keeps the row's persons private. */
  record Scope(SourceRow row, @Nullable JsonValue element, RowPrivacy privacy) {}

  /** The texts, as written; empty where the source has none, null where it has an object instead of texts. */
  @Nullable List<String> texts(Scope scope);

  /** Adds the columns that are read. */
  void columns(Set<String> into);

  /** Adds what is read of the element below {@code each}, as pointers inside it. */
  default void elements(Set<String> into) {}

  /** What findings call it. */
  String label();

  /** A column of a table, a member of a JSON object, or what a JSON pointer leads to. */
  record Column(String name) implements From {
    @Override
    public @Nullable List<String> texts(Scope scope) {
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
  record Constant(List<String> values) implements From {
    @Override
    public List<String> texts(Scope scope) {
      return values;
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
    public @Nullable List<String> texts(Scope scope) {
      JsonValue element = scope.element();
      if (element == null) {
        return List.of();
      }
      return SourceRow.scalars(pointer.isEmpty() ? element : SourceRow.at(element, pointer));
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
    public List<String> texts(Scope scope) {
      return List.of(Long.toString(scope.row().number()));
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
    public @Nullable List<String> texts(Scope scope) {
      List<String> joined = new ArrayList<>();
      for (From part : parts) {
        List<String> texts = part.texts(scope);
        if (texts == null) {
          return null;
        }
        String text = String.join(separator, texts.stream().map(String::strip).toList());
        if (text.isEmpty()) {
          return List.of();
        }
        joined.add(text);
      }
      return List.of(String.join(separator, joined));
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
