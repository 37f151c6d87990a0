package se.siru.core.json;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in its document: line and column, counted from 1 in UTF-16 units, and its JSON pointer (RFC
 * 6901). A value that was built rather than read has {@link #NONE}. Immutable.
 */
public final class JsonPosition {

  /** The position of a value that no document holds: line 0, column 0, empty pointer. */
  public static final JsonPosition NONE = new JsonPosition(0, 0, null, "", 0);

  private final int line;
  private final int column;
  // The pointer is kept as a chain and spelled out on demand: most positions are never asked for.
  private final @Nullable JsonPosition parent;
  private final @Nullable String name;
  private final int index;

  private JsonPosition(int line, int column, @Nullable JsonPosition parent, @Nullable String name, int index) {
    this.line = line;
    this.column = column;
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /**
   * A position whose pointer is already known.
   *
   * @param pointer an RFC 6901 pointer, empty for the whole document
   */
  public static JsonPosition of(int line, int column, String pointer) {
    return new JsonPosition(line, column, null, requireNonNull(pointer), 0);
  }

  JsonPosition member(int line, int column, String name) {
    return new JsonPosition(line, column, this, name, 0);
  }

  JsonPosition element(int line, int column, int index) {
    return new JsonPosition(line, column, this, null, index);
  }

  /** The line, from 1; 0 when no document holds the value. */
  public int line() {
    return line;
  }

  /** The column in UTF-16 units, from 1; 0 when no document holds the value. */
  public int column() {
    return column;
  }

  /** The JSON pointer, such as {@code /records/2/name}; empty for the whole document. */
  public String pointer() {
    StringBuilder out = new StringBuilder();
    append(out);
    return out.toString();
  }

  private void append(StringBuilder out) {
    if (parent == null) {
      out.append(name);
      return;
    }
    parent.append(out);
    out.append('/');
    if (name == null) {
      out.append(index);
    } else {
      out.append(name.replace("~", "~0").replace("/", "~1"));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonPosition that
        && line == that.line && column == that.column && pointer().equals(that.pointer());
  }

  @Override
  public int hashCode() {
    return 31 * line + column;
  }

  /** For messages: {@code line 3, column 5}. */
  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
