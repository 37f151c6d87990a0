package se.siru.core.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonBoolean;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;

/** JSON values as cells: what JSON states about a value is kept, {@code null} is a blank. */
final class JsonCells {
  private JsonCells() {}

  static Cell cell(JsonValue value) {
    if (value instanceof JsonText text) {
      return Cell.text(text.value());
    }
    if (value instanceof JsonNumber number) {
      return Cell.number(number.value().toPlainString());
    }
    if (value instanceof JsonBoolean bool) {
      return Cell.bool(bool.value());
    }
    if (value instanceof JsonArray array) {
      List<Cell> elements = new ArrayList<>(array.size());
      array.forEach(element -> elements.add(cell(element)));
      return Cell.list(elements);
    }
    return value instanceof JsonObject object ? Cell.object(members(object)) : Cell.BLANK;
  }

  static Map<String, Cell> members(JsonObject object) {
    Map<String, Cell> members = new LinkedHashMap<>();
    object.members().forEach((name, value) -> members.put(name, cell(value)));
    return members;
  }
}
