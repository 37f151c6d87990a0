package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Participation;
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
    FIRST,
    /** Numbers are added up, the first day (of an end, the last) stands, and everything else is as with {@link #SAME}. */
    SUM
  }

  /** The list whose elements make a record each. */
  record Each(String column, @Nullable String split) {}

  final RecordType type;
  final List<FieldMapping> fields;
  final @Nullable When when;
  final @Nullable Each each;
  final Merge merge;
  /** Columns by which texts find the organisation that the record is; null where there are none. */
  @Nullable KnownAs knownAs;
  /** What tells the rows apart, each of which counts once; null where all count. */
  final @Nullable RowKey oncePer;
  /** All fields of the type, in its order. */
  final List<Field<?>> allFields;
  /** The index of the field that holds the id, or -1. */
  final int idIndex;
  /** The pseudonym that is the id; null where it is none. */
  private final @Nullable PseudonymOf person;
  private final boolean mapsId;
  private final int versionIndex;
  private final int dayIndex;
  private final int startIndex;
  /** Where a record says that it represents nobody, as far as that is found out; else -1. */
  private final int representsIndex;
  private final int[] indexes;

  RecordMapping(RecordType type, List<FieldMapping> fields, @Nullable When when, @Nullable Each each, Merge merge) {
    this(type, fields, when, each, merge, null);
  }

  RecordMapping(
      RecordType type,
      List<FieldMapping> fields,
      @Nullable When when,
      @Nullable Each each,
      Merge merge,
      @Nullable RowKey oncePer) {
    this.oncePer = oncePer;
    this.type = type;
    this.fields = List.copyOf(fields);
    this.when = when;
    this.each = each;
    this.merge = merge;
    this.allFields = type.fields();
    this.idIndex = index(type, FieldRole.ID);
    this.mapsId = fields.stream().anyMatch(mapping -> mapping.field.role() == FieldRole.ID);
    this.versionIndex = index(type, FieldRole.VALID_FROM);
    this.dayIndex = index(type, FieldRole.DATE);
    this.startIndex = index(type, FieldRole.START);
    boolean findsOut = fields.stream().anyMatch(
        mapping -> mapping.field.equals(Participation.ORGANISATIONS) && mapping.resolve != null);
    this.representsIndex = findsOut ? allFields.indexOf(Participation.REPRESENTS) : -1;
    this.person = fields.stream()
        .filter(mapping -> mapping.field.role() == FieldRole.ID && mapping.from instanceof PseudonymOf)
        .map(mapping -> (PseudonymOf) mapping.from)
        .findAny()
        .orElse(null);
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
    Set<String> required = columns(fields.stream().filter(mapping -> !mapping.optional).toList());
    keyColumns(required);
    fields.stream().filter(mapping -> !mapping.optional).forEach(mapping -> resolveColumns(mapping, required));
    return required;
  }

  /** Adds the columns that are read and of which nothing is written: they tell rows apart, or find organisations. */
  void unwrittenColumns(Set<String> into) {
    keyColumns(into);
    fields.forEach(mapping -> resolveColumns(mapping, into));
  }

  private void keyColumns(Set<String> into) {
    if (oncePer != null) {
      oncePer.columns(into);
    }
    for (FieldMapping mapping : fields) {
      if (mapping.oncePer != null) {
        mapping.oncePer.columns(into);
      }
    }
    if (knownAs != null) {
      knownAs.columns(into);
    }
  }

  private static void resolveColumns(FieldMapping mapping, Set<String> into) {
    if (mapping.resolve != null) {
      mapping.resolve.columns(into);
    }
  }

  /** True where a field is a reference to an organisation that is to be found out. */
  boolean resolves() {
    return fields.stream().anyMatch(mapping -> mapping.resolve != null);
  }

  private @Nullable String day(@Nullable String[] cells) {
    return dayIndex >= 0 && cells[dayIndex] != null ? cells[dayIndex] : startIndex < 0 ? null : cells[startIndex];
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
      add(new From.Scope(row, null, problems.privacy()), problems, session, made);
      return;
    }
    for (Cell element : elements(row, each)) {
      add(new From.Scope(row, element, problems.privacy()), problems, session, made);
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

  /** Makes a record; none of a person of whom the row says nothing. */
  private void add(From.Scope scope, RowProblems problems, ImportSession session, List<MappedRecord> made) {
    List<Cell> pseudonym = person == null ? null : person.values(scope);
    if (pseudonym == null || !pseudonym.isEmpty()) {
      made.add(one(scope, problems, session));
    }
  }

  private MappedRecord one(From.Scope scope, RowProblems problems, ImportSession session) {
    @Nullable String[] cells = new String[allFields.size()];
    for (int i = 0; i < indexes.length; i++) {
      int before = problems.found().size();
      FieldMapping mapping = fields.get(i);
      String cell = mapping.cell(scope, problems, session);
      cells[indexes[i]] = cell;
      boolean needed = mapping.field.required() || isSummed(mapping.field);
      if (cell == null && needed && problems.found().size() == before) {
        problems.add(MappingRules.REQUIRED, mapping.from.label(), "field", mapping.field.name(), "type", type.name());
      }
    }
    if (representsIndex >= 0 && cells[representsIndex] == null && session.organisations().isNobody()) {
      cells[representsIndex] = NOBODY;
    }
    session.organisations().on(day(cells));
    MappedRecord made = new MappedRecord(type, cells, this);
    if (problems.found().isEmpty()) {
      count(made, scope, problems);
    }
    return made;
  }

  private boolean isSummed(Field<?> field) {
    return merge == Merge.SUM && field.kind().isNumber();
  }

  /** Says what is counted once; a key without one of its parts is a problem, since the row may be counted already. */
  private void count(MappedRecord made, From.Scope scope, RowProblems problems) {
    for (int i = 0; i < indexes.length; i++) {
      if (isSummed(fields.get(i).field)) {
        checkPart(fields.get(i), made.cell(indexes[i]), problems);
        made.sum(indexes[i], key(fields.get(i).oncePer, scope, problems), scope.row().origin());
      }
    }
    String key = key(oncePer, scope, problems);
    if (key != null) {
      made.rowKey(key);
    }
  }

  /** A number that no record may have is not made good by those of other rows. */
  private static void checkPart(FieldMapping mapping, @Nullable String cell, RowProblems problems) {
    BigDecimal number = new BigDecimal(Objects.requireNonNull(cell));
    BigDecimal least = mapping.field.least();
    BigDecimal most = mapping.field.most();
    if (least != null && number.compareTo(least) < 0 || most != null && number.compareTo(most) > 0) {
      problems.add(CellRules.OUT_OF_RANGE, mapping.from.label(), "value", cell,
          "least", least == null ? "…" : least.toPlainString(), "most", most == null ? "…" : most.toPlainString());
    }
  }

  private @Nullable String key(@Nullable RowKey once, From.Scope scope, RowProblems problems) {
    String key = once == null ? null : once.of(scope);
    if (once != null && key == null) {
      problems.add(MappingRules.REQUIRED, once.label(), "field", "once-per", "type", type.name());
    }
    return key;
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

  /**
   * What two records of one thing have in common, or null where each record stands for itself; a record without the id that its
   * type lets it leave out does.
   */
  @Nullable String key(MappedRecord record) {
    if (mapsId) {
      String id = record.cell(idIndex);
      return id == null ? null : id + "\n" + (versionIndex < 0 ? "" : record.cell(versionIndex));
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
      boolean any = cells == null || cells.stream().map(cell -> Blanks.strip(cell.text())).anyMatch(this::fits);
      return any != negated;
    }

    private boolean fits(String text) {
      if (pattern != null) {
        return pattern.matcher(text).matches();
      }
      return values == null ? !text.isEmpty() : values.contains(text);
    }
  }

  /** The code of {@link Participation#REPRESENTS} for whoever represents no organisation. */
  private static final String NOBODY = "nobody";

  /** Short for a map from names to policies. */
  static final Map<String, Merge> MERGES = Map.of("same", Merge.SAME, "first", Merge.FIRST, "sum", Merge.SUM);
}
