package se.siru.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A document with blanks: objects that stand for a value which somebody else knows. */
public final class JsonTemplate {
  private JsonTemplate() {}

  /**
   * The object with its blanks filled in; all else keeps its place in the document, and a value has the place of its blank.
   *
   * @param blanks the value of an object that is a blank; empty for one that is none
   */
  public static JsonObject fill(JsonObject template, Function<JsonObject, Optional<JsonValue>> blanks) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    template.members().forEach((name, value) -> members.put(name, value(value, blanks)));
    return new JsonObject(members, template.position());
  }

  private static JsonValue value(JsonValue value, Function<JsonObject, Optional<JsonValue>> blanks) {
    if (value instanceof JsonObject object) {
      return blanks.apply(object).map(found -> at(found, object.position())).orElseGet(() -> fill(object, blanks));
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> values = new ArrayList<>();
      array.forEach(each -> values.add(value(each, blanks)));
      return new JsonArray(List.copyOf(values), array.position());
    }
    return value;
  }

  private static JsonValue at(JsonValue value, JsonPosition position) {
    if (value instanceof JsonText text) {
      return new JsonText(text.value(), position);
    }
    return value instanceof JsonNumber number ? number.at(position) : value;
  }
}
