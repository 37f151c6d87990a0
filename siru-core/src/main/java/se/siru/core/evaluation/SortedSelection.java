package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Codelist;

/**
 * The selected records of one cell as a function gets them: rows in ascending order, different ones only unless each record counts. All
 * cells share the tuples, and each has the places of its own. Confined to one thread.
 */
final class SortedSelection implements IndicatorFunction.Selection {
  private final Selections selections;
  private final long[] entries;
  private final int[] places;
  private final Schema schema;
  private final Map<Object, Object> derived = new HashMap<>();

  /**
   * A selection.
   *
   * @param entries the tuples of all cells
   * @param places where among them those of this cell are, in ascending order of what functions see; different ones only unless each
   *     record counts
   */
  SortedSelection(Selections selections, long[] entries, int[] places, Schema schema) {
    this.selections = selections;
    this.entries = entries;
    this.places = places;
    this.schema = schema;
  }

  /** The same rows for somebody who shares with nobody what he makes of them. */
  SortedSelection apart() {
    return new SortedSelection(selections, entries, places, schema);
  }

  @Override
  public int size() {
    return places.length;
  }

  @Override
  public void requireEachRecord() {
    if (!selections.eachRecord()) {
      throw new IllegalArgumentException("this function counts records: its definition needs \"each-record\": true");
    }
  }

  @Override
  public long value(int row, int field) {
    return selections.layout().value(entries, places[row], Objects.checkIndex(field, selections.fields().size()));
  }

  @Override
  public BigDecimal number(int row, int field) {
    return TallyReader.decimal(field(field).last(), known(row, field));
  }

  @Override
  public String code(int row, int field) {
    return schema.codelist(field(field).last()).at((int) known(row, field)).code();
  }

  @Override
  public boolean isWithin(int row, int field, String code) {
    Codelist list = schema.codelist(field(field).last());
    int above = list.position(code);
    return above >= 0 && list.isWithin((int) known(row, field), above);
  }

  @Override
  public long scope(int row) {
    return selections.layout().part(entries, places[row], selections.layout().scope());
  }

  private FieldPath field(int field) {
    return selections.fields().get(field);
  }

  private long known(int row, int field) {
    long value = value(row, field);
    if (value == UNKNOWN) {
      throw new IllegalStateException("row " + row + " does not state " + field(field));
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
