package se.siru.core.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the columns of a table are. A column is known by the name in its header; one whose header is blank, or there
 * twice, by its letter, written {@code #C}.
 */
final class TableHeader {
  private static final Pattern BY_LETTER = Pattern.compile("#[A-Z]{1,3}");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");

  private final Map<String, Integer> positions = new HashMap<>();
  private final Set<String> twice = new HashSet<>();
  private final List<String> names = new ArrayList<>();
  private final boolean grid;

  private TableHeader(boolean grid) {
    this.grid = grid;
  }

  /**
   * The header of a table.
   *
   * @param grid true where each cell has its place and people know columns by their letters
   */
  static TableHeader of(List<String> texts, boolean grid) {
    TableHeader header = new TableHeader(grid);
    for (String text : texts) {
      String name = name(text);
      if (!name.isEmpty() && header.positions.putIfAbsent(name, header.names.size()) != null) {
        header.twice.add(name);
      }
      header.names.add(name);
    }
    return header;
  }

  /** A header as a mapping writes it: line breaks, and blanks of any kind and number, are one blank. */
  private static String name(String text) {
    return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** The names of the cells of a row that may be a header. */
  static List<String> texts(List<Cell> cells) {
    return cells.stream().map(Cell::text).toList();
  }

  boolean isGrid() {
    return grid;
  }

  int width() {
    return names.size();
  }

  /** The names of the columns. */
  Set<String> names() {
    return positions.keySet();
  }

  /** True where a column is there twice, so that its name does not tell which. */
  boolean isTwice(String column) {
    return twice.contains(column) || twice.contains(name(column));
  }

  /** True for {@code #C}, unless that is the name of a column. */
  boolean isLetter(String column) {
    return BY_LETTER.matcher(column).matches() && !positions.containsKey(column);
  }

  /** Where a column is, zero-based; -1 where it is not there. */
  int position(String column) {
    Integer exact = positions.get(column);
    Integer named = exact == null ? positions.get(name(column)) : exact;
    if (named != null) {
      return named;
    }
    int at = isLetter(column) ? number(column) : -1;
    return at < names.size() || grid ? at : -1;
  }

  /** The name that a column has although it is asked for by its letter; empty where the letter is needed. */
  String nameOfLetter(String column) {
    int at = position(column);
    String name = at < 0 || at >= names.size() ? "" : names.get(at);
    return twice.contains(name) ? "" : name;
  }

  /** What findings call a column. */
  String place(String label) {
    int at = grid ? position(label) : -1;
    return at < 0 ? label : isLetter(label) ? letters(at) : label + " (" + letters(at) + ")";
  }

  private static int number(String column) {
    int number = 0;
    for (int i = 1; i < column.length(); i++) {
      number = number * 26 + column.charAt(i) - 'A' + 1;
    }
    return number - 1;
  }

  /** The letters of a zero-based column: A to Z, then AA. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
