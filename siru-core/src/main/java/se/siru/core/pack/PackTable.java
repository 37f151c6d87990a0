package se.siru.core.pack;

import java.util.List;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * A table of a pack.
 *
 * @param heading what stands above it
 * @param notes what a reader needs to know of it, each a sentence or more
 * @param columns its columns
 * @param rows its rows, each with an item for every column
 */
@Experimental(since = "0.1.0")
public record PackTable(String heading, List<String> notes, List<Column> columns, List<List<PackItem>> rows) {
  /** Copies the lists, and refuses a row of another length. */
  public PackTable {
    Objects.requireNonNull(heading, "heading");
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("a row of '" + heading + "' has not " + width + " items");
    }
  }

  /**
   * A column.
   *
   * @param label what stands above it
   * @param isNumber true where it holds numbers, which stand to the right
   */
  @Experimental(since = "0.1.0")
  public record Column(String label, boolean isNumber) {
    /** Checks the component. */
    public Column {
      Objects.requireNonNull(label, "label");
    }

    static Column text(String label) {
      return new Column(label, false);
    }

    static Column number(String label) {
      return new Column(label, true);
    }
  }
}
