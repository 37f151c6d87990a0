package se.siru.example.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook: sheets of titles, a header, and rows of typed values. The same content gives the same bytes on every
 * machine. A text is a text whatever it begins with, so that nothing that people wrote is run as a formula; numbers, shares
 * and days are such, and nobody has to convert them.
 *
 * <pre>{@code
 * WorkbookWriter workbook = new WorkbookWriter("Styrgrupp 2024-Q3");
 * workbook.sheet("Mål").widths(40, 12, 12)
 *     .title("Mål och utfall")
 *     .header("Indikator", "Utfall", "Andel")
 *     .row(Value.text("Deltagande företag"), Value.number(new BigDecimal("41")), Value.percent(new BigDecimal("0.82")));
 * workbook.writeTo(out);
 * }</pre>
 *
 * <p>Not thread-safe. The content is held in memory until it is written.
 */
final class WorkbookWriter {
  private static final int LONGEST_NAME = 31;
  private static final String NOT_IN_NAMES = "[]:*?/\\";

  private final String title;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** An empty workbook; the title is one of its properties. */
  WorkbookWriter(String title) {
    this.title = title;
  }

  /** What one cell holds, and how it is shown. */
  static final class Value {
    /** How a value is shown. */
    enum Kind {
      BLANK, TEXT, NUMBER, MONEY, PERCENT, DAY
    }

    private static final Value BLANK = new Value(Kind.BLANK, "", null, null, 0);
    /** Days before that are counted differently by different programs. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int MOST_DIGITS = 15;

    private final Kind kind;
    private final String text;
    private final @Nullable BigDecimal number;
    private final @Nullable LocalDate day;
    private final int decimals;
    private final String currency;

    private Value(Kind kind, String text, @Nullable BigDecimal number, @Nullable LocalDate day, int decimals) {
      this(kind, text, number, day, decimals, "");
    }

    private Value(
        Kind kind, String text, @Nullable BigDecimal number, @Nullable LocalDate day, int decimals, String currency) {
      this.currency = currency;
      this.kind = kind;
      this.text = text;
      this.number = number;
      this.day = day;
      this.decimals = decimals;
    }

    /** Nothing. */
    static Value blank() {
      return BLANK;
    }

    /**
     * A text.
     *
     * @throws IllegalArgumentException above the 32,767 characters that a cell holds
     */
    static Value text(String text) {
      if (text.length() > RichText.LONGEST) {
        throw new IllegalArgumentException("a cell holds " + RichText.LONGEST + " characters");
      }
      return text.isEmpty() ? BLANK : new Value(Kind.TEXT, text, null, null, 0);
    }

    /**
     * A number, shown with its decimals and with groups of thousands. Of more digits than a spreadsheet computes with, 15,
     * it is a text, so that none is lost.
     */
    static Value number(BigDecimal number) {
      boolean fits = number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
      return fits
          ? new Value(Kind.NUMBER, "", number, null, Math.max(0, number.scale()))
          : text(number.toPlainString());
    }

    /**
     * An amount, shown with its currency behind it.
     *
     * @param currency ISO 4217
     */
    static Value money(BigDecimal amount, String currency) {
      Value value = number(amount);
      return value.kind == Kind.TEXT
          ? text(value.text + " " + currency)
          : new Value(Kind.MONEY, "", amount, null, value.decimals, currency);
    }

    /** A share, 0.825 for what is shown as 82.5 %. */
    static Value percent(BigDecimal share) {
      Value value = number(share);
      return value.kind == Kind.TEXT
          ? value
          : new Value(Kind.PERCENT, "", share, null, Math.max(0, share.scale() - 2));
    }

    /** A day; a text where it lies outside the years 1900 to 9999 that a spreadsheet knows. */
    static Value day(LocalDate day) {
      boolean known = !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
      return known ? new Value(Kind.DAY, "", null, day, 0) : text(day.toString());
    }

