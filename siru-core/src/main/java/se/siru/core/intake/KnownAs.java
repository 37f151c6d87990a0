package se.siru.core.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Columns beside a record of an organisation by which texts find it. They are read and not written.
 *
 * @param names columns with other names
 * @param numbers columns with organisation numbers
 * @param domains columns with mail addresses, web sites or domains
 */
record KnownAs(List<String> names, List<String> numbers, List<String> domains) {
  /** Adds all columns. */
  void columns(Set<String> into) {
    into.addAll(new LinkedHashSet<>(names));
    into.addAll(numbers);
    into.addAll(domains);
  }

  static List<String> texts(SourceRow row, String column) {
    return Objects.requireNonNullElse(row.column(column), List.<Cell>of()).stream().map(Cell::text).toList();
  }
}
