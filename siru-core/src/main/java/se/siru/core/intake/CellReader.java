package se.siru.core.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.finding.Severity;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.lexical.IdText;
import se.siru.core.lexical.IllegalCharacters;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.BatchAppender;
import se.siru.core.portfolio.Column;

/**
 * Checks the values of one field of one batch and hands each good one to the appender, each bad one to the findings. The value of
 * a bad cell stays missing; the record itself goes on, so that all that is wrong is found in one reading.
 *
 * <p>Made for millions of cells: characters are read where they lie, no exception and no pattern is used, and codes and ids seen
 * before cost no object. Not thread-safe.
 */
abstract class CellReader {
  /** What ends one value and begins the next where a field may have many. */
  static final char SEPARATOR = IdText.SEPARATOR;

  /** The most characters of a text. */
  static final int LONGEST_TEXT = 1 << 20;

  final Field<?> field;
  final int index;
  final BatchAppender into;
  private final Findings findings;
  private final String source;
  private final boolean many;
  private @Nullable String column;

  CellReader(Target target) {
    this.field = target.type.fields().get(target.index);
    this.index = target.index;
    this.many = field.many();
    this.into = target.into;
    this.findings = target.findings;
    this.source = target.source;
  }

  /** What the readers of one batch have in common, and the position of one field in {@link RecordType#fields}. */
  record Target(
      Schema schema,
      RecordType type,
      int index,
      String currency,
      String source,
      CodeNumbers codes,
      BatchAppender into,
      Findings findings) {}

  /** The readers of all fields of a type, in the order of {@link RecordType#fields}. */
  static CellReader[] all(
      Schema schema,
      RecordType type,
      String currency,
      String source,
      BatchAppender into,
      Findings findings) {
    return all(schema, type, currency, source, new CodeNumbers(), into, findings);
  }

  /** As {@link #all(Schema, RecordType, String, String, BatchAppender, Findings)}, with what readers of other parts share. */
  static CellReader[] all(
      Schema schema,
      RecordType type,
      String currency,
      String source,
      CodeNumbers codes,
      BatchAppender into,
      Findings findings) {
    CellReader[] readers = new CellReader[type.fields().size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = of(new Target(schema, type, i, currency, source, codes, into, findings));
    }
    return readers;
  }

  /** The reader of one field. */
  static CellReader of(Target target) {
    Field<?> field = target.type.fields().get(target.index);
    switch (field.kind()) {
      case CODE:
        return new CodeCell(target);
      case REFERENCE:
        return new IdCell(target);
      case DATE:
        return new DayCell(target);
      case TEXT:
        return field.role() == FieldRole.ID ? new IdCell(target) : new TextCell(target);
      default:
        return new NumberCell(target);
    }
  }

  /** The field whose cells are read. */
  final Field<?> field() {
    return field;
  }

  /** What findings call the column from now on; null is the field's name. */
  final void column(@Nullable String name) {
    this.column = name;
  }

  /**
   * Reads a cell of our own files: empty is missing, several values are separated by semicolons, and the guard of texts that
   * spreadsheets would run as formulas is taken off.
   *
   * @return false where the cell broke a rule
   */
  final boolean cell(char[] chars, int from, int to, long row) {
    int start = FormulaGuard.isGuarded(chars, from, to) ? from + 1 : from;
    if (!many || start == to) {
      return value(chars, start, to, row);
    }
    boolean good = true;
    while (start <= to) {
      int end = start;
      while (end < to && chars[end] != SEPARATOR) {
        end++;
      }
      int first = start;
      int last = end;
      while (first < last && chars[first] == ' ') {
        first++;
      }
      while (last > first && chars[last - 1] == ' ') {
        last--;
      }
      if (first < last) {
        good &= value(chars, first, last, row);
      }
      start = end + 1;
    }
    return good;
  }

  /** Reads a cell of our own files, in well-formed UTF-8; see {@link #cell(char[], int, int, long)}. */
  final boolean cell(byte[] utf8, int from, int to, long row) {
    if (from == to) {
      return missing(row);
    }
    if (utf8[from] == FormulaGuard.MARK) {
      char[] chars = new String(utf8, from, to - from, StandardCharsets.UTF_8).toCharArray();
      return cell(chars, 0, chars.length, row);
    }
    return many ? values(utf8, from, to, row) : value(utf8, from, to, row);
  }

  private boolean values(byte[] utf8, int from, int to, long row) {
    boolean good = true;
    int start = from;
    while (start <= to) {
      int end = start;
      while (end < to && utf8[end] != SEPARATOR) {
        end++;
      }
      int first = start;
      int last = end;
      while (first < last && utf8[first] == ' ') {
        first++;
      }
      while (last > first && utf8[last - 1] == ' ') {
        last--;
      }
      if (first < last) {
        good &= value(utf8, first, last, row);
      }
      start = end + 1;
    }
    return good;
  }

