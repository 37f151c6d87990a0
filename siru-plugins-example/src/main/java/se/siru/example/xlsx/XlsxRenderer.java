package se.siru.example.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.pack.Pack;
import se.siru.core.pack.PackItem;
import se.siru.core.pack.PackRenderer;
import se.siru.core.pack.PackSheet;
import se.siru.core.pack.PackTable;
import se.siru.example.xlsx.WorkbookWriter.Value;

/**
 * A pack as a workbook: a sheet with its title and notes, and one for each of its sheets. Numbers are numbers, exact as far as a
 * spreadsheet computes, and shown with the decimals that the pack says; shares and amounts have formats of their own.
 */
final class XlsxRenderer implements PackRenderer {
  private static final FormatDescriptor FORMAT =
      FormatDescriptor.of("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
  /** The digits with which spreadsheets compute, and the decimals that a number may have there. */
  private static final int DIGITS = 15;
  private static final int NARROWEST = 10;
  private static final int WIDEST = 60;
  private static final int WIDTH_OF_NUMBERS = 16;
  private static final int WIDTH_OF_DAYS = 12;

  @Override
  public FormatDescriptor format() {
    return FORMAT;
  }

  @Override
  public void render(Pack pack, OutputStream out) throws IOException {
    WorkbookWriter workbook = new WorkbookWriter(pack.title());
    WorkbookWriter.Sheet first =
        workbook.sheet(pack.language().equals("sv") ? "Om" : "About").widths(2 * WIDEST).title(cut(pack.title()));
    pack.notes().forEach(note -> first.row(text(note)));
    for (PackSheet sheet : pack.sheets()) {
      fill(workbook.sheet(sheet.name()), sheet);
    }
    workbook.writeTo(out);
  }

  private static void fill(WorkbookWriter.Sheet to, PackSheet sheet) {
    to.widths(widths(sheet.tables()));
    boolean isOnly = sheet.tables().size() == 1;
    for (PackTable table : sheet.tables()) {
      if (!to.rows().isEmpty()) {
        to.row();
      }
      to.title(cut(table.heading()));
      table.notes().forEach(note -> to.row(text(note)));
      if (table.rows().isEmpty()) {
        continue;
      }
      List<String> columns = table.columns().stream().map(column -> cut(column.label())).toList();
      if (isOnly) {
        to.header(columns.toArray(String[]::new));
      } else {
        to.columns(columns);
      }
      table.rows().forEach(row -> to.row(row.stream().map(XlsxRenderer::value).toList()));
    }
  }

  /** Wide enough for the longest text of the column, within bounds; notes run over the columns beside. */
  private static int[] widths(List<PackTable> tables) {
    int[] widths = new int[tables.stream().mapToInt(table -> table.columns().size()).max().orElse(0)];
    Arrays.fill(widths, NARROWEST);
    for (PackTable table : tables) {
      for (int i = 0; i < table.columns().size(); i++) {
        int column = i;
        int longest = table.rows().stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
        widths[i] = Math.min(WIDEST, Math.max(widths[i], Math.max(longest, table.columns().get(i).label().length())));
      }
    }
    return widths;
  }

  private static int width(PackItem item) {
    if (item instanceof PackItem.Text words) {
      return words.text().length();
    }
    if (item instanceof PackItem.Day) {
      return WIDTH_OF_DAYS;
    }
    return item instanceof PackItem.Absent absent ? absent.reason().length() : WIDTH_OF_NUMBERS;
  }

  private static Value value(PackItem item) {
    if (item instanceof PackItem.Text words) {
      return text(words.text());
    }
    if (item instanceof PackItem.Absent absent) {
      return text(absent.reason());
    }
    if (item instanceof PackItem.Day date) {
      return Value.day(date.day());
    }
    PackItem.Number number = (PackItem.Number) item;
    if (number.unit().equals("percent")) {
      return Value.percent(fitting(number.value().movePointLeft(2))).shownWith(number.decimals());
    }
    BigDecimal fitting = fitting(number.value());
    Value value = number.unit().isEmpty() ? Value.number(fitting) : Value.money(fitting, number.unit());
    return value.shownWith(number.decimals());
  }

  /** A number with decimals beyond what a spreadsheet computes with rounded away; whole digits never are. */
  private static BigDecimal fitting(BigDecimal exact) {
    int whole = Math.max(0, exact.precision() - exact.scale());
    BigDecimal rounded = whole <= DIGITS ? exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)) : exact;
    return rounded.scale() > DIGITS ? rounded.setScale(DIGITS, RoundingMode.HALF_EVEN) : rounded;
  }

  private static Value text(String text) {
    return Value.text(cut(text));
  }

  /** No more than a cell holds. */
  private static String cut(String text) {
    if (text.length() <= RichText.LONGEST) {
      return text;
    }
    int end = RichText.LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
  }
}
