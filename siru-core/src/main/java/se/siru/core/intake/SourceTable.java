package se.siru.core.intake;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;

/** One table of a file: finds its header, and makes rows of what follows it. */
final class SourceTable {
  /** How many rows below the place where the header should be are searched for it. */
  private static final int FARTHEST = 100;

  private final SourceMapping mapping;
  private final boolean grid;
  private final String source;
  private final Findings findings;
  private final SourceReader.Rows rows;
  private final RowFilter filter;
  private @Nullable TableHeader header;
  /** What stands in the row of the header where required columns are not among it, until they are found elsewhere. */
  private @Nullable TableHeader doubtful;
  private long doubtfulRow;
  private long elsewhere;

  SourceTable(SourceMapping mapping, boolean grid, String source, Findings findings, SourceReader.Rows rows) {
    this.mapping = mapping;
    this.grid = grid;
    this.source = source;
    this.findings = findings;
    this.rows = rows;
    this.filter = new RowFilter(mapping);
    List<String> columns = mapping.columns;
    if (columns != null) {
      accept(TableHeader.of(columns, grid), 0);
    }
  }

  /** Takes a row; false where no more is wanted. */
  boolean row(long number, List<Cell> cells) {
    if (header == null) {
      boolean isFirst = mapping.headerRow == 0;
      return isFirst ? acceptWidth(number, cells) : header(number, cells);
    }
    return record(number, cells, header);
  }

  private boolean acceptWidth(long number, List<Cell> cells) {
    TableHeader unnamed = TableHeader.of(cells.stream().map(cell -> "").toList(), grid);
    return accept(unnamed, 0) && record(number, cells, unnamed);
  }

  private boolean header(long number, List<Cell> cells) {
    TableHeader found = TableHeader.of(TableHeader.texts(cells), grid);
    boolean isHere = number >= mapping.headerRow && doubtful == null;
    if (lacking(found).isEmpty()) {
      if (isHere) {
        return accept(found, number);
      }
      elsewhere = mapping.required().isEmpty() ? 0 : number;
    } else if (isHere) {
      doubtful = found;
      doubtfulRow = number;
    }
    return doubtful == null || elsewhere == 0 && number < doubtfulRow + FARTHEST;
  }

  private List<String> lacking(TableHeader found) {
    return mapping.required().stream().filter(column -> found.position(column) < 0).toList();
  }

  /** Takes the header, unless it does not tell which columns are meant. */
  private boolean accept(TableHeader found, long number) {
    header = found;
    lacking(found).forEach(column -> noColumn(column, number, found.names()));
    for (String column : mapping.wanted()) {
      Origin place = Origin.of(source, number).at(found.place(column));
      if (found.isTwice(column)) {
        findings.add(MappingRules.COLUMN_TWICE, place, "column", column);
      }
      String name = found.isLetter(column) ? found.nameOfLetter(column) : "";
      if (!name.isEmpty()) {
        findings.add(ReadingRules.LETTER_OF_NAMED, place, "column", column, "name", mapping.personal.isEmpty() ? name : "…");
      }
    }
    rows.header(source, found);
    return !findings.hasErrors();
  }

  private boolean record(long number, List<Cell> cells, TableHeader names) {
    if (number < mapping.firstRow || mapping.skipBlank && cells.stream().allMatch(Cell::isBlank)) {
      return true;
    }
    SourceRow made = new SourceRow.OfTable(Origin.of(source, number), names, cells);
    if (!filter.takes(made)) {
      return true;
    }
    if (grid || cells.size() == names.width()) {
      rows.row(made);
    } else {
      rows.bad(
          Finding.of(MappingRules.FIELD_COUNT, made.origin(),
              "found", Integer.toString(cells.size()), "expected", Integer.toString(names.width())),
          made);
    }
    return true;
  }

  /** Tells what is missing at the end of the table, and what was left out. */
  void finish() {
    filter.finish(source, findings);
    TableHeader wrong = doubtful;
    if (header != null || findings.hasErrors()) {
      return;
    }
    if (elsewhere > 0) {
      findings.add(ReadingRules.HEADER_ELSEWHERE, Origin.of(source, elsewhere),
          "stated", Integer.toString(mapping.headerRow), "row", Long.toString(elsewhere));
    } else if (wrong != null) {
      lacking(wrong).forEach(column -> noColumn(column, doubtfulRow, wrong.names()));
    } else {
      findings.add(ReadingRules.NO_HEADER, Origin.of(source), "row", Integer.toString(mapping.headerRow));
    }
  }

  private void noColumn(String column, long row, Set<String> there) {
    findings.add(MappingRules.NO_COLUMN, Origin.of(source, row).at(column),
        "column", column, "suggestion", mapping.nearest(column, there));
  }
}
