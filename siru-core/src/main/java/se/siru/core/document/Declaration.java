package se.siru.core.document;

import java.math.BigDecimal;
import java.util.List;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonValue;
import se.siru.core.json.JsonWriter;
import se.siru.core.stability.Experimental;

/**
 * An object of a declaration that is written, member by member; {@link Members} reads it back. Members stand in the order in which they
 * were given. Not thread-safe.
 */
@Experimental(since = "0.1.0")
public final class Declaration {
  private final JsonObject.Builder object = JsonObject.builder();

  /** An object without members. */
  public Declaration() {}

  /**
   * Adds a text.
   *
   * @throws IllegalArgumentException where there is already a member of this name, as for all kinds of members
   */
  public Declaration put(String name, String text) {
    object.put(name, text);
    return this;
  }

  /** Adds a number. */
  public Declaration put(String name, BigDecimal number) {
    object.put(name, number);
    return this;
  }

  /** Adds a whole number. */
  public Declaration put(String name, long number) {
    object.put(name, number);
    return this;
  }

  /** Adds true or false. */
  public Declaration put(String name, boolean value) {
    object.put(name, value);
    return this;
  }

  /** Adds an object. */
  public Declaration put(String name, Declaration member) {
    object.put(name, member.object.build());
    return this;
  }

  /** Adds a list of objects. */
  public Declaration put(String name, List<Declaration> members) {
    List<JsonValue> values = members.stream().<JsonValue>map(member -> member.object.build()).toList();
    object.put(name, JsonArray.copyOf(values));
    return this;
  }

  /** The declaration as JSON on one line. */
  public String text() {
    return JsonWriter.text(object.build());
  }
}