    /** The same value, shown with so many decimals, from 0 to 15; a text stays as it is. */
    Value shownWith(int places) {
      return new Value(kind, text, number, day, Math.min(MOST_DIGITS, Math.max(0, places)), currency);
    }

    Kind kind() {
      return kind;
    }

    String text() {
      return text;
    }

    @Nullable BigDecimal number() {
      return number;
    }

    @Nullable LocalDate day() {
      return day;
    }

    /** How many decimals are shown. */
    int decimals() {
      return decimals;
    }

    /** The currency of an amount; empty for everything else. */
    String currency() {
      return currency;
    }
  }

  /** One row, and how it looks. */
  record Row(Look look, List<Value> values) {}

  /** How a row looks. */
  enum Look {
    TITLE, HEADER, PLAIN
  }

  /** A sheet that is being filled from top to bottom. Not thread-safe. */
  static final class Sheet {
    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private int[] widths = {};
    private int headerRows;

    private Sheet(String name) {
      this.name = name;
    }

    /** The widths of the columns from the first on, in characters, from 1 to 255. */
    Sheet widths(int... characters) {
      if (Arrays.stream(characters).anyMatch(width -> width < 1 || width > 255)) {
        throw new IllegalArgumentException("a column is 1 to 255 characters wide");
      }
      widths = characters.clone();
      return this;
    }

    /** A line above the table. */
    Sheet title(String text) {
      return add(new Row(Look.TITLE, List.of(Value.text(text))));
    }

    /** The names of the columns; this row and those above it stay in sight. */
    Sheet header(String... columns) {
      columns(List.of(columns));
      headerRows = rows.size();
      return this;
    }

    /** The names of the columns of one of several tables, which scroll away. */
    Sheet columns(List<String> names) {
      return add(new Row(Look.HEADER, names.stream().map(Value::text).toList()));
    }

    /** A row. */
    Sheet row(Value... values) {
      return row(List.of(values));
    }

    /** A row. */
    Sheet row(List<Value> values) {
      return add(new Row(Look.PLAIN, List.copyOf(values)));
    }

    private Sheet add(Row row) {
      if (rows.size() == CellAddress.MOST_ROWS || row.values().size() > CellAddress.MOST_COLUMNS) {
        throw new IllegalArgumentException("a sheet has 1,048,576 rows of 16,384 cells");
      }
      rows.add(row);
      return this;
    }

    /** The name as it came to be. */
    String name() {
      return name;
    }

    List<Row> rows() {
      return rows;
    }

    int[] widths() {
      return widths.clone();
    }

    /** How many rows stay in sight. */
    int headerRows() {
      return headerRows;
    }
  }

  /**
   * Adds a sheet. What a name of a sheet cannot hold becomes a hyphen, it is cut to 31 characters, and a number follows
   * where it is taken.
   */
  Sheet sheet(String name) {
    Sheet sheet = new Sheet(unique(name));
    sheets.add(sheet);
    return sheet;
  }

  private String unique(String wanted) {
    StringBuilder clean = new StringBuilder();
    wanted.strip().codePoints().forEach(c ->
        clean.appendCodePoint(NOT_IN_NAMES.indexOf(c) >= 0 || Character.isISOControl(c) || c == '\'' ? '-' : c));
    String name = cut(clean.length() == 0 ? "-" : clean.toString(), LONGEST_NAME);
    String tried = name;
    for (int number = 2; !names.add(tried.toLowerCase(Locale.ROOT)); number++) {
      String suffix = " (" + number + ")";
      tried = cut(name, LONGEST_NAME - suffix.length()) + suffix;
    }
    return tried;
  }

  private static String cut(String text, int most) {
    int end = Math.min(text.length(), most);
    return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  /**
   * Writes the workbook, and flushes the stream without closing it.
   *
   * @throws IllegalStateException where it has no sheet
   */
  void writeTo(OutputStream out) throws IOException {
    if (sheets.isEmpty()) {
      throw new IllegalStateException("a workbook has at least one sheet");
    }
    WorkbookBytes.write(title, sheets, out);
  }
}
