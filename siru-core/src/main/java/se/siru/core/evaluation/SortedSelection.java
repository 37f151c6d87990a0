package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Codelist;

/**
 * The selected records of one cell as a function gets them: rows in ascending order, different ones only unless each record counts.
 * Confined to one thread.
 */
final class SortedSelection implements IndicatorFunction.Selection {
  private final long[][] rows;
  private final List<FieldPath> fields;
  private final Schema schema;
  private final boolean eachRecord;
  private final Map<Object, Object> derived = new HashMap<>();

  /**
   * A selection.
   *
   * @param rows in ascending order, different ones only unless each record counts; one number a field, and the scope
   */
  SortedSelection(List<long[]> rows, List<FieldPath> fields, Schema schema, boolean eachRecord) {
    this(rows.toArray(long[][]::new), fields, schema, eachRecord);
  }

  private SortedSelection(long[][] rows, List<FieldPath> fields, Schema schema, boolean eachRecord) {
    this.rows = rows;
    this.fields = fields;
    this.schema = schema;
    this.eachRecord = eachRecord;
  }

  /** The same rows for somebody who shares with nobody what he makes of them. */
  SortedSelection apart() {
    return new SortedSelection(rows, fields, schema, eachRecord);
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public void requireEachRecord() {
    if (!eachRecord) {
      throw new IllegalArgumentException("this function counts records: its definition needs \"each-record\": true");
    }
  }

  @Override
  public long value(int row, int field) {
    return rows[row][Objects.checkIndex(field, fields.size())];
  }

  @Override
  public BigDecimal number(int row, int field) {
    return TallyReader.decimal(fields.get(field).last(), known(row, field));
  }

  @Override
  public String code(int row, int field) {
    return schema.codelist(fields.get(field).last()).at((int) known(row, field)).code();
  }

  @Override
  public boolean isWithin(int row, int field, String code) {
    Codelist list = schema.codelist(fields.get(field).last());
    int above = list.position(code);
    return above >= 0 && list.isWithin((int) known(row, field), above);
  }

  @Override
  public long scope(int row) {
    return rows[row][fields.size()];
  }

  private long known(int row, int field) {
    long value = value(row, field);
    if (value == UNKNOWN) {
      throw new IllegalStateException("row " + row + " does not state " + fields.get(field));
    }
    return value;
  }

  @Override
  public <T> T derived(Class<T> type, Object key, Function<IndicatorFunction.Selection, T> make) {
    Derived place = new Derived(type, key);
    Object known = derived.get(place);
    if (known == null) {
      known = make.apply(this);
      derived.put(place, known);
    }
    return type.cast(known);
  }

  private record Derived(Class<?> type, Object key) {}
}
