package se.siru.core.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonBoolean;
import se.siru.core.json.JsonNull;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;

/** One row of a source: named cells of a table, or one JSON object. */
abstract class SourceRow {
  private final long number;

  SourceRow(long number) {
    this.number = number;
  }

  /** One-based: the row of a table with its header counted, the line of JSON Lines, the element of a JSON array. */
  final long number() {
    return number;
  }

  /**
   * The values of a column or member, as written; empty where it has none, null where it is no value or list of values.
   */
  abstract @Nullable List<String> column(String name);

  /** The elements at a JSON pointer or of a column. */
  abstract List<JsonValue> elements(String nameOrPointer);

  /** The cells of some columns, as text; what is nested is left out, since no mapping reads all that is in it. */
  final Map<String, String> cells(Iterable<String> names) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String name : names) {
      String cell = cell(name);
      if (cell != null) {
        cells.put(name, cell);
      }
    }
    return cells;
  }

  /** One cell as text, or null where the row does not have the column or something nested in it. */
  abstract @Nullable String cell(String name);

  /** A scalar as text; null for objects and arrays; the empty list for JSON null. */
  static @Nullable List<String> scalar(JsonValue value) {
    if (value instanceof JsonText text) {
      return List.of(text.value());
    }
    if (value instanceof JsonNumber number) {
      return List.of(number.value().toPlainString());
    }
    if (value instanceof JsonBoolean bool) {
      return List.of(bool.value() ? "true" : "false");
    }
    return value instanceof JsonNull ? List.of() : null;
  }

  /** The scalars of a value or of an array of them; null where there is anything else. */
  static @Nullable List<String> scalars(@Nullable JsonValue value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof JsonArray array)) {
      return scalar(value);
    }
    List<String> all = new ArrayList<>();
    for (JsonValue element : array) {
      List<String> one = scalar(element);
      if (one == null) {
        return null;
      }
      all.addAll(one);
    }
    return all;
  }

  /** What a JSON pointer (RFC 6901) leads to, or null; a name without a slash is the member of that name. */
  static @Nullable JsonValue at(JsonValue root, String nameOrPointer) {
    if (!nameOrPointer.startsWith("/")) {
      return root instanceof JsonObject object ? object.get(nameOrPointer) : null;
    }
    JsonValue value = root;
    for (String step : nameOrPointer.substring(1).split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      if (value instanceof JsonObject object) {
        value = object.get(name);
      } else if (value instanceof JsonArray array
          && name.matches("[0-9]{1,9}") && Integer.parseInt(name) < array.size()) {
        value = array.values().get(Integer.parseInt(name));
      } else {
        return null;
      }
    }
    return value;
  }

  /** A row of a table. */
  static final class OfTable extends SourceRow {
    private final Map<String, Integer> header;
    private final List<String> fields;

    OfTable(long number, Map<String, Integer> header, List<String> fields) {
      super(number);
      this.header = header;
      this.fields = fields;
    }

    @Override
    @Nullable String cell(String name) {
      Integer at = header.get(name);
      return at == null || at >= fields.size() ? null : fields.get(at);
    }

    @Override
    List<String> column(String name) {
      String cell = cell(name);
      return cell == null || cell.isEmpty() ? List.of() : List.of(cell);
    }

    @Override
    List<JsonValue> elements(String name) {
      return column(name).stream().<JsonValue>map(JsonText::of).toList();
    }
  }

  /** A JSON object. */
  static final class OfJson extends SourceRow {
    private final JsonObject object;

    OfJson(long number, JsonObject object) {
      super(number);
      this.object = object;
    }

    @Override
    @Nullable List<String> column(String nameOrPointer) {
      return scalars(at(object, nameOrPointer));
    }

    @Override
    List<JsonValue> elements(String nameOrPointer) {
      JsonValue value = at(object, nameOrPointer);
      if (value instanceof JsonArray array) {
        return array.values();
      }
      return value == null || value instanceof JsonNull ? List.of() : List.of(value);
    }

    @Override
    @Nullable String cell(String nameOrPointer) {
      JsonValue value = at(object, nameOrPointer);
      if (value == null) {
        return null;
      }
      List<String> values = scalars(value);
      return values == null ? null : String.join("; ", values);
    }
  }
}
