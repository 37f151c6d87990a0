package se.siru.core.json;

import org.jspecify.annotations.Nullable;

/** {@code true} or {@code false}. Immutable. */
public final class JsonBoolean implements JsonValue {

  private static final JsonBoolean TRUE = new JsonBoolean(true, JsonPosition.NONE);
  private static final JsonBoolean FALSE = new JsonBoolean(false, JsonPosition.NONE);

  private final boolean value;
  private final JsonPosition position;

  JsonBoolean(boolean value, JsonPosition position) {
    this.value = value;
    this.position = position;
  }

  public static JsonBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public boolean value() {
    return value;
  }

  @Override
  public JsonPosition position() {
    return position;
  }

  @Override
  public String kind() {
    return "boolean";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonBoolean that && value == that.value;
  }

  @Override
  public int hashCode() {
    return Boolean.hashCode(value);
  }

  @Override
  public String toString() {
    return Boolean.toString(value);
  }
}
