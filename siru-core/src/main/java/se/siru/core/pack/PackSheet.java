package se.siru.core.pack;

import java.util.List;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * A sheet of a workbook, or a chapter of a text.
 *
 * @param name at most 31 characters, none of them {@code []:*?/\}
 * @param tables its tables, in order
 */
@Experimental(since = "0.1.0")
public record PackSheet(String name, List<PackTable> tables) {
  private static final int LONGEST = 31;

  /** Copies the list and checks the name. */
  public PackSheet {
    Objects.requireNonNull(name, "name");
    if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(c -> "[]:*?/\\".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("not the name of a sheet: '" + name + "'");
    }
    tables = List.copyOf(tables);
  }
}
