package se.siru.example.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which styles show a number as a day, and which as percent. A workbook stores days as numbers, and only the format of the cell tells them apart
 * (ECMA-376, part 1, 18.8.30).
 */
final class NumberFormats {
  /** Formats that every workbook has: days, and the forms of days that East Asian versions have. */
  private static final Set<Integer> BUILT_IN_DAYS =
      Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);
  private static final int MOST = 70_000;

  /** Formats that every workbook has and that show hundredths. */
  private static final Set<Integer> BUILT_IN_PERCENT = Set.of(9, 10);

  /** What a format shows. */
  private enum Shown {
    NUMBER, DAY, PERCENT
  }

  private final List<Shown> shown = new ArrayList<>();

  private NumberFormats() {}

  /** Reads a part; a workbook without styles shows plain numbers. */
  static NumberFormats read(WorkbookPackage workbook, String part) throws IOException, BadWorkbook {
    NumberFormats made = new NumberFormats();
    if (part.isEmpty()) {
      return made;
    }
    Map<String, Shown> own = new HashMap<>();
    boolean inCells = false;
    try (Part styles = Part.open(workbook, part)) {
      while (styles.nextElement()) {
        String element = styles.element();
        String id = String.valueOf(styles.attribute("numFmtId"));
        if (element.equals("numFmt")) {
          own.put(id, shown(String.valueOf(styles.attribute("formatCode"))));
        } else if (element.equals("xf")) {
          if (inCells) {
            made.shown.add(own.getOrDefault(id, builtIn(id)));
          }
        } else if (element.equals("cellXfs")) {
          inCells = true;
        } else if (element.equals("cellStyles") || element.equals("dxfs")) {
          inCells = false;
        }
        if (own.size() > MOST || made.shown.size() > MOST) {
          throw workbook.damaged(part, "more than " + MOST + " formats");
        }
      }
    }
    return made;
  }

  private static Shown builtIn(String id) {
    int number = id.matches("[0-9]{1,4}") ? Integer.parseInt(id) : 0;
    return BUILT_IN_DAYS.contains(number) ? Shown.DAY : BUILT_IN_PERCENT.contains(number) ? Shown.PERCENT : Shown.NUMBER;
  }

  private static Shown shown(String code) {
    return isDay(code) ? Shown.DAY : letters(code).indexOf('%') >= 0 ? Shown.PERCENT : Shown.NUMBER;
  }

  /** True where cells of a style show days. */
  boolean isDay(int style) {
    return shown(style) == Shown.DAY;
  }

  /** True where cells of a style show hundredths. */
  boolean isPercent(int style) {
    return shown(style) == Shown.PERCENT;
  }

  private Shown shown(int style) {
    return style >= 0 && style < shown.size() ? shown.get(style) : Shown.NUMBER;
  }

  /** True for a format with a year, a day, or a month: an {@code m} is minutes only next to hours or seconds. */
  static boolean isDay(String code) {
    String letters = letters(code);
    boolean hasTime = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
    return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 || letters.indexOf('m') >= 0 && !hasTime;
  }

  /** What a format says of positive numbers, without what is shown as it is and without colours and conditions. */
  private static String letters(String code) {
    StringBuilder letters = new StringBuilder();
    String lower = code.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c == ';') {
        break;
      } else if (c == '\\' || c == '_' || c == '*') {
        i++;
      } else if (c == '"' || c == '[') {
        int end = lower.indexOf(c == '"' ? '"' : ']', i + 1);
        String inside = lower.substring(i + 1, end < 0 ? lower.length() : end);
        if (c == '[' && inside.matches("h+|m+|s+")) {
          letters.append("hs"); // a length of time
        }
        i = end < 0 ? lower.length() : end;
      } else {
        letters.append(c);
      }
    }
    String plain = letters.toString();
    return plain.equals("general") ? "" : plain.replace("am/pm", "h").replace("a/p", "h");
  }
}
