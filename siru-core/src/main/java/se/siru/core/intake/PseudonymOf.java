package se.siru.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pseudonym of the person whom some columns of a row name. None where the row does not fill any of the alternatives, so
 * that persons of whom nothing is known are not taken for one.
 *
 * @param alternatives what a person is known by, in order: the first of which all parts are filled is taken
 * @param unknown texts that say that a part is not known
 */
record PseudonymOf(List<List<Part>> alternatives, Set<String> unknown) implements From {
  /**
   * One of the columns by which a person is known.
   *
   * @param isPersonal false where it tells persons apart and is not about one of them: an organisation
   */
  record Part(From from, boolean isPersonal) {}

  /** What is read that is personal. */
  Compose personal() {
    return new Compose(alternatives.stream().flatMap(List::stream).filter(Part::isPersonal).map(Part::from).toList(), "");
  }

  @Override
  public @Nullable List<Cell> values(Scope scope) {
    for (List<Part> parts : alternatives) {
      List<String> filled = new ArrayList<>();
      for (Part part : parts) {
        List<Cell> values = part.from.values(scope);
        if (values == null || From.hasError(values)) {
          return values;
        }
        String text = String.join(" ", values.stream().map(value -> value.text().strip()).toList());
        if (!text.isEmpty() && !unknown.contains(text)) {
          filled.add(text);
        }
      }
      if (filled.size() == parts.size()) {
        return List.of(Cell.text(scope.privacy().pseudonym(filled)));
      }
    }
    return List.of();
  }

  @Override
  public void columns(Set<String> into) {
    alternatives.forEach(parts -> parts.forEach(part -> part.from.columns(into)));
  }

  @Override
  public void elements(Set<String> into) {
    alternatives.forEach(parts -> parts.forEach(part -> part.from.elements(into)));
  }

  @Override
  public String label() {
    return new Compose(alternatives.get(0).stream().map(Part::from).toList(), "").label();
  }
}
