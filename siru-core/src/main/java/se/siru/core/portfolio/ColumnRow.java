package se.siru.core.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Money;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;

/** A record as a view over the columns of its batch. */
final class ColumnRow implements Row {
  private final Portfolio portfolio;
  private final RecordType type;
  private final Batch batch;
  private final int row;

  ColumnRow(Portfolio portfolio, RecordType type, Batch batch, int row) {
    this.portfolio = portfolio;
    this.type = type;
    this.batch = batch;
    this.row = row;
  }

  @Override
  public RecordType type() {
    return type;
  }

  @Override
  @SuppressWarnings("unchecked") // the column of a field holds values of the field's kind
  public <T> @Nullable T get(Field<T> field) {
    if (!field.type().equals(type.name())) {
      throw new IllegalArgumentException(type.name() + " has no field " + field);
    }
    return (T) value(field, batch.column(field.name()));
  }

  private @Nullable Object value(Field<?> field, Column column) {
    if (column instanceof Column.Ints) {
      return elements(field, (Column.Ints) column);
    }
    if (column instanceof Column.Longs) {
      long value = ((Column.Longs) column).value(row);
      return value == Column.Longs.MISSING ? null : number(field, value);
    }
    if (column instanceof Column.Days) {
      int day = ((Column.Days) column).value(row);
      return day == Column.Days.MISSING ? null : LocalDate.ofEpochDay(field.role() == FieldRole.END ? day - 1 : day);
    }
    return ((Column.Texts) column).get(row);
  }

  private @Nullable Object elements(Field<?> field, Column.Ints column) {
    int count = column.count(row);
    if (!field.many()) {
      return count == 0 ? null : name(field, column.element(row, 0));
    }
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(name(field, column.element(row, i)));
    }
    names.sort(null);
    return List.copyOf(names);
  }

  private String name(Field<?> field, int element) {
    return field.kind() == FieldKind.CODE
        ? portfolio.schema().codelist(field).at(element).code()
        : portfolio.idOf(Objects.requireNonNull(field.target()), element);
  }

  private Object number(Field<?> field, long value) {
    switch (field.kind()) {
      case INTEGER:
        return value;
      case MONEY:
        return new Money(portfolio.currency(), value);
      default:
        return BigDecimal.valueOf(value, field.scale());
    }
  }

  @Override
  public String toString() {
    return type.name() + " at " + batch.origin(row);
  }
}
