package se.siru.core.intake;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;

/** The header row of a file of records: which field each column is, and whether the records state who they are. Immutable. */
final class RecordHeader {
  /** Stands for the column of source rows, which is no field. */
  static final int SOURCE_ROWS = -2;

  private final CsvHeader columns;
  private final String source;
  private final int idField;
  private final boolean identifiable;

  private RecordHeader(CsvHeader columns, String source, int idField, boolean identifiable) {
    this.columns = columns;
    this.source = source;
    this.idField = idField;
    this.identifiable = identifiable;
  }

  /** Reads a header row; null, and a finding, where the columns are separated by something else. */
  static @Nullable RecordHeader of(RecordType type, List<String> names, String source, Findings findings) {
    Map<String, Integer> known = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    int idField = CsvHeader.NONE;
    for (Field<?> field : type.fields()) {
      if (field.required()) {
        required.add(field.name());
      }
      if (field.role() == FieldRole.ID) {
        idField = known.size();
      }
      known.put(field.name(), known.size());
    }
    known.put(RecordType.SOURCE_ROWS, SOURCE_ROWS);
    if (CsvHeader.hasOtherSeparator(names, known, source, findings)) {
      return null;
    }
    CsvHeader columns = CsvHeader.of(names, known, required, type.name(), source, findings);
    boolean identifiable = idField < 0 || !columns.lacks(type.fields().get(idField).name());
    return new RecordHeader(columns, source, idField, identifiable);
  }

  /** How many columns there are. */
  int size() {
    return columns.size();
  }

  /** The position of a column's field in {@link RecordType#fields}, {@link #SOURCE_ROWS}, or another negative number. */
  int field(int column) {
    return columns.number(column);
  }

  /** The column of the records' own ids, or a negative number. */
  int idColumn() {
    int column = size() - 1;
    while (column >= 0 && (idField < 0 || field(column) != idField)) {
      column--;
    }
    return column;
  }

  /** True for the field that holds the records' own ids. */
  boolean isId(int field) {
    return field == idField;
  }

  /** False where records have ids and the file has no column for them. */
  boolean isIdentifiable() {
    return identifiable;
  }

  /** True where any column may hold texts, and these line breaks: not those of numbers, days, codes and ids. */
  boolean holdsTexts(RecordType type) {
    for (int column = 0; column < size(); column++) {
      int field = field(column);
      if (field < 0 || type.fields().get(field).kind() == FieldKind.TEXT && !isId(field)) {
        return true;
      }
    }
    return false;
  }

  /** Reports a row with another number of fields. */
  void refuseCount(int found, long row, Findings findings) {
    findings.add(CsvRules.FIELD_COUNT, Origin.of(source, row),
        "found", Integer.toString(found), "expected", Integer.toString(columns.size()));
  }
}
