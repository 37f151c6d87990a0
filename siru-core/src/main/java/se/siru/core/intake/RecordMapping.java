package se.siru.core.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;

/** How a row becomes records of one type: none, one, or one for each element of a list. */
final class RecordMapping {
  /** What happens to several rows of one record. */
  enum Merge {
    /** Records without an id are all kept. */
    NEVER,
    /** Equal values merge, a gap is filled; different values reject the later row. */
    SAME,
    /** Equal values merge, a gap is filled; where values differ, the first row stands. */
    FIRST
  }

  /** The list whose elements make a record each. */
  record Each(String column, @Nullable String split) {}

  final RecordType type;
  final List<FieldMapping> fields;
  final @Nullable When when;
  final @Nullable Each each;
  final Merge merge;
  /** All fields of the type, in its order. */
  final List<Field<?>> allFields;
  /** The index of the field that holds the id, or -1. */
  final int idIndex;
  private final int versionIndex;
  private final int[] indexes;

  RecordMapping(RecordType type, List<FieldMapping> fields, @Nullable When when, @Nullable Each each, Merge merge) {
    this.type = type;
    this.fields = List.copyOf(fields);
    this.when = when;
    this.each = each;
    this.merge = merge;
    this.allFields = type.fields();
    this.idIndex = index(type, FieldRole.ID);
    this.versionIndex = index(type, FieldRole.VALID_FROM);
    this.indexes = fields.stream().mapToInt(mapping -> type.fields().indexOf(mapping.field)).toArray();
  }

  private static int index(RecordType type, FieldRole role) {
    return type.field(role).map(type.fields()::indexOf).orElse(-1);
  }

  /** The columns that are read, in the order of the mapping. */
  Set<String> columns() {
    return columns(fields);
  }

  private Set<String> columns(List<FieldMapping> read) {
    Set<String> columns = new LinkedHashSet<>();
    if (when != null) {
      columns.add(when.column());
    }
    if (each != null) {
      columns.add(each.column());
    }
    read.forEach(mapping -> mapping.from.columns(columns));
    return columns;
  }

  /** The columns that must be there; a field may say that its own may be absent. */
  Set<String> requiredColumns() {
    return columns(fields.stream().filter(mapping -> !mapping.optional).toList());
  }

  /** What a finding about a field of a made record calls its column. */
  String label(String fieldName) {
    for (FieldMapping mapping : fields) {
      if (mapping.field.name().equals(fieldName) && !mapping.from.label().isEmpty()) {
        return mapping.from.label();
      }
    }
    return fieldName;
  }

  /** Makes the records of a row; what is wrong goes to the problems, and then nothing of the row is to be kept. */
  void apply(SourceRow row, RowProblems problems, ImportSession session, List<MappedRecord> made) {
    if (when != null && !when.holds(row)) {
      return;
    }
    if (each == null) {
      made.add(one(new From.Scope(row, null), problems, session));
      return;
    }
    for (Cell element : elements(row, each)) {
      made.add(one(new From.Scope(row, element), problems, session));
    }
  }

  private static List<Cell> elements(SourceRow row, Each each) {
    List<Cell> elements = new ArrayList<>();
    for (Cell element : row.elements(each.column())) {
      if (each.split() == null || element.kind() != Cell.Kind.TEXT) {
        elements.add(element);
      } else {
        for (String part : element.text().split(Pattern.quote(each.split()), -1)) {
          elements.add(Cell.text(part));
        }
      }
    }
    elements.removeIf(Cell::isBlank);
    return elements;
  }

  private MappedRecord one(From.Scope scope, RowProblems problems, ImportSession session) {
    @Nullable String[] cells = new String[allFields.size()];
    for (int i = 0; i < indexes.length; i++) {
      int before = problems.found().size();
      FieldMapping mapping = fields.get(i);
      String cell = mapping.cell(scope, problems, session);
      cells[indexes[i]] = cell;
      if (cell == null && mapping.field.required() && problems.found().size() == before) {
        problems.add(MappingRules.REQUIRED, mapping.from.label(), "field", mapping.field.name(), "type", type.name());
      }
    }
    return new MappedRecord(type, cells, this);
  }

  /** The rule by which ids of these records are made of texts; null where they are not. */
  @Nullable IdentityRule identity() {
    for (FieldMapping mapping : fields) {
      if (mapping.field.role() == FieldRole.ID) {
        return mapping.identity;
      }
    }
    return null;
  }

  /** What two records of one thing have in common, or null where each record stands for itself. */
  @Nullable String key(MappedRecord record) {
    if (idIndex >= 0) {
      return record.cell(idIndex) + "\n" + (versionIndex < 0 ? "" : record.cell(versionIndex));
    }
    return merge == Merge.NEVER ? null : String.join("\n", record.texts());
  }

  /** The required fields that the mapping does not name. */
  List<Field<?>> unmappedRequired() {
    return type.fields().stream()
        .filter(Field::required)
        .<Field<?>>map(field -> field)
        .filter(field -> fields.stream().noneMatch(mapping -> mapping.field.equals(field)))
        .toList();
  }

  /**
   * A condition on one column: that any of its values is one of some texts, fits a pattern, or is there at all.
   *
   * @param negated true where it is to be none
   */
  record When(String column, boolean negated, @Nullable Set<String> values, @Nullable Pattern pattern) {
    /** A condition on the values themselves. */
    static When in(String column, boolean negated, @Nullable Set<String> values) {
      return new When(column, negated, values, null);
    }

    /** A condition that a value fits {@code *} for any characters and {@code ?} for one, without regard to letter case. */
    static When matches(String column, String glob) {
      StringBuilder regex = new StringBuilder();
      glob.codePoints().forEach(c ->
          regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
      int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
      return new When(column, false, null, Pattern.compile(regex.toString(), flags));
    }

    /** True where the column has any (of the) values; with {@code negated}, where it has none. */
    boolean holds(SourceRow row) {
      List<Cell> cells = row.column(column);
      boolean any = cells == null || cells.stream().map(cell -> cell.text().strip()).anyMatch(this::fits);
      return any != negated;
    }

    private boolean fits(String text) {
      if (pattern != null) {
        return pattern.matcher(text).matches();
      }
      return values == null ? !text.isEmpty() : values.contains(text);
    }
  }

  /** Short for a map from names to policies. */
  static final Map<String, Merge> MERGES = Map.of("same", Merge.SAME, "first", Merge.FIRST);
}
