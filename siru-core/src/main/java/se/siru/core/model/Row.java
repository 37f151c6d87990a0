package se.siru.core.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Provided;

/**
 * One record, read through the fields of its type. A row is either held by value ({@link RowBuilder}) or a view over the columns
 * of a portfolio.
 */
@Provided(since = "0.1.0")
public interface Row {
  /** The type of the record. */
  RecordType type();

  /**
   * The value of a field, or null where the record does not state it. Fields with many values give an empty list instead of
   * null.
   *
   * @throws IllegalArgumentException where the record's type does not have the field
   */
  <T> @Nullable T get(Field<T> field);

  /** The value of a field, if the record states it. */
  default <T> Optional<T> find(Field<T> field) {
    return Optional.ofNullable(get(field));
  }

  /** The record's id, if its type has one. */
  default Optional<String> id() {
    return type().field(FieldRole.ID).map(field -> (String) get(field));
  }
}
