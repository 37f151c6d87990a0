package se.siru.core.json;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON array. Immutable. */
public final class JsonArray implements JsonValue, Iterable<JsonValue> {

  private final List<JsonValue> values;
  private final JsonPosition position;

  JsonArray(List<JsonValue> values, JsonPosition position) {
    this.values = values;
    this.position = position;
  }

  public static JsonArray of(JsonValue... values) {
    return new JsonArray(List.of(values), JsonPosition.NONE);
  }

  public static JsonArray copyOf(Iterable<? extends JsonValue> values) {
    List<JsonValue> copy = new ArrayList<>();
    values.forEach(copy::add);
    return new JsonArray(List.copyOf(copy), JsonPosition.NONE);
  }

  public static JsonArray ofTexts(Iterable<String> texts) {
    List<JsonValue> copy = new ArrayList<>();
    texts.forEach(text -> copy.add(JsonText.of(text)));
    return new JsonArray(List.copyOf(copy), JsonPosition.NONE);
  }

  /** The elements; unmodifiable. */
  public List<JsonValue> values() {
    return values;
  }

  public int size() {
    return values.size();
  }

  @Override
  public Iterator<JsonValue> iterator() {
    return values.iterator();
  }

  @Override
  public JsonPosition position() {
    return position;
  }

  @Override
  public String kind() {
    return "array";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonArray that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return JsonWriter.abbreviated(this);
  }
}
