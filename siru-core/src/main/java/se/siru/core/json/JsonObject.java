package se.siru.core.json;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object: members by name, in the order written. Immutable. */
public final class JsonObject implements JsonValue {

  private final Map<String, JsonValue> members;
  private final JsonPosition position;

  /** Takes over the map, which nobody changes afterwards. */
  JsonObject(Map<String, JsonValue> members, JsonPosition position) {
    this.members = Collections.unmodifiableMap(members);
    this.position = position;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The members in the order written; unmodifiable. */
  public Map<String, JsonValue> members() {
    return members;
  }

  /** The member of this name, or null when there is none; a member that says {@code null} is a {@link JsonNull}. */
  public @Nullable JsonValue get(String name) {
    return members.get(requireNonNull(name));
  }

  public int size() {
    return members.size();
  }

  @Override
  public JsonPosition position() {
    return position;
  }

  @Override
  public String kind() {
    return "object";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonObject that && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return JsonWriter.abbreviated(this);
  }

  /** Collects members in order. Not thread-safe; usable again after {@link #build()}. */
  public static final class Builder {

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a member.
     *
     * @throws IllegalArgumentException when there is already one of this name
     */
    public Builder put(String name, JsonValue value) {
      if (members.putIfAbsent(requireNonNull(name), requireNonNull(value)) != null) {
        throw new IllegalArgumentException("the object already has a member of this name");
      }
      return this;
    }

    public Builder put(String name, String value) {
      return put(name, JsonText.of(value));
    }

    public Builder put(String name, long value) {
      return put(name, JsonNumber.of(value));
    }

    public Builder put(String name, BigDecimal value) {
      return put(name, JsonNumber.of(value));
    }

    public Builder put(String name, boolean value) {
      return put(name, JsonBoolean.of(value));
    }

    /** Adds an array of strings. */
    public Builder put(String name, Iterable<String> texts) {
      return put(name, JsonArray.ofTexts(texts));
    }

    public JsonObject build() {
      return new JsonObject(new LinkedHashMap<>(members), JsonPosition.NONE);
    }
  }
}
