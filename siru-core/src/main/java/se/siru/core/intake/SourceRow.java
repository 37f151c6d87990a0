package se.siru.core.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;

/** One row of a source: named cells of a table, or named and nested values. */
abstract class SourceRow {
  private final Origin origin;

  SourceRow(Origin origin) {
    this.origin = origin;
  }

  /** Where it stands: the row of a table with its header counted, the line of JSON Lines, the element of a JSON array. */
  final Origin origin() {
    return origin;
  }

  /** The values of a column or member; empty where it has none, null where it is no value or list of values. */
  final @Nullable List<Cell> column(String nameOrPointer) {
    return values(cell(nameOrPointer));
  }

  /** The elements at a pointer or of a column. */
  final List<Cell> elements(String nameOrPointer) {
    Cell cell = cell(nameOrPointer);
    if (cell == null || cell.kind() == Cell.Kind.BLANK) {
      return List.of();
    }
    return cell.kind() == Cell.Kind.LIST ? cell.elements() : List.of(cell);
  }

  /** The cells of some columns, as text; what is nested is left out, since no mapping reads all that is in it. */
  final Map<String, String> cells(Iterable<String> names) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String name : names) {
      Cell cell = cell(name);
      List<Cell> values = values(cell);
      if (cell != null && values != null) {
        cells.put(name, String.join("; ", values.stream().map(Cell::text).toList()));
      }
    }
    return cells;
  }

  /** One cell, or null where the row does not have the column. */
  abstract @Nullable Cell cell(String nameOrPointer);

  /** What a finding calls a column: its name, and its letter where people know it by that. */
  String place(String label) {
    return label;
  }

  /** The values of a cell: none, itself, or those of a list; null where there is anything else. */
  static @Nullable List<Cell> values(@Nullable Cell cell) {
    if (cell == null || cell.kind() == Cell.Kind.BLANK) {
      return List.of();
    }
    if (!cell.isNested()) {
      return List.of(cell);
    }
    List<Cell> all = new ArrayList<>();
    for (Cell element : cell.elements()) {
      if (element.isNested()) {
        return null;
      }
      all.add(element);
    }
    return cell.kind() == Cell.Kind.LIST ? all : null;
  }

  /** What a JSON pointer (RFC 6901) leads to, or null; a name without a slash is the member of that name. */
  static @Nullable Cell at(Cell root, String nameOrPointer) {
    if (!nameOrPointer.startsWith("/")) {
      return root.members().get(nameOrPointer);
    }
    Cell value = root;
    for (String step : nameOrPointer.substring(1).split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      Cell next = value.members().get(name);
      if (next == null && name.matches("[0-9]{1,9}") && Integer.parseInt(name) < value.elements().size()) {
        next = value.elements().get(Integer.parseInt(name));
      }
      if (next == null) {
        return null;
      }
      value = next;
    }
    return value;
  }

  /** A row of a table. */
  static final class OfTable extends SourceRow {
    private final TableHeader header;
    private final List<Cell> cells;

    OfTable(Origin origin, TableHeader header, List<Cell> cells) {
      super(origin);
      this.header = header;
      this.cells = cells;
    }

    @Override
    @Nullable Cell cell(String name) {
      int at = header.position(name);
      return at < 0 ? null : at < cells.size() ? cells.get(at) : header.isGrid() ? Cell.BLANK : null;
    }

    @Override
    String place(String label) {
      return header.place(label);
    }
  }

  /** Named values. */
  static final class OfObject extends SourceRow {
    private final Cell object;

    OfObject(Origin origin, Cell object) {
      super(origin);
      this.object = object;
    }

    @Override
    @Nullable Cell cell(String nameOrPointer) {
      return at(object, nameOrPointer);
    }
  }
}
