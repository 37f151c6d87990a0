package se.siru.core.intake;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.siru.core.stability.Stable;

/**
 * One value of a source as its reader found it. What a file states about a value goes with it: a number of a workbook is
 * a number however people write numbers, and a day is a day, so that nothing has to be read again from a text. A format
 * that states nothing, such as CSV, gives texts.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class Cell {
  /** Nothing. */
  public static final Cell BLANK = new Cell(Kind.BLANK, "", List.of(), Map.of());

  private final Kind kind;
  private final String text;
  private final List<Cell> elements;
  private final Map<String, Cell> members;

  /** What a source says a value is. */
  @Stable(since = "0.1.0")
  public enum Kind {
    /** Nothing. */
    BLANK,
    /** A text, as written; what it means is for the mapping to say. */
    TEXT,
    /** An exact number. */
    NUMBER,
    /** A day of the calendar. */
    DAY,
    /** True or false. */
    BOOLEAN,
    /** What a spreadsheet shows where it could not compute a value, such as {@code #N/A}. */
    ERROR,
    /** Several values. */
    LIST,
    /** Named values. */
    OBJECT
  }

  private Cell(Kind kind, String text, List<Cell> elements, Map<String, Cell> members) {
    this.kind = kind;
    this.text = text;
    this.elements = elements;
    this.members = members;
  }

  /** A text; {@link #BLANK} where it is empty. */
  public static Cell text(String text) {
    return text.isEmpty() ? BLANK : new Cell(Kind.TEXT, text, List.of(), Map.of());
  }

  /**
   * A number.
   *
   * @param plain digits with a point before decimals and a hyphen before negative ones, {@code -1234.5}
   * @throws IllegalArgumentException where it is anything else
   */
  public static Cell number(String plain) {
    if (!isPlain(plain)) {
      throw new IllegalArgumentException("no plain number");
    }
    return new Cell(Kind.NUMBER, plain, List.of(), Map.of());
  }

  private static boolean isPlain(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = -1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return text.length() > start && point != start && point != text.length() - 1;
  }

  /** A day. */
  public static Cell day(LocalDate day) {
    return new Cell(Kind.DAY, day.toString(), List.of(), Map.of());
  }

  /** True or false; as a text {@code true} or {@code false}. */
  public static Cell bool(boolean value) {
    return new Cell(Kind.BOOLEAN, value ? "true" : "false", List.of(), Map.of());
  }

  /** The error that stands in place of a value, such as {@code #REF!}. */
  public static Cell error(String code) {
    return new Cell(Kind.ERROR, code.isEmpty() ? "#" : code, List.of(), Map.of());
  }

  /** Several values. */
  public static Cell list(List<Cell> elements) {
    return new Cell(Kind.LIST, "", List.copyOf(elements), Map.of());
  }

  /** Named values, in their order. */
  public static Cell object(Map<String, Cell> members) {
    return new Cell(Kind.OBJECT, "", List.of(), Collections.unmodifiableMap(new LinkedHashMap<>(members)));
  }

  /** What it is. */
  public Kind kind() {
    return kind;
  }

  /** The value as a text: numbers plain, days {@code yyyy-MM-dd}; empty for blanks, lists and objects. */
  public String text() {
    return text;
  }

  /** The values of a list; empty for everything else. */
  public List<Cell> elements() {
    return elements;
  }

  /** The values of an object by their names; empty for everything else. */
  public Map<String, Cell> members() {
    return members;
  }

  /** True where it holds other cells. */
  boolean isNested() {
    return kind == Kind.LIST || kind == Kind.OBJECT;
  }

  /** True where there is nothing in it but blanks. */
  boolean isBlank() {
    return kind == Kind.BLANK || kind == Kind.TEXT && text.isBlank();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cell cell
        && kind == cell.kind
        && text.equals(cell.text)
        && elements.equals(cell.elements)
        && members.equals(cell.members);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, text, elements, members);
  }

  /** The text; lists and objects in brackets. */
  @Override
  public String toString() {
    return kind == Kind.LIST ? elements.toString() : kind == Kind.OBJECT ? members.toString() : text;
  }
}
