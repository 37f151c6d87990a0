package se.siru.core.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A table in which the row with the names of the columns was found: the one that has most known names and is followed by
 * rows of values. Titles above it, a row of units below it, and rows of totals are told apart from records.
 */
final class FoundTable {
  private static final int ROWS_SEARCHED = 40;
  private static final double NAMED = 3;
  private static final double LATER = 0.25;
  private static final double MOST = 0.8;

  final RawTable raw;
  final int headerRow;
  /** The first row that may be a record; 0 where it follows the header. */
  final int firstRow;
  final TableHeader header;
  final List<ColumnProfile> columns;
  /** The column in which rows of totals say that they are; null where there is none. */
  final @Nullable ColumnProfile totalsColumn;
  final Set<String> totals;

  private FoundTable(RawTable raw, ColumnNames names, int at) {
    this.raw = raw;
    RawTable.RawRow row = raw.rows().get(at);
    this.headerRow = (int) row.number();
    this.header = TableHeader.of(TableHeader.texts(row.cells()), raw.grid());
    List<RawTable.RawRow> body = raw.rows().subList(at + 1, raw.rows().size());
    List<ColumnProfile> made = profiles(row, body, names);
    boolean units = body.size() > 2 && isOfUnits(body.get(0), profiles(row, body.subList(1, body.size()), names), names);
    this.firstRow = units ? (int) body.get(1).number() : 0;
    List<RawTable.RawRow> records = new ArrayList<>(units ? body.subList(1, body.size()) : body);
    Set<String> texts = new LinkedHashSet<>();
    int column = -1;
    for (RawTable.RawRow each : body) {
      int total = totalAt(each, names);
      if (total >= 0 && (column < 0 || column == total)) {
        column = total;
        texts.add(each.cell(total).text().strip());
        records.remove(each);
      }
    }
    this.columns = units || !texts.isEmpty() ? profiles(row, records, names) : made;
    this.totalsColumn = column < 0 ? null : columns.get(column);
    this.totals = new TreeSet<>(texts);
  }

  /** The table, or null where no row can be its header. */
  static @Nullable FoundTable in(RawTable raw, ColumnNames names) {
    int best = -1;
    double most = 0;
    int last = Math.min(ROWS_SEARCHED, raw.rows().size() - 1); // a row of values follows
    for (int i = 0; i < (raw.named() ? 1 : last); i++) {
      double score = score(raw.rows().get(i), names) - i * LATER;
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return best < 0 ? null : new FoundTable(raw, names, best);
  }

  private static double score(RawTable.RawRow row, ColumnNames names) {
    Set<String> distinct = new LinkedHashSet<>();
    double named = 0;
    double other = 0;
    for (Cell cell : row.cells()) {
      if (!cell.isBlank()) {
        boolean text = cell.kind() == Cell.Kind.TEXT && !ColumnProfile.isTyped(cell);
        other += text && distinct.add(ColumnNames.key(cell.text())) ? 0 : 1;
        named += text && names.isName(cell.text()) ? 1 : 0;
      }
    }
    return distinct.isEmpty() ? 0 : NAMED * named + distinct.size() - 2 * other;
  }

  private static List<ColumnProfile> profiles(RawTable.RawRow header, List<RawTable.RawRow> body, ColumnNames names) {
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < header.cells().size(); i++) {
      profiles.add(new ColumnProfile(i, header.cell(i).text(), body, names));
    }
    return profiles;
  }

  /** True for a row that has texts where all others have numbers or days: units, or a second line of the header. */
  private static boolean isOfUnits(RawTable.RawRow row, List<ColumnProfile> below, ColumnNames names) {
    int texts = 0;
    for (ColumnProfile column : below) {
      Cell cell = row.cell(column.position);
      boolean typedBelow = column.filled > 0 && column.typed() >= MOST * column.filled;
      if (typedBelow && !cell.isBlank() && !names.isUnknown(cell.text())) {
        if (ColumnProfile.isTyped(cell)) {
          return false;
        }
        texts++;
      }
    }
    return texts > 0 && texts >= row.filled() / 2.0;
  }

  /** The first cell with anything in it, where it says that the row has totals; -1 for other rows. */
  private static int totalAt(RawTable.RawRow row, ColumnNames names) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cell(i).isBlank()) {
        return names.isTotal(row.cell(i).text()) ? i : -1;
      }
    }
    return -1;
  }

  /** How a mapping names a column: by its header, or by its letter where that does not tell which. */
  String reference(ColumnProfile column) {
    return isNamed(column) ? column.name() : "#" + TableHeader.letters(column.position);
  }

  /** True where the header of a column is there, and once. */
  boolean isNamed(ColumnProfile column) {
    String name = column.name();
    boolean isPersonal = !RowPrivacy.ofNoRow().masked(name).equals(name); // a row of persons taken for the header
    return !name.isEmpty() && !isPersonal && !header.isTwice(name);
  }
}
