package se.siru.core.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;

/** Puts a record together from an application's own objects. Checks come with the portfolio, all at once. Not thread-safe. */
@Stable(since = "0.1.0")
public final class RowBuilder {
  private final RecordType type;
  private final Map<String, Object> values = new HashMap<>();

  RowBuilder(RecordType type) {
    this.type = Objects.requireNonNull(type, "type");
  }

  /**
   * Sets a field; null leaves it unstated. Texts are brought to Unicode NFC, lists of ids and codes are sorted and freed of
   * repetitions.
   *
   * @throws IllegalArgumentException where the type does not have the field
   */
  public <T> RowBuilder with(Field<T> field, @Nullable T value) {
    if (type.field(field.name()).isEmpty() || !field.type().equals(type.name())) {
      throw new IllegalArgumentException(type.name() + " has no field " + field);
    }
    if (value == null) {
      values.remove(field.name());
    } else if (value instanceof String) {
      values.put(field.name(), nfc((String) value));
    } else if (value instanceof List) {
      TreeSet<String> sorted = new TreeSet<>();
      for (Object element : (List<?>) value) {
        sorted.add(nfc((String) element));
      }
      values.put(field.name(), List.copyOf(sorted));
    } else {
      values.put(field.name(), value);
    }
    return this;
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The finished record. */
  public Row build() {
    return new ValueRow(type, new HashMap<>(values));
  }

  private static final class ValueRow implements Row {
    private final RecordType type;
    private final Map<String, Object> values;

    ValueRow(RecordType type, Map<String, Object> values) {
      this.type = type;
      this.values = values;
    }

    @Override
    public RecordType type() {
      return type;
    }

    @Override
    @SuppressWarnings("unchecked") // with() put the value in under the same field
    public <T> @Nullable T get(Field<T> field) {
      if (!field.type().equals(type.name()) || type.field(field.name()).isEmpty()) {
        throw new IllegalArgumentException(type.name() + " has no field " + field);
      }
      Object value = values.get(field.name());
      return (T) (value == null && field.many() ? List.of() : value);
    }

    @Override
    public String toString() {
      return type.name() + new TreeMap<>(values);
    }
  }
}
