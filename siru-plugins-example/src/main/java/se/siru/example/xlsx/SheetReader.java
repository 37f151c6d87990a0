package se.siru.example.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.intake.Cell;
import se.siru.core.intake.RowSink;

/** Reads the rows of one sheet: what its cells show, of formulas their last result. */
final class SheetReader {
  /** The most cells of all rows, counted up to the last of each that has a value. */
  private static final long MOST_CELLS = 16_000_000;

  private final WorkbookParts parts;
  private final SharedStrings texts;
  private final NumberFormats formats;
  private final Origin sheet;
  private final RowSink sink;
  private final int headerRow;
  private final StringBuilder value = new StringBuilder();
  private Cell[] row = new Cell[64];
  private int used;
  private int number;
  private long cells;
  private long hidden;
  private int firstHidden;
  private long merged;
  private String firstMerged = "";
  private long percents;
  private String firstPercent = "";

  SheetReader(
      WorkbookParts parts, SharedStrings texts, NumberFormats formats, Origin sheet, int headerRow, RowSink sink) {
    this.parts = parts;
    this.texts = texts;
    this.formats = formats;
    this.sheet = sheet;
    this.headerRow = headerRow;
    this.sink = sink;
  }

  /** True where any cell of a sheet has a value. */
  static boolean hasContent(WorkbookParts parts, String part) throws IOException, BadWorkbook {
    try (Part sheet = Part.open(parts.workbook(), part)) {
      while (sheet.nextElement()) {
        if (sheet.element().equals("v") || sheet.element().equals("is")) {
          return true;
        }
      }
    }
    return false;
  }

  void read(String part) throws IOException, BadWorkbook {
    try (Part in = Part.open(parts.workbook(), part)) {
      while (in.nextElement()) {
        if (in.element().equals("row")) {
          if (!row(in)) {
            return;
          }
        } else if (in.element().equals("mergeCell")) {
          merged(String.valueOf(in.attribute("ref")));
        }
      }
    }
    if (hidden > 0) {
      sink.found(Finding.of(XlsxRules.HIDDEN_ROWS, sheet,
          "count", Long.toString(hidden), "row", Integer.toString(firstHidden)));
    }
    if (percents > 0) {
      sink.found(Finding.of(XlsxRules.PERCENT, sheet, "count", Long.toString(percents), "cell", firstPercent));
    }
    if (merged > 0) {
      sink.found(Finding.of(XlsxRules.MERGED, sheet, "count", Long.toString(merged), "range", firstMerged));
    }
  }

