package se.siru.cli;

import java.util.ArrayList;
import java.util.List;

/** A small table of text: the first column to the left, the others to the right, as wide as their widest cell. */
final class TextColumns {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextColumns row(List<String> cells) {
    rows.add(cells.stream().map(Terminal::plain).toList());
    return this;
  }

  String text() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = width(row.get(i));
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String room = " ".repeat(widths.get(i) - width(row.get(i)));
        line.append(i == 0 ? row.get(i) + room : GAP + room + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
