package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.BatchAppender;

/** Reads the records of one CSV file of a portfolio into one batch with the reference parser. Not thread-safe. */
final class RecordFile {
  private final RecordType type;
  private final String source;
  private final BatchAppender into;
  private final Findings findings;
  private final CellReader[] readers;
  private final SourceRowCell sourceRows;
  private @Nullable RecordHeader header;
  private boolean complete = true;

  /**
   * A file of records.
   *
   * @param into the batch that the records go into
   */
  RecordFile(SegmentedRecords.Source source, BatchAppender into, Findings findings) {
    this.type = source.type();
    this.source = source.name();
    this.readers = source.readers(into, findings);
    this.sourceRows = source.sourceRows(into, findings);
    this.into = into;
    this.findings = findings;
  }

  /**
   * Reads the file; leaves the stream open.
   *
   * @return true where every record of the file was seen and can be referred to
   */
  boolean read(InputStream in) throws IOException {
    Findings own = new Findings();
    CsvScan.of(source, own).read(in, this::row);
    if (header == null && complete && !own.hasErrors()) {
      own.add(CsvRules.EMPTY, Origin.of(source, 1));
    }
    complete &= !own.hasErrors();
    findings.addAll(own);
    return complete;
  }

  private boolean row(CsvRow row) {
    RecordHeader columns = header;
    if (columns == null) {
      header = RecordHeader.of(type, row.texts(), source, findings);
      complete = header != null && header.isIdentifiable();
      return header != null;
    }
    if (row.count() == columns.size()) {
      record(row, columns);
    } else {
      complete = false;
      columns.refuseCount(row.count(), row.number(), findings);
    }
    return true;
  }

  private void record(CsvRow row, RecordHeader columns) {
    long number = row.number();
    into.begin(number);
    boolean identified = columns.isIdentifiable();
    for (int column = 0; column < columns.size(); column++) {
      int field = columns.field(column);
      if (field >= 0) {
        boolean good = readers[field].cell(row.chars(), row.from(column), row.to(column), number);
        identified &= good || !columns.isId(field);
      } else if (field == RecordHeader.SOURCE_ROWS) {
        sourceRows.cell(row.text(column), number);
      }
    }
    if (identified) {
      into.commit();
    } else {
      complete = false;
      into.discard();
    }
  }
}
