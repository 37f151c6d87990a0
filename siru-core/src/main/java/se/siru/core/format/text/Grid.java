package se.siru.core.format.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of text: a leading column, columns of numbers to the right, and a word behind them. Columns that do not fit
 * beside each other go into further parts below, each with the leading column.
 */
final class Grid {
  private static final int GAP = 2;
  private static final int NARROWEST_COLUMN = 6;

  /** So much of a line is left to further lines of a long text, however far they are moved in. */
  private static final int NARROWEST_TEXT = 14;

  private static final char LINE = '─';

  private final String corner;
  private final List<String> headings;
  private final List<Row> rows = new ArrayList<>();

  /** A row; {@code hang} is how far further lines of a long lead are moved in. A row without cells is a heading. */
  private record Row(String lead, int hang, List<String> cells, String tail) {}

  Grid(String corner, List<String> headings) {
    this.corner = corner;
    this.headings = List.copyOf(headings);
  }

  void heading(String lead) {
    rows.add(new Row(lead, 0, List.of(), ""));
  }

  void row(String lead, int hang, List<String> cells, String tail) {
    rows.add(new Row(lead, hang, List.copyOf(cells), tail));
  }

  /** Writes the table in lines of at most a width, as far as a single column allows. */
  void write(StringBuilder out, int width) {
    int tail = rows.stream().mapToInt(row -> width(row.tail())).max().orElse(0);
    int room = width - (tail == 0 ? 0 : tail + GAP);
    int widest = Math.max(width(corner), rows.stream().mapToInt(row -> width(row.lead())).max().orElse(0));
    int[] columns = columns();
    int all = 0;
    for (int column : columns) {
      all += column + GAP;
    }
    // All columns beside each other where that leaves a third of the line; else parts, and a lead of two fifths.
    int left = room - all;
    int lead = Math.min(widest, left >= width / 3 ? left : width * 2 / 5);
    for (int from = 0; from == 0 || from < columns.length; ) {
      int until = from;
      int used = lead;
      while (until < columns.length && (until == from || used + GAP + columns[until] <= room)) {
        used += GAP + columns[until++];
      }
      if (from > 0) {
        out.append('\n');
      }
      part(out, lead, columns, from, until, tail);
      from = Math.max(until, from + 1);
    }
  }

  private int[] columns() {
    int[] columns = new int[headings.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Math.max(NARROWEST_COLUMN, width(headings.get(i)));
      for (Row row : rows) {
        if (!row.cells().isEmpty()) {
          columns[i] = Math.max(columns[i], width(row.cells().get(i)));
        }
      }
    }
    return columns;
  }

  private void part(StringBuilder out, int lead, int[] columns, int from, int until, int tail) {
    line(out, corner, lead, headings, columns, from, until, "");
    int ruler = lead + (tail == 0 ? 0 : tail + GAP);
    for (int i = from; i < until; i++) {
      ruler += columns[i] + GAP;
    }
    out.append(String.valueOf(LINE).repeat(ruler)).append('\n');
    for (Row row : rows) {
      List<String> lines = wrap(row.lead(), lead, row.hang());
      for (int i = 0; i < lines.size() - 1; i++) {
        out.append(lines.get(i)).append('\n');
      }
      List<String> cells = row.cells().isEmpty() ? Collections.nCopies(columns.length, "") : row.cells();
      line(out, lines.get(lines.size() - 1), lead, cells, columns, from, until, row.tail());
    }
  }

  private static void line(
      StringBuilder out, String first, int lead, List<String> cells, int[] columns, int from, int until, String tail) {
    StringBuilder line = new StringBuilder(first).append(blanks(lead - width(first)));
    for (int i = from; i < until; i++) {
      line.append(blanks(GAP + columns[i] - width(cells.get(i)))).append(cells.get(i));
    }
    line.append(blanks(tail.isEmpty() ? 0 : GAP)).append(tail);
    out.append(line.toString().stripTrailing()).append('\n');
  }

  /** A text in lines of at most a width; a word that is longer is cut. */
  static List<String> wrap(String text, int width, int hang) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (width(rest) > width) {
      int cut = rest.offsetByCodePoints(0, Math.min(width, rest.codePointCount(0, rest.length())));
      int blank = rest.lastIndexOf(' ', cut);
      boolean words = blank > indent(rest) && blank > hang;
      int end = words ? blank : cut;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = blanks(Math.min(hang, Math.max(width / 2, width - NARROWEST_TEXT))) + rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  private static int indent(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  static String blanks(int count) {
    return " ".repeat(Math.max(0, count));
  }

  /** How many columns of a terminal a text takes: marks above a letter take none. */
  static int width(String text) {
    return (int)
        text.codePoints()
            .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
            .count();
  }
}
