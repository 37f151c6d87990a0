package se.siru.core.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;

/** The rows that an import could not take, with the reasons, in order of source and row. */
final class Rejections {
  private final TreeMap<Origin, Row> rows = new TreeMap<>();
  private boolean hasNew;

  /** One row: why, and its cells as far as the mapping reads them; null until they are known. */
  static final class Row {
    private final List<Finding> why = new ArrayList<>();
    private @Nullable Map<String, String> cells;

    List<Finding> why() {
      return why;
    }

    Map<String, String> cells() {
      return Objects.requireNonNullElse(cells, Map.of());
    }
  }

  boolean contains(Origin row) {
    return rows.containsKey(row);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Rejects a row that is at hand. */
  void add(Origin origin, List<Finding> why, Map<String, String> cells) {
    rejected(origin).why.addAll(why);
    see(origin, cells);
  }

  /** Rejects a row that was read before; its cells follow in the next pass. */
  void add(Origin origin, Finding why) {
    rejected(origin).why.add(why);
  }

  /** Remembers the cells of a rejected row. */
  void see(Origin origin, Map<String, String> cells) {
    Row row = rows.get(origin);
    if (row != null && row.cells == null) {
      row.cells = cells;
    }
  }

  /** Drops what was said about the rows of a file, of whichever table in it. */
  void forget(String file) {
    rows.keySet().removeIf(origin -> origin.source().equals(file) || origin.source().startsWith(file + "#"));
  }

  private Row rejected(Origin origin) {
    hasNew = true;
    return rows.computeIfAbsent(origin, place -> new Row());
  }

  /** True where a row was rejected since {@link #beginPass}. */
  boolean hasNew() {
    return hasNew;
  }

  void beginPass() {
    hasNew = false;
  }

  Collection<Row> rows() {
    return rows.values();
  }
}
