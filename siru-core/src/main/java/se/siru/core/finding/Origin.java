package se.siru.core.finding;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.lexical.NaturalOrder;
import se.siru.core.stability.Stable;
import se.siru.core.text.Excerpt;

/**
 * Where a value came from.
 *
 * @param source file or other source, as the caller named it
 * @param row one-based row in the source (a CSV header is row 1); 0 where it has none
 * @param column column or field name, or a JSON pointer; null where the whole row or source is meant
 * @param character one-based character of the line where the source is text that people edit, such as JSON; 0 where it is not known
 */
@Stable(since = "0.1.0")
public record Origin(String source, long row, @Nullable String column, int character) implements Comparable<Origin> {
  /** Checks the components. */
  public Origin {
    Objects.requireNonNull(source, "source");
    if (row < 0) {
      throw new IllegalArgumentException("row " + row);
    }
    if (character < 0) {
      throw new IllegalArgumentException("character " + character);
    }
  }

  /** A place of which no character is known. */
  public Origin(String source, long row, @Nullable String column) {
    this(source, row, column, 0);
  }

  /** The source as a whole. */
  public static Origin of(String source) {
    return new Origin(source, 0, null);
  }

  /** One row of a source. */
  public static Origin of(String source, long row) {
    return new Origin(source, row, null);
  }

  /** The same row, one column. */
  public Origin at(String columnName) {
    return new Origin(source, row, columnName);
  }

  /** The same place so many rows further down; itself where it is in no row. */
  Origin down(long rows) {
    return row == 0 ? this : new Origin(source, row + rows, column, character);
  }

  /** The same place, named in at most {@value Excerpt#OF_PLACE} characters each of source and column. */
  Origin shortened() {
    String where = column;
    return new Origin(
        Excerpt.of(source, Excerpt.OF_PLACE), row, where == null ? null : Excerpt.of(where, Excerpt.OF_PLACE), character);
  }

  /** {@code source:row:character}, as editors open it, and the column behind it; as {@link #toString} where no character is known. */
  public String place() {
    return character == 0 ? toString() : source + ":" + row + ":" + character + (column != null ? ":" + column : "");
  }

  /** By source, row, column and character; numbers in them by their value. */
  @Override
  public int compareTo(Origin other) {
    int order = NaturalOrder.INSTANCE.compare(source, other.source);
    order = order == 0 ? Long.compare(row, other.row) : order;
    order = order == 0 ? NaturalOrder.INSTANCE.compare(named(column), named(other.column)) : order;
    return order == 0 ? Integer.compare(character, other.character) : order;
  }

  private static String named(@Nullable String column) {
    return column == null ? "" : column;
  }

  /** {@code source:row:column}, as far as they are known. */
  @Override
  public String toString() {
    return source + (row > 0 ? ":" + row : "") + (column != null ? ":" + column : "");
  }
}
