package se.siru.core.json;

/**
 * A JSON value: immutable, and aware of where it stood in its document. Two values are equal when they say the same
 * thing, wherever they stood; the order of an object's members does not matter, the scale of a number does.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonText, JsonNumber, JsonBoolean, JsonNull {

  /** Where the value began in its document; {@link JsonPosition#NONE} when it was built rather than read. */
  JsonPosition position();

  /** For messages: {@code object}, {@code array}, {@code text}, {@code number}, {@code boolean} or {@code null}. */
  String kind();
}
