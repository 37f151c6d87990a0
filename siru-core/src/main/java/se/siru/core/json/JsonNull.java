package se.siru.core.json;

import org.jspecify.annotations.Nullable;

/** The literal {@code null}. Immutable. */
public final class JsonNull implements JsonValue {

  private static final JsonNull NULL = new JsonNull(JsonPosition.NONE);

  private final JsonPosition position;

  JsonNull(JsonPosition position) {
    this.position = position;
  }

  public static JsonNull of() {
    return NULL;
  }

  @Override
  public JsonPosition position() {
    return position;
  }

  @Override
  public String kind() {
    return "null";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonNull;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "null";
  }
}
