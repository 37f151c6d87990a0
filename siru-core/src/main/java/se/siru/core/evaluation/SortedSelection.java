package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Schema;

/** The selected records of one cell as a function gets them: different rows in ascending order. Confined to one thread. */
final class SortedSelection implements IndicatorFunction.Selection {
  private final long[][] rows;
  private final List<FieldPath> fields;
  private final Schema schema;
  private final Map<Object, Object> derived = new HashMap<>();

  /**
   * A selection.
   *
   * @param rows different ones in ascending order
   */
  SortedSelection(List<long[]> rows, List<FieldPath> fields, Schema schema) {
    this.rows = rows.toArray(long[][]::new);
    this.fields = fields;
    this.schema = schema;
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public long value(int row, int field) {
    return rows[row][field];
  }

  @Override
  public BigDecimal number(int row, int field) {
    return TallyReader.decimal(fields.get(field).last(), known(row, field));
  }

  @Override
  public String code(int row, int field) {
    return schema.codelist(fields.get(field).last()).at((int) known(row, field)).code();
  }

  private long known(int row, int field) {
    long value = rows[row][field];
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
