package se.siru.core.evaluation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Units;

/**
 * One field of a selection bound to a batch: codes or entities, days, or numbers. It is read on the record or, where it goes on
 * from an earlier field, on the entity that the earlier one names.
 */
final class SelectedField {
  private final int through;
  private final @Nullable ElementReader ofRecord;
  private final int @Nullable [] ofEntity;
  private final @Nullable Units units;
  private final Column.@Nullable Days days;
  private final Column.@Nullable Longs numbers;

  private SelectedField(
      int through,
      @Nullable ElementReader ofRecord,
      int @Nullable [] ofEntity,
      @Nullable Units units,
      @Nullable Column column) {
    this.through = through;
    this.ofRecord = ofRecord;
    this.ofEntity = ofEntity;
    this.units = units;
    this.days = column instanceof Column.Days found ? found : null;
    this.numbers = column instanceof Column.Longs found ? found : null;
  }

  /** Binds a field of a selection. */
  static SelectedField bind(List<FieldPath> fields, int field, Portfolio portfolio, Batch batch, PathReader paths) {
    FieldPath path = fields.get(field);
    int through = through(fields, field);
    FieldPath rest = path;
    for (int skip = through < 0 ? 0 : fields.get(through).fields().size(); skip > 0; skip--) {
      rest = rest.rest();
    }
    if (!isElement(path)) {
      return new SelectedField(through, null, null, null, column(rest, through, portfolio, batch));
    }
    Units units = Groups.units(portfolio, path);
    return through < 0
        ? new SelectedField(through, paths.reader(batch, path), null, units, null)
        : new SelectedField(through, null, paths.elements(rest), units, null);
  }

  /** A day or number stands on the record or on what an earlier field names: the definition refuses what does not. */
  private static @Nullable Column column(FieldPath path, int through, Portfolio portfolio, Batch batch) {
    if (through < 0) {
      return batch.column(path.first().name());
    }
    List<Batch> entities = portfolio.table(path.first().type()).batches();
    return entities.isEmpty() ? null : entities.get(0).column(path.first().name());
  }

  /** The earlier field on whose element a field is read, or -1 where it is read on the record. */
  private static int through(List<FieldPath> fields, int field) {
    for (int before = 0; before < field; before++) {
      FieldPath path = fields.get(before);
      List<?> longer = fields.get(field).fields();
      int length = path.fields().size();
      if (longer.size() > length && longer.subList(0, length).equals(path.fields())) {
        return before;
      }
    }
    return -1;
  }

  static boolean isElement(FieldPath path) {
    return path.last().kind() == FieldKind.CODE || path.last().kind() == FieldKind.REFERENCE;
  }

  static boolean isNumber(FieldPath path) {
    return !isElement(path) && path.last().kind() != FieldKind.DATE;
  }

  /** True where {@link #elements} gives the values; otherwise {@link #numbers} does. */
  boolean hasElements() {
    return ofRecord != null || ofEntity != null;
  }

  /**
   * The elements of some records, encoded.
   *
   * @param rows the records
   * @param chosen for each earlier field, the element of each record
   * @return true where some record has several
   */
  boolean elements(int[] rows, int[][] chosen, int count, int[] into) {
    int least = SetPool.UNKNOWN;
    if (ofRecord != null) {
      for (int i = 0; i < count; i++) {
        int encoded = ofRecord.read(rows[i]);
        into[i] = encoded;
        least = Math.min(least, encoded);
      }
    } else {
      int[] before = chosen[through];
      int[] found = Objects.requireNonNull(ofEntity);
      for (int i = 0; i < count; i++) {
        int encoded = before[i] == SetPool.UNKNOWN ? SetPool.UNKNOWN : found[before[i]];
        into[i] = encoded;
        least = Math.min(least, encoded);
      }
    }
    return least < SetPool.UNKNOWN;
  }

  /** What stands for an element: its unit, where it has one. */
  int shown(int element) {
    return units == null || element == SetPool.UNKNOWN ? element : units.unit(element);
  }

  /** The days or numbers of some records; {@code missing} is that of the column. */
  void numbers(int[] rows, int[][] chosen, int count, long missing, long[] into) {
    int[] places = through < 0 ? rows : chosen[through];
    for (int i = 0; i < count; i++) {
      int place = places[i];
      if (place == SetPool.UNKNOWN || numbers == null && days == null) {
        into[i] = missing;
      } else {
        into[i] = numbers != null ? numbers.value(place) : Objects.requireNonNull(days).value(place);
      }
    }
  }
}
