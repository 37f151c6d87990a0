package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.PortfolioBuilder;

/** Reads the records of one CSV file of a portfolio into one batch. Not thread-safe. */
final class RecordFile {
  private final RecordType type;
  private final String source;
  private final PortfolioBuilder.Appender into;
  private final Findings findings;
  private final CellReader[] readers;
  private final Map<String, Integer> known = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private @Nullable CsvHeader header;
  private int idField = CsvHeader.NONE;
  private boolean identifiable = true;
  private boolean complete = true;

  /**
   * A file of records.
   *
   * @param readers the readers of all fields of the type, which hand their values to {@code into}
   */
  RecordFile(RecordType type, String source, CellReader[] readers, PortfolioBuilder.Appender into, Findings findings) {
    this.type = type;
    this.source = source;
    this.readers = readers;
    this.into = into;
    this.findings = findings;
    for (int i = 0; i < readers.length; i++) {
      Field<?> field = readers[i].field();
      known.put(field.name(), i);
      if (field.required()) {
        required.add(field.name());
      }
      if (field.role() == FieldRole.ID) {
        idField = i;
      }
    }
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
      own.add(CsvRules.EMPTY, Origin.of(source));
    }
    complete &= !own.hasErrors();
    findings.addAll(own);
    return complete;
  }

  private boolean row(CsvRow row) {
    CsvHeader columns = header;
    if (columns == null) {
      return header(row.texts());
    }
    if (row.count() == columns.size()) {
      record(row, columns);
    } else {
      complete = false;
      findings.add(CsvRules.FIELD_COUNT, Origin.of(source, row.number()),
          "found", Integer.toString(row.count()), "expected", Integer.toString(columns.size()));
    }
    return true;
  }

  private boolean header(List<String> names) {
    if (CsvHeader.hasOtherSeparator(names, known, source, findings)) {
      complete = false;
      return false;
    }
    header = CsvHeader.of(names, known, required, type.name(), source, findings);
    identifiable = idField < 0 || !header.lacks(readers[idField].field().name());
    complete = identifiable;
    return true;
  }

  private void record(CsvRow row, CsvHeader columns) {
    long number = row.number();
    into.begin(number);
    boolean identified = identifiable;
    for (int column = 0; column < columns.size(); column++) {
      int field = columns.number(column);
      if (field >= 0) {
        boolean good = readers[field].cell(row.chars(), row.from(column), row.to(column), number);
        identified &= good || field != idField;
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
