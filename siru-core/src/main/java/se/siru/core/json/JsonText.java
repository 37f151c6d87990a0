package se.siru.core.json;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A JSON string. Immutable. */
public final class JsonText implements JsonValue {

  private final String value;
  private final JsonPosition position;

  JsonText(String value, JsonPosition position) {
    this.value = value;
    this.position = position;
  }

  public static JsonText of(String value) {
    return new JsonText(requireNonNull(value), JsonPosition.NONE);
  }

  public String value() {
    return value;
  }

  @Override
  public JsonPosition position() {
    return position;
  }

  @Override
  public String kind() {
    return "text";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonText that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return JsonWriter.abbreviated(this);
  }
}