  private boolean value(byte[] utf8, int from, int to, long row) {
    if (take(utf8, from, to)) {
      return true;
    }
    char[] chars = new String(utf8, from, to - from, StandardCharsets.UTF_8).toCharArray();
    return read(chars, 0, chars.length, row);
  }

  /**
   * Takes one value that is good at first sight, as nearly all are; false, and nothing has happened, where {@link #read} has to
   * take a closer look. The value is not empty.
   */
  boolean take(byte[] utf8, int from, int to) {
    return false;
  }

  /**
   * Takes the cells of one column of a block of rows that are good at first sight, as nearly all are, and leaves the others, which
   * {@link #cell(byte[], int, int, long)} has to read.
   *
   * @param at the place of the first row among those that the appender has begun
   */
  final void column(ByteRows rows, int column, int at) {
    leaveMissing(rows, column);
    int first = firstFilled(rows, column);
    if (first < rows.count()) { // a field that nobody fills needs no array
      filled(rows, column, at, first);
    }
  }

  /**
   * Takes or leaves the cells of a column that something stands in: one loop over the rows with neither calls nor objects.
   *
   * @param at the place of the first row among those that the appender has begun
   * @param first the first row with anything in the column
   */
  abstract void filled(ByteRows rows, int column, int at, int first);

  /** The first row with anything in a column, or how many rows there are. */
  private static int firstFilled(ByteRows rows, int column) {
    int[] from = rows.from();
    int[] to = rows.to();
    int cell = column;
    int row = 0;
    while (row < rows.count() && from[cell] == to[cell]) {
      cell += rows.columns();
      row++;
    }
    return row;
  }

  /** Leaves the cells of a column that nothing stands in, where something must. */
  private void leaveMissing(ByteRows rows, int column) {
    if (field.required()) {
      int[] from = rows.from();
      int[] to = rows.to();
      int cell = column;
      for (int row = 0; row < rows.count(); row++) {
        if (from[cell] == to[cell]) {
          rows.leave(row, column);
        }
        cell += rows.columns();
      }
    }
  }

  /** Leaves so many cells of a column whose look-up, of which the outcome lies from a place on, found nothing. */
  static void leaveUnknown(ByteRows rows, int column, int[] found, int at, int unknown) {
    int left = unknown;
    int cell = column;
    for (int row = 0; left > 0; row++) {
      if (found[at + row] < 0 && rows.from()[cell] < rows.to()[cell]) {
        found[at + row] = Column.Ints.MISSING;
        rows.leave(row, column);
        left--;
      }
      cell += rows.columns();
    }
  }

  /** Reads a cell of our own files; see {@link #cell(char[], int, int, long)}. */
  final boolean cell(String text, long row) {
    return cell(text.toCharArray(), 0, text.length(), row);
  }

  /** Reads one value as it stands; empty is missing. A field of many values takes one call for each. */
  final boolean value(String text, long row) {
    return value(text.toCharArray(), 0, text.length(), row);
  }

  private boolean value(char[] chars, int from, int to, long row) {
    return from == to ? missing(row) : read(chars, from, to, row);
  }

  /** Says that the record does not state the field; false where it must. */
  final boolean missing(long row) {
    return !field.required() || refuse(CellRules.REQUIRED, row, "field", field.name());
  }

  /** Reads one value that is not empty; the characters stay as they are. */
  abstract boolean read(char[] chars, int from, int to, long row);

  /** Reports a breach; always false. */
  final boolean refuse(Rule rule, long row, String... namesAndValues) {
    findings.add(rule, origin(row), namesAndValues);
    return false;
  }

  /** True where a text can be an id; a finding where it cannot. */
  final boolean isId(String text, long row) {
    return CellRules.isId(text, origin(row), findings);
  }

  private Origin origin(long row) {
    return new Origin(source, row, column == null ? field.name() : column);
  }

  /** False once findings are only counted: then hints that cost time are not worth it. */
  final boolean worthAHint() {
    return findings.count(Severity.ERROR) < Findings.MOST_PER_SEVERITY;
  }

  /** Checks characters and length of a text; false, and a finding, where they are not allowed. */
  final boolean isClean(char[] chars, int from, int to, int most, boolean breaks, long row) {
    if (to - from > most) {
      return refuse(CellRules.TOO_LONG, row, "length", Integer.toString(to - from), "most", Integer.toString(most));
    }
    int illegal = IllegalCharacters.first(chars, from, to, breaks);
    return illegal < 0
        || refuse(CellRules.CONTROL_CHARACTER, row,
            "character", String.format(Locale.ROOT, "U+%04X", (int) chars[illegal]));
  }
}
