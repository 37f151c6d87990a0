package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Codelist;

/** The selected records of one cell as a function gets them: rows in ascending order, different ones only unless each record counts. */
final class SortedSelection implements IndicatorFunction.Selection {
  private static final Comparator<long[]> ORDER = Arrays::compare;

  private final long[][] rows;
  private final List<FieldPath> fields;
  private final Schema schema;
  private final boolean eachRecord;

  SortedSelection(List<long[]> found, Aggregate.Function asked, Schema schema) {
    List<long[]> sorted = new ArrayList<>(found);
    sorted.sort(ORDER);
    this.eachRecord = asked.eachRecord();
    this.rows = (eachRecord ? sorted : different(sorted)).toArray(long[][]::new);
    this.fields = asked.fields();
    this.schema = schema;
  }

  private static List<long[]> different(List<long[]> sorted) {
    List<long[]> different = new ArrayList<>();
    for (long[] row : sorted) {
      if (different.isEmpty() || ORDER.compare(different.get(different.size() - 1), row) != 0) {
        different.add(row);
      }
    }
    return different;
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
}