  private boolean row(Part in) throws BadWorkbook {
    String stated = in.attribute("r");
    int next = stated == null ? number + 1 : count(stated);
    if (next <= number || next > CellAddress.MOST_ROWS) {
      throw new BadWorkbook(XlsxRules.BAD_REFERENCE, sheet, "reference", String.valueOf(stated));
    }
    number = next;
    boolean isHidden = in.isSet("hidden");
    Arrays.fill(row, 0, used, Cell.BLANK);
    used = 0;
    int column = 0;
    int outside = in.depth() - 1;
    while (in.depth() > outside) {
      if (in.next() == XMLStreamConstants.START_ELEMENT && in.element().equals("c")) {
        column = cell(in, column) + 1;
      }
    }
    if (used == 0) {
      return true;
    }
    cells += used;
    if (cells > MOST_CELLS) {
      throw new BadWorkbook(XlsxRules.TOO_LARGE, sheet,
          "part", sheet.source(), "most", Long.toString(MOST_CELLS), "unit", "cells");
    }
    if (isHidden && number > headerRow && hidden++ == 0) {
      firstHidden = number;
    }
    return sink.row(number, Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(row, used))));
  }

  /** Reads a cell; gives its column. */
  private int cell(Part in, int follows) throws BadWorkbook {
    int column = column(in.attribute("r"), follows);
    String type = in.attribute("t");
    String style = in.attribute("s");
    Cell inline = null;
    boolean isFormula = false;
    boolean hasValue = false;
    value.setLength(0);
    int outside = in.depth() - 1;
    while (in.depth() > outside) {
      if (in.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (in.element().equals("v")) {
        hasValue = true;
        text(in);
      } else if (in.element().equals("is")) {
        inline = Cell.text(limited(RichText.read(in), column));
      } else if (in.element().equals("f")) {
        isFormula = true;
      }
    }
    Cell cell = inline != null ? inline : hasValue ? cell(type, style, column) : Cell.BLANK;
    // A formula may give an empty text, which then is of type str.
    boolean isComputed = value.toString().isBlank() ? "str".equals(type) && hasValue : hasValue;
    if (isFormula && !isComputed && inline == null) {
      cell = Cell.error("#NOT-CALCULATED");
    }
    if (cell.kind() != Cell.Kind.BLANK) {
      keep(column, cell);
    }
    return column;
  }

  private int column(@Nullable String address, int follows) throws BadWorkbook {
    if (address == null && follows < CellAddress.MOST_COLUMNS) {
      return follows;
    }
    long at = address == null ? CellAddress.NONE : CellAddress.parse(address);
    boolean inPlace = at / CellAddress.MOST_COLUMNS == number - 1 && at % CellAddress.MOST_COLUMNS >= follows;
    if (at == CellAddress.NONE || !inPlace) {
      throw new BadWorkbook(XlsxRules.BAD_REFERENCE, Origin.of(sheet.source(), number), "reference", String.valueOf(address));
    }
    return (int) (at % CellAddress.MOST_COLUMNS);
  }

  private void text(Part in) throws BadWorkbook {
    int outside = in.depth() - 1;
    while (in.depth() > outside) {
      int event = in.next();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
        RichText.add(in, value);
      }
    }
  }

  private void keep(int column, Cell cell) {
    if (column >= row.length) {
      int before = row.length;
      row = Arrays.copyOf(row, Math.min(CellAddress.MOST_COLUMNS, Math.max(column + 1, before * 2)));
    }
    for (int i = used; i < column; i++) {
      row[i] = Cell.BLANK;
    }
    row[column] = cell;
    used = column + 1;
  }

  private Cell cell(@Nullable String type, @Nullable String style, int column) throws BadWorkbook {
    switch (type == null ? "n" : type) {
      case "s":
        return Cell.text(limited(texts.text(index(column)), column));
      case "str":
        return Cell.text(limited(RichText.unescaped(value), column));
      case "b":
        return Cell.bool(value.toString().strip().equals("1") || value.toString().strip().equals("true"));
      case "e":
        return Cell.error(limited(value.toString().strip(), column));
      case "d":
        return day(column);
      case "n":
        return number(style, column);
      default:
        throw bad("t=" + type, column);
    }
  }

  private Cell number(@Nullable String style, int column) throws BadWorkbook {
    String text = value.toString().strip();
    if (text.isEmpty()) {
      return Cell.BLANK;
    }
    BigDecimal stored = Serials.number(text);
    if (stored == null) {
      throw bad("t=n", column);
    }
    int format = style == null ? -1 : count(style);
    if (formats.isPercent(format) && number > headerRow && percents++ == 0) {
      firstPercent = CellAddress.letters(column) + number;
    }
    return formats.isDay(format) ? Serials.day(stored, parts.is1904()) : Serials.cell(stored);
  }

  /** A day as workbooks of the strict kind have it, {@code 2023-01-31T00:00:00}. */
  private Cell day(int column) throws BadWorkbook {
    String text = value.toString().strip();
    Cell day = Serials.isoDay(text);
    if (day == null) {
      throw bad("t=d", column);
    }
    return day;
  }

  private int index(int column) throws BadWorkbook {
    String text = value.toString().strip();
    int index = count(text);
    if (index < 0 || index >= texts.count()) {
      throw bad("t=s", column);
    }
    return index;
  }

  /** A number of at most seven digits; -1 for anything else. */
  private static int count(String text) {
    int count = text.isEmpty() || text.length() > 7 ? -1 : 0;
    for (int i = 0; i < text.length() && count >= 0; i++) {
      int digit = text.charAt(i) - '0';
      count = digit < 0 || digit > 9 ? -1 : count * 10 + digit;
    }
    return count;
  }

  private String limited(String text, int column) throws BadWorkbook {
    if (text.length() > RichText.LONGEST) {
      throw bad("<= " + RichText.LONGEST, column);
    }
    return text;
  }

  /** Without what the cell holds, which nobody has looked at and which may be about a person. */
  private BadWorkbook bad(String kind, int column) {
    return new BadWorkbook(XlsxRules.BAD_CELL,
        Origin.of(sheet.source(), number).at(CellAddress.letters(column)), "kind", kind);
  }

  /** Counts a range that reaches below the header: there, the value of its first cell is missing in the others. */
  private void merged(String range) throws BadWorkbook {
    List<String> corners = List.of(range.split(":", 2));
    long last = CellAddress.parse(corners.get(corners.size() - 1));
    if (last == CellAddress.NONE) {
      throw new BadWorkbook(XlsxRules.BAD_REFERENCE, sheet, "reference", range);
    }
    if (last / CellAddress.MOST_COLUMNS >= headerRow && merged++ == 0) {
      firstMerged = range;
    }
  }
}
