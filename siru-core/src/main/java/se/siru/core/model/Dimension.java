package se.siru.core.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Provided;

/**
 * A name by which results are broken down: a path to a code, at a level of its code list where one is given. A reference is a code, too:
 * the id of what it names, and of a node of the programme the one above it at a level.
 *
 * @param name short name, for example {@code county}
 * @param path way from the counted record to the code
 * @param level level of the code list to which codes are rolled up, or null for the code as stated
 */
@Provided(since = "0.1.0")
public record Dimension(String name, FieldPath path, @Nullable String level) {
  /** Checks the components. */
  public Dimension {
    Objects.requireNonNull(name, "name");
    if (path.last().kind() != FieldKind.CODE && path.last().kind() != FieldKind.REFERENCE) {
      throw new IllegalArgumentException("a dimension ends in a code or reference, and " + path + " does not");
    }
  }

  /** A dimension by the code as stated. */
  public static Dimension of(String name, FieldPath path) {
    return new Dimension(name, path, null);
  }

  /** The same dimension at a level. */
  public Dimension at(String newLevel) {
    return new Dimension(name, path, newLevel);
  }

  /** The same dimension under another name. */
  public Dimension named(String newName) {
    return new Dimension(newName, path, level);
  }

  /** The path, and the level behind {@code @}: {@code stakeholder.region@county}. */
  @Override
  public String toString() {
    return level == null ? path.toString() : path + "@" + level;
  }

  @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
  public boolean equals(@Nullable Object object) {
    return object instanceof Dimension dimension
        && name.equals(dimension.name)
        && path.equals(dimension.path)
        && Objects.equals(level, dimension.level);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + path.hashCode()) + Objects.hashCode(level);
  }
}
