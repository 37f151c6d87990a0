package se.siru.core.evaluation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.IndicatorFunction;
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

  /** How many places of a tuple a field takes: a number has 64 bits. */
  static int places(FieldPath path) {
    return isNumber(path) ? 2 : 1;
  }

  /** What the places of a field hold, from one on, as a function gets it. */
  static long value(FieldPath path, int[] tuple, int at) {
    long value = isNumber(path) ? (long) tuple[at + 1] << Integer.SIZE | tuple[at] & 0xFFFF_FFFFL : tuple[at];
    long unknown = isElement(path) ? SetPool.UNKNOWN : isNumber(path) ? Column.Longs.MISSING : Column.Days.MISSING;
    return value == unknown ? IndicatorFunction.Selection.UNKNOWN : value;
  }

  /** True where {@link #elements} gives the values; otherwise {@link #put} does. */
  boolean hasElements() {
    return ofRecord != null || ofEntity != null;
  }

  /** The elements of a record, encoded; {@code chosen} are those of the earlier fields. */
  int elements(int row, int[] chosen) {
    if (ofRecord != null) {
      return ofRecord.read(row);
    }
    int element = chosen[through];
    return element == SetPool.UNKNOWN ? element : Objects.requireNonNull(ofEntity)[element];
  }

  /** What stands for an element: its unit, where it has one. */
  int shown(int element) {
    return units == null ? element : units.unit(element);
  }

  /** Puts the day or number of a record into a tuple; how many places that took. */
  int put(int row, int[] chosen, int[] tuple, int at) {
    int place = through < 0 ? row : chosen[through];
    if (numbers == null) {
      tuple[at] = place == SetPool.UNKNOWN || days == null ? Column.Days.MISSING : days.value(place);
      return 1;
    }
    long number = place == SetPool.UNKNOWN ? Column.Longs.MISSING : numbers.value(place);
    tuple[at] = (int) number;
    tuple[at + 1] = (int) (number >>> Integer.SIZE);
    return 2;
  }
}
