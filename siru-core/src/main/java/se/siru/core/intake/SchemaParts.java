package se.siru.core.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.siru.core.indicator.Indicator;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonValue;

/** The parts of which the JSON Schemas of files that people write are made. */
final class SchemaParts {
  static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

  static final JsonObject TEXT = type("string");
  static final JsonObject YES_OR_NO = type("boolean");
  static final JsonObject TEXTS = anyOf(TEXT, array(TEXT));

  /** Texts by name, such as wordings by language. */
  static final JsonObject BY_NAME =
      JsonObject.builder().put("type", "object").put("additionalProperties", TEXT).build();

  /** How sure a statement is. */
  static final JsonObject EVIDENCE = oneOf(words(Indicator.Evidence.values()));

  /** What a parameter may be: a number, or a word. */
  static final JsonObject PARAMETER_VALUE =
      anyOf(JsonObject.builder().put("type", "number").put("minimum", 0).build(), TEXT);

  private SchemaParts() {}

  static JsonObject type(String name) {
    return JsonObject.builder().put("type", name).build();
  }

  static JsonObject constant(String text) {
    return JsonObject.builder().put("const", text).build();
  }

  static JsonObject array(JsonObject items) {
    return JsonObject.builder().put("type", "array").put("items", items).build();
  }

  /** An array of exactly so many. */
  static JsonObject array(JsonObject items, int size) {
    JsonObject.Builder object = JsonObject.builder();
    array(items).members().forEach(object::put);
    return object.put("minItems", size).put("maxItems", size).build();
  }

  static JsonObject integer(long least) {
    return JsonObject.builder().put("type", "integer").put("minimum", least).build();
  }

  static JsonObject matching(String pattern) {
    return JsonObject.builder().put("type", "string").put("pattern", pattern).build();
  }

  static JsonObject oneOf(List<String> words) {
    return JsonObject.builder().put("enum", JsonArray.ofTexts(words)).build();
  }

  /** Constants as files write them. */
  static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  static JsonObject anyOf(JsonObject... schemas) {
    return JsonObject.builder().put("anyOf", JsonArray.of(schemas)).build();
  }

  static JsonObject reference(String definition) {
    return JsonObject.builder().put("$ref", "#/$defs/" + definition).build();
  }

  static JsonObject requiring(String... members) {
    return JsonObject.builder().put("required", JsonArray.ofTexts(List.of(members))).build();
  }

  static JsonObject object(Map<String, ? extends JsonValue> members) {
    JsonObject.Builder object = JsonObject.builder();
    members.forEach(object::put);
    return object.build();
  }

  /** A schema that demands one thing more. */
  static JsonObject with(JsonObject schema, String name, JsonValue demanded) {
    JsonObject.Builder object = JsonObject.builder();
    schema.members().forEach(object::put);
    return object.put(name, demanded).build();
  }

  /** An object with these members and no others. */
  static JsonObject closed(JsonObject properties, List<String> required) {
    return SchemaDocument.object(properties, JsonArray.ofTexts(required));
  }

  static JsonObject closed(Map<String, ? extends JsonValue> members, String... required) {
    return closed(object(members), List.of(required));
  }

  /** A closed object that has exactly one of some members, whatever others it has. */
  static JsonObject closedWithOne(Map<String, ? extends JsonValue> members, List<String> one, String... required) {
    return with(closed(members, required), "oneOf", JsonArray.copyOf(one.stream().map(each -> requiring(each)).toList()));
  }

  /** The same with its format above and what it refers to below. */
  static JsonObject document(String format, JsonObject root, Map<String, JsonObject> definitions) {
    JsonObject.Builder document = JsonObject.builder().put("$schema", SchemaDocument.DIALECT).put("title", format);
    root.members().forEach(document::put);
    return definitions.isEmpty() ? document.build() : document.put("$defs", object(definitions)).build();
  }
}
