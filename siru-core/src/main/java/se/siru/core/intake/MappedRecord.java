package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;

/** A record made of one or several rows: its cells as our own files hold them, and the rows it was made of. */
final class MappedRecord {
  private final RecordType type;
  private final @Nullable String[] cells;
  private final RecordMapping mapping;
  private final List<Origin> origins = new ArrayList<>(1);
  /** By the index of the field, what is added up over rows. */
  private final Map<Integer, Summed> sums = new HashMap<>();
  private @Nullable String rowKey;

  MappedRecord(RecordType type, @Nullable String[] cells, RecordMapping mapping) {
    this.type = type;
    this.cells = cells;
    this.mapping = mapping;
  }

  /** Lets a number be added to those of other rows; see {@link Summed}. */
  void sum(int index, @Nullable String key, Origin row) {
    sums.put(index, new Summed(new BigDecimal(Objects.requireNonNull(cells[index])), key, row));
  }

  /** True where a field is added up over the rows of the record. */
  boolean isSummed(String field) {
    return sums.keySet().stream().anyMatch(index -> mapping.allFields.get(index).name().equals(field));
  }

  /** What a row of this record states of a field that is added up, where a row of the other states something else of the same. */
  Optional<Summed.Part> contradicting(MappedRecord other, int index) {
    Summed sum = sums.get(index);
    Summed theirs = other.sums.get(index);
    return sum == null || theirs == null ? Optional.empty() : sum.contradicting(theirs);
  }

  /** What tells the row from others; null where every row counts. */
  @Nullable String rowKey() {
    return rowKey;
  }

  void rowKey(String key) {
    this.rowKey = key;
  }

  RecordType type() {
    return type;
  }

  RecordMapping mapping() {
    return mapping;
  }

  /** The cell of a field, by its index in {@link RecordType#fields}. */
  @Nullable String cell(int index) {
    return cells[index];
  }

  /** All cells, missing ones empty. */
  List<String> texts() {
    return Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList();
  }

  /** The rows that state the record, in the order met. */
  List<Origin> origins() {
    return origins;
  }

  /**
   * The index of the first field in which the two state different single values, or -1. Texts that the rule by which
   * the record's id is made takes for one are no conflict: spellings of a name, for example.
   */
  int conflict(MappedRecord other) {
    for (int i = 0; i < cells.length; i++) {
      String mine = cells[i];
      String theirs = other.cells[i];
      Field<?> field = mapping.allFields.get(i);
      Summed sum = sums.get(i);
      Summed theirSum = other.sums.get(i);
      if (sum != null && theirSum != null) {
        if (sum.contradicting(theirSum).isPresent()) {
          return i;
        }
      } else if (mapping.merge == RecordMapping.Merge.SUM && isDay(field)) {
        continue; // one of them stands
      } else if (mine != null && theirs != null && !mine.equals(theirs) && !field.many() && !isSpelling(field, mine, theirs)) {
        return i;
      }
    }
    return -1;
  }

  /** A day of which the first, or at an end the last, stands for all rows. */
  private static boolean isDay(Field<?> field) {
    return field.role() == FieldRole.DATE || field.role() == FieldRole.START || field.role() == FieldRole.END;
  }

  private boolean isSpelling(Field<?> field, String one, String other) {
    IdentityRule rule = mapping.identity();
    return field.kind() == FieldKind.TEXT && rule != null && rule.key(one).equals(rule.key(other));
  }

  /** Takes over what the other states and this one does not; several values are united. */
  void merge(MappedRecord other) {
    for (int i = 0; i < cells.length; i++) {
      String mine = cells[i];
      String theirs = other.cells[i];
      Summed sum = sums.get(i);
      Summed theirSum = other.sums.get(i);
      if (sum != null && theirSum != null) {
        sum.add(theirSum);
        cells[i] = sum.cell();
      } else if (mine == null) {
        cells[i] = theirs;
      } else if (theirs != null && mapping.merge == RecordMapping.Merge.SUM && isDay(mapping.allFields.get(i))) {
        boolean later = mapping.allFields.get(i).role() == FieldRole.END;
        cells[i] = later == theirs.compareTo(mine) > 0 ? theirs : mine;
      } else if (theirs != null && mapping.allFields.get(i).many()) {
        cells[i] = united(mine, theirs);
      }
    }
    origins.addAll(other.origins);
  }

  private static String united(String mine, String theirs) {
    TreeSet<String> all = new TreeSet<>(List.of(mine.split(FieldMapping.SEPARATOR)));
    all.addAll(List.of(theirs.split(FieldMapping.SEPARATOR)));
    return String.join(FieldMapping.SEPARATOR, all);
  }

  /** The values of a field, by its index in {@link RecordType#fields}: none, one, or several. */
  List<String> values(int index) {
    String cell = cells[index];
    if (cell == null) {
      return List.of();
    }
    return mapping.allFields.get(index).many() ? List.of(cell.split(FieldMapping.SEPARATOR)) : List.of(cell);
  }

  /** The record's own id; empty where it has none. */
  String id() {
    String id = mapping.idIndex < 0 ? null : cells[mapping.idIndex];
    return id == null ? "" : id;
  }
}
